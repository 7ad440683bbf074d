// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page.h"
#include "widgets/reader/articleheader.h"
#include "widgets/reader/textformats.h"

#include <QTextBlockFormat>
#include <QTextCursor>

class QTextTable;

namespace broadsheet {

struct TableSetting;

/** One run of DocumentBuilder: keeps the cursor and what stood before, which decides the gaps. */
class DocumentWriter
{
public:
    DocumentWriter(QTextDocument &document, const render::Page &page, const TextFormats &formats);

    void writeHeader(const ArticleHeader &header);
    void writeBody();
    void writeFoot();

private:
    using Role = TextFormats::Role;

    void write(const render::Block &block);
    void writeText(const render::Block &block, Role role, documentformat::BlockKind kind, double gap);
    void writeCode(const render::Block &block);
    void writeFigure(const render::Block &block);
    void writePulled(const render::Block &block);
    void writePicture(const render::Block &block, const render::Image &image, double gap);
    void writeCaption(const render::Block &block);
    void writeEmbed(const render::Block &block);
    void writeStill(const render::Block &block, const render::Embed &embed, const render::Run &link);
    void writeRule(const render::Block &block);
    void writeTable(const render::Block &block, const render::Table &table);
    void writeRows(const render::Table &table, int from, const TableSetting &setting,
                   const QList<bool> &figures, bool mirrored);
    void endTable(bool goesOn);
    void writeCell(QTextTable &target, int row, int column, const render::TableCell &cell,
                   const TableSetting &setting, bool mirrored);

    /** Indents, direction and list marker of \a block; \a padding is what a tile around the text takes. */
    QTextBlockFormat blockFormat(const render::Block &block, Role role, documentformat::BlockKind kind,
                                 double padding = 0) const;
    /** Begins a block \a gap px under the one before (its tile, where it has one). */
    void open(QTextBlockFormat format, double gap, const QTextCharFormat &text, double tilePadding = 0);
    void insert(const QList<render::Run> &runs, Role role);
    void widenBeforeTile();
    void insertPicture(const render::Image &image, bool figure, const QString &anchor = {});
    void insertAnchor(const QString &name, const QTextCharFormat &text);
    double gapBefore(const render::Block &block) const;
    static Role roleOf(const render::Block &block);
    bool continuesPulled(const render::Block &block) const;

    QTextCursor m_cursor;
    const render::Page &m_page;
    const TextFormats &m_formats;
    bool m_fresh = true;                  ///< the block of the cursor is empty and may be used
    double m_tileBelow = 0;               ///< how far the tile of the block before reaches below its text
    double m_cellWidth = 0;               ///< within a table: about what a cell has
    bool m_film = false;                  ///< the picture that is written is the still of a film
    QTextTable *m_tableWritten = nullptr; ///< the piece that is filled
    QTextTable *m_tableBefore = nullptr;  ///< the last thing written; the gap after it is its own margin
    const render::Block *m_before = nullptr;
};

} // namespace broadsheet
