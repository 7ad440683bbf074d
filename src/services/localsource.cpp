// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/localsource.h"

#include "net/localfile.h"

namespace broadsheet {

namespace {

constexpr qint64 maximumBytes = 50 * 1024 * 1024;

} // namespace

QUrl guideUrl()
{
    return QUrl(QStringLiteral("broadsheet:guide"));
}

bool isLocalSource(const QUrl &url)
{
    return url.isLocalFile() || url == guideUrl();
}

Result<QByteArray> readLocalSource(const QUrl &url)
{
    const QString path = url == guideUrl() ? QStringLiteral(":/guide/guide.xml") : url.toLocalFile();
    return net::readLocalFile(path, maximumBytes);
}

} // namespace broadsheet
