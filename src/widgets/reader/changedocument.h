// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/textdiff.h"
#include "widgets/common/theme.h"
#include "widgets/reader/readingstyle.h"

#include <QTextDocument>
#include <QTextFormat>

#include <memory>

namespace broadsheet {

/** Of a stretch of text, or a paragraph that was moved: the QColor that ChangeText draws under or beside it. */
inline constexpr int ChangeInkProperty = QTextFormat::UserProperty + 64;

/** Words about a change for people. */
struct ChangeSummary
{
    int added = 0; ///< passages
    int removed = 0;
    int moved = 0; ///< paragraphs
    static ChangeSummary of(const VersionChange &change);
    /** "2 passages added, 1 removed, 1 paragraph moved". */
    QString words() const;
};

/**
 * A comparison as a page: what came is underlined, what went is struck through, both on a colour of their own
 * (ChangeText), and paragraphs that came, went or moved as a whole say so above their text: nothing is told by colour alone.
 */
std::unique_ptr<QTextDocument> changeDocument(const VersionChange &change, const Theme &theme,
                                              const ReadingStyle &style);

} // namespace broadsheet
