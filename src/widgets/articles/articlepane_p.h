// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "widgets/articles/articledelegate.h"
#include "widgets/articles/articlelistmodel.h"
#include "widgets/articles/articlemarks.h"
#include "widgets/articles/articlepane.h"
#include "widgets/articles/cardview.h"
#include "widgets/articles/headlinesource.h"
#include "widgets/articles/listheader.h"
#include "widgets/articles/viewsummary.h"
#include "widgets/common/buttons.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/strip.h"
#include "widgets/search/articlesearch.h"
#include "widgets/search/scopebar.h"
#include "widgets/search/searchfield.h"
#include "widgets/search/searchresultsmodel.h"

#include <QSet>
#include <QStackedWidget>
#include <QTimer>

namespace broadsheet {

/** The parts of the pane and what ties them. */
class ArticlePane::Private
{
public:
    Private(ArticlePane &pane, const ArticlePaneServices &services);

    // The view
    void openView();
    void openFirst();
    void viewOpened();
    void showTitle();
    void updateSummary();
    void updateEmpty();

    // Choosing
    int rowOf(ArticleId id) const;
    const ArticleHeadline *headlineAt(const QModelIndex &index) const;
    bool allChosen(bool (*is)(const ArticleHeadline &)) const;
    void select(int row);
    void choose(ArticleId id, CommentId comment);
    void currentChanged(const QModelIndex &current);
    void currentLost();
    /** \a leave: says where this view has no more, that the next one is wanted. */
    bool stepUnread(int direction, bool leave = true);
    void stepUnreadFar(int direction, bool leave);

    // Searching
    bool isSearching() const { return view->model() == &results; }
    void ask();
    void found(const QList<SearchHit> &hits);
    void searchFailed(const Error &error);
    void leaveSearch();
    void useModel(QAbstractItemModel &model);

    // Scrolling past rows
    void rowsPassed(int first, int last);
    void markPassed();

    // Acting on a row
    void act(CardGeometry::Action action, const QModelIndex &index);
    void openOutside(const QModelIndex &index);
    void showMenu(const QModelIndex &index, const QPoint &position);

    ArticlePane &q;
    ArticlePaneServices services;
    SystemClock clock;
    LibraryHeadlines source;
    ArticleListModel model;
    SearchResultsModel results;
    ArticleDelegate delegate;
    ArticleSearch search;
    ViewSummary summary;
    ListHeader *header;
    QStackedWidget *stack;
    CardView *view;
    EmptyState *empty;
    Strip *strip;
    ArticleMarks marks;

    ArticleFilter base; ///< as it was given; the toggle narrows it
    QString title;
    bool libraryEmpty = false;
    bool unreadWanted = false; ///< the first unread one, as soon as the view is read
    FeedId firstOf;            ///< whose first article is to be shown as soon as it is there
    ArticleId chosen;
    bool isAnswered = false;     ///< the question in the search field
    bool firstHitWanted = false; ///< Enter came before the answer
    int placeInView = 0;         ///< of the scroll bar, while results are shown
    QSet<ArticleId> passed;      ///< unread ones that were scrolled past, to be marked together
    QTimer passedDelay;
    QString openFailed; ///< why the view could not be read; empty: it was

private:
    void build();
    void connectParts();
    void connectView();
    enum class EmptyButton { None, AddFeed, SearchEverywhere, TryAgain };
    EmptyButton emptyButton = EmptyButton::None;
    void setEmpty(icons::Name icon, const QString &heading, const QString &sentence,
                  EmptyButton button = EmptyButton::None);
    void setEmptyOfView();
    void emptyButtonClicked();
};

} // namespace broadsheet
