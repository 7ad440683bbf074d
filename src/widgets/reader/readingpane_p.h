// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/comment.h"
#include "model/siteaccount.h"
#include "widgets/comments/passagemarks.h"
#include "widgets/reader/articlesaver.h"
#include "widgets/reader/pagefinder.h"
#include "widgets/reader/pagemaker.h"
#include "widgets/reader/readertabs.h"
#include "widgets/reader/readertoolbar.h"
#include "widgets/reader/readerview.h"
#include "widgets/reader/readingpane.h"

#include <QHash>
#include <QStackedWidget>

class QMenu;

namespace broadsheet {

class ArticleFoot;
class EmptyState;
class FindBar;
class PassageMarks;
class Strip;
class VersionView;

/** The workings of the pane: readingpaneprivate.cpp has which article is asked for and what came,
 * readingpaneactions.cpp what is done with it, readingpanetext.cpp which of its texts is read,
 * readingpanefiles.cpp what is attached to it. */
class ReadingPane::Private : public QObject
{
public:
    Private(ReadingPane &pane, const ReadingPaneServices &services);

    ArticleId current() const { return m_current; }
    ReaderView &view() { return *m_view; }
    PageFinder &finder() { return *m_finder; }
    ReaderToolbar &toolbar() { return *m_toolbar; }

    ReaderTabs &tabs() { return *m_tabs; }

    /** What the list shows, in the first tab. */
    void showListed(ArticleId id);
    void openAside(ArticleId id);
    void show(ArticleId id);
    void prepareAhead(ArticleId id);
    void showComment(CommentId id);
    void toggleFullText();
    void openInBrowser();
    void openBehind();
    void copyLink();
    void openFind();
    void zoom(int step);
    void reply();
    void highlight(HighlightColor color);
    void writeAbout(bool quoted);
    void stepPassage(int by);
    PassageMarks &marks() { return *m_marks; }
    HighlightColor lastColor() const { return m_lastColor; }
    void fillMenu(QMenu &menu);
    void copyAsText();
    void copyAsMarkdown();
    void copyQuotation();
    void saveAs(ArticleSaver::Format format);
    void print();
    void keepPlace();

private:
    void makeWidgets();
    void connectView();
    void makeMarks();
    void opened(ArticleId id, const Result<Article> &answer);
    void display(const std::shared_ptr<PreparedPage> &page);
    void takeAhead(ArticleId id, const Result<Article> &answer);
    void showNothing();
    void askForMore();
    void askForStory();
    void askForStories();
    void showEdits();
    void leaveEdits();
    void askForAccounts();
    void lookUpAccounts();
    void follow(const SiteAccount &account);
    void markReadLater();
    void articlesChanged(const ArticleChanges &changes);
    void reload();
    void takeReloaded(const Result<Article> &answer);
    void takeState(const ArticleHeadline &headline);
    void fetchFullText();
    void takeOtherText(const Article &article);
    void offerFullText();
    void setFullTextWish(FullTextWish wish);
    void addTextChoices(QMenu &menu);
    void connectDownloads();
    void openEnclosureMenu(const QUrl &url, QWidget *chip);
    void saveEnclosure(const QUrl &url);
    void keepSaving(const QUrl &url, const QString &path);
    void showTextState();
    void activate(const QUrl &url);
    void showPicture(const QUrl &url);
    void savePicture(const QUrl &url);
    QString wordsOfPicture(const QUrl &url) const;
    void scrollToComment();
    void holdComment();
    void offerPictures();
    void setFeedPictures(std::optional<ImagePolicy> policy);
    void addPictureChoices(QMenu &menu);
    void fillContextMenu(QMenu &menu, const QUrl &link, const QUrl &picture);
    void copied(const QString &text);

    ReadingPane &m_pane;
    ReadingPaneServices m_services;
    ReaderTabs *m_tabs = nullptr;
    ReaderToolbar *m_toolbar = nullptr;
    FindBar *m_findBar = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    ReaderView *m_view = nullptr;
    VersionView *m_edits = nullptr;
    PageFinder *m_finder = nullptr;
    PassageMarks *m_marks = nullptr;
    HighlightColor m_lastColor = HighlightColor::Yellow;
    ArticleFoot *m_foot = nullptr;
    Strip *m_strip = nullptr;
    Strip *m_pictureStrip = nullptr;
    Strip *m_offerStrip = nullptr; ///< whether a feed is to be read in full
    FeedId m_offered;              ///< what it is about
    ArticleSaver *m_saver = nullptr;
    QTimer m_readTimer;
    ArticleId m_current; ///< the present question; answers for others are dropped
    std::optional<Article> m_article;
    ArticleId m_aheadWanted; ///< what is being prepared, or is
    std::shared_ptr<PreparedPage> m_ahead; ///< the article that is likely to be shown next
    QList<ArticleHeadline> m_more; ///< what the foot lists of the category
    CommentId m_wantedComment;
    CommentId m_heldComment; ///< kept in sight while the foot above it grows, until the reader scrolls
    QTimer m_holding;
    QHash<ArticleId, ReaderView::Place> m_places; ///< where reading stopped, within this run
};

} // namespace broadsheet
