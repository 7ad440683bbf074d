// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/xml/xmltree.h"
#include "model/parsedfeed.h"

#include <QUrl>

namespace broadsheet::feed {

/** What the readers of one document share: the feed as it grows, and how addresses are resolved. */
class Context
{
public:
    Context(ParsedFeed &document, bool resolve) : m_feed(document), m_resolve(resolve) {}

    ParsedFeed &document() { return m_feed; }

    /** \a address against \a base (RFC 3986); trimmed only where there is no usable base or links stay as
     * they are. */
    QString resolved(const QString &base, QByteArrayView address) const;
    QString resolved(const XmlElement &element, QByteArrayView address) const
    {
        return resolved(element.base(), address);
    }
    QString resolvedText(const XmlElement &element) const { return resolved(element, element.text()); }
    /** An xml:base within another. One that cannot be an address changes nothing. */
    QString resolvedBase(const QString &outer, const QString &inner) const;

    /** Notes a fault, once each, up to a bound. */
    void warn(const QString &sentence);

private:
    ParsedFeed &m_feed;
    const bool m_resolve;
};

} // namespace broadsheet::feed
