// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/tellingrow.h"

#include "widgets/articles/cardtext.h"
#include "widgets/articles/textlines.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/common/appearance.h"
#include "widgets/common/favicons.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"
#include "widgets/common/quietlink.h"
#include "widgets/frontpage/storywords.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace broadsheet {

namespace {

constexpr int timeWidth = 62;
constexpr int lineX = 76; ///< the line that joins the tellings
constexpr int textX = 98;
constexpr int top = 14;
constexpr int picture = 64;
constexpr double titleLine = 23;
constexpr int metaHeight = 20;
constexpr int narrow = 300; ///< with less room the reason has a line of its own
constexpr int ringGap = 8;  ///< between the ring of the focus and what stands in it

TextLines::Style titleStyle(bool unread)
{
    return {fonts::serif(17, unread ? QFont::DemiBold : QFont::Normal), titleLine, 4};
}

} // namespace

TellingRow::TellingRow(const StoryTelling &telling, const QDateTime &first, Place place,
                       Appearance &appearance, ThumbnailLoader &thumbnails, QWidget *parent)
    : QAbstractButton(parent)
    , m_telling(telling)
    , m_why(StoryWords::why(telling))
    , m_place(place)
    , m_appearance(appearance)
    , m_thumbnails(thumbnails)
    , m_out(new QuietLink(appearance, this))
{
    const ArticleHeadline &headline = telling.headline;
    const QDateTime local = headline.sortTime.toLocalTime();
    m_time = local.date() == first.toLocalTime().date()
                 ? QLocale().toString(local.time(), QLocale::ShortFormat)
                 : QLocale().toString(local, tr("d MMM HH:mm"));
    m_later = place == Place::First ? tr("first") : StoryWords::later(first.secsTo(headline.sortTime));
    setContentsMargins(ringGap, 0, ringGap, 0);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QStringList spoken{headline.title, headline.feedTitle, CardText::fullTime(headline.sortTime), m_later};
    if (headline.unread)
        spoken.prepend(tr("unread"));
    if (!m_why.isEmpty())
        spoken.append(m_why);
    setAccessibleName(spoken.join(tr(", ")));
    setToolTip(CardText::fullTime(headline.sortTime));
    m_out->setText(tr("Not this story"));
    m_out->setAccessibleName(tr("Takes “%1” out of this story, for good").arg(headline.title));
    m_out->setToolTip(m_out->accessibleName());
    connect(m_out, &QAbstractButton::clicked, this, [this] { Q_EMIT outWanted(article()); });
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    connect(&thumbnails, &ThumbnailLoader::ready, this, [this](const QUrl &url) {
        if (url == m_telling.headline.image)
            update();
    });
}

int TellingRow::room(int width) const
{
    return width - textX - (m_telling.headline.image.isEmpty() ? 0 : picture + 18);
}

int TellingRow::heightForWidth(int width) const
{
    const TextLines title(m_telling.headline.title, titleStyle(m_telling.headline.unread), room(width));
    const int lines = room(width) < narrow ? 3 : 2;
    const int text = top + int(title.lineCount() * titleLine) + 4 + lines * metaHeight + 8;
    return m_telling.headline.image.isEmpty() ? text : qMax(text, top + picture + 10);
}

void TellingRow::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    const QSize size = m_out->sizeHint();
    const TextLines title(m_telling.headline.title, titleStyle(m_telling.headline.unread), room(inner()));
    const bool below = room(inner()) < narrow;
    const int line = top + int(title.lineCount() * titleLine) + 4 + (below ? 2 : 1) * metaHeight;
    m_out->setGeometry(contentsRect().left() + textX + (below ? 0 : room(inner()) - size.width()),
                       line + (metaHeight - size.height()) / 2, size.width(), size.height());
}

void TellingRow::paintTime(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    const int middle = top + 12;
    painter.setFont(fonts::sans(13, QFont::Medium));
    painter.setPen(theme.text);
    painter.drawText(QRect(0, top, timeWidth, 24), Qt::AlignRight | Qt::AlignVCenter, m_time);
    painter.setFont(fonts::sans(12, m_place == Place::First ? QFont::DemiBold : QFont::Normal));
    painter.setPen(m_place == Place::First ? theme.accent : theme.text3);
    painter.drawText(QRect(0, top + 22, timeWidth, metaHeight), Qt::AlignRight | Qt::AlignVCenter, m_later);
    const int from = m_place == Place::First ? middle : 0;
    const int to = m_place == Place::Last ? middle : height();
    painter.fillRect(QRect(lineX, from, 2, to - from), theme.thread);
    painter.setPen(QPen(theme.reader, 2));
    painter.setBrush(m_telling.headline.unread ? theme.accent : theme.text3);
    painter.drawEllipse(QPointF(lineX + 1, middle), 5.5, 5.5);
}

void TellingRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    const ArticleHeadline &headline = m_telling.headline;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(contentsRect().left(), 0);
    paintTime(painter);

    const int wide = room(inner());
    const TextLines title(headline.title, titleStyle(headline.unread), wide);
    painter.setPen(underMouse() ? theme.accent : headline.unread ? theme.strong : theme.text2);
    title.draw(&painter, QPointF(textX, top));
    int y = top + int(title.lineCount() * titleLine) + 4;
    painter.drawPixmap(QRect(textX, y + 3, 14, 14),
                       favicons::tile(headline.feed, headline.feedTitle, 14, devicePixelRatioF()));
    const QFont source = fonts::sans(12.5, QFont::Medium);
    painter.setFont(source);
    painter.setPen(theme.text2);
    painter.drawText(QRect(textX + 21, y, wide - 21, metaHeight), Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(source).elidedText(headline.feedTitle, Qt::ElideRight, wide - 21));
    y += metaHeight;
    const QFont small = fonts::sans(12);
    const int left = wide < narrow ? wide : m_out->x() - contentsRect().left() - textX - 12;
    painter.setFont(small);
    painter.setPen(theme.text3);
    painter.drawText(QRect(textX, y, left, metaHeight), Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(small).elidedText(m_why, Qt::ElideRight, left));
    if (!headline.image.isEmpty()) {
        const QPixmap shown =
            m_thumbnails.thumbnail(headline.image, {picture, picture}, 7, devicePixelRatioF());
        const QRect place(inner() - picture, top, picture, picture);
        if (!shown.isNull())
            painter.drawPixmap(place, shown);
    }
    painter.resetTransform();
    if (showsFocusRing(this)) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 2, -1, -3), 7, 7);
    }
}

/** As in a list; a button takes the space bar alone. */
void TellingRow::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right)
        return event->ignore(); // the column's
    QAbstractButton::keyPressEvent(event);
}

void TellingRow::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void TellingRow::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace broadsheet
