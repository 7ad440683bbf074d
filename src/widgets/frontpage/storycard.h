// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story.h"

#include <QAbstractButton>

namespace broadsheet {

class Appearance;
class ThumbnailLoader;

/** A story on the front page: kicker, headline, beginning of the text, reason and time, picture. */
class StoryCard : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind {
        Lead, ///< large, its picture above
        Row,
        Small ///< below an article, beside others; its picture above
    };
    StoryCard(Kind kind, const Story &story, const QDateTime &now, Appearance &appearance,
              ThumbnailLoader &thumbnails, QWidget *parent);

    const Story &story() const { return m_story; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {600, heightForWidth(600)}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintLead(QPainter &painter) const;
    void paintRow(QPainter &painter) const;
    void paintSmall(QPainter &painter) const;
    void paintMeta(QPainter &painter, int x, int y, int room) const;
    QPixmap picture(QSize size, int radius) const;

    Kind m_kind;
    Story m_story;
    QString m_time;
    QUrl m_picture;
    Appearance &m_appearance;
    ThumbnailLoader &m_thumbnails;
};

} // namespace broadsheet
