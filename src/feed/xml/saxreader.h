// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/xml/xmltree.h"

#include <QStringList>

#include <functional>

namespace broadsheet::feed {

/** What a format makes of the elements that the reader meets. */
class XmlHandler
{
public:
    enum class Take {
        Container, ///< go into it; its children come one by one
        Part,      ///< collect it whole, then hand it to part()
        Stop,      ///< this is not for us
    };
    virtual ~XmlHandler() = default;

    /** The start of the root, or of a child of a container \a depth levels below it; only attributes are
     * known. */
    virtual Take opened(const XmlElement &element, int depth) = 0;
    /** A whole part. The element is valid during the call. */
    virtual void part(const XmlElement &element) = 0;
    /** The end of the innermost open container. */
    virtual void closed() {}
};

/** How reading went. Whatever was handed over before an error stays handed over. */
struct XmlReading
{
    bool wellFormed = true;
    bool stopped = false; ///< the handler did not want it
    QStringList warnings;
};

/**
 * Reads \a xml (UTF-8, as repairXml() leaves it) with libxml2's SAX2 in recovery, without network, DTDs or
 * entities. \a resolveBase joins an xml:base with the one around it.
 */
XmlReading readXml(const QByteArray &xml, const QString &documentBase,
                   const std::function<QString(const QString &outer, const QString &inner)> &resolveBase,
                   XmlHandler &handler);

} // namespace broadsheet::feed
