// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story.h"

#include <QWidget>

class QLabel;

namespace broadsheet {

class Appearance;
class StoryCard;
class ThumbnailLoader;

/** "More stories today": three cards beside each other, two where the column is narrow, each with its reason. */
class StoryCards : public QWidget
{
    Q_OBJECT
public:
    StoryCards(Appearance &appearance, ThumbnailLoader &thumbnails, QWidget *parent = nullptr);

    /** The first ones are shown, as many as there is room for. */
    void setStories(const QList<Story> &stories);
    bool isEmpty() const { return m_cards.isEmpty(); }
    const QList<StoryCard *> &cards() const { return m_cards; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {660, heightForWidth(660)}; }

Q_SIGNALS:
    void storyWanted(broadsheet::StoryId id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void place();

    Appearance &m_appearance;
    ThumbnailLoader &m_thumbnails;
    QLabel *m_heading;
    QList<StoryCard *> m_cards;
};

} // namespace broadsheet
