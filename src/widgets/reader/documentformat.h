// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextFormat>

namespace broadsheet::documentformat {

/** What DocumentBuilder writes on blocks and characters, and the painter and the view read. */
enum Property {
    // of blocks
    KindProperty = QTextFormat::UserProperty + 1, ///< BlockKind
    QuoteDepthProperty,                           ///< int
    GroupProperty,                                ///< int: blocks of one quotation share it
    MarkerProperty,    ///< QString: what stands before a list item; "•" or "◦" are drawn as shapes
    ListDepthProperty, ///< int; not set outside lists
    OrderedProperty,   ///< bool: the marker is a number
    // of characters
    InlineCodeProperty,    ///< bool: a tile behind the text
    ImageUrlProperty,      ///< QString
    ImageAltProperty,      ///< QString
    ImageSizeProperty,     ///< QSize: the publisher's; empty: not given
    ImageFigureProperty,   ///< bool: stands alone in the column, else in a line of text
    ImageLinkProperty,     ///< QString: where a click leads
    ImagePlayProperty,     ///< bool: the still of a film: a play mark on it
    ImageMaxWidthProperty, ///< double: of a picture in a table cell
    IconTitleProperty,     ///< QString: the feed whose icon stands here
    IconFeedProperty,      ///< qint64: its id
    // of tables
    GoesOnProperty, ///< bool: not a table of its own but the next piece of the one before
};

enum class BlockKind {
    Text,
    Kicker,
    Headline,
    Standfirst,
    Byline,
    Heading,
    Code,
    Rule,
    Picture,
    Caption,
    Embed,
    Pulled,
    Foot,
    Seam ///< between two pieces of one table
};

/** A picture, a feed's icon, the room for the foot. Types of our own, not QTextFormat::ImageObject: Qt's
 * handler for that one opens local files by name. */
enum ObjectType { PictureObject = QTextFormat::UserObject + 1, IconObject, FootObject };

/** How far the tile behind inline code reaches beyond its text on either side, px at the middle reading size.
 */
constexpr double tilePadding = 3;

inline BlockKind kind(const QTextBlockFormat &format)
{
    return BlockKind(format.property(KindProperty).toInt());
}

} // namespace broadsheet::documentformat
