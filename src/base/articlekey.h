// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QUrl>

#include <optional>

namespace broadsheet {

/**
 * The name of an article for ever: 128 bits, scoped by the canonical URL of its feed. Comments, labels and stars
 * hang on it, so it must not depend on anything that a publisher changes while the article stays the same one.
 */
class ArticleKey
{
public:
    ArticleKey() = default;

    /**
     * From the entry's id; else its canonical link; else title and date.
     * \a feedScope is the canonical URL under which the feed was first subscribed: a moved feed keeps it.
     */
    static ArticleKey make(const QString &feedScope, const QString &entryId, const QUrl &link,
                           const QString &title, const QString &date);
    /** From 16 bytes as stored; nothing for another length. */
    static std::optional<ArticleKey> fromBytes(const QByteArray &bytes);

    const QByteArray &bytes() const { return m_bytes; }
    bool isValid() const { return m_bytes.size() == 16; }
    bool operator==(const ArticleKey &) const = default;
    friend size_t qHash(const ArticleKey &key, size_t seed = 0) noexcept { return qHash(key.m_bytes, seed); }

private:
    explicit ArticleKey(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    QByteArray m_bytes;
};

} // namespace broadsheet
