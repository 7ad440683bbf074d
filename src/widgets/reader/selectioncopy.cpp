// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/selectioncopy.h"

#include "render/markdown.h"
#include "widgets/reader/documentformat.h"

#include <QMimeData>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace broadsheet::selectioncopy {

using namespace documentformat;

namespace {

/** The part of \a fragment between two positions, without what stands for something else. */
QString words(const QTextFragment &fragment, int from, int to)
{
    const QTextCharFormat format = fragment.charFormat();
    if (format.objectType() == PictureObject)
        return format.property(ImageAltProperty).toString();
    if (format.objectType() >= QTextFormat::UserObject)
        return {};
    QString text = fragment.text().mid(from - fragment.position(), to - from);
    text.remove(QChar(0x2060)); // anchors
    if (format.boolProperty(InlineCodeProperty))
        text.remove(QChar(0x200E)); // see DocumentWriter::insert()
    text.remove(QChar(QChar::SoftHyphen));
    text.replace(QChar(QChar::LineSeparator), u'\n');
    return text;
}

template <typename Take>
void eachBlock(const QTextCursor &selection, Take take)
{
    const int start = selection.selectionStart();
    const int end = selection.selectionEnd();
    for (QTextBlock block = selection.document()->findBlock(start); block.isValid() && block.position() < end;
         block = block.next())
        take(block, start, end);
}

/** Without what only makes room on the screen. */
QTextCharFormat essence(QTextCharFormat format)
{
    format.clearProperty(QTextFormat::FontLetterSpacing);
    format.clearProperty(QTextFormat::FontLetterSpacingType);
    return format;
}

/** Calls \a take with each format and its words. */
template <typename Take>
void eachFragment(const QTextBlock &block, int start, int end, Take take)
{
    QTextCharFormat format;
    QString text;
    bool pending = false;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const int from = qMax(start, fragment.position());
        const int to = qMin(end, fragment.position() + fragment.length());
        if (from >= to)
            continue;
        const QTextCharFormat next = essence(fragment.charFormat());
        const bool goesOn = pending && next == format && next.objectType() == QTextFormat::NoObject;
        if (pending && !goesOn) {
            take(format, text);
            text.clear();
        }
        text += words(fragment, from, to);
        format = next;
        pending = true;
    }
    if (pending)
        take(format, text);
}

QString htmlOf(const QTextCharFormat &format, const QString &text)
{
    QString html = text.toHtmlEscaped();
    html.replace(u'\n', QStringLiteral("<br>"));
    if (format.boolProperty(InlineCodeProperty))
        html = QStringLiteral("<code>%1</code>").arg(html);
    if (format.fontWeight() >= QFont::Bold)
        html = QStringLiteral("<b>") + html + QStringLiteral("</b>");
    if (format.fontItalic())
        html = QStringLiteral("<i>") + html + QStringLiteral("</i>");
    const QUrl link(format.anchorHref());
    if (link.scheme().startsWith(u"http"))
        html = QStringLiteral("<a href=\"") + format.anchorHref().toHtmlEscaped() + QStringLiteral("\">") +
               html + QStringLiteral("</a>");
    return html;
}

/** The runs of a block that lie in the selection, as render writes them. */
QList<render::Run> runsOf(const QTextBlock &block, int start, int end, render::Page &page)
{
    QList<render::Run> runs;
    eachFragment(block, start, end, [&](const QTextCharFormat &format, const QString &text) {
        render::Run run;
        if (format.objectType() == PictureObject) {
            render::Image image;
            image.src = format.property(ImageUrlProperty).toString();
            image.alt = format.property(ImageAltProperty).toString();
            run.image = int(page.images.size());
            page.images.append(image);
            run.text = QChar(QChar::ObjectReplacementCharacter);
        } else if (text.isEmpty()) {
            return;
        } else {
            run.text = QString(text).replace(u'\n', QChar(QChar::LineSeparator));
            const bool heading = block.blockFormat().headingLevel() > 0;
            run.flags.setFlag(render::RunFlag::Bold, !heading && format.fontWeight() >= QFont::Bold);
            run.flags.setFlag(render::RunFlag::Italic, format.fontItalic() && block.blockFormat().intProperty(
                                                                                  QuoteDepthProperty) != 1);
            run.flags.setFlag(render::RunFlag::Strike, format.fontStrikeOut());
            run.flags.setFlag(render::RunFlag::Code, format.boolProperty(InlineCodeProperty));
        }
        if (const QUrl link(format.anchorHref()); link.scheme().startsWith(u"http"))
            run.link = format.anchorHref();
        runs.append(run);
    });
    return runs;
}

render::Block blockOf(const QTextBlock &block, int start, int end, render::Page &page)
{
    const QTextBlockFormat format = block.blockFormat();
    render::Block made;
    made.runs = runsOf(block, start, end, page);
    made.quoteDepth = quint8(format.intProperty(QuoteDepthProperty));
    made.group = format.intProperty(GroupProperty);
    if (format.headingLevel() > 0) {
        made.kind = render::Block::Kind::Heading;
        made.level = quint8(format.headingLevel());
    } else if (kind(format) == BlockKind::Code) {
        made.kind = render::Block::Kind::Code;
    } else if (kind(format) == BlockKind::Rule) {
        made.kind = render::Block::Kind::Rule;
    } else if (kind(format) == BlockKind::Pulled) {
        made.quoteDepth = 1;
    }
    if (format.hasProperty(MarkerProperty)) {
        made.listDepth = quint8(qMax(1, format.intProperty(ListDepthProperty)));
        made.ordered = format.boolProperty(OrderedProperty);
        made.firstOfItem = true;
        made.marker = format.stringProperty(MarkerProperty).chopped(1);
    } else {
        made.listDepth = quint8(format.intProperty(ListDepthProperty));
    }
    return made;
}

render::Page pageOf(const QTextCursor &selection)
{
    render::Page page;
    eachBlock(selection, [&page](const QTextBlock &block, int start, int end) {
        render::Block made = blockOf(block, start, end, page);
        if (!made.runs.isEmpty())
            page.blocks.append(made);
    });
    return page;
}

} // namespace

QString markdown(const QTextCursor &selection)
{
    return render::toMarkdown(pageOf(selection));
}

QString quotation(const QTextCursor &selection, const QString &title, const QUrl &url)
{
    QStringList lines = plainText(selection).split(u'\n');
    for (QString &line : lines)
        line = line.isEmpty() ? QStringLiteral(">") : QStringLiteral("> ") + line;
    QString name = title;
    name.replace(u'[', u'(').replace(u']', u')');
    const QString source =
        url.isEmpty() ? name : u'[' + name + QStringLiteral("](") + url.toString(QUrl::FullyEncoded) + u')';
    return lines.join(u'\n') + QStringLiteral("\n>\n> — ") + source + u'\n';
}

QString plainText(const QTextCursor &selection)
{
    QString out;
    eachBlock(selection, [&out](const QTextBlock &block, int start, int end) {
        QString line;
        eachFragment(block, start, end,
                     [&line](const QTextCharFormat &, const QString &text) { line += text; });
        const QTextBlockFormat format = block.blockFormat();
        if (line.isEmpty() && kind(format) != BlockKind::Text)
            return;
        const bool marked = format.hasProperty(MarkerProperty) && start <= block.position();
        if (!out.isEmpty())
            out += format.hasProperty(MarkerProperty) ? QStringLiteral("\n") : QStringLiteral("\n\n");
        if (marked)
            out += format.stringProperty(MarkerProperty) + u' ';
        out += line;
    });
    return out;
}

QMimeData *mimeData(const QTextCursor &selection)
{
    QString html;
    eachBlock(selection, [&html](const QTextBlock &block, int start, int end) {
        QString inner;
        eachFragment(block, start, end, [&inner](const QTextCharFormat &format, const QString &text) {
            inner += htmlOf(format, text);
        });
        if (inner.isEmpty())
            return;
        const QTextBlockFormat format = block.blockFormat();
        QString tag = QStringLiteral("p");
        if (format.headingLevel() > 0)
            tag = QStringLiteral("h%1").arg(format.headingLevel());
        else if (kind(format) == BlockKind::Code)
            tag = QStringLiteral("pre");
        if (format.hasProperty(MarkerProperty))
            inner.prepend(format.stringProperty(MarkerProperty).toHtmlEscaped() + u' ');
        html += u'<' + tag + u'>' + inner + QStringLiteral("</") + tag + u'>';
    });
    auto *data = new QMimeData;
    data->setText(plainText(selection));
    data->setHtml(html);
    return data;
}

} // namespace broadsheet::selectioncopy
