// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "model/comment.h"

#include <QSet>
#include <QWidget>

#include <memory>

namespace broadsheet {

class Appearance;
class CommentService;
class FileDialogs;
class DownloadService;
class FollowService;
class FullTextService;
class ImageLoader;
class LibraryEvents;
class LibraryService;
class ReadingService;
class Settings;
class StoryService;
class Workers;

struct ReadingPaneServices
{
    LibraryService &library;
    ReadingService &reading;
    CommentService &comments;
    LibraryEvents &events;
    Settings &settings;
    Appearance &appearance;
    ImageLoader &images;
    Workers &workers;
    FileDialogs &dialogs;
    StoryService *stories = nullptr; ///< nullptr: the foot tells nothing of stories
    FollowService *follow = nullptr; ///< nullptr: publishers have no accounts
    FullTextService *fullTexts = nullptr; ///< nullptr: articles are as their feed gives them
    DownloadService *downloads = nullptr; ///< nullptr: what is attached is opened only
};

/** The right pane: toolbar, the article as a page with its foot (topics, more articles, discussion), or
 * "Nothing selected". */
class ReadingPane : public QWidget
{
    Q_OBJECT
public:
    explicit ReadingPane(const ReadingPaneServices &services, QWidget *parent = nullptr);
    ~ReadingPane() override;

    ArticleId currentArticle() const;
    /** What stands in tabs of its own. */
    QList<ArticleId> openTabs() const;

public Q_SLOTS:
    /** Shows it, and marks it read by the setting. Invalid: "Nothing selected". */
    void showArticle(broadsheet::ArticleId id);
    /** Keeps it open in a tab of its own, behind the one that is read. */
    void openAside(broadsheet::ArticleId id);
    /** The same with what is read now. */
    void keepInTab();
    void closeTab();
    void nextTab();
    void previousTab();
    /** Makes ready the one that is likely to be shown next, so that it is there at once. */
    void prepareArticle(broadsheet::ArticleId id);
    /** Scrolls to a comment of the article that is shown or being loaded. */
    void showComment(broadsheet::CommentId id);
    /** A screen on; false at the end of the article. */
    bool pageDown();
    bool pageUp();
    void focusText();
    /** Fetches the text of the article's own page; where it is there, changes between it and the feed's. */
    void toggleFullText();
    void openInBrowser();
    /** The same without leaving this window for longer than the desktop wants. */
    void openBehind();
    void copyLink();
    void copyAsMarkdown();
    void copyQuotation();
    void print();
    void findInArticle();
    void findNext();
    void findPrevious();
    void zoomIn();
    void zoomOut();
    void zoomReset();
    /** Puts the cursor into the reply box at the article's foot. */
    void reply();
    /** Marks the selected passage in the colour used last, or in \a color. */
    void highlight();
    void highlight(broadsheet::HighlightColor color);
    /** A note on the selected passage, or a reply that quotes it: told by passageChosen(). */
    void annotate();
    void quote();
    void nextPassage();
    void previousPassage();
    /** Scrolls to the passage that a comment is about. */
    void showPassage(broadsheet::CommentId id);
    /** The comments toggle's state, since the panel lies outside. */
    void setCommentsPanelShown(bool shown);

Q_SIGNALS:
    void previousWanted();
    void nextWanted();
    void starWanted();
    void readToggleWanted();
    void commentsPanelWanted(bool shown);
    void articleWanted(broadsheet::ArticleId id);
    /** A story among "More stories today". */
    void storyWanted(broadsheet::StoryId id);
    void filterWanted(const broadsheet::ArticleFilter &filter, const QString &title);
    /** A passage of the article is to be written about: a note on it, or \a quoted in a reply. */
    void passageChosen(const broadsheet::TextAnchor &passage, bool quoted);
    /** The comment on a passage wants to be seen. */
    void passageCommentWanted(broadsheet::CommentId id);
    /** An article that a comment links to, or a comment under it. */
    void mentionWanted(broadsheet::ArticleId article, broadsheet::CommentId comment);
    /** The comments on passages, in the order of the text. */
    void passagesOrdered(const QList<broadsheet::CommentId> &order);
    /** Comments whose passage is no longer in the article. */
    void lostPassages(const QSet<broadsheet::CommentId> &lost);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet
