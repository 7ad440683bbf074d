// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"

#include <QAbstractButton>

class QLabel;

namespace broadsheet {

class Appearance;
class ThumbnailLoader;

/** One article of a "More from …" list: headline, excerpt, source and time, picture. */
class RelatedRow : public QAbstractButton
{
    Q_OBJECT
public:
    static constexpr int rowHeight = 86;
    RelatedRow(const ArticleHeadline &headline, bool last, Appearance &appearance,
               ThumbnailLoader &thumbnails, QWidget *parent);

    ArticleId article() const { return m_headline.id; }
    QSize sizeHint() const override { return {300, rowHeight}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ArticleHeadline m_headline;
    bool m_last;
    Appearance &m_appearance;
    ThumbnailLoader &m_thumbnails;
};

/** "More from World News" and its rows. */
class RelatedList : public QWidget
{
    Q_OBJECT
public:
    RelatedList(Appearance &appearance, ThumbnailLoader &thumbnails, QWidget *parent = nullptr);

    void setArticles(const QString &heading, const QList<ArticleHeadline> &headlines);
    bool isEmpty() const { return m_rows.isEmpty(); }
    const QList<RelatedRow *> &rows() const { return m_rows; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void articleWanted(broadsheet::ArticleId id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void place();

    Appearance &m_appearance;
    ThumbnailLoader &m_thumbnails;
    QLabel *m_heading;
    QList<RelatedRow *> m_rows;
};

} // namespace broadsheet
