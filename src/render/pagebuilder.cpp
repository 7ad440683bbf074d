// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/pagebuilder_p.h"

#include "base/url.h"

#include <algorithm>
#include <utility>

namespace broadsheet::render {

using html::Tag;
using html::Tree;

namespace {

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
    QStringList links;
    for (int node = m_tree.next(0); node != Tree::none; node = m_tree.next(node)) {
        if (m_tree.isText(node))
            continue;
        if (m_tree.hasAttribute(node, "id"))
            m_ids.insert(m_tree.attribute(node, "id"));
        if (m_tree.tag(node) == Tag::A)
            links.append(m_tree.attribute(node, "href"));
    }
    for (const QString &link : std::as_const(links)) {
        if (const QString local = localLink(link); local.startsWith(u'#'))
            m_targets.insert(local.mid(1));
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
    const QString id = m_tree.attribute(node, "id");
    if (!id.isEmpty() && (!m_targets.contains(m_anchor) || m_targets.contains(id)))
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
    const bool bare = hash == 0;
    if (hash < 0 || (m_ids.isEmpty() && !bare))
        return link;
    const QUrl url(link);
    const QString fragment = url.fragment(QUrl::FullyDecoded);
    if (!m_ids.contains(fragment))
        return bare ? QString() : link;
    if (!bare && !m_ownUrls.isEmpty() && !m_ownUrls.contains(canonicalUrl(url).toString()))
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

} // namespace broadsheet::render
