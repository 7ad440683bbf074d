// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/linkpolicy.h"

#include "base/url.h"

#include <QDesktopServices>

namespace broadsheet::linkpolicy {

Verdict judge(const QUrl &url)
{
    if (!url.isValid())
        return Verdict::Refused;
    if (isWebUrl(url) || (url.scheme() == u"mailto" && !url.path().isEmpty()))
        return Verdict::Outside;
    if (url == QUrl(QLatin1String(categoryAddress)))
        return Verdict::Category;
    if (url == QUrl(QLatin1String(editsAddress)))
        return Verdict::Edits;
    if (url.scheme().isEmpty() && url.host().isEmpty() && url.path().isEmpty() && url.hasFragment())
        return Verdict::Within;
    return Verdict::Refused;
}

bool openOutside(const QUrl &url)
{
    return judge(url) == Verdict::Outside && QDesktopServices::openUrl(url);
}

QString shown(const QUrl &url)
{
    if (url.scheme() == u"mailto")
        return url.path();
    return displayUrl(url);
}

} // namespace broadsheet::linkpolicy
