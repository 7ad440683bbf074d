// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/articlepane.h"

#include "widgets/articles/articlepane_p.h"

#include <QSet>

namespace broadsheet {

ArticlePane::ArticlePane(const ArticlePaneServices &services, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, services))
{
}

ArticlePane::~ArticlePane() = default;

ArticleFilter ArticlePane::filter() const
{
    return d->model.filter();
}

ArticleId ArticlePane::currentArticle() const
{
    return d->chosen;
}

bool ArticlePane::isUnreadOnly() const
{
    return d->header->unreadOnly()->isChecked();
}

void ArticlePane::setLibraryEmpty(bool empty)
{
    d->libraryEmpty = empty;
    d->header->setActionsShown(!empty);
    d->showTitle();
    d->updateSummary();
    d->updateEmpty();
}

void ArticlePane::showArticles(const ArticleFilter &filter, const QString &title)
{
    d->leaveSearch();
    d->title = title;
    d->base = filter;
    if (filter.feed.isValid() && filter.feed != d->firstOf)
        d->firstOf = {};
    d->unreadWanted = false;
    d->showTitle();
    d->choose({}, {});
    d->strip->dismiss();
    d->openView();
}

void ArticlePane::rename(const ArticleFilter &filter, const QString &title)
{
    if (filter != d->base)
        return;
    d->title = title;
    d->showTitle();
}

void ArticlePane::selectArticle(ArticleId id)
{
    d->select(d->rowOf(id));
}

void ArticlePane::openFirstOf(FeedId feed)
{
    d->firstOf = feed;
    d->openFirst();
}

ArticleId ArticlePane::followingArticle() const
{
    const QModelIndex current = d->view->currentIndex();
    const QModelIndex next = current.isValid() ? current.siblingAtRow(current.row() + 1) : QModelIndex();
    return next.isValid() ? next.data(ArticleIdRole).value<ArticleId>() : ArticleId();
}

void ArticlePane::selectNext()
{
    d->select(std::min(d->view->currentIndex().row() + 1, d->view->model()->rowCount() - 1));
}

void ArticlePane::selectPrevious()
{
    d->select(std::max(d->view->currentIndex().row() - 1, 0));
}

bool ArticlePane::selectNextUnread()
{
    return d->stepUnread(1);
}

bool ArticlePane::selectPreviousUnread()
{
    return d->stepUnread(-1);
}

void ArticlePane::focusSearch()
{
    d->header->search()->setFocus(Qt::ShortcutFocusReason);
    d->header->search()->selectAll();
}

void ArticlePane::focusList()
{
    d->view->setFocus(Qt::OtherFocusReason);
}

void ArticlePane::setUnreadOnly(bool on)
{
    d->header->unreadOnly()->setChecked(on);
}

void ArticlePane::markAllRead()
{
    if (d->libraryEmpty)
        return;
    if (d->isSearching()) {
        QList<ArticleId> unread;
        for (const SearchHit &hit : d->results.hits()) {
            if (hit.headline.unread && !unread.contains(hit.headline.id))
                unread.append(hit.headline.id);
        }
        d->marks.markRead(unread);
        return;
    }
    d->marks.markAllRead(d->model.filter(), d->summary.count().unread);
}

QString ArticlePane::title() const
{
    return d->title;
}

QList<ArticleId> ArticlePane::found() const
{
    QList<ArticleId> ids;
    if (d->isSearching()) {
        for (const SearchHit &hit : d->results.hits()) {
            if (hit.headline.id.isValid() && !ids.contains(hit.headline.id))
                ids.append(hit.headline.id);
        }
    }
    return ids;
}

QList<ArticleId> ArticlePane::selectedArticles() const
{
    QList<ArticleId> ids;
    QSet<ArticleId> known; // a search may have found one in several places
    for (const QModelIndex &index : d->view->chosen()) {
        const auto id = index.data(ArticleIdRole).value<ArticleId>();
        if (id.isValid() && !known.contains(id)) {
            known.insert(id);
            ids.append(id);
        }
    }
    return ids;
}

void ArticlePane::toggleStarred()
{
    const bool all = d->allChosen([](const ArticleHeadline &headline) { return headline.starred; });
    d->marks.setStarred(selectedArticles(), !all);
}

void ArticlePane::throwAway()
{
    d->marks.throwAway(selectedArticles());
}

void ArticlePane::toggleRead()
{
    const bool all = d->allChosen([](const ArticleHeadline &headline) { return !headline.unread; });
    d->marks.setRead(selectedArticles(), !all);
}

} // namespace broadsheet
