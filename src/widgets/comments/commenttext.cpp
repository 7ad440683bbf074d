// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/commenttext.h"

#include "base/text.h"
#include "model/commentlink.h"
#include "widgets/comments/highlightcolors.h"
#include "widgets/comments/mentioncard.h"
#include "widgets/common/fonts.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace broadsheet {

namespace {

constexpr double textSize = 14;
constexpr double codeSize = 13;
constexpr double paragraphGap = 8;
constexpr double itemGap = 2;
constexpr double step = 20; ///< of a list or quotation
constexpr double passageIndent = 13;
constexpr double columnGap = 16;
constexpr double cellPadding = 4;

/** A document that asks nobody for pictures or style sheets. */
class SilentDocument : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

/** Qt marks code by its typeface, in some versions by that alone. */
bool isCode(const QTextCharFormat &format)
{
    if (format.fontFixedPitch())
        return true;
    const QStringList families = format.fontFamilies().toStringList();
    return std::any_of(families.cbegin(), families.cend(), [](const QString &family) {
        return family.contains(QLatin1String("courier"), Qt::CaseInsensitive) ||
               family.contains(QLatin1String("mono"), Qt::CaseInsensitive);
    });
}

QString marker(const QTextBlock &block)
{
    const QTextList *list = block.textList();
    if (!list)
        return {};
    if (list->format().style() <= QTextListFormat::ListDecimal)
        return list->itemText(block);
    return QStringLiteral("•");
}

} // namespace

/** From cleaned markup to paragraphs. Qt's document is only the reader and is thrown away. */
class CommentText::Reader
{
public:
    Reader(CommentText &text, const Theme &theme) : m_text(text), m_theme(theme) {}

    void read(const Comment &comment)
    {
        // A reply that quotes it begins with it.
        if (!comment.quote.isEmpty() && !comment.text.startsWith(u'>'))
            readPassage(comment);
        if (comment.html.isEmpty()) {
            for (const QString &line : comment.text.split(u'\n', Qt::SkipEmptyParts))
                begin().text = line;
            return;
        }
        SilentDocument document;
        document.setUndoRedoEnabled(false);
        // Qt knows one of the three elements for words that are struck out.
        static const QRegularExpression struck(QStringLiteral("<(/?)(?:del|strike)\\b"));
        document.setHtml(comment.html.toString().replace(struck, QStringLiteral("<\\1s")));
        m_hasTables = !document.rootFrame()->childFrames().isEmpty();
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            readBlock(block);
    }

    /** "to Name" before all else. */
    void address(const QString &words)
    {
        if (m_parts.empty() || m_parts.front().paragraph.code || m_parts.front().paragraph.table > 0 ||
            !m_parts.front().paragraph.marker.isEmpty())
            m_parts.insert(m_parts.begin(), Part());
        Part &first = m_parts.front();
        const QString prefix = words + u' ';
        for (QTextLayout::FormatRange &range : first.formats)
            range.start += int(prefix.size());
        for (Link &link : first.links)
            link.start += int(prefix.size());
        first.text.prepend(prefix);
        QTextCharFormat format;
        format.setForeground(m_theme.text2);
        format.setFontWeight(QFont::Medium);
        first.formats.prepend({0, int(words.size()), format});
    }

    void finish()
    {
        for (Part &part : m_parts) {
            for (Link &link : part.links) {
                link.paragraph = m_text.m_paragraphs.size();
                m_text.m_links.push_back(link);
            }
            Paragraph paragraph = std::move(part.paragraph);
            const QFont font = paragraph.code ? fonts::mono(codeSize) : fonts::sans(textSize);
            paragraph.layout = std::make_unique<QTextLayout>(part.text, font);
            QTextOption option;
            option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
            option.setTextDirection(part.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
            // A line begins where its script does; QTextLayout does not turn "left" around by itself.
            const bool plain = paragraph.table == 0 && paragraph.marker.isEmpty() && !paragraph.quoted;
            const bool rtl = option.textDirection() == Qt::RightToLeft && plain && !paragraph.code;
            option.setAlignment(rtl ? Qt::AlignRight : paragraph.alignment);
            paragraph.layout->setTextOption(option);
            paragraph.layout->setFormats(part.formats);
            paragraph.layout->setCacheEnabled(true);
            m_text.m_paragraphs.push_back(std::move(paragraph));
        }
    }

private:
    struct Part
    {
        Paragraph paragraph;
        QString text;
        QList<QTextLayout::FormatRange> formats;
        QList<Link> links;
    };

    Part &begin()
    {
        m_parts.emplace_back();
        if (m_parts.size() > 1)
            m_parts.back().paragraph.gapAbove = paragraphGap;
        return m_parts.back();
    }

    /** What is commented on, shortened: the whole of it stands in the article. */
    void readPassage(const Comment &comment)
    {
        constexpr int longest = 280;
        Part &part = begin();
        part.text = excerpt(comment.quote, longest);
        part.paragraph.quoted = true;
        part.paragraph.passage = true;
        part.paragraph.indent = passageIndent;
        part.paragraph.bar = highlightColor(m_theme, comment.color);
        QTextCharFormat format;
        format.setForeground(m_theme.text2);
        part.formats.append({0, int(part.text.size()), format});
    }

    void readBlock(const QTextBlock &block)
    {
        if (block.text().trimmed().isEmpty())
            return;
        const bool follows = !m_parts.empty();
        const bool afterItem = follows && !m_parts.back().paragraph.marker.isEmpty();
        const bool afterCode = follows && m_parts.back().paragraph.code;
        Part &part = begin();
        Paragraph &paragraph = part.paragraph;
        const QTextBlockFormat format = block.blockFormat();
        if (m_hasTables)
            readPlace(QTextCursor(block), paragraph);
        paragraph.marker = marker(block);
        paragraph.code = format.nonBreakableLines();
        paragraph.quoted = format.leftMargin() > 0 && paragraph.marker.isEmpty();
        if (const QTextList *list = block.textList())
            paragraph.indent = step * qMin(list->format().indent(), 4);
        else if (paragraph.quoted)
            paragraph.indent = step * qMin(int(format.leftMargin() / 40) + 0, 4);
        if (follows && ((afterItem && !paragraph.marker.isEmpty()) || (afterCode && paragraph.code)))
            paragraph.gapAbove = paragraph.code ? 0 : itemGap;
        for (auto it = block.begin(); !it.atEnd(); ++it)
            readRun(part, it.fragment(), format.headingLevel() > 0);
    }

    /** Which cell of which table it is; cells within cells are read as lines of the outer one's. */
    void readPlace(const QTextCursor &cursor, Paragraph &paragraph)
    {
        const QTextTable *table = cursor.currentTable();
        if (!table)
            return;
        if (std::exchange(m_table, table) != table)
            ++m_tables;
        const QTextTableCell cell = table->cellAt(cursor);
        paragraph.table = m_tables;
        paragraph.row = cell.row();
        paragraph.column = cell.column();
        if (cursor.blockFormat().alignment() & Qt::AlignRight)
            paragraph.alignment = Qt::AlignRight;
    }

    void readRun(Part &part, const QTextFragment &fragment, bool heading)
    {
        const QTextCharFormat from = fragment.charFormat();
        QString text = fragment.text();
        if (from.isImageFormat())
            text = from.property(QTextFormat::ImageAltText).toString();
        if (text.isEmpty())
            return;
        QTextLayout::FormatRange range{int(part.text.size()), int(text.size()), {}};
        const bool plainCode = part.paragraph.code;
        if (heading || from.fontWeight() > QFont::Medium) {
            range.format.setFontWeight(heading ? QFont::Bold : QFont::DemiBold);
            range.format.setForeground(m_theme.strong);
        }
        if (from.fontItalic())
            range.format.setFontItalic(true);
        if (from.fontStrikeOut())
            range.format.setFontStrikeOut(true);
        if (!plainCode && isCode(from)) {
            range.format.setFont(fonts::mono(codeSize));
            range.format.setBackground(m_theme.dark ? m_theme.raised : m_theme.placeholder);
        }
        if (part.paragraph.quoted)
            range.format.setForeground(m_theme.text2);
        const QUrl url(from.anchorHref(), QUrl::StrictMode);
        if (from.isAnchor() && url.isValid() && !url.isEmpty()) {
            asLink(range.format);
            part.links.append({0, range.start, range.length, url});
        }
        part.text += text;
        part.formats.append(range);
        if (from.isAnchor())
            return;
        // Markup has no links but those of the web: the addresses of comments stand there as words.
        for (const CommentLinkPlace &place : commentLinksIn(text)) {
            QTextLayout::FormatRange link{range.start + int(place.start), int(place.length), range.format};
            asLink(link.format);
            part.formats.append(link);
            part.links.append({0, link.start, link.length, place.url});
        }
    }

    void asLink(QTextCharFormat &format) const
    {
        format.setForeground(m_theme.accent);
        format.setFontUnderline(true);
        QColor line = m_theme.accent;
        line.setAlphaF(0.31F);
        format.setUnderlineColor(line);
    }

    CommentText &m_text;
    const Theme &m_theme;
    std::vector<Part> m_parts;
    bool m_hasTables = false;
    const QTextTable *m_table = nullptr;
    int m_tables = 0;
};

CommentText::CommentText(const Comment &comment, const QString &addressee, const Theme &theme)
    : m_theme(theme)
{
    Reader reader(*this, theme);
    reader.read(comment);
    if (!addressee.isEmpty())
        reader.address(addressee);
    reader.finish();
    for (const Mention &mention : comment.mentions)
        m_cards.push_back({mention});
}

CommentText::~CommentText() = default;
CommentText::CommentText(CommentText &&) noexcept = default;
CommentText &CommentText::operator=(CommentText &&) noexcept = default;

double CommentText::setWidth(double width)
{
    if (qFuzzyCompare(width, m_width))
        return m_height;
    m_width = width;
    m_tableWidths.clear();
    double y = 0;
    for (size_t i = 0; i < m_paragraphs.size();) {
        Paragraph &paragraph = m_paragraphs[i];
        y += paragraph.gapAbove;
        size_t next = i + 1;
        if (paragraph.table > 0) {
            while (next < m_paragraphs.size() && m_paragraphs[next].table == paragraph.table)
                ++next;
            y = setTable(i, next, y, width);
        } else {
            paragraph.y = y;
            y += setLines(paragraph, paragraph.indent, width - paragraph.indent);
        }
        i = next;
    }
    for (Card &card : m_cards) {
        y += mentioncard::gap();
        const double wide = mentioncard::widthFor(width);
        card.area = QRectF(0, y, wide, mentioncard::height(card.mention, wide));
        y += card.area.height();
    }
    m_height = y;
    return y;
}

double CommentText::setLines(Paragraph &paragraph, double indent, double room)
{
    double inside = 0;
    paragraph.layout->beginLayout();
    for (QTextLine line = paragraph.layout->createLine(); line.isValid();
         line = paragraph.layout->createLine()) {
        line.setLineWidth(qMax(20.0, room));
        // Every line is as high as the specification says; a taller script gets what it needs.
        const double height = qMax(lineHeight * fonts::scale(), line.height());
        line.setPosition({indent, inside + (height - line.height()) / 2});
        inside += height;
    }
    paragraph.layout->endLayout();
    return inside;
}

double CommentText::setTable(size_t first, size_t end, double y, double width)
{
    // As wide as their words where there is room; else the widest columns give way.
    std::vector<double> columns;
    for (size_t i = first; i < end; ++i) {
        const Paragraph &cell = m_paragraphs[i];
        if (columns.size() <= size_t(cell.column))
            columns.resize(size_t(cell.column) + 1, 0);
        setLines(m_paragraphs[i], 0, 100'000);
        double &column = columns[size_t(cell.column)];
        for (int line = 0; line < cell.layout->lineCount(); ++line)
            column = qMax(column, std::ceil(cell.layout->lineAt(line).naturalTextWidth()) + 1);
    }
    double room = width - columnGap * double(columns.size() - 1);
    std::vector<double> sorted = columns;
    std::ranges::sort(sorted);
    double widest = 0;
    for (size_t i = 0; i < sorted.size(); ++i) {
        widest = qMax(20.0, room / double(sorted.size() - i));
        if (sorted[i] > widest)
            break;
        room -= sorted[i];
        widest = sorted[i];
    }
    double total = -columnGap;
    for (double &column : columns) {
        column = qMin(column, widest);
        total += column + columnGap;
    }
    m_tableWidths.push_back(total);

    for (size_t i = first; i < end;) {
        const int row = m_paragraphs[i].row;
        double height = lineHeight * fonts::scale();
        Paragraph &head = m_paragraphs[i];
        double inCell = 0;
        for (const size_t begin = i; i < end && m_paragraphs[i].row == row; ++i) {
            Paragraph &cell = m_paragraphs[i];
            if (i == begin || m_paragraphs[i - 1].column != cell.column)
                inCell = 0;
            const auto column = columns.begin() + cell.column;
            cell.indent = std::accumulate(columns.begin(), column, columnGap * cell.column);
            cell.y = y + cellPadding + inCell;
            inCell += setLines(cell, cell.indent, *column);
            height = qMax(height, inCell);
        }
        y += height + 2 * cellPadding;
        head.rowBottom = y;
    }
    return y;
}

void CommentText::paint(QPainter &painter, const QPointF &origin) const
{
    painter.save();
    for (const Paragraph &paragraph : m_paragraphs) {
        const QPointF at = origin + QPointF(0, paragraph.y);
        const QTextLayout &layout = *paragraph.layout;
        if (layout.lineCount() == 0)
            continue;
        const double height =
            layout.lineAt(layout.lineCount() - 1).y() + layout.lineAt(layout.lineCount() - 1).height();
        if (paragraph.quoted) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(paragraph.bar.isValid() ? paragraph.bar : m_theme.quoteBar);
            painter.setRenderHint(QPainter::Antialiasing);
            const double left = paragraph.passage ? 0 : paragraph.indent - step;
            painter.drawRoundedRect(QRectF(at.x() + left, at.y(), 3, height + 2), 1.5, 1.5);
        } else if (paragraph.code) {
            painter.fillRect(QRectF(at.x() - 4, at.y(), m_width + 8, height + 2), m_theme.codeBg);
        }
        if (paragraph.rowBottom > 0) {
            const double right = at.x() + m_tableWidths.at(size_t(paragraph.table) - 1);
            const double line = std::floor(origin.y() + paragraph.rowBottom) - 0.5;
            painter.setPen(QPen(paragraph.row == 0 ? m_theme.text3 : m_theme.hairline, 1));
            painter.drawLine(QPointF(at.x(), line), QPointF(right, line));
        }
        if (!paragraph.marker.isEmpty()) {
            painter.setFont(layout.font());
            painter.setPen(m_theme.text3);
            const double ascent = layout.lineAt(0).y() + layout.lineAt(0).ascent();
            const double wide = QFontMetricsF(layout.font()).horizontalAdvance(paragraph.marker);
            painter.drawText(QPointF(at.x() + paragraph.indent - 7 - wide, at.y() + ascent),
                             paragraph.marker);
        }
        painter.setPen(paragraph.quoted ? m_theme.text2 : m_theme.text);
        layout.draw(&painter, at);
    }
    for (const Card &card : m_cards)
        mentioncard::paint(painter, card.area.translated(origin), card.mention, m_theme);
    painter.restore();
}

const CommentText::Link *CommentText::linkOf(const QPointF &position) const
{
    for (const Link &link : m_links) {
        const Paragraph &paragraph = m_paragraphs.at(link.paragraph);
        const QPointF inside = position - QPointF(0, paragraph.y);
        for (int i = 0; i < paragraph.layout->lineCount(); ++i) {
            const QTextLine line = paragraph.layout->lineAt(i);
            if (!line.naturalTextRect().adjusted(0, -3, 0, 3).contains(inside))
                continue;
            const int cursor = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
            if (cursor >= link.start && cursor < link.start + link.length)
                return &link;
        }
    }
    return nullptr;
}

QUrl CommentText::linkAt(const QPointF &position) const
{
    const Link *link = linkOf(position);
    return link ? link->url : QUrl();
}

QRectF CommentText::quoteRect() const
{
    if (m_paragraphs.empty() || !m_paragraphs.front().passage)
        return {};
    const QTextLayout &layout = *m_paragraphs.front().layout;
    const int last = layout.lineCount() - 1;
    return last < 0 ? QRectF()
                    : QRectF(0, 0, m_width, layout.lineAt(last).y() + layout.lineAt(last).height());
}

QRectF CommentText::linkRect(int index) const
{
    const Link &link = m_links.at(size_t(index));
    const Paragraph &paragraph = m_paragraphs.at(link.paragraph);
    const QTextLine line = paragraph.layout->lineForTextPosition(link.start);
    if (!line.isValid())
        return {};
    const int end = qMin(link.start + link.length, line.textStart() + line.textLength());
    const double from = line.cursorToX(link.start);
    const double to = line.cursorToX(end);
    return QRectF(qMin(from, to), paragraph.y + line.y(), qAbs(to - from), line.height());
}

} // namespace broadsheet
