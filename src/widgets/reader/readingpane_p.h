// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/comment.h"
#include "widgets/comments/passagemarks.h"
#include "widgets/reader/pagefinder.h"
#include "widgets/reader/readertoolbar.h"
#include "widgets/reader/readerview.h"
#include "widgets/reader/readingpane.h"

#include <QHash>
#include <QStackedWidget>

namespace broadsheet {

class ArticleFoot;
class EmptyState;
class FindBar;
class PassageMarks;
class Strip;

/** The workings of the pane: which article is asked for, what came, what is done with it. */
class ReadingPane::Private : public QObject
{
public:
    Private(ReadingPane &pane, const ReadingPaneServices &services);

    ArticleId current() const { return m_current; }
    ReaderView &view() { return *m_view; }
    PageFinder &finder() { return *m_finder; }
    ReaderToolbar &toolbar() { return *m_toolbar; }

    void show(ArticleId id);
    void showComment(CommentId id);
    void openInBrowser();
    void copyLink();
    void openFind();
    void zoom(int step);
    void reply();
    void highlight(HighlightColor color);
    void writeAbout(bool quoted);
    void stepPassage(int by);
    PassageMarks &marks() { return *m_marks; }
    HighlightColor lastColor() const { return m_lastColor; }

private:
    /** An article made ready to be shown; built on the pool where it is long. */
    struct Ready
    {
        Article article;
        std::shared_ptr<const PageContent> content;
    };
    void makeWidgets();
    void connectView();
    void makeMarks();
    void opened(ArticleId id, const Result<Article> &answer);
    void display(const Ready &ready);
    void showNothing();
    void askForMore();
    void askForStory();
    void markReadLater();
    void articlesChanged(const ArticleChanges &changes);
    void reload();
    void takeReloaded(const Result<Article> &answer);
    void takeState(const ArticleHeadline &headline);
    void keepPlace();
    void activate(const QUrl &url);
    void showPicture(const QUrl &url);
    void scrollToComment();
    static Ready prepare(const Article &article);

    ReadingPane &m_pane;
    ReadingPaneServices m_services;
    ReaderToolbar *m_toolbar = nullptr;
    FindBar *m_findBar = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    ReaderView *m_view = nullptr;
    PageFinder *m_finder = nullptr;
    PassageMarks *m_marks = nullptr;
    HighlightColor m_lastColor = HighlightColor::Yellow;
    ArticleFoot *m_foot = nullptr;
    Strip *m_strip = nullptr;
    QTimer m_readTimer;
    ArticleId m_current; ///< the present question; answers for others are dropped
    std::optional<Article> m_article;
    CommentId m_wantedComment;
    QHash<ArticleId, ReaderView::Place> m_places; ///< where reading stopped, within this run
};

} // namespace broadsheet
