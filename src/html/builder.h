// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/attributewriter.h"
#include "html/clean.h"
#include "html/embeds.h"
#include "html/mathtext.h"
#include "html/textwriter.h"
#include "html/tokenizer.h"

#include <array>
#include <vector>

namespace broadsheet::html {

/**
 * Turns a stranger's tokens into clean markup in one pass, without a tree in memory: a stack of open elements
 * follows HTML5's rules of tree construction (§13.2.6), and each element is written as soon as it is opened.
 *
 * Why not gumbo: it takes 40 ms a megabyte and is quadratic on hostile input, and the cleaner needs no exact
 * tree for misnested markup, only an output that is well-formed and that any HTML5 parser reads as it is
 * written. That is what the rules here guarantee: no start tag is written where it would close something, so
 * there is nothing for a second parser to mend (tests/html/clean asks gumbo whether that is so).
 */
class Builder
{
public:
    Builder(QByteArrayView input, const CleanOptions &options);

    QByteArray build();

private:
    /** Where content may stand: Flow anywhere but directly within the frame of a table. */
    enum class Context : quint8 { Flow, Table, Section, Row };

    struct Open
    {
        Tag tag;
        Tag printedAs; ///< Unknown: not printed
        Context context;
        int rows = 0;               ///< of a table
        size_t outerFormatting = 0; ///< of a cell: m_formattingBase outside
        qsizetype startTag = 0;     ///< where in the output, to write it again
        qsizetype startTagEnd = 0;
    };
    /** A formatting element that a block has cut off: to be opened again before the next text. */
    struct CutOff
    {
        Tag tag;
        qsizetype startTag;
        qsizetype startTagEnd;
    };

    // builder.cpp: tokens, elements and formatting
    void startTag(const Token &token);
    void endTag(Tag tag);
    void text(QByteArrayView raw, TextWriter::Source source = TextWriter::Source::Markup);
    void element(const Token &token);
    void closeFor(Tag tag);
    void closeItem(Tag first, Tag second);
    void closeHeading();
    void closeRuby(Tag tag);
    size_t printedSize() const;
    void voidElement(const Token &token);
    void endFormatting(Tag tag);
    void reopenAround(size_t index);
    void reconstruct();
    bool open(Tag tag, Tag printedAs, const Token *token);
    void openAgain(Tag tag, qsizetype startTag, qsizetype startTagEnd);
    void popTo(size_t index);
    void pop();
    bool closeParagraph();
    void forget(Tag tag);
    int find(Tag tag, bool untilList = false) const;
    Context context() const { return m_open.empty() ? Context::Flow : m_open.back().context; }
    int count(Tag tag) const { return m_count[size_t(tag)]; }

    // tables.cpp
    void tablePart(const Token &token);
    void startTable(const Token &token);
    void startRow(const Token *token);
    void startCell(Tag tag, const Token *token);
    void endTablePart(Tag tag);
    void implyCell();
    int findTable() const;
    bool tableIsPrinted(int table) const;

    // media.cpp: pictures, frames, and what is skipped
    bool special(const Token &token);
    void image(const Token &token);
    void imageWithAddress(const Token &token, QByteArrayView address);
    void frame(const Token &token, QByteArrayView rawAddress);
    void linkTo(const EmbedTarget &target, const QByteArray &title);
    bool beginsParagraph() const;
    void source(const Token &token);
    void checkbox(const Token &token);
    void beginSkip(const Token &token);
    bool skip(const Token &token);
    void endSkip();
    void formula(QByteArrayView source);
    static QByteArrayView value(const Token &token, QByteArrayView name);

    Tokenizer m_tokens;
    QByteArray m_out;
    TextWriter m_text;
    AttributeWriter m_attributes;
    std::vector<Open> m_open;
    std::vector<CutOff> m_formatting;
    size_t m_formattingBase = 0; ///< what is before was cut off outside of the present cell
    std::array<int, size_t(Tag::Count)> m_count{};
    int m_printedDepth = 0;
    int m_printedTables = 0;
    qsizetype m_budget = 0;         ///< bytes that reopened elements may still add
    qsizetype m_preStart = -1;      ///< the output's size right after <pre>
    bool m_dropNewline = false;     ///< right after <pre> in the input
    bool m_lazyImageBefore = false; ///< the last thing printed is a picture whose noscript twin may follow
    QByteArray m_pictureSource;     ///< the best source of an open picture element
    QByteArray m_lastFrame;         ///< the address of the last player, which object and embed give twice
    Tag m_skipped = Tag::Unknown;
    int m_skipDepth = 0;
    int m_integration = 0; ///< open foreignObject elements
    int m_annotation = 0;
    bool m_annotationIsTex = false;
    bool m_skippedTextShows = false; ///< MathML without a text alternative: m_math makes one
    MathText m_math;
    int m_noscript = 0;
};

} // namespace broadsheet::html
