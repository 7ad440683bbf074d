// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the page builder that makes blocks of the text and pictures within an element.
#include "render/pagebuilder_p.h"

#include <algorithm>
#include <utility>

namespace broadsheet::render {

namespace {

constexpr QChar lineSeparator = QChar::LineSeparator;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
}

/** But with line breaks, which are white space, too. */
QStringView withoutBlanks(QStringView text)
{
    while (text.startsWith(u' '))
        text = text.mid(1);
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

/** "* * *", "---": a rule for want of one. */
bool isDrawnRule(const QList<Run> &runs)
{
    QString signs;
    for (const Run &run : runs) {
        if (run.image >= 0 || !run.link.isEmpty())
            return false;
        for (const QChar c : run.text) {
            if (!c.isSpace())
                signs += c;
        }
        if (signs.size() > 80)
            return false;
    }
    if (signs == QStringView(u"\u2042")) // asterism
        return true;
    return signs.size() >= 3 && QStringView(u"*\u00B7\u2022-\u2013\u2014_=~").contains(signs.front()) &&
           signs.count(signs.front()) == signs.size();
}

} // namespace

void PageBuilder::text(const QString &text, const Surroundings &around)
{
    if (around.preformatted) {
        if (!text.isEmpty())
            append(text, around);
        return;
    }
    QString collapsed;
    collapsed.reserve(text.size());
    bool blankBefore = !m_open || m_block.runs.isEmpty() || m_block.runs.constLast().text.endsWith(u' ') ||
                       m_block.runs.constLast().text.endsWith(lineSeparator);
    for (const QChar c : text) {
        if (!isBlank(c)) {
            collapsed.append(c);
            blankBefore = false;
        } else if (!blankBefore) {
            collapsed.append(u' ');
            blankBefore = true;
        }
    }
    if (!collapsed.isEmpty())
        append(collapsed, around);
}

void PageBuilder::lineBreak(const Surroundings &around)
{
    if (around.preformatted) {
        append(u"\n", around);
        return;
    }
    if (!m_open || m_block.runs.isEmpty())
        return;
    QString &last = m_block.runs.last().text;
    while (last.endsWith(u' '))
        last.chop(1);
    // Two breaks are what old pages have for a paragraph.
    if (last.endsWith(lineSeparator) && around.kind == Block::Kind::Paragraph)
        endBlock();
    else
        append(QString(lineSeparator), around);
}

void PageBuilder::append(QStringView text, const Surroundings &around, int image)
{
    if (!m_open)
        beginBlock(around);
    Run run;
    run.flags = around.flags;
    run.link = around.link;
    run.title = around.title;
    run.image = image;
    if (m_block.runs.isEmpty() && m_block.anchor.isEmpty())
        m_block.anchor = std::exchange(m_anchor, QString());
    else
        run.anchor = std::exchange(m_anchor, QString());
    if (!m_block.runs.isEmpty() && image < 0 && run.anchor.isEmpty()) {
        Run &last = m_block.runs.last();
        if (last.image < 0 && last.flags == run.flags && last.link == run.link && last.title == run.title) {
            last.text.append(text);
            return;
        }
    }
    run.text = text.toString();
    m_block.runs.append(run);
}

void PageBuilder::beginBlock(const Surroundings &around)
{
    m_block = {};
    m_block.kind = around.kind;
    m_block.level = around.level;
    m_block.quoteDepth = around.quoteDepth;
    m_block.listDepth = around.listDepth;
    m_block.ordered = around.ordered;
    m_block.alignment = around.alignment;
    m_block.language = around.language;
    m_block.group = around.group;
    m_block.pulled = around.pulled;
    m_block.caption = around.caption && !around.pulled && around.kind == Block::Kind::Paragraph;
    m_block.direction = around.rightToLeft ? Direction::RightToLeft : Direction::LeftToRight;
    m_open = true;
    if (!around.directionGiven && around.kind != Block::Kind::Code)
        m_block.direction = Direction(0xff); // settled by its text
}

void PageBuilder::endBlock()
{
    if (!m_open)
        return;
    m_open = false;
    const bool isCode = m_block.kind == Block::Kind::Code;
    const auto isTrailing = [isCode](QChar c) {
        return c == u' ' || c == lineSeparator || (isCode && c == u'\n');
    };
    while (!m_block.runs.isEmpty() && m_block.runs.constLast().image < 0) {
        QString &last = m_block.runs.last().text;
        while (!last.isEmpty() && isTrailing(last.back()))
            last.chop(1);
        if (!last.isEmpty())
            break;
        m_block.runs.removeLast();
    }
    // A blank that does not break is an indent at the beginning of a line, and no more than a blank's.
    while (!isCode && !m_block.runs.isEmpty() && m_block.runs.constFirst().image < 0) {
        QString &first = m_block.runs.first().text;
        while (!first.isEmpty() && (first.front() == QChar::Nbsp || first.front() == u' '))
            first.remove(0, 1);
        if (!first.isEmpty())
            break;
        m_block.runs.removeFirst();
    }
    if (m_block.runs.isEmpty())
        return;
    if (m_block.direction == Direction(0xff))
        m_block.direction = directionOf(m_block.runs);
    if (isCode)
        m_block.direction = Direction::LeftToRight;
    const bool onlyPictures = std::ranges::all_of(m_block.runs, [](const Run &run) {
        return run.image >= 0 || std::ranges::all_of(run.text, [](QChar c) { return c.isSpace(); });
    });
    if (onlyPictures)
        endParagraphOfPictures();
    else if (m_block.kind == Block::Kind::Paragraph && m_capturing == 0)
        endParagraph();
    else
        add(std::move(m_block));
}

/** A picture that is no letter of the text is taken out of the line: a figure between two paragraphs. */
void PageBuilder::endParagraph()
{
    Block block = std::exchange(m_block, {});
    if (block.listDepth == 0 && isDrawnRule(block.runs)) {
        block.kind = Block::Kind::Rule;
        block.runs.clear();
        add(std::move(block));
        return;
    }
    const QList<Run> runs = block.runs;
    m_block.runs = runs; // for standsAlone()
    QList<qsizetype> alone;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        if (standsAlone(i))
            alone.append(i);
    }
    m_block = {};
    if (alone.isEmpty()) {
        add(std::move(block));
        return;
    }
    qsizetype from = 0;
    for (const qsizetype at : std::as_const(alone)) {
        endPiece(block, runs.mid(from, at - from), from > 0);
        Block figure = block;
        figure.kind = Block::Kind::Figure;
        figure.caption = false;
        figure.runs.clear();
        figure.image = runs[at].image;
        if (from > 0 || !runs[at].anchor.isEmpty())
            figure.anchor = runs[at].anchor;
        add(std::move(figure));
        from = at + 1;
    }
    endPiece(block, runs.mid(from), true);
}

/** The text between two pictures of one paragraph. */
void PageBuilder::endPiece(const Block &model, QList<Run> runs, bool underPicture)
{
    const auto isEdge = [](QChar c) { return c.isSpace() || c == lineSeparator; };
    while (!runs.isEmpty() && runs.constFirst().image < 0) {
        QString &first = runs.first().text;
        while (!first.isEmpty() && isEdge(first.front()))
            first.remove(0, 1);
        if (!first.isEmpty())
            break;
        runs.removeFirst();
    }
    while (!runs.isEmpty() && runs.constLast().image < 0) {
        QString &last = runs.last().text;
        while (!last.isEmpty() && isEdge(last.back()))
            last.chop(1);
        if (!last.isEmpty())
            break;
        runs.removeLast();
    }
    if (runs.isEmpty())
        return;
    Block piece = model;
    if (underPicture) {
        piece.anchor.clear();
        // Words in italics or small type straight under a picture tell what it shows.
        constexpr qsizetype longest = 300;
        qsizetype length = 0;
        bool set = true;
        for (const Run &run : std::as_const(runs)) {
            length += run.text.size();
            set = set && (run.text.trimmed().isEmpty() || run.flags & (RunFlag::Italic | RunFlag::Small));
        }
        piece.caption = set && length <= longest;
    }
    piece.runs = std::move(runs);
    add(std::move(piece));
}

/** Whether the picture of m_block's run \a at is a figure, not a sign in a line of text. Where the publisher
 * gives no size, one at the edge of a paragraph or of a line is. */
bool PageBuilder::standsAlone(qsizetype at) const
{
    constexpr int highestSign = 64;
    constexpr int widestSign = 140;
    const QList<Run> &runs = m_block.runs;
    if (runs[at].image < 0)
        return false;
    const Image &image = m_page.images[runs[at].image];
    if (image.height > 0)
        return image.height > highestSign;
    if (image.width > 0)
        return image.width > widestSign;
    // Signs have what they stand for as their words: an emoji, a formula.
    const auto isLetter = [](QChar c) { return c.isLetterOrNumber(); };
    if (!image.alt.isEmpty() &&
        (std::ranges::none_of(image.alt, isLetter) || image.alt.contains(u'\\') || image.alt.size() == 1))
        return false;
    for (const char *part : {"emoji", "smil", "latex", "math", "icon"}) {
        if (image.src.contains(QLatin1String(part), Qt::CaseInsensitive))
            return false;
    }
    const auto isBlankRun = [](const Run &run) {
        return run.image >= 0 || std::ranges::all_of(run.text, [](QChar c) { return c.isSpace(); });
    };
    const auto above = [&](qsizetype i) {
        return i < 0 || (runs[i].image < 0 && withoutBlanks(runs[i].text).endsWith(lineSeparator));
    };
    const auto below = [&](qsizetype i) {
        return i >= runs.size() ||
               (runs[i].image < 0 && withoutBlanks(runs[i].text).startsWith(lineSeparator));
    };
    constexpr qsizetype farthest = 8;
    qsizetype before = at - 1;
    while (at - before < farthest && !above(before) && isBlankRun(runs[before]))
        --before;
    qsizetype after = at + 1;
    while (after - at < farthest && !below(after) && isBlankRun(runs[after]))
        ++after;
    return above(before) || below(after);
}

/** Pictures that stand alone are figures, small ones stay in a line. */
void PageBuilder::endParagraphOfPictures()
{
    constexpr int icon = 48;
    const auto isIcon = [this](const Run &run) {
        if (run.image < 0)
            return true;
        const Image &image = m_page.images[run.image];
        return image.width > 0 && image.width <= icon && image.height <= icon;
    };
    if (std::ranges::all_of(m_block.runs, isIcon)) {
        const bool hasPicture =
            std::ranges::any_of(m_block.runs, [](const Run &run) { return run.image >= 0; });
        if (hasPicture)
            add(m_block);
        return;
    }
    Block figure = std::exchange(m_block, {});
    const QList<Run> runs = std::exchange(figure.runs, {});
    figure.kind = Block::Kind::Figure;
    for (const Run &run : runs) {
        if (run.image < 0)
            continue;
        figure.image = run.image;
        if (!run.anchor.isEmpty())
            figure.anchor = run.anchor;
        add(figure);
        figure.anchor.clear();
    }
}

Block *PageBuilder::add(Block block)
{
    if (m_page.blocks.size() >= maxBlocks) {
        m_page.truncated = true;
        return nullptr;
    }
    const bool isRule = block.kind == Block::Kind::Rule;
    if (isRule && (m_page.blocks.isEmpty() || m_page.blocks.constLast().kind == Block::Kind::Rule))
        return nullptr; // one is enough, and none above the first words
    if (std::exchange(m_itemBegins, false)) {
        block.firstOfItem = true;
        block.marker = m_marker;
    }
    m_page.blocks.append(std::move(block));
    return &m_page.blocks.last();
}

} // namespace broadsheet::render
