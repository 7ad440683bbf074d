// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/context.h"

#include <QByteArrayView>

#include <optional>

namespace broadsheet::feed {

/** A whole number, with blanks or separators for thousands; nothing for other text or a negative number. */
std::optional<qint64> wholeNumber(QByteArrayView text);
/** The same where a small one is meant: sizes of pictures, minutes, counts. */
std::optional<int> smallNumber(QByteArrayView text);
/** Seconds of "3600", "59:12", "1:02:03" or "00:10.5". */
std::optional<double> duration(QByteArrayView text);

/** Sets \a target where the text is a date: of several, the last valid one counts. */
void takeDate(QDateTime &target, QByteArrayView text);
inline void takeDate(QDateTime &target, const XmlElement &element)
{
    takeDate(target, element.text());
}
/** Sets \a target where it is empty and the text is not: the first one counts. */
void takeText(QString &target, const QString &text);

/** An Atom link, an RSS link with href, or an address as text, resolved. Empty href: there is none. */
Link linkFromElement(const XmlElement &element, const Context &context);
/** Adds \a link unless it is empty or known. */
void addLink(QList<Link> &links, const Link &link);
/** Adds the licence that \a element names: an address as text, or as RDF's resource. */
void addLicense(QList<Link> &links, const XmlElement &element, const Context &context);
void addTerm(QList<Term> &terms, const Term &term);
void addEnclosure(QList<Enclosure> &enclosures, const Enclosure &enclosure);

/** A body of RSS: HTML, or the markup of its children where it was not escaped. */
RawBody htmlBody(const XmlElement &element);
/** Plain text of an element whose text may be HTML. */
QString plainText(const XmlElement &element);

} // namespace broadsheet::feed
