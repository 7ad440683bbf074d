// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/storycard.h"

#include "widgets/articles/cardtext.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/common/appearance.h"
#include "widgets/common/favicons.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"
#include "widgets/frontpage/storywords.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSet>

#include <algorithm>

namespace broadsheet {

namespace {

constexpr int gap = 18;
constexpr int ringGap = 8;   ///< between the ring of the focus and what stands in it
constexpr int tile = 15;     ///< of a source
constexpr int tileStep = 18; ///< from one to the next
constexpr qsizetype tiles = 5;

constexpr double cardShape = 9.0 / 16;
constexpr int dimmed = 28; ///< of 255: in dark, pictures do not glare

int scaled(double length)
{
    return qRound(length * fonts::scale());
}

int leadPicture(int width)
{
    return qMin(scaled(290), int(width * cardShape));
}
int rowPicture()
{
    return scaled(84);
}
int smallPicture()
{
    return scaled(108);
}
int metaHeight()
{
    return scaled(18);
}
constexpr int smallGap = 10;
constexpr int rowTop = 14, rowBottom = 14;

TextLines::Style leadStyle()
{
    return {fonts::serif(30, QFont::Bold), double(scaled(36)), 5};
}
TextLines::Style cardStyle()
{
    return {fonts::serif(20, QFont::DemiBold), double(scaled(25)), 4};
}
TextLines::Style rowStyle()
{
    return {fonts::serif(16.5, QFont::DemiBold), double(scaled(22)), 3};
}
TextLines::Style smallStyle()
{
    return {fonts::serif(15, QFont::DemiBold), double(scaled(21)), 2};
}
/** Where there is no picture, some words of the story. */
TextLines::Style smallTextStyle()
{
    return {fonts::sans(13), double(scaled(19)), 4};
}
TextLines::Style cardTextStyle()
{
    return {fonts::sans(14), double(scaled(21)), 5};
}
TextLines::Style rowTextStyle()
{
    return {fonts::sans(13), double(scaled(19)), 2};
}
TextLines::Style textStyle()
{
    return {fonts::serif(16), double(scaled(24)), 3};
}

int heightOf(const QString &text, const TextLines::Style &style, int width)
{
    return text.isEmpty() ? 0 : int(TextLines(text, style, width).lineCount() * style.lineHeight);
}

QList<ArticleHeadline> sourcesOf(const Story &story)
{
    QList<ArticleHeadline> sources;
    QSet<FeedId> feeds;
    for (const StoryTelling &telling : story.tellings) {
        if (!feeds.contains(telling.headline.feed))
            sources.append(telling.headline);
        feeds.insert(telling.headline.feed);
    }
    return sources;
}

} // namespace

StoryCard::StoryCard(Kind kind, const Story &story, const QDateTime &now, Appearance &appearance,
                     ThumbnailLoader &thumbnails, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
    , m_story(story)
    , m_time(CardText::time(story.last, now))
    , m_picture(StoryWords::picture(story))
    , m_sources(sourcesOf(story))
    , m_appearance(appearance)
    , m_thumbnails(thumbnails)
{
    if (kind != Kind::Small)
        setContentsMargins(ringGap, kind == Kind::Lead ? ringGap : 0, ringGap, 0);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(StoryWords::spoken(story, now));
    setToolTip(StoryWords::sources(story));
    setAccessibleDescription(toolTip());
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    connect(&thumbnails, &ThumbnailLoader::ready, this, [this](const QUrl &url) {
        if (url == m_picture)
            update();
    });
}

const QString &StoryCard::beginning() const
{
    return StoryWords::face(m_story).excerpt;
}

int StoryCard::cardPicture(int width) const
{
    return m_picture.isEmpty() ? 0 : int(width * cardShape);
}

/** Beside the picture, if there is one. */
int StoryCard::rowRoom(int width) const
{
    return width - (m_picture.isEmpty() ? 0 : rowPicture() + gap);
}

int StoryCard::heightForWidth(int width) const
{
    switch (m_kind) {
    case Kind::Lead: {
        const int picture = m_picture.isEmpty() ? 0 : leadPicture(width) + gap;
        return picture + metaHeight() + 6 + heightOf(m_story.headline, leadStyle(), width) + 8 +
               heightOf(beginning(), textStyle(), width) + 12 + metaHeight() + gap;
    }
    case Kind::Card: {
        const int above =
            m_picture.isEmpty() ? heightOf(beginning(), cardTextStyle(), width) + 8 : cardPicture(width) + 12;
        return above + heightOf(m_story.headline, cardStyle(), width) + 10 + metaHeight() + gap;
    }
    case Kind::Row: {
        const int room = rowRoom(width);
        const int text = heightOf(m_story.headline, rowStyle(), room) + 4 +
                         heightOf(beginning(), rowTextStyle(), room) + 6 + metaHeight();
        return rowTop + qMax(text, m_picture.isEmpty() ? 0 : rowPicture()) + rowBottom;
    }
    case Kind::Small:
        break;
    }
    const int title = heightOf(m_story.headline, smallStyle(), width) + 4;
    if (!m_picture.isEmpty())
        return smallPicture() + smallGap + title + 2 * metaHeight();
    return title + heightOf(beginning(), smallTextStyle(), width) + 6 + 2 * metaHeight();
}

/** Those who tell it, as tiles; then how many they are, and when the last of them did. */
void StoryCard::paintMeta(QPainter &painter, int y, int room) const
{
    const Theme &theme = m_appearance.theme();
    const bool mirrored = isRightToLeft();
    const int size = scaled(tile), step = scaled(tileStep);
    const qsizetype shown = std::min(m_sources.size(), tiles);
    const int wide = int(shown - 1) * step + size;
    const int x = mirrored ? inner() - wide : 0;
    for (qsizetype i = 0; i < shown; ++i) {
        const int left = mirrored ? int(shown - 1 - i) * step : int(i) * step;
        const QRect place(x + left, y + (metaHeight() - size) / 2, size, size);
        painter.drawPixmap(
            place, favicons::tile(m_sources[i].feed, m_sources[i].feedTitle, size, devicePixelRatioF()));
    }
    const QFont font = fonts::sans(12.5);
    painter.setFont(font);
    painter.setPen(theme.text2);
    const QString words = StoryWords::reason(m_story) + QStringLiteral("  ·  ") + m_time;
    const int left = wide + 8;
    painter.drawText(QRect(mirrored ? inner() - room : left, y, room - left, metaHeight()),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(words, Qt::ElideRight, room - left));
}

/** Gives where it ends. */
int StoryCard::paintTitle(QPainter &painter, const QString &text, const TextLines::Style &style, int y,
                          int room) const
{
    const Theme &theme = m_appearance.theme();
    painter.setPen(underMouse() ? theme.accent : theme.strong);
    const TextLines lines(text, style, room);
    lines.draw(&painter, QPointF(isRightToLeft() ? inner() - room : 0, y));
    return y + int(lines.lineCount() * style.lineHeight);
}

void StoryCard::paintPicture(QPainter &painter, const QRect &place, int radius) const
{
    const QPixmap shown = m_thumbnails.thumbnail(m_picture, place.size(), radius, devicePixelRatioF());
    const Theme &theme = m_appearance.theme();
    if (!shown.isNull())
        painter.drawPixmap(place, shown);
    painter.setPen(Qt::NoPen);
    if (shown.isNull())
        painter.setBrush(theme.placeholder);
    else if (theme.dark)
        painter.setBrush(QColor(0, 0, 0, dimmed));
    else
        return;
    painter.drawRoundedRect(place, radius, radius);
}

void StoryCard::paintLead(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    int y = 0;
    if (!m_picture.isEmpty()) {
        paintPicture(painter, QRect(0, 0, inner(), leadPicture(inner())), 10);
        y = leadPicture(inner()) + gap;
    }
    QFont kicker = fonts::sans(12.5, QFont::Bold);
    kicker.setCapitalization(QFont::AllUppercase);
    kicker.setLetterSpacing(QFont::AbsoluteSpacing, 0.9);
    painter.setFont(kicker);
    painter.setPen(theme.kicker);
    painter.drawText(QRect(0, y, inner(), metaHeight()),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     StoryWords::face(m_story).categoryName);
    y = paintTitle(painter, m_story.headline, leadStyle(), y + metaHeight() + 6, inner()) + 8;
    painter.setPen(theme.text);
    const TextLines words(beginning(), textStyle(), inner());
    if (!beginning().isEmpty())
        words.draw(&painter, QPointF(0, y));
    paintMeta(painter, y + heightOf(beginning(), textStyle(), inner()) + 12, inner());
}

void StoryCard::paintCard(QPainter &painter) const
{
    int y = 0;
    if (!m_picture.isEmpty()) {
        paintPicture(painter, QRect(0, 0, inner(), cardPicture(inner())), 8);
        y = cardPicture(inner()) + 12;
    }
    y = paintTitle(painter, m_story.headline, cardStyle(), y, inner());
    if (m_picture.isEmpty() && !beginning().isEmpty()) {
        painter.setPen(m_appearance.theme().text2);
        TextLines(beginning(), cardTextStyle(), inner()).draw(&painter, QPointF(0, y + 8));
        y += heightOf(beginning(), cardTextStyle(), inner()) + 8;
    }
    paintMeta(painter, y + 10, inner());
}

void StoryCard::paintRow(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    const int room = rowRoom(inner());
    const bool mirrored = isRightToLeft();
    int y = paintTitle(painter, m_story.headline, rowStyle(), rowTop, room) + 4;
    if (!beginning().isEmpty()) {
        painter.setPen(theme.text2);
        TextLines(beginning(), rowTextStyle(), room)
            .draw(&painter, QPointF(mirrored ? inner() - room : 0, y));
        y += heightOf(beginning(), rowTextStyle(), room);
    }
    paintMeta(painter, y + 6, room);
    const int size = rowPicture();
    if (!m_picture.isEmpty())
        paintPicture(painter, QRect(mirrored ? 0 : inner() - size, rowTop, size, size), 8);
    painter.fillRect(QRect(0, height() - 1, inner(), 1), theme.hairline);
}

void StoryCard::paintSmall(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    int y = 0;
    if (!m_picture.isEmpty()) {
        paintPicture(painter, QRect(0, 0, inner(), smallPicture()), 8);
        y = smallPicture() + smallGap;
    }
    y = paintTitle(painter, m_story.headline, smallStyle(), y, inner()) + 4;
    if (m_picture.isEmpty() && !beginning().isEmpty()) {
        painter.setPen(theme.text2);
        TextLines(beginning(), smallTextStyle(), inner()).draw(&painter, QPointF(0, y));
        y += heightOf(beginning(), smallTextStyle(), inner());
    }
    y += m_picture.isEmpty() ? 6 : 0;
    const QFont small = fonts::sans(12);
    painter.setFont(small);
    painter.setPen(theme.text2);
    painter.drawText(QRect(0, y, inner(), metaHeight()),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     QFontMetrics(small).elidedText(StoryWords::reason(m_story), Qt::ElideRight, inner()));
    painter.setPen(theme.text3);
    painter.drawText(QRect(0, y + metaHeight(), inner(), metaHeight()),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, m_time);
}

void StoryCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(contentsRect().topLeft());
    switch (m_kind) {
    case Kind::Lead:
        paintLead(painter);
        break;
    case Kind::Card:
        paintCard(painter);
        break;
    case Kind::Row:
        paintRow(painter);
        break;
    case Kind::Small:
        paintSmall(painter);
        break;
    }
    painter.resetTransform();
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

/** Arrows are the column's: a button would take them for its own and go on in the order of tabs. */
void StoryCard::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right)
        return event->ignore();
    QAbstractButton::keyPressEvent(event);
}

void StoryCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace broadsheet
