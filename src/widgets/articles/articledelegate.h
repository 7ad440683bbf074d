// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "model/article.h"
#include "widgets/articles/cardgeometry.h"
#include "widgets/articles/textlines.h"

#include <QAbstractItemDelegate>
#include <QCache>
#include <QPen>

namespace broadsheet {

class Appearance;
class ThumbnailLoader;

/** How a card is drawn beside what its article says. */
struct CardState
{
    QRect rect; ///< of the row, in the viewport
    bool selected = false;
    bool listFocused = false;
    bool hovered = false;
    bool withRule = true;
    bool withActions = false;
    CardGeometry::Action hotAction = CardGeometry::NoAction;
};

/** Paints article cards (specification, section 5). Texts are laid out once per row, width and weight. */
class ArticleDelegate : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    /** All references must outlive the delegate. */
    ArticleDelegate(Appearance &appearance, ThumbnailLoader &thumbnails, const Clock &clock,
                    QObject *parent = nullptr);

    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    /** False: rows have no pictures. */
    void setPictures(bool shown);
    int rowHeight() const;
    CardGeometry geometry(int width, Qt::LayoutDirection direction, const QModelIndex &index) const;

    void paintCard(QPainter *painter, const CardState &state, const QModelIndex &index) const;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Texts
    {
        QString title, before, excerpt;
        int width = 0;
        bool unread = false;
        std::unique_ptr<TextLines> titleLines, excerptLines;
    };
    struct Colors
    {
        QColor title, excerpt, source, time;
    };
    Colors colors(const ArticleHeadline &headline, const CardState &state) const;
    const Texts &texts(const ArticleHeadline &headline, const QModelIndex &index, int width) const;
    void paintMeta(QPainter *painter, const CardGeometry &at, const CardState &state,
                   const ArticleHeadline &headline, const Colors &colors) const;
    void paintSource(QPainter *painter, const CardGeometry &at, int right, const ArticleHeadline &headline,
                     const Colors &inks) const;
    int paintMarks(QPainter *painter, const CardGeometry &at, int right, const ArticleHeadline &headline,
                   const Colors &colors) const;
    void paintActions(QPainter *painter, const CardGeometry &at, const CardState &state,
                      const ArticleHeadline &headline, const Colors &colors) const;
    void paintThumbnail(QPainter *painter, const CardGeometry &at, const CardState &state,
                        const ArticleHeadline &headline) const;
    void paintSkeleton(QPainter *painter, const CardGeometry &at) const;

    Appearance &m_appearance;
    ThumbnailLoader &m_thumbnails;
    const Clock &m_clock;
    bool m_compact = false;
    bool m_pictures = true;
    mutable QCache<QPair<qint64, qint64>, Texts> m_texts{256};
};

} // namespace broadsheet
