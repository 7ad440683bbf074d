// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"

#include <QFlags>
#include <QList>
#include <QString>
#include <QUrl>

namespace broadsheet::render {

enum class RunFlag : quint16 {
    Bold = 0x001,
    Italic = 0x002,
    Code = 0x004,
    Sub = 0x008,
    Sup = 0x010,
    Strike = 0x020,
    Underline = 0x040, ///< u, ins
    Mark = 0x080,
    Small = 0x100,
    Keyboard = 0x200, ///< kbd, samp
    Ruby = 0x400,     ///< the reading of the run before it (rt)
};
Q_DECLARE_FLAGS(RunFlags, RunFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(RunFlags)

/**
 * A stretch of text in one format. White space is collapsed already (not in Code blocks); U+2028 is a line
 * break. An inline picture is a run of its own: text is U+FFFC and image an index into Page::images.
 */
struct Run
{
    QString text;
    RunFlags flags;
    QString link; ///< absolute http(s) or mailto; "#id" where the target is an anchor of this page; empty: no
                  ///< link
    QString anchor; ///< the id of the element that begins here (footnote marks); empty: none
    QString title;  ///< abbr title: what the abbreviation stands for
    int image = -1;
    bool operator==(const Run &) const = default;
};

/** A picture of the article. Sizes are the publisher's, 0: not given; at most 4096. */
struct Image
{
    QString src; ///< absolute http(s) or a data: bitmap
    QString alt;
    QString title;
    int width = 0;
    int height = 0;
    QString link; ///< where a click on it leads in the publisher's markup; empty: nowhere
    bool operator==(const Image &) const = default;
};

struct TableCell
{
    QList<Run> runs; ///< blocks within a cell are joined by U+2028
    bool header = false;
    int columnSpan = 1; ///< never reaches beyond Table::columns
    int rowSpan = 1;    ///< never reaches beyond the last row
    Qt::Alignment alignment = Qt::AlignLeft;
    bool operator==(const TableCell &) const = default;
};

/** A data table: at least two columns and two rows. Layout tables have become plain blocks. */
struct Table
{
    QList<QList<TableCell>> rows; ///< a cell stands in the row in which it begins
    int columns = 0;              ///< spans counted
    int headerRows = 0;           ///< leading rows made of header cells
    QList<Run> caption;
    bool operator==(const Table &) const = default;
};

/** Film, sound or frame: a card with a link. Nothing is fetched for it before a click. */
struct Embed
{
    enum class Kind { Video, Audio, Frame };
    Kind kind = Kind::Video;
    QString url;
    QString poster; ///< a still to show, or what tells where it is (base/videostills); empty: none
    QString title;
    bool operator==(const Embed &) const = default;
};

enum class Direction : quint8 { LeftToRight, RightToLeft };

struct Block
{
    enum class Kind : quint8 {
        Paragraph,
        Heading, ///< level 1–6
        Code,    ///< preformatted: the text of all runs keeps blanks and "\n"; always left to right
        Figure,  ///< image; runs are the caption
        Table,   ///< table
        Rule,
        Embed,       ///< embed; runs are the caption
        Term,        ///< dt
        Description, ///< dd
        Summary,     ///< the head line of a details element, whose content follows as blocks
    };
    Kind kind = Kind::Paragraph;
    quint8 level = 0;
    quint8 quoteDepth = 0;    ///< 0: not within a quotation; at most 8
    quint8 listDepth = 0;     ///< 0: not in a list; at most 8. Any kind of block may stand in a list item
    bool ordered = false;     ///< the innermost list
    bool firstOfItem = false; ///< draw the marker here
    bool pulled =
        false; ///< a sentence that the editor lifted out of the text (with who said it); a quotation
    bool caption = false; ///< of a Paragraph: the words under what stands above it, a table or a picture
    Direction direction = Direction::LeftToRight;
    Qt::Alignment alignment = Qt::AlignLeading; ///< the publisher's wish: leading, centre or right
    QString marker;                             ///< of an ordered item: "3", "c", "iv"; with firstOfItem only
    QString language; ///< of Code: the programming language if known; else a BCP 47 tag where it is given
    QString anchor;   ///< the id of the element; empty: none
    QList<Run> runs;
    int image = -1; ///< index into Page::images
    int table = -1; ///< index into Page::tables
    int embed = -1; ///< index into Page::embeds
    /** Blocks with the same number > 0 belong to one quotation or one list, for bars and gaps. */
    int group = 0;
    bool operator==(const Block &) const = default;
};

/** An article's body ready to be drawn or written: a flat list of blocks, no markup left. */
struct Page
{
    QList<Block> blocks;
    QList<Image> images;
    QList<Table> tables;
    QList<Embed> embeds;
    bool truncated = false; ///< more than 50,000 blocks: the rest is left out
    bool operator==(const Page &) const = default;
};

struct PageOptions
{
    QString title;   ///< a leading heading that says the same is left out; empty: keep
    QUrl leadImage;  ///< a leading picture that is the same one is left out; empty: keep
    QUrl articleUrl; ///< links to fragments of this address become "#id"
    /** The same for these: where a feed says no better, its entries' links were resolved against its own address. */
    QList<QUrl> feedUrls = {};
};

/** The blocks of \a body. A pure function; linear in the size of the body. */
Page page(const SafeHtml &body, const PageOptions &options = {});

/** The cells of \a table by row and column; nullptr where one from above or beside reaches. */
QList<QList<const TableCell *>> gridOf(const Table &table);

/** True where the two are one picture, in another size or from another place of delivery. */
bool isSamePicture(const QUrl &a, const QUrl &b);

/** Whether \a lead, the article's own picture, is to stand above \a page: it is a picture of the web, the
 * page does not begin with one and does not show this one further down. */
bool needsLeadPicture(const QUrl &lead, const Page &page);

/** The text of runs, "\n" for line breaks, the alternative text for inline pictures, readings in
 * parentheses. */
QString textOf(const QList<Run> &runs, const Page &page);

} // namespace broadsheet::render
