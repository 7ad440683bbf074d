// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/mentioncard.h"

#include "widgets/common/favicons.h"
#include "widgets/common/fonts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>

namespace broadsheet::mentioncard {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MentionCard)
};

constexpr double cardHeight = 54; ///< with one line of headline
constexpr double lineStep = 19;   ///< to the second line of a headline
constexpr double cardGap = 8;
constexpr double widest = 460;
constexpr double padding = 12;
constexpr int tileSize = 20;

QString writer(const Mention &mention)
{
    if (!mention.name.isEmpty())
        return mention.name;
    return mention.own ? Words::tr("You") : Words::tr("Somebody", "a comment of a site that gives no name");
}

QString headline(const Mention &mention)
{
    return mention.title.isEmpty() ? Words::tr("Untitled") : mention.title;
}

/** Below the headline: where it is from, or what was said there. */
QString secondLine(const Mention &mention)
{
    if (mention.comment.isValid())
        //: %1 wrote a comment that begins with %2
        return Words::tr("%1: %2").arg(writer(mention), mention.words.simplified());
    //: day and month, as QLocale::toString takes them; translate the order
    const QString date = QLocale().toString(mention.time.toLocalTime().date(), Words::tr("d MMMM yyyy"));
    //: %1 a feed, %2 a date
    return Words::tr("%1 · %2").arg(mention.feedTitle, date);
}

double wordsLeft()
{
    return (2 * padding + tileSize) * fonts::scale();
}

/** The headline in one line or two, the second one elided. */
QStringList headlineLines(const Mention &mention, double width)
{
    const QFont font = fonts::serif(15, QFont::DemiBold);
    const double room = qMax(40.0, width - wordsLeft() - padding * fonts::scale());
    const QString words = headline(mention);
    QTextLayout layout(words, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(room);
    layout.endLayout();
    if (first.textLength() >= words.size())
        return {words};
    const QString rest = words.mid(first.textLength());
    return {words.left(first.textLength()).trimmed(),
            QFontMetricsF(font).elidedText(rest, Qt::ElideRight, room)};
}

} // namespace

double height(const Mention &mention, double width)
{
    return (cardHeight + lineStep * double(headlineLines(mention, width).size() - 1)) * fonts::scale();
}
double gap()
{
    return cardGap * fonts::scale();
}
double widthFor(double room)
{
    return qMin(room, widest * fonts::scale());
}

void paint(QPainter &painter, const QRectF &area, const Mention &mention, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.chipBorder, 1));
    painter.setBrush(theme.codeBg);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const double scale = fonts::scale();
    const double side = tileSize * scale;
    const QRectF tile(area.left() + padding * scale, area.center().y() - side / 2, side, side);
    painter.drawPixmap(tile.topLeft(), favicons::tile(mention.feed, mention.feedTitle, qRound(side),
                                                      painter.device()->devicePixelRatioF()));
    const QRectF words(area.left() + wordsLeft(), area.top(), area.width() - wordsLeft() - padding * scale,
                       area.height());
    const auto line = [&](const QFont &font, const QColor &color, const QString &text, double baseline) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QPointF(words.left(), area.top() + baseline * scale),
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, words.width()));
    };
    double baseline = 23;
    for (const QString &part : headlineLines(mention, area.width())) {
        line(fonts::serif(15, QFont::DemiBold), theme.strong, part, baseline);
        baseline += lineStep;
    }
    line(fonts::sans(12), theme.text3, secondLine(mention), baseline);
    painter.restore();
}

QString spoken(const Mention &mention)
{
    if (mention.comment.isValid())
        //: read aloud; %1 who wrote, %2 the headline of an article
        return Words::tr("Reply by %1 under “%2”").arg(writer(mention), headline(mention));
    //: read aloud; %1 a headline, %2 a feed
    return Words::tr("Article “%1”, %2").arg(headline(mention), mention.feedTitle);
}

} // namespace broadsheet::mentioncard
