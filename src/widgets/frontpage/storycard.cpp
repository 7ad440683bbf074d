// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/storycard.h"

#include "widgets/articles/cardtext.h"
#include "widgets/articles/textlines.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"
#include "widgets/frontpage/storywords.h"

#include <QPainter>

namespace broadsheet {

namespace {

constexpr int leadPicture = 280; ///< high
constexpr int rowPicture = 96;
constexpr int rowHeight = 120;
constexpr int kickerHeight = 18;
constexpr int metaHeight = 18;
constexpr int smallPicture = 108;
constexpr int smallGap = 10;
constexpr double leadLine = 36, rowLine = 23, textLine = 21;
constexpr int leadLines = 3, rowLines = 2, textLines = 3;

TextLines::Style leadStyle()
{
    return {fonts::serif(30, QFont::Bold), leadLine, leadLines};
}
TextLines::Style rowStyle()
{
    return {fonts::serif(18, QFont::DemiBold), rowLine, rowLines};
}
TextLines::Style smallStyle()
{
    return {fonts::serif(15, QFont::DemiBold), 21, 2};
}
/** Where there is no picture, some words of the story. */
TextLines::Style smallTextStyle()
{
    return {fonts::sans(13), 19, 4};
}
TextLines::Style textStyle()
{
    return {fonts::serif(15), textLine, textLines};
}

} // namespace

StoryCard::StoryCard(Kind kind, const Story &story, const QDateTime &now, Appearance &appearance,
                     ThumbnailLoader &thumbnails, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
    , m_story(story)
    , m_time(CardText::time(story.last, now))
    , m_picture(StoryWords::picture(story))
    , m_appearance(appearance)
    , m_thumbnails(thumbnails)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(StoryWords::spoken(story, now));
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    connect(&thumbnails, &ThumbnailLoader::ready, this, [this](const QUrl &url) {
        if (url == m_picture)
            update();
    });
}

int StoryCard::heightForWidth(int width) const
{
    if (m_kind == Kind::Row)
        return rowHeight;
    if (m_kind == Kind::Small) {
        const int title = TextLines(m_story.headline, smallStyle(), width).lineCount() * 21 + 4;
        if (!m_picture.isEmpty())
            return smallPicture + smallGap + title + 2 * metaHeight;
        const TextLines words(StoryWords::face(m_story).excerpt, smallTextStyle(), width);
        return title + words.lineCount() * 19 + 6 + 2 * metaHeight;
    }
    const TextLines title(m_story.headline, leadStyle(), width);
    const TextLines beginning(StoryWords::face(m_story).excerpt, textStyle(), width);
    const int picture = m_picture.isEmpty() ? 0 : leadPicture + 18;
    return picture + kickerHeight + 6 + int(title.lineCount() * leadLine) + 8 +
           int(beginning.lineCount() * textLine) + 12 + metaHeight + 14;
}

QPixmap StoryCard::picture(QSize size, int radius) const
{
    return m_picture.isEmpty() ? QPixmap()
                               : m_thumbnails.thumbnail(m_picture, size, radius, devicePixelRatioF());
}

void StoryCard::paintMeta(QPainter &painter, int x, int y, int room) const
{
    const QFont font = fonts::sans(12.5);
    painter.setFont(font);
    painter.setPen(m_appearance.theme().text2);
    const QString words = StoryWords::reason(m_story) + QStringLiteral("  ·  ") + m_time;
    painter.drawText(QRect(x, y, room, metaHeight), Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(words, Qt::ElideRight, room));
}

void StoryCard::paintLead(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    int y = 0;
    if (!m_picture.isEmpty()) {
        const QRect place(0, 0, width(), leadPicture);
        const QPixmap shown = picture(place.size(), 10);
        if (shown.isNull()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.hover);
            painter.drawRoundedRect(place, 10, 10);
        } else {
            painter.drawPixmap(place, shown);
        }
        y = leadPicture + 18;
    }
    QFont kicker = fonts::sans(12.5, QFont::Bold);
    kicker.setCapitalization(QFont::AllUppercase);
    kicker.setLetterSpacing(QFont::AbsoluteSpacing, 0.9);
    painter.setFont(kicker);
    painter.setPen(theme.kicker);
    painter.drawText(QRect(0, y, width(), kickerHeight), Qt::AlignVCenter | Qt::TextSingleLine,
                     StoryWords::face(m_story).categoryName);
    y += kickerHeight + 6;
    const TextLines title(m_story.headline, leadStyle(), width());
    painter.setPen(underMouse() ? theme.accent : theme.strong);
    title.draw(&painter, QPointF(0, y));
    y += int(title.lineCount() * leadLine) + 8;
    const TextLines beginning(StoryWords::face(m_story).excerpt, textStyle(), width());
    painter.setPen(theme.text);
    beginning.draw(&painter, QPointF(0, y));
    y += int(beginning.lineCount() * textLine) + 12;
    paintMeta(painter, 0, y, width());
}

void StoryCard::paintRow(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    const QPixmap shown = picture({rowPicture, rowPicture}, 8);
    const int room = width() - (shown.isNull() ? 0 : rowPicture + 20);
    const TextLines title(m_story.headline, rowStyle(), room);
    painter.setPen(underMouse() ? theme.accent : theme.strong);
    title.draw(&painter, QPointF(0, 12));
    const int below = 12 + int(title.lineCount() * rowLine) + 4;
    const QFont small = fonts::sans(13);
    painter.setFont(small);
    painter.setPen(theme.text2);
    painter.drawText(QRect(0, below, room, 18), Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(small).elidedText(StoryWords::face(m_story).excerpt, Qt::ElideRight, room));
    paintMeta(painter, 0, below + 22, room);
    if (!shown.isNull())
        painter.drawPixmap(QRect(width() - rowPicture, 12, rowPicture, rowPicture), shown);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.hairline);
}

void StoryCard::paintSmall(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    int y = 0;
    if (!m_picture.isEmpty()) {
        const QRect place(0, 0, width(), smallPicture);
        const QPixmap shown = picture(place.size(), 8);
        if (shown.isNull()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.placeholder);
            painter.drawRoundedRect(place, 8, 8);
        } else {
            painter.drawPixmap(place, shown);
        }
        y = smallPicture + smallGap;
    }
    const TextLines title(m_story.headline, smallStyle(), width());
    painter.setPen(underMouse() ? theme.accent : theme.strong);
    title.draw(&painter, QPointF(0, y));
    y += title.lineCount() * 21 + 4;
    if (m_picture.isEmpty()) {
        const TextLines words(StoryWords::face(m_story).excerpt, smallTextStyle(), width());
        painter.setPen(theme.text2);
        words.draw(&painter, QPointF(0, y));
        y += words.lineCount() * 19 + 6;
    }
    const QFont small = fonts::sans(12);
    const QFontMetrics metrics(small);
    painter.setFont(small);
    painter.setPen(theme.text2);
    painter.drawText(QRect(0, y, width(), metaHeight), Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(StoryWords::reason(m_story), Qt::ElideRight, width()));
    painter.setPen(theme.text3);
    painter.drawText(QRect(0, y + metaHeight, width(), metaHeight), Qt::AlignVCenter | Qt::TextSingleLine, m_time);
}

void StoryCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (m_kind) {
    case Kind::Lead:
        paintLead(painter);
        break;
    case Kind::Row:
        paintRow(painter);
        break;
    case Kind::Small:
        paintSmall(painter);
        break;
    }
    if (showsFocusRing(this)) {
        painter.setPen(QPen(m_appearance.theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -2), 8, 8);
    }
}

void StoryCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void StoryCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace broadsheet
