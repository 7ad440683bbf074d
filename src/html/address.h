// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QUrl>

#include <optional>

namespace broadsheet::html {

/** Makes the addresses of markup absolute, and refuses those that a reader must not follow or load. */
class AddressResolver
{
public:
    explicit AddressResolver(const QUrl &base) : m_base(base) {}

    enum class Use {
        Link,    ///< http, https, mailto
        Resource ///< http, https
    };

    /**
     * The address that the attribute value \a raw (with references) means, percent-encoded and without
     * tracking parameters; empty if refused. The view lives until the next call or as long as \a raw.
     */
    QByteArrayView resolve(QByteArrayView raw, Use use);

    /** The same for a value without references. */
    QByteArrayView resolveDecoded(QByteArrayView value, Use use);

private:
    /** What stands before the path of addresses on the base's host; empty: that is no web page. */
    const QByteArray &origin();
    QByteArrayView resolveSlowly(QByteArrayView value, Use use);

    QUrl m_base;
    std::optional<QByteArray> m_origin;
    QByteArray m_decoded;
    QByteArray m_resolved;
};

/** True for a data: address of a bitmap picture (png, gif, jpeg, webp in base64) that is more than a
 * placeholder. */
bool isBitmapData(QByteArrayView value);

} // namespace broadsheet::html
