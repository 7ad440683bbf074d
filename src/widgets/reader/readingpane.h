// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/comment.h"
#include "widgets/reader/audioplayer.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QMenu;
class QStackedWidget;

namespace broadsheet {

class Appearance;
class ArticleFoot;
class ArticleOutput;
class Attachments;
class AudioBar;
class CommentService;
class CommentSight;
class CurrentArticle;
class DownloadService;
class EmptyState;
class FileDialogs;
class FindBar;
class FollowService;
class FootSupply;
class FullTextService;
class ImageLoader;
class LibraryEvents;
class LibraryService;
class PageFinder;
class PassageTools;
class PictureChoice;
class PreparedPage;
class ReaderTabs;
class ReaderToolbar;
class ReaderView;
class ReadingService;
class Settings;
class StoryService;
class Strip;
class TextChoice;
class VersionView;
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
    StoryService *stories = nullptr;             ///< nullptr: the foot tells nothing of stories
    FollowService *follow = nullptr;             ///< nullptr: publishers have no accounts
    FullTextService *fullTexts = nullptr;        ///< nullptr: articles are as their feed gives them
    DownloadService *downloads = nullptr;        ///< nullptr: what is attached is opened only
    AudioPlayerMaker audio = audioPlayerMaker(); ///< empty: recordings open in another program
};

/** The right pane: toolbar, the article as a page with its foot (topics, more articles, discussion), or
 * "Nothing selected". Puts its parts together; what is done with an article is theirs: CurrentArticle brings
 * it, FootSupply fills its foot, TextChoice, PictureChoice, PassageTools, Attachments and ArticleOutput do
 * what they say. */
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
    /** The arrow keys move a caret through the text, or the page again. */
    void toggleCaret();
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
    void makeWidgets();
    void makeParts();
    void connectToolbar();
    void connectView();
    void connectParts();
    void display(const std::shared_ptr<PreparedPage> &page, bool again);
    void showNothing(const std::optional<Error> &error);
    void showState();
    void restyle();
    void recolour();
    void keepPlace();
    void markReadLater();
    void fillMenu(QMenu &menu);
    void activate(const QUrl &url);
    void openOutside(const QUrl &url);
    void showEdits();
    void leaveEdits();
    void zoom(int step);

    const ReadingPaneServices m_services;
    ReaderTabs *m_tabs = nullptr;
    ReaderToolbar *m_toolbar = nullptr;
    FindBar *m_findBar = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    ReaderView *m_view = nullptr;
    VersionView *m_edits = nullptr;
    PageFinder *m_finder = nullptr;
    ArticleFoot *m_foot = nullptr;
    AudioBar *m_audio = nullptr;
    Strip *m_strip = nullptr;
    Strip *m_pictureStrip = nullptr;
    Strip *m_offerStrip = nullptr;

    CurrentArticle *m_current = nullptr;
    ArticleOutput *m_output = nullptr;
    PictureChoice *m_pictures = nullptr;
    TextChoice *m_text = nullptr;
    PassageTools *m_passages = nullptr;
    FootSupply *m_supply = nullptr;
    CommentSight *m_sight = nullptr;
    Attachments *m_attachments = nullptr;

    QTimer m_readTimer;
    bool m_unread = false;                   ///< as the article was when its state was last told
    QHash<ArticleId, ReadingPlace> m_places; ///< where reading stopped, within this run
};

} // namespace broadsheet
