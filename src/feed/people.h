// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/context.h"

namespace broadsheet::feed {

/** A person in one string: "me@example.com (Name)", "Name <me@example.com>", "Name (me@example.com)", a name,
 * an e-mail. */
Person personFromText(QByteArrayView utf8);

/** An Atom person construct (RFC 4287 §3.2), or an element whose text is one. */
Person personFromElement(const XmlElement &element, const Context &context);

/** podcast:person: a name with addresses of a page and a picture (Podcasting 2.0). */
Person podcastPerson(const XmlElement &element, const Context &context);
/** Adds \a person unless nobody or known; an e-mail or address completes who is there under the same name. */
void addPerson(QList<Person> &people, const Person &person);

} // namespace broadsheet::feed
