// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/textlines.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>

namespace broadsheet {
namespace {

constexpr QChar Ellipsis = u'\u2026';

/** \a text cut to \a width at a place where a line may break, with "…". */
QString cutAtWord(const QString &text, const QFont &font, double width)
{
    const QString elided = QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
    if (!elided.endsWith(Ellipsis) || text == elided)
        return elided;
    qsizetype end = elided.size() - 1;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    finder.setPosition(end);
    if (!finder.isAtBoundary() && finder.toPreviousBoundary() > 0)
        end = finder.position();
    const auto isLoose = [](QChar c) { return c.isSpace() || QStringView(u",;:–—-(").contains(c); };
    while (end > 0 && isLoose(text.at(end - 1)))
        --end;
    return text.left(end) + Ellipsis;
}

} // namespace

TextLines::TextLines(const QString &text, const Style &style, double width,
                     const QList<QTextLayout::FormatRange> &formats)
    : m_layout(text, style.font)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    m_layout.setTextOption(option);
    m_layout.setFormats(formats);
    m_layout.setCacheEnabled(true);
    if (layOut(style, width) || m_layout.lineCount() == 0)
        return;
    const int lastStart = m_layout.lineAt(m_layout.lineCount() - 1).textStart();
    m_layout.setText(text.left(lastStart) + cutAtWord(text.mid(lastStart), style.font, width));
    layOut(style, width);
}

/** False if the text goes on after the last line. */
bool TextLines::layOut(const Style &style, double width)
{
    const QFontMetricsF metrics(style.font);
    const double baseline = (style.lineHeight - metrics.height()) / 2 + metrics.ascent();
    int end = 0;
    m_layout.beginLayout();
    for (int i = 0; i < style.maxLines; ++i) {
        QTextLine line = m_layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, i * style.lineHeight + baseline - line.ascent()});
        end = line.textStart() + line.textLength();
    }
    m_layout.endLayout();
    return end >= m_layout.text().size();
}

} // namespace broadsheet
