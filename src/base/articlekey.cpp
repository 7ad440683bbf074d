// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/articlekey.h"

#include "base/url.h"

#include <QCryptographicHash>

namespace broadsheet {

ArticleKey ArticleKey::make(const QString &feedScope, const QString &entryId, const QUrl &link,
                            const QString &title, const QString &date)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    const auto add = [&hash](char kind, const QByteArray &part) {
        // The kind and a terminator keep ("ab", "c") and ("a", "bc") apart, and an id from a link that reads alike.
        hash.addData(QByteArrayView(&kind, 1));
        hash.addData(part);
        hash.addData(QByteArrayView("\0", 1));
    };
    add('f', feedScope.toUtf8());
    if (!entryId.isEmpty()) {
        add('i', entryId.toUtf8());
    } else if (!link.isEmpty()) {
        add('l', canonicalUrl(link).toEncoded());
    } else {
        add('t', title.toUtf8());
        add('d', date.toUtf8());
    }
    return ArticleKey(hash.result().left(16));
}

std::optional<ArticleKey> ArticleKey::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != 16)
        return std::nullopt;
    return ArticleKey(bytes);
}

} // namespace broadsheet
