// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/frontpage/storycolumn.h"

#include "model/story.h"

namespace broadsheet {

class LibraryService;
class StoryService;
class ThumbnailLoader;

/** A story's page: what each source made of it, in the order in which they told it, and why each belongs to
 * it. */
class StoryView : public StoryColumn
{
    Q_OBJECT
public:
    StoryView(StoryService &stories, LibraryService &library, Appearance &appearance,
              ThumbnailLoader &thumbnails, QWidget *parent = nullptr);

    void showStory(StoryId id);

Q_SIGNALS:
    void articleWanted(broadsheet::ArticleId id);
    void backWanted();
    /** The tellings are to be unfolded in the article list. */
    void listWanted(broadsheet::StoryId id, const QString &headline);

private:
    void fill(const Story &story);
    void addTelling(const Story &story, qsizetype i, ArticleId focused);
    void markRead(const Story &story);

    StoryService &m_stories;
    LibraryService &m_library;
    Appearance &m_appearance;
    ThumbnailLoader &m_thumbnails;
    StoryId m_current; ///< the present question; answers for others are dropped
};

} // namespace broadsheet
