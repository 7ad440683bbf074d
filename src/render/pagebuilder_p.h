// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tree.h"
#include "render/page.h"

#include <QSet>

namespace broadsheet::render {

/** What holds for the content of an element: handed down, changed on the way. */
struct Surroundings
{
    Block::Kind kind = Block::Kind::Paragraph;
    quint8 level = 0;
    quint8 quoteDepth = 0;
    quint8 listDepth = 0;
    bool ordered = false;
    bool preformatted = false;
    bool rightToLeft = false;
    bool directionGiven = false;
    bool pulled = false;
    bool caption = false;
    int group = 0;
    int depth = 0;
    RunFlags flags;
    Qt::Alignment alignment = Qt::AlignLeading;
    QString link;
    QString title;
    QString language;
};

/** Walks the tree of clean markup and appends blocks to a page. */
class PageBuilder
{
public:
    PageBuilder(const html::Tree &tree, const PageOptions &options);
    Page build();

private:
    // pagebuilder.cpp: flow
    void children(int node, const Surroundings &around);
    void element(int node, Surroundings around);
    void block(int node, const Surroundings &around);
    void inlineElement(int node, Surroundings around);
    void list(int node, Surroundings around);
    void item(int node, Surroundings around, const QString &marker);
    void code(int node, Surroundings around);
    void text(const QString &text, const Surroundings &around);
    void lineBreak(const Surroundings &around);
    void append(QStringView text, const Surroundings &around, int image = -1);
    void beginBlock(const Surroundings &around);
    void endBlock();
    void endParagraphOfPictures();
    void endParagraph();
    void endPiece(const Block &model, QList<Run> runs, bool underPicture);
    bool standsAlone(qsizetype at) const;
    Block *add(Block block);
    void inherit(int node, Surroundings &around);
    QString localLink(const QString &link) const;

    // pagemedia.cpp: figures, pictures, players, tables
    void image(int node, const Surroundings &around);
    int addImage(int node, const QString &link);
    void figure(int node, const Surroundings &around);
    bool isPulled(int node) const;
    bool embed(int node, const Surroundings &around);
    void embedLink(int node, const Surroundings &around);
    void addEmbed(const Embed &embed, const Surroundings &around);
    void table(int node, const Surroundings &around);
    bool readTable(int node, Table &table, const Surroundings &around);
    TableCell readCell(int node, const Surroundings &around);
    QList<Run> captured(int node, const Surroundings &around);
    bool isDataTable(int node) const;
    QList<int> rowsOf(int node) const;

    static constexpr int maxBlocks = 50000;
    static constexpr quint8 maxIndent = 8;
    const html::Tree &m_tree;
    const PageOptions &m_options;
    QSet<QString> m_ownUrls; ///< canonical; empty: not known
    QSet<QString> m_ids;
    QSet<QString> m_targets; ///< those that a link on the page leads to
    Page m_page;
    Block m_block;
    int m_capturing = 0;       ///< within a cell or a caption, where all is one line
    bool m_open = false;       ///< m_block is being filled
    bool m_itemBegins = false; ///< the next block draws the marker
    QString m_marker;
    QString m_anchor; ///< the next block or run takes it
    int m_groups = 0;
};

/** The direction of the first letter that has one (UAX #9, P2). */
Direction directionOf(const QList<Run> &runs);

/** The marker of an ordered item, without a dot, for the type attribute of ol: "3", "c", "IV". */
QString listMarker(int number, QChar type);

} // namespace broadsheet::render
