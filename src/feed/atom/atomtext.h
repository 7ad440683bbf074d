// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/context.h"

namespace broadsheet::feed {

/**
 * A text construct of Atom 1.0 (type text, html, xhtml or a media type; RFC 4287 §3.1 and §4.1.3) or 0.3
 * (mode xml, escaped, base64), unescaped as often as its type says.
 */
RawBody atomBody(const XmlElement &element);

/** The same as plain text, for titles and rights. */
QString atomPlainText(const XmlElement &element);

} // namespace broadsheet::feed
