// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/pagebuilder_p.h"

#include "base/url.h"

#include <algorithm>

namespace broadsheet::render {

using html::Tag;
using html::Tree;

namespace {

constexpr QChar lineSeparator = QChar::LineSeparator;
constexpr int maxDepth = 200; // clean markup has at most 150

RunFlags flagsOf(Tag tag)
{
    switch (tag) {
    case Tag::B:
    case Tag::Strong:
        return RunFlag::Bold;
    case Tag::I:
    case Tag::Em:
    case Tag::Cite:
    case Tag::Dfn:
    case Tag::Var:
    case Tag::Address:
        return RunFlag::Italic;
    case Tag::Code:
    case Tag::Tt:
        return RunFlag::Code;
    case Tag::Kbd:
    case Tag::Samp:
        return RunFlag::Keyboard;
    case Tag::Sub:
        return RunFlag::Sub;
    case Tag::Sup:
        return RunFlag::Sup;
    case Tag::S:
    case Tag::Strike:
    case Tag::Del:
        return RunFlag::Strike;
    case Tag::U:
    case Tag::Ins:
        return RunFlag::Underline;
    case Tag::Mark:
        return RunFlag::Mark;
    case Tag::Small:
    case Tag::Figcaption:
        return RunFlag::Small;
    case Tag::Rt:
        return RunFlag::Ruby;
    default:
        return {};
    }
}

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

Direction directionOf(const QList<Run> &runs)
{
    for (const Run &run : runs) {
        for (qsizetype i = 0; i < run.text.size(); ++i) {
            char32_t c = run.text[i].unicode();
            if (run.text[i].isHighSurrogate() && i + 1 < run.text.size()) {
                c = QChar::surrogateToUcs4(run.text[i], run.text[i + 1]);
                ++i;
            }
            switch (QChar::direction(c)) {
            case QChar::DirL:
                return Direction::LeftToRight;
            case QChar::DirR:
            case QChar::DirAL:
                return Direction::RightToLeft;
            default:
                break;
            }
        }
    }
    return Direction::LeftToRight;
}

PageBuilder::PageBuilder(const Tree &tree, const PageOptions &options) : m_tree(tree), m_options(options)
{
    if (m_options.articleUrl.isValid()) {
        m_ownUrls.insert(canonicalUrl(m_options.articleUrl).toString());
        for (const QUrl &url : m_options.feedUrls)
            m_ownUrls.insert(canonicalUrl(url).toString());
    }
    for (int node = m_tree.next(0); node != Tree::none; node = m_tree.next(node)) {
        if (!m_tree.isText(node) && m_tree.hasAttribute(node, "id"))
            m_ids.insert(m_tree.attribute(node, "id"));
    }
}

Page PageBuilder::build()
{
    children(0, {});
    endBlock();
    while (!m_page.blocks.isEmpty() && m_page.blocks.constLast().kind == Block::Kind::Rule)
        m_page.blocks.removeLast(); // parts nothing
    return std::move(m_page);
}

void PageBuilder::children(int node, const Surroundings &around)
{
    for (int child = m_tree.firstChild(node); child != Tree::none; child = m_tree.nextSibling(child)) {
        if (m_page.truncated)
            return;
        if (m_tree.isText(child))
            text(m_tree.text(child), around);
        else if (around.depth < maxDepth)
            element(child, around);
    }
}

/** Direction, language, alignment and id of an element. */
void PageBuilder::inherit(int node, Surroundings &around)
{
    ++around.depth;
    if (const QString direction = m_tree.attribute(node, "dir"); !direction.isEmpty()) {
        around.directionGiven = direction != QLatin1String("auto");
        around.rightToLeft = direction == QLatin1String("rtl");
    }
    if (const QString alignment = m_tree.attribute(node, "align"); !alignment.isEmpty()) {
        around.alignment = alignment == QLatin1String("center")  ? Qt::AlignHCenter
                           : alignment == QLatin1String("right") ? Qt::AlignRight
                                                                 : Qt::AlignLeading;
    }
    if (const QString language = m_tree.attribute(node, "lang"); !language.isEmpty())
        around.language = language;
    if (const QString id = m_tree.attribute(node, "id"); !id.isEmpty())
        m_anchor = id;
}

void PageBuilder::element(int node, Surroundings around)
{
    const Tag tag = m_tree.tag(node);
    inherit(node, around);
    switch (tag) {
    case Tag::Br:
        lineBreak(around);
        return;
    case Tag::Img:
        image(node, around);
        return;
    case Tag::Hr: {
        endBlock();
        Block rule;
        rule.kind = Block::Kind::Rule;
        rule.quoteDepth = around.quoteDepth;
        add(rule);
        return;
    }
    case Tag::Wbr:
        append(u"\u200B", around);
        return;
    case Tag::Rp:
    case Tag::Source:
        return;
    case Tag::Audio:
    case Tag::Video:
        if (!embed(node, around))
            children(node, around);
        return;
    case Tag::Ul:
    case Tag::Ol:
    case Tag::Menu:
    case Tag::Dir:
        list(node, around);
        return;
    case Tag::Pre:
        code(node, around);
        return;
    case Tag::Figure:
        figure(node, around);
        return;
    case Tag::Table:
        table(node, around);
        return;
    default:
        break;
    }
    if (has(tag, html::Block))
        block(node, around);
    else
        inlineElement(node, around);
}

void PageBuilder::block(int node, const Surroundings &outer)
{
    Surroundings around = outer;
    const Tag tag = m_tree.tag(node);
    endBlock();
    around.flags |= flagsOf(tag);
    switch (tag) {
    case Tag::H1:
    case Tag::H2:
    case Tag::H3:
    case Tag::H4:
    case Tag::H5:
    case Tag::H6:
        around.kind = Block::Kind::Heading;
        around.level = quint8(int(tag) - int(Tag::H1) + 1);
        break;
    case Tag::Aside:
        if (around.quoteDepth == 0 && around.listDepth == 0 && isPulled(node)) {
            around.pulled = true;
            around.quoteDepth = 1;
            around.group = ++m_groups;
        }
        break;
    case Tag::Blockquote:
        if (around.pulled)
            break;
        around.quoteDepth = std::min<quint8>(around.quoteDepth + 1, maxIndent);
        if (around.group == 0)
            around.group = ++m_groups;
        break;
    case Tag::Figcaption:
        around.caption = true;
        break;
    case Tag::Dt:
        around.kind = Block::Kind::Term;
        break;
    case Tag::Dd:
        around.kind = Block::Kind::Description;
        break;
    case Tag::Summary:
        around.kind = Block::Kind::Summary;
        break;
    case Tag::Li: // outside of a list
        around.listDepth = std::max<quint8>(around.listDepth, 1);
        item(node, around, {});
        return;
    default:
        break;
    }
    children(node, around);
    endBlock();
}

void PageBuilder::inlineElement(int node, Surroundings around)
{
    const Tag tag = m_tree.tag(node);
    around.flags |= flagsOf(tag);
    if (tag == Tag::A) {
        if (m_tree.hasAttribute(node, "rel")) {
            embedLink(node, around);
            return;
        }
        around.link = localLink(m_tree.attribute(node, "href"));
    } else if (tag == Tag::Abbr || tag == Tag::Acronym) {
        around.title = m_tree.attribute(node, "title");
    } else if (tag == Tag::Q) {
        append(u"“", around);
        children(node, around);
        append(u"”", around);
        return;
    }
    children(node, around);
}

/** "#id" for an address within this page, so that footnotes are a jump and not a visit. */
QString PageBuilder::localLink(const QString &link) const
{
    const qsizetype hash = link.indexOf(u'#');
    if (hash < 0 || m_ids.isEmpty())
        return link;
    const QUrl url(link);
    const QString fragment = url.fragment(QUrl::FullyDecoded);
    if (!m_ids.contains(fragment))
        return link;
    if (!m_ownUrls.isEmpty() && !m_ownUrls.contains(canonicalUrl(url).toString()))
        return link;
    return u'#' + fragment;
}

void PageBuilder::list(int node, Surroundings around)
{
    endBlock();
    const bool ordered = m_tree.tag(node) == Tag::Ol;
    around.ordered = ordered;
    around.listDepth = std::min<quint8>(around.listDepth + 1, maxIndent);
    if (around.group == 0)
        around.group = ++m_groups;
    around.kind = Block::Kind::Paragraph;
    const bool reversed = m_tree.hasAttribute(node, "reversed");
    const QString type = m_tree.attribute(node, "type");
    int number = reversed ? 0 : 1;
    for (int child = m_tree.firstChild(node); reversed && child != Tree::none;
         child = m_tree.nextSibling(child))
        number += m_tree.tag(child) == Tag::Li ? 1 : 0;
    if (m_tree.hasAttribute(node, "start"))
        number = m_tree.attribute(node, "start").toInt();
    for (int child = m_tree.firstChild(node); child != Tree::none; child = m_tree.nextSibling(child)) {
        if (m_page.truncated)
            break;
        if (m_tree.isText(child)) {
            text(m_tree.text(child), around);
            continue;
        }
        if (m_tree.tag(child) != Tag::Li) {
            element(child, around);
            continue;
        }
        if (m_tree.hasAttribute(child, "value"))
            number = m_tree.attribute(child, "value").toInt();
        Surroundings within = around;
        inherit(child, within);
        item(child, within, ordered ? listMarker(number, type.isEmpty() ? u'1' : type[0]) : QString());
        number += reversed ? -1 : 1;
    }
    endBlock();
}

void PageBuilder::item(int node, Surroundings around, const QString &marker)
{
    endBlock();
    m_itemBegins = true;
    m_marker = marker;
    children(node, around);
    endBlock();
    m_itemBegins = false;
    m_marker.clear();
}

void PageBuilder::code(int node, Surroundings around)
{
    endBlock();
    around.kind = Block::Kind::Code;
    around.preformatted = true;
    around.language.clear();
    constexpr QLatin1String mark("language-");
    for (int at = node; at != Tree::none; at = m_tree.next(at, node)) {
        const QString name = m_tree.isText(at) ? QString() : m_tree.attribute(at, "class");
        if (name.startsWith(mark)) {
            around.language = name.mid(mark.size());
            break;
        }
    }
    for (int child = m_tree.firstChild(node), first = child; child != Tree::none;
         child = m_tree.nextSibling(child)) {
        if (!m_tree.isText(child)) {
            element(child, around);
            continue;
        }
        const QString content = m_tree.text(child);
        // The line break after <pre> is none (HTML5 §13.2.6.4.7).
        text(child == first && content.startsWith(u'\n') ? content.mid(1) : content, around);
    }
    endBlock();
}

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
        if (from > 0)
            figure.anchor.clear();
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
