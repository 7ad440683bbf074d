// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/subscriptionpane.h"

#include "base/answer.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/syncservice.h"
#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/errortext.h"
#include "widgets/common/fonts.h"
#include "widgets/common/strip.h"
#include "widgets/subscriptions/addfeeddialog.h"
#include "widgets/subscriptions/failedfeedsdialog.h"
#include "widgets/subscriptions/feedhealthdialog.h"
#include "widgets/subscriptions/sidebarheader.h"
#include "widgets/subscriptions/subscriptioncommands.h"
#include "widgets/subscriptions/subscriptionfoot.h"
#include "widgets/subscriptions/subscriptionmodel.h"
#include "widgets/subscriptions/subscriptiontree.h"

#include <QMenu>
#include <QPointer>
#include <QVBoxLayout>

namespace broadsheet {

using namespace std::chrono_literals;

class SubscriptionPane::Private
{
public:
    Private(const SubscriptionPaneServices &s, SubscriptionPane *pane);

    void connectParts();
    void connectServices();
    void readOverview();
    void takeOverview(const LibraryOverview &overview);
    void showWanted();
    void choose(const QModelIndex &index);
    void tellTitle();
    void openMenu(const QPoint &position);
    void openFailed();
    void openHealth();
    void openAdd(const QString &address, CategoryId category);
    void foldNew();

    SubscriptionPaneServices services;
    SubscriptionPane *q;
    SubscriptionModel model;
    SubscriptionTree *tree;
    SidebarHeader *header;
    SubscriptionFoot *foot;
    Strip *strip;
    SubscriptionCommands *commands;
    QPointer<FailedFeedsDialog> failed;

    ArticleFilter wanted;                                   ///< what is or is to be selected
    std::optional<SubscriptionModel::OwnWords> wantedWords; ///< instead of it
    QString toldTitle;                                      ///< of the row chosen last
    bool loaded = false;
    bool asking = false; ///< an overview is on its way
    bool askAgain = false;
    bool updating = false;
    bool chosenByPress = false;
    std::optional<bool> empty;
    QSet<qint64> known; ///< categories whose folding was settled
    QSet<qint64> shut;
};

SubscriptionPane::Private::Private(const SubscriptionPaneServices &s, SubscriptionPane *pane)
    : services(s)
    , q(pane)
    , tree(new SubscriptionTree(s.appearance, pane))
    , header(new SidebarHeader(s.appearance, pane))
    , foot(new SubscriptionFoot(s.appearance, pane))
    , strip(new Strip(s.appearance, pane))
    , commands(new SubscriptionCommands(s.library, s.sync, s.appearance, s.dialogs, model, pane))
{
    tree->setModel(&model);
    wanted.view = ArticleFilter::View::Today;
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(tree, 1);
    layout->addWidget(strip);
    layout->addWidget(foot);
    connectParts();
    connectServices();
}

void SubscriptionPane::Private::connectParts()
{
    connect(tree->selectionModel(), &QItemSelectionModel::currentChanged, q,
            [this](const QModelIndex &current) {
                if (updating || !current.isValid())
                    return;
                chosenByPress = true;
                choose(current);
            });
    connect(tree, &QTreeView::pressed, q, [this] { chosenByPress = false; });
    connect(tree, &QTreeView::clicked, q, [this](const QModelIndex &index) {
        // A click on the selected row opens its view anew.
        if (!std::exchange(chosenByPress, false) && index == tree->currentIndex())
            choose(index);
    });
    connect(tree, &QTreeView::activated, q, &SubscriptionPane::leaveWanted);
    connect(tree, &QTreeView::collapsed, q, [this](const QModelIndex &index) {
        shut.insert(index.data(SubscriptionModel::CategoryRole).value<CategoryId>().value());
    });
    connect(tree, &QTreeView::expanded, q, [this](const QModelIndex &index) {
        shut.remove(index.data(SubscriptionModel::CategoryRole).value<CategoryId>().value());
    });
    connect(tree, &QTreeView::customContextMenuRequested, q,
            [this](const QPoint &point) { openMenu(point); });
    connect(tree, &SubscriptionTree::deleteWanted, q, [this] { commands->remove(tree->currentIndex()); });
    connect(tree, &SubscriptionTree::newCategoryWanted, q, [this] { commands->newCategory(); });
    connect(header, &SidebarHeader::addWanted, q, [this] { openAdd({}, {}); });
    connect(foot, &SubscriptionFoot::refreshWanted, q, &SubscriptionPane::refreshAll);
    connect(foot, &SubscriptionFoot::stopWanted, q, [this] { services.sync.stop(); });
    connect(foot, &SubscriptionFoot::settingsWanted, q, &SubscriptionPane::settingsWanted);
    connect(foot, &SubscriptionFoot::failedFeedsWanted, q, [this] { openFailed(); });
    connect(commands, &SubscriptionCommands::addFeedWanted, q,
            [this](CategoryId category) { openAdd({}, category); });
    connect(commands, &SubscriptionCommands::renameWanted, q,
            [this](const QModelIndex &index) { tree->edit(index); });
    connect(commands, &SubscriptionCommands::said, q, &SubscriptionPane::say);
    connect(commands, &SubscriptionCommands::warned, q, &SubscriptionPane::warn);
}

void SubscriptionPane::Private::connectServices()
{
    connect(&services.events, &LibraryEvents::libraryChanged, q, [this] { readOverview(); });
    connect(&services.events, &LibraryEvents::feedChanged, q, [this] { readOverview(); });
    connect(&services.sync, &SyncService::started, q, [this] { foot->setFetching(0, 0); });
    connect(&services.sync, &SyncService::progress, q,
            [this](int done, int total) { foot->setFetching(done, total); });
    connect(&services.sync, &SyncService::finished, q,
            [this](const SyncSummary &, const std::optional<Error> &error) {
                foot->setIdle(error);
                readOverview();
            });
    if (services.sync.isRunning())
        foot->setFetching(0, 0);
}

void SubscriptionPane::Private::readOverview()
{
    // Changes come faster than the store answers: at most one question on its way and one behind it.
    if (asking) {
        askAgain = true;
        return;
    }
    asking = true;
    whenAnswered(services.library.overview(), q, [this](const Result<LibraryOverview> &answer) {
        asking = false;
        if (answer)
            takeOverview(*answer);
        else if (answer.error().code != ErrorCode::Cancelled)
            strip->warn(errorText(answer.error()), {{tr("Try again"), [this] { readOverview(); }}});
        if (std::exchange(askAgain, false))
            readOverview();
    });
}

void SubscriptionPane::Private::takeOverview(const LibraryOverview &overview)
{
    updating = true;
    model.setOverview(overview);
    foldNew();
    updating = false;
    loaded = true;
    showWanted();
    tellTitle();
    foot->setOverview(overview);
    if (failed)
        failed->setOverview(overview);
    const bool nothing = overview.subscriptions.isEmpty();
    if (empty != nothing) {
        empty = nothing;
        Q_EMIT q->libraryEmptyChanged(nothing);
    }
}

/** Opens new categories where the whole list is short; restored ones as they were. */
void SubscriptionPane::Private::foldNew()
{
    constexpr int shortList = 40;
    const LibraryOverview &overview = model.overview();
    const bool open = overview.subscriptions.size() <= shortList;
    for (const Category &category : overview.categories) {
        const qint64 id = category.id.value();
        if (!known.contains(id)) {
            known.insert(id);
            if (!open)
                shut.insert(id);
        }
        ArticleFilter filter;
        filter.category = category.id;
        tree->setExpanded(model.indexOf(filter), !shut.contains(id));
    }
}

void SubscriptionPane::Private::showWanted()
{
    QModelIndex index = wantedWords ? model.indexOf(*wantedWords) : model.indexOf(wanted);
    if (!index.isValid() && loaded) {
        wanted = {};
        wanted.view = ArticleFilter::View::Today;
        tree->setCurrentIndex({});
        index = model.indexOf(wanted);
    }
    if (index.isValid() && index != tree->currentIndex())
        tree->setCurrentIndex(index);
}

void SubscriptionPane::Private::choose(const QModelIndex &index)
{
    if (SubscriptionModel::Kind(index.data(SubscriptionModel::KindRole).toInt()) ==
        SubscriptionModel::Kind::OwnWords) {
        wantedWords = SubscriptionModel::OwnWords(index.data(SubscriptionModel::OwnWordsRole).toInt());
        Q_EMIT q->ownWordsChosen(*wantedWords);
        return;
    }
    wantedWords.reset();
    wanted = model.filter(index);
    toldTitle = index.data().toString();
    Q_EMIT q->subscriptionChosen(wanted, toldTitle);
}

/** A feed gets its title with its first answer, and others are renamed. */
void SubscriptionPane::Private::tellTitle()
{
    const QModelIndex index = model.indexOf(wanted);
    if (wantedWords || toldTitle.isEmpty() || index != tree->currentIndex())
        return;
    const QString title = index.data().toString();
    if (title != std::exchange(toldTitle, title))
        Q_EMIT q->titleChanged(wanted, title);
}

void SubscriptionPane::Private::openMenu(const QPoint &position)
{
    auto *menu = new QMenu(q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex index = tree->indexAt(position);
    commands->fill(*menu, index);
    menu->popup(tree->viewport()->mapToGlobal(position));
}

void SubscriptionPane::Private::openFailed()
{
    if (!failed) {
        failed = new FailedFeedsDialog(q->window());
        failed->setAttribute(Qt::WA_DeleteOnClose);
        connect(failed, &FailedFeedsDialog::tryAgainWanted, q,
                [this](const QList<FeedId> &feeds) { services.sync.start(true, feeds); });
        connect(failed, &FailedFeedsDialog::feedChosen, q, [this](FeedId feed) {
            ArticleFilter filter;
            filter.feed = feed;
            q->selectFilter(filter);
        });
        connect(failed, &FailedFeedsDialog::healthWanted, q, [this] { openHealth(); });
    }
    failed->setOverview(model.overview());
    failed->open();
}

void SubscriptionPane::Private::openHealth()
{
    if (failed)
        failed->accept();
    auto *dialog = new FeedHealthDialog(
        {services.library, services.sync, services.finder, services.events, services.appearance},
        q->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SubscriptionPane::Private::openAdd(const QString &address, CategoryId category)
{
    auto *dialog = new AddFeedDialog(services.library, services.finder, services.appearance, model.overview(),
                                     q->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAddress(address);
    dialog->setCategory(category);
    connect(dialog, &AddFeedDialog::alreadySubscribed, q, &SubscriptionPane::showFeed);
    connect(dialog, &AddFeedDialog::subscribed, q, [this](const QList<FeedId> &feeds) {
        services.sync.start(true, feeds);
        q->showFeed(feeds.constFirst());
    });
    dialog->open();
}

SubscriptionPane::SubscriptionPane(const SubscriptionPaneServices &services, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(services, this))
{
    setAutoFillBackground(true);
    const auto restyle = [this] {
        QPalette colors = palette();
        colors.setColor(QPalette::Window, d->services.appearance.theme().sidebar);
        setPalette(colors);
    };
    connect(&services.appearance, &Appearance::changed, this, restyle);
    restyle();
    setFocusProxy(d->tree);
    d->readOverview();
}

SubscriptionPane::~SubscriptionPane()
{
    // Before its model, whose end it would report as a selection.
    delete d->tree;
}

ArticleFilter SubscriptionPane::filter() const
{
    return d->wanted;
}

QByteArray SubscriptionPane::saveFolding() const
{
    QByteArrayList ids;
    for (const qint64 id : std::as_const(d->known))
        ids << QByteArray::number(d->shut.contains(id) ? -id : id);
    return ids.join(' ');
}

void SubscriptionPane::restoreFolding(const QByteArray &state)
{
    for (const QByteArray &word : state.split(' ')) {
        const qint64 id = word.toLongLong();
        if (id == 0)
            continue;
        d->known.insert(qAbs(id));
        if (id < 0)
            d->shut.insert(-id);
    }
}

void SubscriptionPane::selectView(ArticleFilter::View view)
{
    ArticleFilter filter;
    filter.view = view;
    selectFilter(filter);
}

void SubscriptionPane::selectFilter(const ArticleFilter &filter)
{
    d->wanted = filter;
    d->wantedWords.reset();
    d->showWanted();
}

void SubscriptionPane::selectOwnWords(SubscriptionModel::OwnWords words)
{
    d->wantedWords = words;
    d->showWanted();
}

void SubscriptionPane::showFeed(FeedId feed)
{
    ArticleFilter filter;
    filter.feed = feed;
    // A new one is not in the model yet: selected when the overview with it comes.
    d->loaded = d->model.indexOf(filter).isValid();
    selectFilter(filter);
    if (!d->loaded)
        d->readOverview();
}

bool SubscriptionPane::selectNextUnread()
{
    // Every row below the present one, then those above it; a shut category stands for its feeds.
    QModelIndexList rows;
    for (QModelIndex index = d->model.index(0, 0); index.isValid(); index = d->tree->indexBelow(index))
        rows << index;
    const qsizetype present = rows.indexOf(d->tree->currentIndex());
    for (qsizetype step = 1; step < rows.size(); ++step) {
        const QModelIndex index = rows[(present + step) % rows.size()];
        const auto kind = SubscriptionModel::Kind(index.data(SubscriptionModel::KindRole).toInt());
        const bool shelf = kind == SubscriptionModel::Kind::Category || kind == SubscriptionModel::Kind::Feed;
        if (shelf && index.data(SubscriptionModel::CountRole).toLongLong() > 0) {
            d->tree->setCurrentIndex(index);
            return true;
        }
    }
    return false;
}

void SubscriptionPane::focusTree()
{
    d->tree->setFocus(Qt::OtherFocusReason);
}

void SubscriptionPane::setFetchingHeldBack(const QString &reason)
{
    d->foot->setHeldBack(reason);
}

void SubscriptionPane::addFeed(const QString &address)
{
    d->openAdd(address, {});
}

void SubscriptionPane::newCategory()
{
    d->commands->newCategory();
}

void SubscriptionPane::refreshAll()
{
    d->services.sync.start(true);
}

void SubscriptionPane::refreshCurrent()
{
    d->commands->refresh(d->wanted);
}

void SubscriptionPane::importOpml()
{
    d->commands->importOpml();
}

void SubscriptionPane::exportOpml()
{
    d->commands->exportOpml();
}

void SubscriptionPane::say(const QString &sentence, ChangeId undo)
{
    QList<Strip::Action> actions;
    if (undo.isValid())
        actions << Strip::Action{tr("Undo"), [this, undo] { d->services.library.undo(undo); }};
    d->strip->say(sentence, actions, 8s);
}

void SubscriptionPane::warn(const QString &sentence)
{
    d->strip->warn(sentence, {{tr("Close"), [] {}}});
}

} // namespace broadsheet
