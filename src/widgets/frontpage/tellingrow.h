// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story.h"

#include <QAbstractButton>

namespace broadsheet {

class Appearance;
class QuietLink;
class ThumbnailLoader;

/** One source's telling on a story's page: when, beside a line that joins all of them; the headline, who, why. */
class TellingRow : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Place { First, Middle, Last };
    /** \a first is the time of the story's first telling. */
    TellingRow(const StoryTelling &telling, const QDateTime &first, Place place, Appearance &appearance,
               ThumbnailLoader &thumbnails, QWidget *parent);

    ArticleId article() const { return m_telling.headline.id; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {600, heightForWidth(600)}; }

Q_SIGNALS:
    /** The reader says that it tells of something else. */
    void outWanted(broadsheet::ArticleId article);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int room(int width) const;
    int inner() const { return contentsRect().width(); }
    void paintTime(QPainter &painter) const;

    StoryTelling m_telling;
    QString m_time;  ///< of day; with the date where it is another day than the first one's
    QString m_later; ///< "+25 min"; "first" on the first
    QString m_why;
    Place m_place;
    Appearance &m_appearance;
    ThumbnailLoader &m_thumbnails;
    QuietLink *m_out;
};

} // namespace broadsheet
