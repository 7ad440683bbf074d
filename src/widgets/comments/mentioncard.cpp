// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/mentioncard.h"

#include "widgets/common/favicons.h"
#include "widgets/common/fonts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

namespace broadsheet::mentioncard {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MentionCard)
};

constexpr double cardHeight = 54;
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
    const QString date = QLocale().toString(mention.time.toLocalTime().date(), QLocale::LongFormat);
    //: %1 a feed, %2 a date
    return Words::tr("%1 · %2").arg(mention.feedTitle, date);
}

} // namespace

double height()
{
    return cardHeight * fonts::scale();
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
    const QRectF words(tile.right() + padding * scale, area.top(),
                       area.right() - tile.right() - 2 * padding * scale, area.height());
    const auto line = [&](const QFont &font, const QColor &color, const QString &text, double baseline) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QPointF(words.left(), area.top() + baseline * scale),
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, words.width()));
    };
    line(fonts::serif(15, QFont::DemiBold), theme.strong, headline(mention), 23);
    line(fonts::sans(12), theme.text3, secondLine(mention), 42);
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
