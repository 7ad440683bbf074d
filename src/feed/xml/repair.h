// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace broadsheet::feed {

/** A document that a strict XML parser takes: from its root element on, balanced, with no entities but XML's
 * five. */
struct RepairedXml
{
    QByteArray xml; ///< UTF-8, without declaration, comments, instructions and DOCTYPE; empty if there is no
                    ///< element; may share the bytes of the input, which must outlive it
    bool wellFormed = true; ///< it was so before
    QStringList warnings;   ///< what was repaired, one sentence each
};

/**
 * Makes XML of what is nearly XML, in one pass that is linear in the size of \a utf8 (which must be valid
 * UTF-8): text before the root, characters that XML forbids, bare ampersands and angle brackets, HTML's
 * entities, attributes without quotes, tags that nobody closes, a cut-off end. Bounds depth (512), attributes
 * (256 an element) and what entities expand to, so that no parser behind it can be made to work for ever.
 */
RepairedXml repairXml(const QByteArray &utf8);

} // namespace broadsheet::feed
