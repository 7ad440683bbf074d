// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/subscriptiondelegate.h"

#include "widgets/common/appearance.h"
#include "widgets/common/favicons.h"
#include "widgets/common/fonts.h"
#include "widgets/common/icons.h"
#include "widgets/subscriptions/subscriptionmodel.h"

#include <QLocale>
#include <QPainter>

namespace broadsheet {

namespace {

using Kind = SubscriptionModel::Kind;

constexpr int edge = 18;      ///< of headings and counts
constexpr int smartIcon = 18; ///< at x 18
constexpr int smartLabel = 46;
constexpr int chevron = 12; ///< centred at x 24
constexpr int chevronHit = 24;
constexpr int shelfLabel = 38;
constexpr int favicon = 16; ///< at x 38
constexpr int feedLabel = 62;
constexpr int step = 14; ///< to the right for each category above

Kind kindOf(const QModelIndex &index)
{
    return Kind(index.data(SubscriptionModel::KindRole).toInt());
}

int shift(const QModelIndex &index)
{
    return index.data(SubscriptionModel::DepthRole).toInt() * step;
}

QFont labelFont(Kind kind, bool selected)
{
    switch (kind) {
    case Kind::SmartView:
    case Kind::OwnWords:
    case Kind::Topic:
        return fonts::sans(14, selected ? QFont::Medium : QFont::Normal);
    case Kind::Category:
        return fonts::sans(14, QFont::DemiBold);
    case Kind::Heading: {
        QFont font = fonts::sans(11, QFont::DemiBold);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
        font.setCapitalization(QFont::AllUppercase);
        return font;
    }
    case Kind::Feed:
        return fonts::sans(13.5, selected ? QFont::Medium : QFont::Normal);
    }
    return {};
}

struct SmartIcon
{
    icons::Name name;
    QColor color;
};

SmartIcon smartIconOf(ArticleFilter::View view, const Theme &theme)
{
    switch (view) {
    case ArticleFilter::View::Unread:
        return {icons::Name::Unread, theme.accent};
    case ArticleFilter::View::Starred:
        return {icons::Name::Starred, theme.star};
    case ArticleFilter::View::Commented:
        return {icons::Name::Comment, theme.green};
    case ArticleFilter::View::Stories:
        return {icons::Name::Stories, theme.violet};
    default:
        return {icons::Name::Today, theme.kicker};
    }
}

} // namespace

QString shortCount(qint64 count)
{
    if (count <= 0)
        return {};
    if (count < 10'000)
        return QLocale().toString(count);
    //: a large count, shortened: thousands
    return SubscriptionDelegate::tr("%1k").arg(QLocale().toString(count / 1000));
}

SubscriptionDelegate::SubscriptionDelegate(Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent), m_appearance(appearance)
{
}

QSize SubscriptionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    int height = 30;
    if (kindOf(index) == Kind::Heading)
        height = 36;
    else if (kindOf(index) == Kind::Category)
        height = 32;
    return {100, int(height * fonts::scale())};
}

QRect SubscriptionDelegate::chevronRect(const QRect &row, const QModelIndex &index,
                                        Qt::LayoutDirection direction) const
{
    const QRect hit(row.left() + 24 + shift(index) - chevronHit / 2, row.center().y() - chevronHit / 2 + 1,
                    chevronHit, chevronHit);
    return QStyle::visualRect(direction, row, hit);
}

QRect SubscriptionDelegate::addRect(const QRect &row, Qt::LayoutDirection direction) const
{
    return QStyle::visualRect(direction, row, QRect(row.right() - 14 - 24 + 1, row.bottom() - 24, 24, 24));
}

int SubscriptionDelegate::labelLeft(const QModelIndex &index) const
{
    switch (kindOf(index)) {
    case Kind::SmartView:
    case Kind::OwnWords:
    case Kind::Topic:
        return smartLabel;
    case Kind::Heading:
        return edge;
    case Kind::Category:
        return shelfLabel + shift(index);
    case Kind::Feed:
        return feedLabel + shift(index);
    }
    return edge;
}

void SubscriptionDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const QRect half = option.rect.adjusted(edge, 10, -edge, 0);
    painter->setFont(labelFont(Kind::Heading, false));
    painter->setPen(theme.text3);
    painter->drawText(half, Qt::AlignVCenter | Qt::AlignLeading, index.data().toString());
    if (option.state & QStyle::State_MouseOver) {
        const QRect add = addRect(option.rect, option.direction);
        painter->drawPixmap(
            add.topLeft() + QPoint(4, 4),
            icons::pixmap(icons::Name::Add, theme.text2, 16, painter->device()->devicePixelRatioF()));
    }
}

void SubscriptionDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index, bool selected) const
{
    const Theme &theme = m_appearance.theme();
    const double ratio = painter->device()->devicePixelRatioF();
    const QRect row = option.rect;
    const auto place = [&](int left, int size) {
        return QStyle::visualRect(option.direction, row,
                                  QRect(row.left() + left, row.top() + (row.height() - size) / 2, size, size))
            .topLeft();
    };
    switch (kindOf(index)) {
    case Kind::SmartView: {
        const auto filter = index.data(SubscriptionModel::FilterRole).value<ArticleFilter>();
        const SmartIcon icon = smartIconOf(filter.view, theme);
        painter->drawPixmap(place(edge, smartIcon),
                            icons::pixmap(icon.name, selected ? theme.accent : icon.color, smartIcon, ratio));
        break;
    }
    case Kind::OwnWords: {
        const auto words = SubscriptionModel::OwnWords(index.data(SubscriptionModel::OwnWordsRole).toInt());
        const auto icon =
            words == SubscriptionModel::OwnWords::Comments ? icons::Name::Edit : icons::Name::Highlighter;
        painter->drawPixmap(place(edge, smartIcon),
                            icons::pixmap(icon, selected ? theme.accent : theme.text2, smartIcon, ratio));
        break;
    }
    case Kind::Topic:
        painter->drawPixmap(
            place(edge, smartIcon),
            icons::pixmap(icons::Name::Tag, selected ? theme.accent : theme.text2, smartIcon, ratio));
        break;
    case Kind::Category: {
        const bool open = option.state & QStyle::State_Open;
        painter->save();
        painter->translate(
            QRectF(place(24 + shift(index) - chevron / 2, chevron), QSizeF(chevron, chevron)).center());
        painter->rotate(open ? 90 : option.direction == Qt::RightToLeft ? 180 : 0);
        painter->drawPixmap(QPointF(-chevron / 2.0, -chevron / 2.0),
                            icons::pixmap(icons::Name::ChevronRight, theme.text2, chevron, ratio));
        painter->restore();
        break;
    }
    case Kind::Feed:
        painter->drawPixmap(place(shelfLabel + shift(index), favicon),
                            favicons::tile(index.data(SubscriptionModel::FeedRole).value<FeedId>(),
                                           index.data().toString(), favicon, ratio));
        break;
    case Kind::Heading:
        break;
    }
}

int SubscriptionDelegate::paintCount(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index, bool selected) const
{
    const Theme &theme = m_appearance.theme();
    const QRect area = option.rect.adjusted(edge, 0, -edge, 0);
    if (index.data(SubscriptionModel::FailingRole).toBool()) {
        constexpr int sign = 14;
        const QRect place =
            QStyle::visualRect(option.direction, option.rect,
                               QRect(area.right() - sign + 1, area.center().y() - sign / 2 + 1, sign, sign));
        painter->drawPixmap(place.topLeft(), icons::pixmap(icons::Name::Warning, theme.kicker, sign,
                                                           painter->device()->devicePixelRatioF()));
        return sign + 8;
    }
    const QString count = shortCount(index.data(SubscriptionModel::CountRole).toLongLong());
    if (count.isEmpty())
        return 0;
    const QFont font = fonts::sans(12, selected ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(selected ? theme.text : theme.text3);
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignTrailing, count);
    return QFontMetrics(font).horizontalAdvance(count) + 8;
}

void SubscriptionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const Kind kind = kindOf(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setLayoutDirection(option.direction);
    if (kind == Kind::Heading) {
        paintHeading(painter, option, index);
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? theme.selSide : theme.hover);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(8, 1, -8, -1), 7, 7);
    }
    paintMark(painter, option, index, selected);
    const int counted = paintCount(painter, option, index, selected);
    const bool quiet = kind == Kind::Feed && index.data(SubscriptionModel::CountRole).toLongLong() == 0;
    const QRect words = QStyle::visualRect(option.direction, option.rect,
                                           option.rect.adjusted(labelLeft(index), 0, -edge - counted, 0));
    const QFont font = labelFont(kind, selected);
    painter->setFont(font);
    painter->setPen(selected ? theme.selText : quiet ? theme.text2 : theme.text);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

void SubscriptionDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                                const QModelIndex &index) const
{
    editor->setFont(fonts::sans(13.5));
    editor->setGeometry(QStyle::visualRect(option.direction, option.rect,
                                           option.rect.adjusted(labelLeft(index) - 9, 0, -10, 0)));
}

} // namespace broadsheet
