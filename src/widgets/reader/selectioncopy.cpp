// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/selectioncopy.h"

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

template <typename Take>
void eachFragment(const QTextBlock &block, int start, int end, Take take)
{
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const int from = qMax(start, fragment.position());
        const int to = qMin(end, fragment.position() + fragment.length());
        if (from < to)
            take(fragment, words(fragment, from, to));
    }
}

QString htmlOf(const QTextFragment &fragment, const QString &text)
{
    QString html = text.toHtmlEscaped();
    html.replace(u'\n', QStringLiteral("<br>"));
    const QTextCharFormat format = fragment.charFormat();
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

} // namespace

QString plainText(const QTextCursor &selection)
{
    QString out;
    eachBlock(selection, [&out](const QTextBlock &block, int start, int end) {
        QString line;
        eachFragment(block, start, end,
                     [&line](const QTextFragment &, const QString &text) { line += text; });
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
        eachFragment(block, start, end, [&inner](const QTextFragment &fragment, const QString &text) {
            inner += htmlOf(fragment, text);
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
