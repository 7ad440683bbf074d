// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/localsource.h"

#include "net/localfile.h"

#include <QFile>
#include <QLocale>

namespace broadsheet {

namespace {

constexpr qint64 maximumBytes = 50 * 1024 * 1024;

/** In the first of the reader's languages in which it is told. */
QString guideFile()
{
    for (const QString &name : QLocale().uiLanguages()) { // "de-AT", "de", …
        const QString language = name.section(u'-', 0, 0);
        const QString file = QStringLiteral(":/guide/guide_%1.xml").arg(language);
        if (QFile::exists(file))
            return file;
        if (language == QLatin1String("en"))
            break;
    }
    return QStringLiteral(":/guide/guide.xml");
}

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
    const QString path = url == guideUrl() ? guideFile() : url.toLocalFile();
    return net::readLocalFile(path, maximumBytes);
}

} // namespace broadsheet
