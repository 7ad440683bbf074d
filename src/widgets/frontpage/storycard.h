// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story.h"
#include "widgets/articles/textlines.h"

#include <QAbstractButton>

namespace broadsheet {

class Appearance;
class ThumbnailLoader;

/** A story on the front page: kicker, headline, beginning of the text, who tells it and when, picture. Its
 * lengths grow with the text. */
class StoryCard : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind {
        Lead, ///< large, its picture above
        Card, ///< beside another: its picture above, else the beginning of the text below the headline
        Row,  ///< its picture at the end
        Small ///< below an article, beside others; its picture above
    };
    StoryCard(Kind kind, const Story &story, const QDateTime &now, Appearance &appearance,
              ThumbnailLoader &thumbnails, QWidget *parent);

    const Story &story() const { return m_story; }
    bool hasHeightForWidth() const override { return true; }
    /** For the width within the contents margins, which keep the focus ring off the words. */
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {600, heightForWidth(600)}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintLead(QPainter &painter) const;
    void paintCard(QPainter &painter) const;
    void paintRow(QPainter &painter) const;
    void paintSmall(QPainter &painter) const;
    void paintMeta(QPainter &painter, int y, int room) const;
    int paintTitle(QPainter &painter, const QString &text, const TextLines::Style &style, int y,
                   int room) const;
    void paintPicture(QPainter &painter, const QRect &place, int radius) const;
    const QString &beginning() const;
    int inner() const { return contentsRect().width(); }
    int cardPicture(int width) const;
    int rowRoom(int width) const;

    Kind m_kind;
    Story m_story;
    QString m_time;
    QUrl m_picture;
    QList<ArticleHeadline> m_sources; ///< one telling a feed, the first to tell it first
    Appearance &m_appearance;
    ThumbnailLoader &m_thumbnails;
};

} // namespace broadsheet
