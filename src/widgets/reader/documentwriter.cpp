// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/documentwriter.h"

#include "base/url.h"
#include "widgets/reader/linkpolicy.h"
#include "widgets/reader/scripts.h"

#include <QCoreApplication>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <utility>

namespace broadsheet {

using documentformat::BlockKind;
using render::Block;
using render::Direction;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReaderPage)
};

bool isRightToLeft(const Block &block)
{
    return block.direction == Direction::RightToLeft;
}

QStringView firstWords(const Block &block)
{
    for (const render::Run &run : block.runs) {
        if (std::ranges::any_of(run.text, [](QChar c) { return c.isLetter() || c.isHighSurrogate(); }))
            return run.text;
    }
    return {};
}

/** An item that begins with a box to tick. */
bool isTask(const Block &block)
{
    return !block.runs.isEmpty() &&
           QStringView(u"\u2610\u2611\u2612").contains(block.runs.constFirst().text.left(1)) &&
           !block.runs.constFirst().text.isEmpty();
}

QTextCharFormat withRoomAfter(QTextCharFormat format, double room)
{
    format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    format.setFontLetterSpacing(room);
    return format;
}

/** Longer lines of code wrap in any case: Qt draws all of a line, in sight or not. */
constexpr qsizetype longestUnwrapped = 2000;

qsizetype longestLine(const QList<render::Run> &runs)
{
    qsizetype longest = 0;
    qsizetype length = 0;
    for (const render::Run &run : runs) {
        for (const QChar c : run.text) {
            length = c == u'\n' ? 0 : length + 1;
            longest = std::max(longest, length);
        }
    }
    return longest;
}

constexpr QChar leftToRightMark(0x200E);
constexpr QChar rightToLeftMark(0x200F);
constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

bool hasTallPicture(const QList<render::Run> &runs)
{
    return std::any_of(runs.begin(), runs.end(), [](const render::Run &run) { return run.image >= 0; });
}

} // namespace

DocumentWriter::DocumentWriter(QTextDocument &document, const render::Page &page, const TextFormats &formats)
    : m_cursor(&document), m_page(page), m_formats(formats)
{
}

void DocumentWriter::open(QTextBlockFormat format, double gap, const QTextCharFormat &text,
                          double tilePadding)
{
    format.setTopMargin(qRound(m_formats.scaled(gap) + m_tileBelow + tilePadding));
    if (QTextTable *table = std::exchange(m_tableBefore, nullptr)) {
        // Qt leaves out the upper margin of a block that follows a table.
        QTextTableFormat above = table->format();
        above.setBottomMargin(format.topMargin());
        table->setFormat(above);
    }
    if (m_fresh)
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format, text);
    m_cursor.setBlockCharFormat(text);
    m_cursor.setCharFormat(text);
    m_fresh = false;
    m_tileBelow = tilePadding;
}

QTextBlockFormat DocumentWriter::blockFormat(const Block &block, Role role, BlockKind kind,
                                             double padding) const
{
    QTextBlockFormat format;
    const double start = m_formats.scaled(22) * (block.pulled ? 0 : block.quoteDepth) +
                         m_formats.scaled(26) * block.listDepth +
                         (block.kind == Block::Kind::Description ? m_formats.scaled(26) : 0) + padding;
    const bool rtl = isRightToLeft(block);
    format.setLayoutDirection(rtl && kind != BlockKind::Code ? Qt::RightToLeft : Qt::LeftToRight);
    format.setLeftMargin(qRound(rtl ? padding : start));
    format.setRightMargin(qRound(rtl ? start : padding));
    format.setLineHeight(m_formats.lineHeight(role), hasTallPicture(block.runs)
                                                         ? QTextBlockFormat::MinimumHeight
                                                         : QTextBlockFormat::FixedHeight);
    format.setProperty(documentformat::KindProperty, int(kind));
    if (block.quoteDepth > 0 && !block.pulled) {
        format.setProperty(documentformat::QuoteDepthProperty, int(block.quoteDepth));
        format.setProperty(documentformat::GroupProperty, block.group);
    }
    if (block.listDepth > 0)
        format.setProperty(documentformat::ListDepthProperty, int(block.listDepth));
    // A picture and the box of a task are signs enough, and stand where the bullet would.
    const bool needsMarker = block.ordered || (block.kind != Block::Kind::Figure && !isTask(block));
    if (block.firstOfItem && needsMarker) {
        const bool outer = block.listDepth % 2 == 1;
        const QString number =
            rtl ? rightToLeftMark + block.marker + u'.' + rightToLeftMark : block.marker + u'.';
        format.setProperty(documentformat::MarkerProperty,
                           block.ordered ? number : QString(outer ? u'•' : u'◦'));
        format.setProperty(documentformat::OrderedProperty, block.ordered);
    }
    return format;
}

/** An anchor needs a character of its own: a word joiner takes no room and is left out of copies. */
void DocumentWriter::insertAnchor(const QString &name, const QTextCharFormat &text)
{
    if (name.isEmpty())
        return;
    QTextCharFormat anchor = text;
    anchor.setAnchorNames({name});
    m_cursor.insertText(QString(QChar(0x2060)), anchor);
}

void DocumentWriter::insertPicture(const render::Image &image, bool figure, const QString &anchor)
{
    QTextCharFormat format;
    format.setObjectType(documentformat::PictureObject);
    format.setProperty(documentformat::ImageUrlProperty, image.src);
    format.setProperty(documentformat::ImageAltProperty, image.alt);
    format.setProperty(documentformat::ImageSizeProperty, QSize(image.width, image.height));
    format.setProperty(documentformat::ImageFigureProperty, figure);
    if (m_film)
        format.setProperty(documentformat::ImagePlayProperty, true);
    if (linkpolicy::judge(QUrl(image.link)) == linkpolicy::Verdict::Outside)
        format.setProperty(documentformat::ImageLinkProperty, image.link);
    if (!image.title.isEmpty())
        format.setToolTip(image.title);
    if (m_cellWidth > 0)
        format.setProperty(documentformat::ImageMaxWidthProperty, m_cellWidth);
    if (!anchor.isEmpty())
        format.setAnchorNames({anchor});
    m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

void DocumentWriter::insert(const QList<render::Run> &runs, Role role)
{
    for (const render::Run &run : runs) {
        if (run.image >= 0 && run.image < m_page.images.size()) {
            render::Image image = m_page.images.at(run.image);
            if (!run.link.isEmpty())
                image.link = run.link;
            insertPicture(image, false, run.anchor);
        } else if (!run.text.isEmpty()) {
            QString text = run.text;
            // Object characters of a stranger's text would pass for our pictures.
            text.replace(QChar::ObjectReplacementCharacter, QChar(QChar::ReplacementCharacter));
            if (run.flags & render::RunFlag::Ruby)
                text = u'（' + text + u'）'; // there is no room above the line
            const QTextCharFormat format = m_formats.run(role, run);
            if (!format.hasProperty(documentformat::InlineCodeProperty)) {
                m_cursor.insertText(text, format);
                continue;
            }
            widenBeforeTile();
            // Brackets at its edges belong to the code, whatever way the words around it run.
            const bool rtl = m_cursor.blockFormat().layoutDirection() == Qt::RightToLeft;
            const QString edge = rtl ? QString(leftToRightMark) : QString();
            const int last = text.back().isLowSurrogate() && text.size() > 1 ? 2 : 1;
            m_cursor.insertText(edge + text.chopped(last), format);
            m_cursor.insertText(text.last(last),
                                withRoomAfter(format, m_formats.scaled(documentformat::tilePadding)));
            if (rtl)
                m_cursor.insertText(edge, format);
        }
    }
}

/** The tile of inline code reaches beyond its text; the room for it is taken after the character before. */
void DocumentWriter::widenBeforeTile()
{
    if (m_cursor.atBlockStart())
        return;
    const int end = m_cursor.position();
    QTextCursor before(m_cursor);
    before.setPosition(end - 1);
    before.setPosition(end, QTextCursor::KeepAnchor);
    const QTextCharFormat format = before.charFormat();
    if (format.objectType() != QTextFormat::NoObject)
        return;
    const double own =
        format.hasProperty(documentformat::InlineCodeProperty) ? format.fontLetterSpacing() : 0;
    before.setCharFormat(withRoomAfter(format, own + m_formats.scaled(documentformat::tilePadding)));
}

void DocumentWriter::writeHeader(const ArticleHeader &header)
{
    Block block;
    if (header.headline.isRightToLeft())
        block.direction = Direction::RightToLeft;
    if (!header.kicker.isEmpty()) {
        open(blockFormat(block, Role::Kicker, BlockKind::Kicker), 0, m_formats.text(Role::Kicker));
        QTextCharFormat format = m_formats.text(Role::Kicker);
        format.setAnchor(true);
        format.setAnchorHref(QLatin1String(linkpolicy::categoryAddress));
        m_cursor.insertText(header.kicker, format);
    }
    QTextBlockFormat headline = blockFormat(block, Role::Headline, BlockKind::Headline);
    headline.setHeadingLevel(1);
    open(headline, header.kicker.isEmpty() ? 0 : 10, m_formats.text(Role::Headline));
    m_cursor.insertText(header.headline, m_formats.text(Role::Headline));
    if (!header.standfirst.isEmpty()) {
        open(blockFormat(block, Role::Standfirst, BlockKind::Standfirst), 12,
             m_formats.text(Role::Standfirst));
        m_cursor.insertText(header.standfirst, m_formats.text(Role::Standfirst));
    }

    open(blockFormat(block, Role::Byline, BlockKind::Byline), 16, m_formats.text(Role::Byline));
    // Under a headline from right to left the parts stand in its order, and each is read in its own.
    const auto part = [&](const QString &words) {
        return isRightToLeft(block) ? firstStrongIsolate + words + popIsolate : words;
    };
    if (!header.source.isEmpty()) {
        QTextCharFormat icon = m_formats.text(Role::Byline);
        icon.setObjectType(documentformat::IconObject);
        icon.setProperty(documentformat::IconTitleProperty, header.source);
        icon.setProperty(documentformat::IconFeedProperty, header.feed.value());
        m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), icon);
        m_cursor.insertText(part(header.source), m_formats.text(Role::BylineSource));
    }
    bool first = header.source.isEmpty();
    const QString dot = QStringLiteral("  ·  ");
    // A number and its unit stay together.
    const QString readingTime = QString(header.readingTime).replace(u' ', QChar(QChar::Nbsp));
    for (const QString &words : {header.author, header.date, readingTime}) {
        if (words.isEmpty())
            continue;
        m_cursor.insertText(first ? part(words) : dot + part(words), m_formats.text(Role::Byline));
        first = false;
    }
    if (!header.edited.isEmpty()) {
        if (!first)
            m_cursor.insertText(dot, m_formats.text(Role::Byline));
        QTextCharFormat link = m_formats.text(Role::Byline);
        link.setAnchor(true);
        link.setAnchorHref(QLatin1String(linkpolicy::editsAddress));
        link.setForeground(m_formats.theme().accent);
        m_cursor.insertText(part(header.edited), link);
    }

    if (!header.leadImage.isEmpty()) {
        render::Image image;
        image.src = header.leadImage.toString();
        image.alt = header.leadAlt;
        writePicture(block, image, 22);
    }
}

DocumentWriter::Role DocumentWriter::roleOf(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Heading:
        return block.level <= 2   ? Role::HeadingLarge
               : block.level == 3 ? Role::HeadingMiddle
                                  : Role::HeadingSmall;
    case Block::Kind::Term:
    case Block::Kind::Summary:
        return Role::Term;
    default:
        if (block.quoteDepth == 0)
            return Role::Body;
        return block.quoteDepth == 1 && scripts::hasItalics(firstWords(block)) ? Role::Quote
                                                                               : Role::InnerQuote;
    }
}

double DocumentWriter::gapBefore(const Block &block) const
{
    if (!m_before) {
        const auto kind = documentformat::kind(m_cursor.blockFormat());
        return kind == BlockKind::Picture ? 17 : 22;
    }
    if (block.kind == Block::Kind::Heading)
        return m_before->kind == Block::Kind::Heading ? 14 : 28;
    if (continuesPulled(block))
        return 8;
    if (block.pulled)
        return 42; // with the stroke above it
    if (m_before->pulled)
        return 26;
    if (block.caption)
        return m_before->caption ? 2 : 8;
    if (m_before->kind == Block::Kind::Heading)
        return 10;
    if (block.listDepth > 0 && m_before->listDepth > 0 && block.group == m_before->group &&
        block.kind == Block::Kind::Paragraph && m_before->kind == Block::Kind::Paragraph)
        return 7 * m_formats.style().gap;
    if (block.kind == Block::Kind::Description && m_before->kind == Block::Kind::Term)
        return 4;
    return m_before->kind == Block::Kind::Figure ? 17 : 16 * m_formats.style().gap;
}

void DocumentWriter::writeBody()
{
    for (const Block &block : m_page.blocks) {
        write(block);
        m_before = &block;
    }
    if (m_page.truncated) {
        open(blockFormat(Block(), Role::Caption, BlockKind::Caption), 28, m_formats.text(Role::Caption));
        m_cursor.insertText(
            Words::tr("This page is too long to be shown whole. Its end can be read in the browser."),
            m_formats.text(Role::Caption));
    }
}

void DocumentWriter::write(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Code:
        return writeCode(block);
    case Block::Kind::Figure:
        return writeFigure(block);
    case Block::Kind::Rule:
        return writeRule(block);
    case Block::Kind::Embed:
        return writeEmbed(block);
    case Block::Kind::Table:
        if (block.table >= 0 && block.table < m_page.tables.size())
            writeTable(block, m_page.tables.at(block.table));
        return;
    case Block::Kind::Heading:
        return writeText(block, roleOf(block), BlockKind::Heading, gapBefore(block));
    case Block::Kind::Paragraph:
        if (block.pulled)
            return writePulled(block);
        if (block.caption)
            return writeCaption(block);
        [[fallthrough]];
    default:
        return writeText(block, roleOf(block), BlockKind::Text, gapBefore(block));
    }
}

void DocumentWriter::writeText(const Block &block, Role role, BlockKind kind, double gap)
{
    if (block.runs.isEmpty() && !block.firstOfItem)
        return;
    QTextBlockFormat format = blockFormat(block, role, kind);
    if (kind == BlockKind::Heading)
        format.setHeadingLevel(block.level);
    if (block.alignment & Qt::AlignHCenter)
        format.setAlignment(Qt::AlignHCenter);
    else if (m_formats.style().justify && kind == BlockKind::Text)
        format.setAlignment(Qt::AlignJustify);
    QTextCharFormat text = m_formats.text(role);
    open(format, gap, text);
    if (!block.runs.isEmpty())
        insertAnchor(block.anchor, text);
    insert(block.runs, role);
}

bool DocumentWriter::continuesPulled(const Block &block) const
{
    return block.pulled && m_before && m_before->pulled && m_before->group == block.group;
}

/** The sentence is large; who said it, in a block of its own, is small. */
void DocumentWriter::writePulled(const Block &block)
{
    if (continuesPulled(block))
        writeText(block, Role::Caption, BlockKind::Caption, gapBefore(block));
    else
        writeText(block, Role::Pulled, BlockKind::Pulled, gapBefore(block));
}

void DocumentWriter::writeCode(const Block &block)
{
    const double padding = m_formats.scaled(16);
    QTextBlockFormat format = blockFormat(block, Role::Code, BlockKind::Code, padding);
    QList<render::Run> runs = block.runs;
    format.setNonBreakableLines(!m_formats.style().wrapCode && longestLine(runs) <= longestUnwrapped);
    // One block, so that the tile is one and a copy keeps its lines.
    open(format, gapBefore(block), m_formats.text(Role::Code), m_formats.scaled(14));
    for (render::Run &run : runs) {
        run.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        run.text.replace(u'\n', QChar(QChar::LineSeparator));
        run.text.replace(u'\t', QStringLiteral("    "));
    }
    while (!runs.isEmpty() && runs.last().text.endsWith(QChar(QChar::LineSeparator)))
        runs.last().text.chop(1);
    insertAnchor(block.anchor, m_formats.text(Role::Code));
    insert(runs, Role::Code);
}

void DocumentWriter::writePicture(const Block &block, const render::Image &image, double gap)
{
    QTextBlockFormat format = blockFormat(block, Role::Body, BlockKind::Picture);
    format.setLineHeight(0, QTextBlockFormat::SingleHeight);
    format.setAlignment(Qt::AlignHCenter);
    open(format, gap, m_formats.text(Role::Caption));
    insertPicture(image, true, block.anchor);
}

void DocumentWriter::writeFigure(const Block &block)
{
    if (block.image >= 0 && block.image < m_page.images.size())
        writePicture(block, m_page.images.at(block.image), m_before ? 17 : gapBefore(block));
    writeCaption(block);
}

/** Under a picture, or a block of its own under something else. */
void DocumentWriter::writeCaption(const Block &block)
{
    if (block.runs.isEmpty())
        return;
    Block plain = block;
    plain.firstOfItem = false;
    QTextBlockFormat format = blockFormat(plain, Role::Caption, BlockKind::Caption);
    // Under a picture that stands in the middle of the column, not at its edge.
    const int width = block.image >= 0 ? m_page.images.value(block.image).width : 0;
    if (width > 0 && width < m_formats.style().column * 0.55)
        format.setAlignment(Qt::AlignHCenter);
    open(format, block.caption ? gapBefore(block) : 8, m_formats.text(Role::Caption));
    insert(block.runs, Role::Caption);
}

void DocumentWriter::writeRule(const Block &block)
{
    QTextBlockFormat format = blockFormat(block, Role::Rule, BlockKind::Rule);
    format.setAlignment(Qt::AlignHCenter);
    open(format, 16, m_formats.text(Role::Rule));
    m_cursor.insertText(QStringLiteral("·   ·   ·"), m_formats.text(Role::Rule));
}

void DocumentWriter::writeEmbed(const Block &block)
{
    if (block.embed < 0 || block.embed >= m_page.embeds.size())
        return;
    const render::Embed &embed = m_page.embeds.at(block.embed);
    const QUrl url(embed.url);
    if (linkpolicy::judge(url) != linkpolicy::Verdict::Outside)
        return;
    render::Run link;
    link.link = embed.url;
    //: A film, a sound or a frame of another site; %1 is its host. A click opens it in the browser.
    link.text = QStringLiteral("▶  ") + Words::tr("Play on %1").arg(url.host());
    if (isWebUrl(QUrl(embed.poster))) {
        writeStill(block, embed, link);
        return;
    }
    open(blockFormat(block, Role::Embed, BlockKind::Embed, m_formats.scaled(16)), gapBefore(block),
         m_formats.text(Role::Embed), m_formats.scaled(14));
    if (!embed.title.isEmpty())
        m_cursor.insertText(embed.title + QChar(QChar::LineSeparator), m_formats.text(Role::Embed));
    m_cursor.insertText(link.text, m_formats.run(Role::Embed, link));
    writeCaption(block);
}

/** The film's still with a play mark; under it what it is and where it plays. */
void DocumentWriter::writeStill(const Block &block, const render::Embed &embed, const render::Run &link)
{
    render::Image still;
    still.src = embed.poster;
    still.alt = embed.title;
    still.link = embed.url;
    m_film = true;
    writePicture(block, still, gapBefore(block));
    m_film = false;
    Block plain = block;
    plain.firstOfItem = false;
    open(blockFormat(plain, Role::Caption, BlockKind::Caption), 8, m_formats.text(Role::Caption));
    if (!embed.title.isEmpty())
        m_cursor.insertText(embed.title + QStringLiteral("  ·  "), m_formats.text(Role::Caption));
    m_cursor.insertText(link.text, m_formats.run(Role::Caption, link));
    writeCaption(block);
}

void DocumentWriter::writeFoot()
{
    QTextBlockFormat format;
    format.setProperty(documentformat::KindProperty, int(BlockKind::Foot));
    QTextCharFormat object;
    object.setObjectType(documentformat::FootObject);
    open(format, 20, object);
    m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), object);
}

} // namespace broadsheet
