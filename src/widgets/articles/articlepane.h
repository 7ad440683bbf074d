// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"

#include <QWidget>

#include <memory>

namespace broadsheet {

class Appearance;
class LibraryEvents;
class LibraryService;
class ReadingService;
class SearchService;
class Settings;
class ThumbnailLoader;

/** The services an article list works with. */
struct ArticlePaneServices
{
    LibraryService &library;
    ReadingService &reading;
    SearchService &search;
    LibraryEvents &events;
    Settings &settings;
    Appearance &appearance;
    ThumbnailLoader &thumbnails;
};

/** The middle pane: header with title, counts and search field, and the list of article cards. */
class ArticlePane : public QWidget
{
    Q_OBJECT
public:
    explicit ArticlePane(const ArticlePaneServices &services, QWidget *parent = nullptr);
    ~ArticlePane() override;

    ArticleFilter filter() const;
    /** What heads the pane. */
    QString title() const;
    /** The articles that a search has found, each once; empty while none is shown. */
    QList<ArticleId> found() const;
    ArticleId currentArticle() const;
    /** The articles that are selected, each once, in the order of the list: the current one, or several. */
    QList<ArticleId> selectedArticles() const;
    /** The one under the current article; invalid at the end. */
    ArticleId followingArticle() const;
    bool isUnreadOnly() const;
    /** True where no feed is subscribed: the pane then shows "Your front page is empty" with its button. */
    void setLibraryEmpty(bool empty);

public Q_SLOTS:
    /** \a title heads the pane ("World News"). Keeps nothing selected; the text of the search field is
     * cleared. */
    void showArticles(const broadsheet::ArticleFilter &filter, const QString &title);
    /** Names this view anew; of no effect where another one is shown. */
    void rename(const broadsheet::ArticleFilter &filter, const QString &title);
    /** Selects the article if the list holds it. */
    void selectArticle(broadsheet::ArticleId id);
    /** The first article of this feed is shown as soon as the list holds it, unless another view is opened before. */
    void openFirstOf(broadsheet::FeedId feed);
    void selectNext();
    void selectPrevious();
    /** False where the view holds no further unread article: wantsNextView() is emitted then. */
    bool selectNextUnread();
    bool selectPreviousUnread();
    void focusSearch();
    void focusList();
    void setUnreadOnly(bool on);
    void markAllRead();
    /** These are about all that is selected: where it differs, all of it is starred, or read. */
    void toggleStarred();
    void toggleRead();
    /** Into the bin, from where they can be taken back. */
    void throwAway();

Q_SIGNALS:
    /** The current article changed (invalid: none). */
    void articleChosen(broadsheet::ArticleId id);
    /** A middle click: the article is to be kept open beside the others. */
    void articleWantedAside(broadsheet::ArticleId id);
    /** Enter: into the reader. */
    void readerWanted();
    /** N at the end of a view: go on in the next view that has unread articles. */
    void nextUnreadViewWanted();
    /** A search hit in a comment was chosen; articleChosen() was emitted before. */
    void commentChosen(broadsheet::CommentId id);
    void addFeedWanted();
    /** "Try again" on a feed that does not answer. */
    void refreshWanted(broadsheet::FeedId feed);
    void unreadOnlyChanged(bool on);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet
