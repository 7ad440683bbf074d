// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/articledelegate.h"

#include "base/text.h"
#include "widgets/articles/articlelistmodel.h"
#include "widgets/articles/cardtext.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/common/appearance.h"
#include "widgets/common/favicons.h"
#include "widgets/common/fonts.h"
#include "widgets/common/icons.h"

#include <QLocale>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace broadsheet {
namespace {

constexpr qsizetype LongestTitle = 400;
constexpr qsizetype LongestExcerpt = 600;
constexpr int ActionIcon = 16;
constexpr int MarkIcon = 13;

struct Marked
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
};

/** A snippet without its marks (U+E000 … U+E001), its matches as formats. */
Marked marked(const QString &snippet, const QColor &background)
{
    Marked result;
    qsizetype start = -1;
    for (const QChar c : snippet) {
        if (c == u'\uE000') {
            start = result.text.size();
        } else if (c == u'\uE001') {
            if (start >= 0) {
                QTextLayout::FormatRange range;
                range.start = int(start);
                range.length = int(result.text.size() - start);
                range.format.setBackground(background);
                result.formats.append(range);
            }
            start = -1;
        } else {
            result.text.append(c);
        }
    }
    return result;
}

double ratio(const QPainter *painter)
{
    return painter->device()->devicePixelRatioF();
}

} // namespace

ArticleDelegate::ArticleDelegate(Appearance &appearance, ThumbnailLoader &thumbnails, const Clock &clock,
                                 QObject *parent)
    : QAbstractItemDelegate(parent), m_appearance(appearance), m_thumbnails(thumbnails), m_clock(clock)
{
    connect(&appearance, &Appearance::changed, this, [this] { m_texts.clear(); });
}

void ArticleDelegate::setCompact(bool compact)
{
    m_compact = compact;
    m_texts.clear();
}

void ArticleDelegate::setPictures(bool shown)
{
    m_pictures = shown;
}

int ArticleDelegate::rowHeight() const
{
    return CardGeometry::rowHeight(fonts::scale(), m_compact);
}

CardGeometry ArticleDelegate::geometry(int width, Qt::LayoutDirection direction,
                                       const QModelIndex &index) const
{
    CardGeometry at{width, fonts::scale(), m_compact, direction};
    const auto telling = index.data(TellingRole).value<Telling>();
    if (telling == Telling::Middle || telling == Telling::Last)
        at.indent = CardGeometry::TellingIndent;
    else if (telling != Telling::None && index.row() > 0 && !m_compact)
        at.air = CardGeometry::StoryAir;
    return at;
}

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    CardState state;
    state.rect = option.rect;
    state.selected = option.state.testFlag(QStyle::State_Selected);
    state.listFocused = option.state.testFlag(QStyle::State_Active);
    state.hovered = option.state.testFlag(QStyle::State_MouseOver);
    paintCard(painter, state, index);
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight()};
}

void ArticleDelegate::paintCard(QPainter *painter, const CardState &state, const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const auto at = geometry(state.rect.width(), painter->layoutDirection(), index);
    const auto telling = index.data(TellingRole).value<Telling>();
    painter->save();
    painter->translate(state.rect.topLeft());
    painter->setRenderHint(QPainter::Antialiasing);
    if (state.selected || state.hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(!state.selected ? theme.hover : state.listFocused ? theme.sel : theme.selIdle);
        painter->drawRoundedRect(at.shape(), 9, 9);
    }
    if (telling == Telling::Only || telling == Telling::Last)
        painter->fillRect(at.storyRule(), theme.fieldBorder);
    else if (state.withRule)
        painter->fillRect(at.rule(), theme.hairline);
    if (at.indent > 0)
        painter->fillRect(at.thread(telling == Telling::Last), theme.fieldBorder);

    const auto *headline = index.data(HeadlineRole).value<const ArticleHeadline *>();
    if (!headline) {
        paintSkeleton(painter, at);
        painter->restore();
        return;
    }
    const bool withThumbnail = m_pictures && headline->image.isValid();
    const Colors inks = colors(*headline, state);
    paintMeta(painter, at, state, *headline, inks);
    const Texts &words = texts(*headline, index, at.textWidth(withThumbnail));
    const QPointF top = at.titlePosition(withThumbnail);
    painter->setPen(inks.title);
    words.titleLines->draw(painter, top);
    if (words.excerptLines) {
        painter->setPen(inks.excerpt);
        words.excerptLines->draw(painter,
                                 top + QPointF(0, words.titleLines->lineCount() * at.scaled(20) + 3));
    }
    if (withThumbnail)
        paintThumbnail(painter, at, state, *headline);
    painter->restore();
}

ArticleDelegate::Colors ArticleDelegate::colors(const ArticleHeadline &headline, const CardState &state) const
{
    const Theme &theme = m_appearance.theme();
    if (state.selected)
        return {theme.selText, theme.selMuted, theme.selMuted, theme.selMuted};
    if (headline.unread)
        return {theme.strong, theme.text2, theme.text2, theme.text3};
    return {theme.text2, theme.text3, theme.text2, theme.text3};
}

const ArticleDelegate::Texts &ArticleDelegate::texts(const ArticleHeadline &headline,
                                                     const QModelIndex &index, int width) const
{
    const QString snippet = index.data(SnippetRole).toString();
    const QString &excerpt = snippet.isEmpty() ? headline.excerpt : snippet;
    const QPair<qint64, qint64> key{headline.id.value(), index.data(CommentRole).value<CommentId>().value()};
    Texts *known = m_texts.object(key);
    if (known && known->width == width && known->unread == headline.unread &&
        known->title == headline.title && known->before == headline.titleBefore && known->excerpt == excerpt)
        return *known;

    auto made = std::make_unique<Texts>();
    made->title = headline.title;
    made->excerpt = excerpt;
    made->before = headline.titleBefore;
    made->width = width;
    made->unread = headline.unread;
    const double scale = fonts::scale();
    const TextLines::Style titleStyle{fonts::sans(15, headline.unread ? QFont::DemiBold : QFont::Normal),
                                      double(qRound(20 * scale)), m_compact ? 1 : 2};
    made->titleLines = std::make_unique<TextLines>(collapsed(CardText::title(headline)).left(LongestTitle),
                                                   titleStyle, width);
    const int lines = m_compact ? 1 : made->titleLines->lineCount() > 1 ? 2 : 3;
    const TextLines::Style excerptStyle{fonts::sans(13), double(qRound(18 * scale)), lines};
    Marked text = marked(collapsed(excerpt).left(LongestExcerpt), m_appearance.theme().find);
    const auto begin = [&text](const QString &prefix, int medium) {
        for (QTextLayout::FormatRange &range : text.formats)
            range.start += int(prefix.size());
        text.text.prepend(prefix);
        QTextLayout::FormatRange strong;
        strong.start = 0;
        strong.length = medium;
        strong.format.setFontWeight(QFont::Medium);
        text.formats.prepend(strong);
    };
    if (snippet.isEmpty() && !headline.titleBefore.isEmpty()) {
        const QString before = CardText::titleBefore(headline);
        begin(before + u' ', int(before.size()));
    }
    if (key.second > 0) {
        //: Before the text of one of the reader's own replies, found by a search
        const QString prefix = tr("Reply: ");
        begin(prefix, int(prefix.size()));
    }
    if (!text.text.isEmpty())
        made->excerptLines = std::make_unique<TextLines>(text.text, excerptStyle, width, text.formats);
    Texts *kept = made.release();
    m_texts.insert(key, kept);
    return *kept;
}

void ArticleDelegate::paintMeta(QPainter *painter, const CardGeometry &at, const CardState &state,
                                const ArticleHeadline &headline, const Colors &inks) const
{
    if (headline.unread) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_appearance.theme().accent);
        painter->drawEllipse(at.dot());
    }
    painter->drawPixmap(at.favicon().topLeft(),
                        favicons::tile(headline.feed, headline.feedTitle, 16, ratio(painter)));

    int right = at.contentRight();
    const int lineTop = at.metaCenter() - at.scaled(10);
    const int lineHeight = at.scaled(20);
    if (state.withActions) {
        paintActions(painter, at, state, headline, inks);
        right -= CardGeometry::ActionCount * 24 + 6;
    } else {
        const QFont font = fonts::sans(12);
        const QString time = CardText::time(headline.sortTime, m_clock.now());
        const int width = int(std::ceil(QFontMetricsF(font).horizontalAdvance(time)));
        painter->setFont(font);
        painter->setPen(inks.time);
        painter->drawText(at.visual({right - width, lineTop, width, lineHeight}), Qt::AlignCenter, time);
        right -= width;
    }
    right = paintMarks(painter, at, right, headline, inks);

    paintSource(painter, at, right - 8, headline, inks);
}

/** "The Meridian, also in Harbour News". */
void ArticleDelegate::paintSource(QPainter *painter, const CardGeometry &at, int right,
                                  const ArticleHeadline &headline, const Colors &inks) const
{
    const int lineTop = at.metaCenter() - at.scaled(10);
    const int lineHeight = at.scaled(20);
    int left = at.contentLeft() + 22;
    const auto write = [&](const QString &words, const QFont &font, const QColor &ink) {
        const QFontMetricsF metrics(font);
        const int room = right - left;
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(at.visual({left, lineTop, room, lineHeight}),
                          int(Qt::AlignVCenter) |
                              int(at.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight) |
                              Qt::TextSingleLine,
                          metrics.elidedText(words, Qt::ElideRight, room));
        left += int(std::ceil(metrics.horizontalAdvance(words))) + 6;
    };
    write(headline.feedTitle, fonts::sans(12, QFont::Medium), inks.source);
    constexpr int legible = 60; // px: less says nothing
    const QString words =
        headline.alsoIn.isEmpty() ? CardText::otherSources(headline) : CardText::alsoIn(headline);
    if (!words.isEmpty() && right - left >= legible)
        write(words, fonts::sans(12), inks.time);
}

/** Star, comment count and "edited", from the right; where the free room ends. */
int ArticleDelegate::paintMarks(QPainter *painter, const CardGeometry &at, int right,
                                const ArticleHeadline &headline, const Colors &inks) const
{
    const int iconTop = at.metaCenter() - MarkIcon / 2 - 1;
    if (headline.starred) {
        right -= 6 + MarkIcon;
        painter->drawPixmap(
            at.visual({right, iconTop, MarkIcon, MarkIcon}).topLeft(),
            icons::pixmap(icons::Name::StarFilled, m_appearance.theme().star, MarkIcon, ratio(painter)));
    }
    if (const int comments = headline.commentCount + headline.siteCommentCount; comments > 0) {
        const QFont font = fonts::sans(12);
        const QString count = QLocale().toString(comments);
        const bool mine = headline.commentCount > 0; // the reader has written here
        const int width = int(std::ceil(QFontMetricsF(font).horizontalAdvance(count)));
        right -= 6 + width;
        painter->setFont(font);
        painter->setPen(inks.time);
        painter->drawText(at.visual({right, at.metaCenter() - at.scaled(10), width, at.scaled(20)}),
                          Qt::AlignCenter, count);
        right -= 4 + MarkIcon;
        painter->drawPixmap(at.visual({right, iconTop, MarkIcon, MarkIcon}).topLeft(),
                            icons::pixmap(mine ? icons::Name::CommentFilled : icons::Name::Comment,
                                          mine ? m_appearance.theme().green : inks.time, MarkIcon,
                                          ratio(painter)));
    }
    if (headline.edited) {
        const QFont font = fonts::sans(11, QFont::Medium);
        const QString word = CardText::edited();
        const int width = int(std::ceil(QFontMetricsF(font).horizontalAdvance(word))) + 10;
        right -= 6 + width;
        const QRect badge = at.visual({right, at.metaCenter() - at.scaled(8), width, at.scaled(16)});
        painter->setPen(QPen(inks.time, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter->setFont(font);
        painter->drawText(badge, Qt::AlignCenter, word);
    }
    return right;
}

void ArticleDelegate::paintActions(QPainter *painter, const CardGeometry &at, const CardState &state,
                                   const ArticleHeadline &headline, const Colors &inks) const
{
    const Theme &theme = m_appearance.theme();
    for (int i = 0; i < CardGeometry::ActionCount; ++i) {
        const QRect box = at.action(i);
        if (state.hotAction == i) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.hover);
            painter->drawRoundedRect(box, 7, 7);
        }
        icons::Name name = icons::Name::OpenOutside;
        QColor ink = inks.source;
        if (i == CardGeometry::Star) {
            name = headline.starred ? icons::Name::StarFilled : icons::Name::Starred;
            ink = headline.starred ? theme.star : ink;
        } else if (i == CardGeometry::ToggleRead) {
            name = headline.unread ? icons::Name::Read : icons::Name::Unread;
        }
        const int inset = (box.width() - ActionIcon) / 2;
        painter->drawPixmap(box.topLeft() + QPoint(inset, inset),
                            icons::pixmap(name, ink, ActionIcon, ratio(painter)));
    }
}

void ArticleDelegate::paintThumbnail(QPainter *painter, const CardGeometry &at, const CardState &state,
                                     const ArticleHeadline &headline) const
{
    constexpr int Radius = 7;
    const Theme &theme = m_appearance.theme();
    const QRect box = at.thumbnail();
    const QPixmap picture = m_thumbnails.thumbnail(headline.image, box.size(), Radius, ratio(painter));
    painter->setPen(Qt::NoPen);
    if (picture.isNull()) {
        painter->setBrush(theme.placeholder);
        painter->drawRoundedRect(box, Radius, Radius);
        return;
    }
    if (!headline.unread && !state.selected)
        painter->setOpacity(theme.readThumbnailOpacity);
    painter->drawPixmap(QRectF(box), picture, QRectF(picture.rect()));
    if (theme.pictureDim > 0) {
        painter->setBrush(QColor::fromRgbF(0, 0, 0, float(theme.pictureDim)));
        painter->drawRoundedRect(box, Radius, Radius);
    }
    painter->setOpacity(1);
}

void ArticleDelegate::paintSkeleton(QPainter *painter, const CardGeometry &at) const
{
    const int width = at.textWidth(false);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_appearance.theme().placeholder);
    const auto bar = [&](int top, int length, int thickness) {
        painter->drawRoundedRect(at.visual({at.contentLeft(), top, length, thickness}), 4, 4);
    };
    bar(at.metaCenter() - 5, std::min(120, width), 10);
    bar(at.scaled(39), width * 60 / 100, 12);
    bar(at.scaled(64), width * 50 / 100, 10);
}

} // namespace broadsheet
