// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/articlepane_p.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/readingservice.h"
#include "services/searchservice.h"
#include "settings/settings.h"
#include "widgets/articles/cardtext.h"
#include "widgets/articles/middleclick.h"
#include "widgets/articles/passedrows.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/common/accessible.h"
#include "widgets/common/appearance.h"
#include "widgets/common/errortext.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace broadsheet {
namespace {

/** So many rows are looked at for the next unread one before the store is asked. */
constexpr int NearRows = 512;
constexpr int MinuteMs = 60'000;
/** Rest of the scroll bar before what was passed is marked: one change for all of it, and no write while it moves. */
constexpr std::chrono::milliseconds PassedRest{700};

} // namespace

ArticlePane::Private::Private(ArticlePane &pane, const ArticlePaneServices &given)
    : q(pane)
    , services(given)
    , source(given.reading)
    , model(source, given.events, clock)
    , results(source, given.events, clock)
    , delegate(given.appearance, given.thumbnails, clock)
    , search([&find = given.search](const QString &query, int limit, const ArticleFilter &within) {
        return find.find(query, limit, SearchService::Order::Date, within, true);
    })
    , summary(given.library, given.reading, given.events)
    , header(new ListHeader(given.appearance, &pane))
    , stack(new QStackedWidget(&pane))
    , view(new CardView(given.appearance, delegate, &pane))
    , empty(new EmptyState(given.appearance, &pane))
    , strip(new Strip(given.appearance, &pane))
    , marks(given.library, model, results, *strip)
{
    build();
    connectParts();
    connectView();
    useModel(model);
    updateEmpty();
}

void ArticlePane::Private::build()
{
    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(stack, 1);
    layout->addWidget(strip);
    stack->addWidget(view);
    stack->addWidget(empty);
    q.setMinimumWidth(300);
    q.setFocusProxy(view);
    q.setAutoFillBackground(true);
    const auto restyle = [this] {
        QPalette colors = q.palette();
        colors.setColor(QPalette::Window, services.appearance.theme().list);
        q.setPalette(colors);
    };
    connect(&services.appearance, &Appearance::changed, &q, restyle);
    restyle();
    delegate.setCompact(services.settings.compactList());
    delegate.setPictures(services.settings.imagePolicy() == ImagePolicy::Always);
}

void ArticlePane::Private::connectParts()
{
    connect(header->unreadOnly(), &QAbstractButton::toggled, &q, [this](bool on) {
        openView();
        Q_EMIT q.unreadOnlyChanged(on);
    });
    connect(header->markAllRead(), &QAbstractButton::clicked, &q, &ArticlePane::markAllRead);
    connect(header->search(), &QLineEdit::textEdited, &q, [this] { ask(); });
    connect(header->search(), &SearchField::left, &q, [this] {
        leaveSearch();
        q.focusList();
    });
    connect(header->search(), &SearchField::resultsWanted, &q, [this] {
        q.focusList();
        firstHitWanted = !isAnswered;
        if (isAnswered && !view->currentIndex().isValid())
            select(0);
    });
    connect(header->scopes(), &ScopeBar::scopeChanged, &q, [this] { ask(); });
    connect(&search, &ArticleSearch::found, &q, [this](const auto &hits) { found(hits); });
    connect(&search, &ArticleSearch::failed, &q, [this](const auto &error) { searchFailed(error); });
    connect(&summary, &ViewSummary::changed, &q, [this] {
        updateSummary();
        updateEmpty();
    });
    connect(empty, &EmptyState::buttonClicked, &q, [this] { emptyButtonClicked(); });
    connect(&services.settings, &Settings::compactListChanged, &q, [this] {
        delegate.setCompact(services.settings.compactList());
        view->doItemsLayout();
    });
    connect(&services.settings, &Settings::imagePolicyChanged, &q, [this] {
        delegate.setPictures(services.settings.imagePolicy() == ImagePolicy::Always);
        view->viewport()->update();
    });
}

void ArticlePane::Private::connectView()
{
    connect(&model, &ArticleListModel::opened, &q, [this] { viewOpened(); });
    connect(&model, &ArticleListModel::failed, &q, [this](const Error &error) {
        openFailed = errorText(error);
        updateEmpty();
    });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&model, change, &q, [this] { updateEmpty(); });
        connect(&results, change, &q, [this] { updateEmpty(); });
    }
    connect(&model, &QAbstractItemModel::rowsInserted, &q, [this] { openFirst(); });
    connect(view, &CardView::actionTriggered, &q,
            [this](CardGeometry::Action action, const QModelIndex &index) { act(action, index); });
    connect(view, &CardView::openOutsideWanted, &q, [this](const QModelIndex &index) { openOutside(index); });
    connect(view, &CardView::menuWanted, &q,
            [this](const QModelIndex &index, const QPoint &position) { showMenu(index, position); });
    connect(view, &CardView::enterPressed, &q, &ArticlePane::readerWanted);
    connect(view, &CardView::newAboveChanged, &q, [](int count) {
        if (count > 0)
            announce(ArticlePane::tr("%n new", nullptr, count));
    });
    connect(new MiddleClick(*view), &MiddleClick::clicked, &q, [this](const QModelIndex &index) {
        Q_EMIT q.articleWantedAside(index.data(ArticleIdRole).value<ArticleId>());
    });
    connect(new PassedRows(*view), &PassedRows::passed, &q,
            [this](int first, int last) { rowsPassed(first, last); });
    passedDelay.setSingleShot(true);
    connect(&passedDelay, &QTimer::timeout, &q, [this] { markPassed(); });
    connect(&services.thumbnails, &ThumbnailLoader::ready, view->viewport(), qOverload<>(&QWidget::update));
    // "12 min" grows older.
    auto *minute = new QTimer(&q);
    connect(minute, &QTimer::timeout, view->viewport(), qOverload<>(&QWidget::update));
    minute->start(MinuteMs);
}

// The view

void ArticlePane::Private::openView()
{
    openFailed.clear();
    ArticleFilter filter = base;
    filter.unreadOnly = base.unreadOnly || header->unreadOnly()->isChecked();
    summary.setView(filter);
    model.open(filter);
    updateEmpty();
}

void ArticlePane::Private::viewOpened()
{
    // The article in the reader, if the toggle left it here.
    if (!isSearching() && chosen.isValid())
        select(rowOf(chosen));
    openFirst();
    // Not on to another view: counts may be older than the view, and two views could send one on to each other.
    if (std::exchange(unreadWanted, false))
        stepUnread(1, false);
    updateEmpty();
}

void ArticlePane::Private::openFirst()
{
    if (!firstOf.isValid() || base.feed != firstOf || isSearching() || model.rowCount() == 0)
        return;
    firstOf = {};
    if (chosen.isValid())
        return;
    select(0);
    // Once it is in sight, in the place of the words that there is nothing: what led here is gone, and the keys with it.
    QMetaObject::invokeMethod(
        view, [v = view] { v->setFocus(Qt::OtherFocusReason); }, Qt::QueuedConnection);
}

void ArticlePane::Private::showTitle()
{
    header->setTitle(title);
    if (libraryEmpty)
        header->search()->setPlaceholderText(ArticlePane::tr("Search"));
}

void ArticlePane::Private::updateSummary()
{
    header->setSummary(libraryEmpty ? ArticlePane::tr("Nothing to read") : summary.text());
}

void ArticlePane::Private::updateEmpty()
{
    const bool nothing =
        libraryEmpty || (view->model()->rowCount() == 0 && (isSearching() || !model.isLoading()));
    if (nothing)
        setEmptyOfView();
    stack->setCurrentWidget(nothing ? static_cast<QWidget *>(empty) : view);
}

void ArticlePane::Private::setEmptyOfView()
{
    using View = ArticleFilter::View;
    const QString byThemselves = ArticlePane::tr("New articles turn up here by themselves.");
    const auto failing = summary.failingFeed();
    if (libraryEmpty) {
        setEmpty(icons::Name::Newspaper, ArticlePane::tr("Your front page is empty"),
                 ArticlePane::tr("Add a feed, or bring your subscriptions with an OPML file."),
                 EmptyButton::AddFeed);
    } else if (isSearching()) {
        const bool everywhere = header->scopes()->scope() == SearchScope::Everything;
        setEmpty(icons::Name::Search,
                 ArticlePane::tr("Nothing found for “%1”").arg(header->search()->text().trimmed()),
                 everywhere ? ArticlePane::tr("Try fewer words.")
                            : ArticlePane::tr("Try fewer words, or search everywhere."),
                 everywhere ? EmptyButton::None : EmptyButton::SearchEverywhere);
    } else if (!openFailed.isEmpty()) {
        setEmpty(icons::Name::Warning, ArticlePane::tr("These articles cannot be shown"), openFailed,
                 EmptyButton::TryAgain);
    } else if (failing) {
        QString reason = failing->lastError ? errorText(*failing->lastError) : QString();
        if (failing->lastSuccess.isValid())
            reason +=
                u' ' +
                ArticlePane::tr("It last answered on %1.").arg(CardText::fullTime(failing->lastSuccess));
        setEmpty(icons::Name::Warning, ArticlePane::tr("This feed does not answer"), reason.trimmed(),
                 EmptyButton::TryAgain);
    } else if (base.view == View::Starred) {
        setEmpty(icons::Name::Starred, ArticlePane::tr("No stars yet"),
                 ArticlePane::tr("Press S on an article to keep it here."));
    } else if (base.view == View::Commented) {
        setEmpty(icons::Name::Comment, ArticlePane::tr("No replies yet"),
                 ArticlePane::tr("What you write stays on this computer."));
    } else if (base.view == View::Stories && !model.filter().unreadOnly) {
        setEmpty(icons::Name::Stories, ArticlePane::tr("No stories yet"),
                 ArticlePane::tr("When several of your feeds tell of one event, it appears here."));
    } else if (base.view == View::Unread || model.filter().unreadOnly) {
        setEmpty(icons::Name::CheckAll, ArticlePane::tr("All read"), byThemselves);
    } else {
        setEmpty(icons::Name::Newspaper, ArticlePane::tr("Nothing here yet"), byThemselves);
    }
}

void ArticlePane::Private::setEmpty(icons::Name icon, const QString &heading, const QString &sentence,
                                    EmptyButton button)
{
    QString text;
    if (button == EmptyButton::AddFeed)
        text = ArticlePane::tr("Add a feed");
    else if (button == EmptyButton::SearchEverywhere)
        text = ArticlePane::tr("Search everywhere");
    else if (button == EmptyButton::TryAgain)
        text = ArticlePane::tr("Try again");
    emptyButton = button;
    empty->setContents(icon, heading, sentence, text);
}

void ArticlePane::Private::emptyButtonClicked()
{
    if (emptyButton == EmptyButton::AddFeed) {
        Q_EMIT q.addFeedWanted();
    } else if (emptyButton == EmptyButton::SearchEverywhere) {
        header->scopes()->setScope(SearchScope::Everything);
    } else if (emptyButton == EmptyButton::TryAgain) {
        if (openFailed.isEmpty())
            Q_EMIT q.refreshWanted(base.feed);
        else
            openView();
    }
}

// Choosing

int ArticlePane::Private::rowOf(ArticleId id) const
{
    return isSearching() ? results.rowOf(id) : model.rowOf(id);
}

const ArticleHeadline *ArticlePane::Private::headlineAt(const QModelIndex &index) const
{
    return index.data(HeadlineRole).value<const ArticleHeadline *>();
}

/** Of those selected rows that are loaded. */
bool ArticlePane::Private::allChosen(bool (*is)(const ArticleHeadline &)) const
{
    return std::ranges::all_of(view->chosen(), [&](const QModelIndex &index) {
        const ArticleHeadline *headline = headlineAt(index);
        return !headline || is(*headline);
    });
}

void ArticlePane::Private::select(int row)
{
    if (row >= 0 && row < view->model()->rowCount())
        // Alone, whatever keys are held down just now.
        view->selectionModel()->setCurrentIndex(view->model()->index(row, 0),
                                                QItemSelectionModel::ClearAndSelect);
}

void ArticlePane::Private::choose(ArticleId id, CommentId comment)
{
    if (id != chosen) {
        chosen = id;
        Q_EMIT q.articleChosen(id);
    }
    if (comment.isValid())
        Q_EMIT q.commentChosen(comment);
}

void ArticlePane::Private::currentChanged(const QModelIndex &current)
{
    if (current.isValid())
        choose(current.data(ArticleIdRole).value<ArticleId>(), current.data(CommentRole).value<CommentId>());
    else if (chosen.isValid())
        QTimer::singleShot(0, &q, [this] { currentLost(); });
}

/** The row went: for good, or only to come in again at another place. */
void ArticlePane::Private::currentLost()
{
    if (view->currentIndex().isValid() || !chosen.isValid() || isSearching() || model.isLoading())
        return;
    const int row = model.rowOf(chosen);
    if (row < 0) {
        choose({}, {});
        return;
    }
    view->setAutoScroll(false);
    select(row);
    view->setAutoScroll(true);
}

bool ArticlePane::Private::stepUnread(int direction, bool leave)
{
    if (model.isLoading() && !isSearching()) {
        unreadWanted = direction > 0;
        return true;
    }
    const int count = view->model()->rowCount();
    const int current = view->currentIndex().row();
    int row = current < 0 && direction < 0 ? count - 1 : current + direction;
    for (int seen = 0; row >= 0 && row < count; row += direction, ++seen) {
        const ArticleHeadline *headline =
            seen < NearRows ? headlineAt(view->model()->index(row, 0)) : nullptr;
        if (!headline) {
            stepUnreadFar(direction, leave);
            return true;
        }
        if (headline->unread) {
            select(row);
            return true;
        }
    }
    if (direction > 0 && leave)
        Q_EMIT q.nextUnreadViewWanted();
    return false;
}

/** Asks the store which of the rows that are not here are unread, and goes to the first of them. */
void ArticlePane::Private::stepUnreadFar(int direction, bool leave)
{
    ArticleFilter unread = model.filter();
    unread.unreadOnly = true;
    whenAnswered(source.ids(unread, -1), &q,
                 [this, direction, leave, asked = chosen,
                  view_ = model.filter()](const Result<QList<ArticleId>> &answer) {
                     if (!answer || asked != chosen || !(view_ == model.filter()) || isSearching())
                         return;
                     const QSet<ArticleId> fitting(answer->cbegin(), answer->cend());
                     const int start = view->currentIndex().row();
                     int row = start < 0 && direction < 0 ? model.rowCount() - 1 : start + direction;
                     while (row >= 0 && row < model.rowCount() && !fitting.contains(model.idAt(row)))
                         row += direction;
                     if (row >= 0 && row < model.rowCount())
                         select(row);
                     else if (direction > 0 && leave)
                         Q_EMIT q.nextUnreadViewWanted();
                 });
}

// Searching

void ArticlePane::Private::ask()
{
    const QString query = header->search()->text().trimmed();
    if (query.isEmpty()) {
        leaveSearch();
        return;
    }
    header->setScopesShown(true);
    strip->dismiss();
    isAnswered = false;
    firstHitWanted = false;
    search.ask(query, header->scopes()->scope(), model.filter());
}

void ArticlePane::Private::found(const QList<SearchHit> &hits)
{
    strip->dismiss();
    if (!isSearching())
        placeInView = view->verticalScrollBar()->value();
    results.setHits(hits);
    if (!isSearching())
        useModel(results);
    view->scrollToTop();
    updateEmpty();
    isAnswered = true;
    if (std::exchange(firstHitWanted, false) && results.rowCount() > 0)
        select(0);
}

void ArticlePane::Private::searchFailed(const Error &error)
{
    const QString query = header->search()->text().trimmed();
    if (error.code == ErrorCode::InvalidArgument && error.number && *error.number < query.size()) {
        strip->warn(ArticlePane::tr("The search is not understood from letter %1 on: “%2”")
                        .arg(*error.number + 1)
                        .arg(query.mid(*error.number, 30)));
    } else if (error.code == ErrorCode::InvalidArgument) {
        strip->warn(ArticlePane::tr("The search is not finished: something is missing at its end."));
    } else {
        strip->warn(errorText(error));
    }
}

void ArticlePane::Private::leaveSearch()
{
    search.stop();
    header->search()->clear();
    header->setScopesShown(false);
    if (!isSearching())
        return;
    strip->dismiss();
    useModel(model);
    view->verticalScrollBar()->setValue(placeInView);
    if (chosen.isValid())
        select(rowOf(chosen));
    results.setHits({});
    updateEmpty();
}

void ArticlePane::Private::useModel(QAbstractItemModel &shown)
{
    QItemSelectionModel *before = view->selectionModel();
    view->setModel(&shown);
    if (before)
        before->deleteLater();
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, &q,
            [this](const QModelIndex &current) { currentChanged(current); });
}

// Scrolling past rows

void ArticlePane::Private::rowsPassed(int first, int last)
{
    if (services.settings.markRead() != MarkRead::ScrolledPast)
        return;
    for (int row = first; row <= last; ++row) {
        const ArticleHeadline *headline = headlineAt(view->model()->index(row, 0));
        if (headline && headline->unread)
            passed.insert(headline->id);
    }
    if (!passed.isEmpty())
        passedDelay.start(PassedRest);
}

void ArticlePane::Private::markPassed()
{
    const QSet<ArticleId> ids = std::exchange(passed, {});
    marks.markRead(ids.values());
}

// Acting on a row

void ArticlePane::Private::act(CardGeometry::Action action, const QModelIndex &index)
{
    const ArticleHeadline *headline = headlineAt(index);
    if (!headline)
        return;
    if (action == CardGeometry::Star)
        marks.setStarred({headline->id}, !headline->starred);
    else if (action == CardGeometry::ToggleRead)
        marks.setRead({headline->id}, headline->unread);
    else if (action == CardGeometry::OpenOutside)
        openOutside(index);
}

void ArticlePane::Private::openOutside(const QModelIndex &index)
{
    const ArticleHeadline *headline = headlineAt(index);
    if (!headline || !isWebUrl(headline->url))
        return;
    const ArticleHeadline opened = *headline;
    if (!QDesktopServices::openUrl(opened.url))
        strip->warn(ArticlePane::tr("No program opens this address."), {}, std::chrono::seconds(8));
    else if (opened.unread)
        marks.setRead({opened.id}, true);
}

void ArticlePane::Private::showMenu(const QModelIndex &index, const QPoint &position)
{
    const ArticleHeadline *headline = headlineAt(index);
    if (!headline)
        return;
    const ArticleHeadline article = *headline;
    const QPersistentModelIndex row(index);
    auto *menu = new QMenu(&q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(ArticlePane::tr("&Open"), &q, [this, row] {
        select(row.row());
        Q_EMIT q.readerWanted();
    });
    menu->addAction(ArticlePane::tr("Open in the &Browser"), &q, [this, row] { openOutside(row); })
        ->setEnabled(isWebUrl(article.url));
    if (article.storySources > 1) {
        menu->addAction(ArticlePane::tr("Show All &Tellings of This Story"), &q, [this, article] {
            ArticleFilter tellings;
            tellings.story = article.story;
            q.showArticles(tellings, CardText::title(article));
        });
    }
    menu->addAction(
            ArticlePane::tr("Copy &Link"), &q,
            [url = article.url] { QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded)); })
        ->setEnabled(isWebUrl(article.url));
    menu->addSeparator();
    menu->addAction(article.starred ? ArticlePane::tr("Remove the &Star") : ArticlePane::tr("&Star"), &q,
                    [this, article] { marks.setStarred({article.id}, !article.starred); });
    menu->addAction(article.unread ? ArticlePane::tr("Mark as &Read") : ArticlePane::tr("Mark as Un&read"),
                    &q, [this, article] { marks.setRead({article.id}, article.unread); });
    menu->addAction(ArticlePane::tr("&Delete"), QKeySequence(Qt::Key_D), &q,
                    [this, article] { marks.throwAway({article.id}); });
    if (!isSearching()) {
        menu->addSeparator();
        menu->addAction(ArticlePane::tr("Mark &Newer as Read"), &q,
                        [this, row] { marks.markRead(model.ids().mid(0, row.row())); })
            ->setEnabled(index.row() > 0);
        menu->addAction(ArticlePane::tr("Mark Ol&der as Read"), &q,
                        [this, row] { marks.markRead(model.ids().mid(row.row() + 1)); })
            ->setEnabled(index.row() + 1 < model.rowCount());
    }
    menu->popup(position);
}

} // namespace broadsheet
