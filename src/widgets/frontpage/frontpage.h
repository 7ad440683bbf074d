// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "model/story.h"
#include "widgets/frontpage/storycard.h"

#include <QWidget>

class QStackedWidget;

namespace broadsheet {

class Appearance;
class EmptyState;
class LibraryService;
class StoryColumn;
class StoryService;
class StoryView;
class ThumbnailLoader;

/** "Today": the day's stories by weight, the first one large, then by category, yesterday and earlier below;
 * and the page of the one that was chosen. Read anew when it is shown and when stories change. */
class FrontPage : public QWidget
{
    Q_OBJECT
public:
    FrontPage(StoryService &stories, LibraryService &library, const Clock &clock, Appearance &appearance,
              ThumbnailLoader &thumbnails, QWidget *parent = nullptr);

    /** The cards from top to bottom. */
    QList<StoryCard *> cards() const;
    bool showsStory() const;

public Q_SLOTS:
    void refresh();
    void showStory(broadsheet::StoryId id);
    /** The day's stories, without taking the focus. */
    void showOverview();
    void showToday();

Q_SIGNALS:
    void articleWanted(broadsheet::ArticleId id);
    /** A story's tellings are to be unfolded in the article list. */
    void listWanted(broadsheet::StoryId id, const QString &headline);
    /** The day's stories were read; \a any: there are some. */
    void filled(bool any);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill(const QList<Story> &stories);
    void addSection(const QString &heading, const QList<Story> &stories, qsizetype cards);
    StoryCard *newCard(StoryCard::Kind kind, const Story &story);
    QString summary(const QList<Story> &day) const;

    StoryService &m_stories;
    const Clock &m_clock;
    Appearance &m_appearance;
    ThumbnailLoader &m_thumbnails;
    QStackedWidget *m_stack;
    StoryColumn *m_column;
    StoryView *m_story;
    EmptyState *m_empty;
    QList<StoryCard *> m_cards;
    int m_question = 0; ///< answers to earlier ones are dropped
};

} // namespace broadsheet
