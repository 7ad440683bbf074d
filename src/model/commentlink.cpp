// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/commentlink.h"

#include <QUuid>

namespace broadsheet {

namespace {

constexpr QLatin1String beginning("broadsheet:comment/");
constexpr qsizetype uuidLength = 36;

} // namespace

QUrl commentLink(const QByteArray &uuid)
{
    return QUrl(beginning + QUuid::fromRfc4122(uuid).toString(QUuid::WithoutBraces));
}

QByteArray commentOfLink(const QUrl &url)
{
    const QString text = url.toString(QUrl::RemoveFragment | QUrl::RemoveQuery);
    if (!text.startsWith(beginning))
        return {};
    const QUuid uuid = QUuid::fromString(text.mid(beginning.size()));
    return uuid.isNull() ? QByteArray() : uuid.toRfc4122();
}

QList<CommentLinkPlace> commentLinksIn(const QString &text)
{
    QList<CommentLinkPlace> places;
    const qsizetype length = beginning.size() + uuidLength;
    for (qsizetype at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
        const QUrl url(text.mid(at, length), QUrl::StrictMode);
        if (!commentOfLink(url).isEmpty())
            places.append({at, length, url});
    }
    return places;
}

} // namespace broadsheet
