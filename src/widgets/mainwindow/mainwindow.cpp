// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/mainwindow.h"

#include "model/commentlink.h"
#include "services/syncservice.h"
#include "settings/settings.h"
#include "widgets/articles/articlepane.h"
#include "widgets/comments/commentspanel.h"
#include "widgets/comments/owncomments.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/frontpage/frontpage.h"
#include "widgets/mainwindow/letterkeys.h"
#include "widgets/mainwindow/mainwindow_p.h"
#include "widgets/mainwindow/panelayout.h"
#include "widgets/mainwindow/starterdialog.h"
#include "widgets/mainwindow/welcomeview.h"
#include "widgets/mainwindow/windowstate.h"
#include "widgets/newspaper/newspaperview.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/readingpane.h"
#include "widgets/subscriptions/subscriptionpane.h"

#include <QKeyEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>

#include <utility>

namespace broadsheet {

MainWindow::Private::Private(const MainWindowServices &s, MainWindow *window)
    : services(s)
    , q(window)
    , actions(*window)
    , sidebar(new SubscriptionPane(
          {s.library, s.sync, s.finder, s.events, s.appearance, s.dialogs ? *s.dialogs : desktopDialogs}))
    , list(new ArticlePane({s.library, s.reading, s.search, s.events, s.settings, s.appearance, s.images}))
    , reader(new ReadingPane({s.library, s.reading, s.comments, s.events, s.settings, s.appearance, s.images,
                              s.workers, s.dialogs ? *s.dialogs : desktopDialogs, s.stories, s.follow,
                              s.fullTexts, s.downloads}))
    , comments(new CommentsPanel(s.comments, s.events, s.appearance))
    , welcome(new WelcomeView(s.appearance))
    , listPlace(new QStackedWidget)
    , readerPlace(new QStackedWidget)
{
    listPlace->addWidget(list);
    readerPlace->addWidget(reader);
    readerPlace->addWidget(welcome);
    makeFrontPage();
    layout = new PaneLayout({sidebar, listPlace, readerPlace, comments}, window);
    window->setCentralWidget(layout);
    actions.fill(*window->menuBar());
    window->menuBar()->hide();
    // It is there for as long as one chooses.
    connect(window->menuBar(), &QMenuBar::triggered, window->menuBar(), &QWidget::hide, Qt::QueuedConnection);
    connectPanes();
    connectReader();
    connectWelcome();
    connectActions();
    connectViewActions();
    connectComments();
    new LetterKeys(*window, actions, s.settings);
}

void MainWindow::Private::connectPanes()
{
    connect(sidebar, &SubscriptionPane::subscriptionChosen, q,
            [this](const ArticleFilter &filter, const QString &title) {
                showList();
                list->showArticles(filter, title);
                layout->showReader(false);
                offerFrontPage();
            });
    connect(sidebar, &SubscriptionPane::titleChanged, list, &ArticlePane::rename);
    connect(sidebar, &SubscriptionPane::ownWordsChosen, q, [this](SubscriptionModel::OwnWords words) {
        showOwnComments(words == SubscriptionModel::OwnWords::Highlights);
    });
    connect(sidebar, &SubscriptionPane::leaveWanted, q, [this] {
        layout->dropSidebar();
        ownCommentsShown() ? ownComments->focusList() : list->focusList();
    });
    connect(sidebar, &SubscriptionPane::settingsWanted, q, [this] { openSettings(); });
    connect(sidebar, &SubscriptionPane::libraryEmptyChanged, q, [this](bool empty) {
        list->setLibraryEmpty(empty);
        // Else the focus would go with the welcome, and the keys with it.
        if (!empty && readerPlace->currentWidget() == welcome)
            list->focusList();
        readerPlace->setCurrentWidget(empty ? static_cast<QWidget *>(welcome) : reader);
        offerFrontPage();
    });
    connect(list, &ArticlePane::articleChosen, q, [this](ArticleId id) { showArticle(id); });
    connect(list, &ArticlePane::articleWantedAside, reader, &ReadingPane::openAside);
    connect(list, &ArticlePane::readerWanted, q, [this] {
        layout->showReader(true);
        reader->focusText();
    });
    connect(list, &ArticlePane::nextUnreadViewWanted, q, [this] {
        if (sidebar->selectNextUnread())
            list->selectNextUnread();
    });
    connect(list, &ArticlePane::commentChosen, reader, &ReadingPane::showComment);
    connect(list, &ArticlePane::commentChosen, comments, &CommentsPanel::showComment);
    connect(list, &ArticlePane::addFeedWanted, q, [this] { sidebar->addFeed(); });
    connect(list, &ArticlePane::refreshWanted, &services.sync,
            [this](FeedId feed) { services.sync.start(true, {feed}); });
    connect(list, &ArticlePane::unreadOnlyChanged, actions[ActionId::UnreadOnly], &QAction::setChecked);
    connect(comments, &CommentsPanel::closeWanted, q, [this] { setComments(false); });
    connect(layout, &PaneLayout::sidebarShownChanged, actions[ActionId::Sidebar], &QAction::setChecked);
}

void MainWindow::Private::connectReader()
{
    connect(reader, &ReadingPane::previousWanted, list, &ArticlePane::selectPrevious);
    connect(reader, &ReadingPane::nextWanted, list, &ArticlePane::selectNext);
    connect(reader, &ReadingPane::starWanted, list, &ArticlePane::toggleStarred);
    connect(reader, &ReadingPane::readToggleWanted, list, &ArticlePane::toggleRead);
    connect(reader, &ReadingPane::commentsPanelWanted, q, [this](bool shown) { setComments(shown); });
    connect(reader, &ReadingPane::articleWanted, q, [this](ArticleId id) {
        list->selectArticle(id);
        showArticle(id);
    });
    connect(reader, &ReadingPane::storyWanted, q, [this](StoryId id) { showStory(id); });
    connect(reader, &ReadingPane::filterWanted, q,
            [this](const ArticleFilter &filter, const QString &title) { showFilter(filter, title); });
}

void MainWindow::Private::connectWelcome()
{
    connect(welcome, &WelcomeView::addWanted, q, [this] { sidebar->addFeed(); });
    connect(welcome, &WelcomeView::importWanted, sidebar, &SubscriptionPane::importOpml);
    connect(welcome, &WelcomeView::guideWanted, q, &MainWindow::guideWanted);
    connect(welcome, &WelcomeView::starterWanted, q, [this] {
        auto *dialog = new StarterDialog(services.library, services.appearance, q);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &StarterDialog::subscribed, q,
                [this](const QList<FeedId> &feeds) { services.sync.start(true, feeds); });
        dialog->open();
    });
}

/** The view or search of the list as one long page; again: back to the single article. */
void MainWindow::Private::showNewspaper()
{
    if (readerPlace->currentWidget() == welcome)
        return;
    if (newspaperShown()) {
        readerPlace->setCurrentWidget(reader);
        return;
    }
    if (!newspaper) {
        newspaper = new NewspaperView({services.library, services.reading, services.events, services.settings,
                                       services.appearance, services.images, services.workers});
        readerPlace->addWidget(newspaper);
        connect(newspaper, &NewspaperView::articleWanted, q, [this](ArticleId id) { readAlone(id); });
        connect(newspaper, &NewspaperView::filterWanted, q,
                [this](const ArticleFilter &filter, const QString &title) { showFilter(filter, title); });
    }
    readerPlace->setCurrentWidget(newspaper);
    layout->showReader(true);
    newspaper->setFocus();
    if (const QList<ArticleId> found = list->found(); !found.isEmpty())
        newspaper->showArticles(found, list->title());
    else
        newspaper->showArticles(list->filter(), list->title());
}

bool MainWindow::Private::newspaperShown() const
{
    return newspaper && readerPlace->currentWidget() == newspaper;
}

void MainWindow::Private::showArticle(ArticleId id)
{
    if (id.isValid() && readerPlace->currentWidget() != welcome)
        readerPlace->setCurrentWidget(reader);
    reader->showArticle(id);
    comments->showArticle(id);
    // While this one is read there is time for the next.
    QTimer::singleShot(150, reader, [this, id] {
        if (list->currentArticle() == id)
            reader->prepareArticle(list->followingArticle());
    });
}

void MainWindow::Private::readAlone(ArticleId id)
{
    list->selectArticle(id);
    showArticle(id);
    reader->focusText();
}

void MainWindow::Private::showFilter(const ArticleFilter &filter, const QString &title)
{
    // A feed or category has a row in the sidebar, a tag has none.
    if (filter.tag.isEmpty() && (filter.feed.isValid() || filter.category.isValid()))
        sidebar->selectFilter(filter);
    else {
        showList();
        list->showArticles(filter, title);
    }
    layout->showReader(false);
}

void MainWindow::Private::setComments(bool shown)
{
    layout->setCommentsShown(shown);
    reader->setCommentsPanelShown(shown);
    actions[ActionId::Comments]->setChecked(shown);
    if (shown)
        comments->focusComposer();
}

void MainWindow::Private::restore()
{
    const WindowState state = WindowState::read(services.profile);
    q->resize(1400, 900);
    q->restoreGeometry(state.geometry);
    layout->setWidths(state.paneWidths);
    layout->setSidebarWanted(state.sidebar);
    layout->setCommentsShown(state.comments);
    reader->setCommentsPanelShown(state.comments);
    actions[ActionId::Comments]->setChecked(state.comments);
    list->setUnreadOnly(state.unreadOnly);
    sidebar->restoreFolding(state.folding);
    sidebar->selectFilter(state.filter);
    for (const ArticleId id : state.tabs)
        reader->openAside(id);
}

void MainWindow::Private::save() const
{
    WindowState state;
    state.geometry = q->saveGeometry();
    state.paneWidths = layout->widths();
    state.folding = sidebar->saveFolding();
    state.sidebar = layout->isSidebarWanted();
    state.comments = layout->isCommentsShown();
    state.unreadOnly = list->isUnreadOnly();
    state.filter = sidebar->filter();
    state.tabs = reader->openTabs();
    state.write(services.profile);
}

MainWindow::MainWindow(const MainWindowServices &services) : d(std::make_unique<Private>(services, this))
{
    setWindowTitle(QStringLiteral("Broadsheet"));
    // Smaller than the specification's 760×520, which a tiling desktop does not ask about: list and reader
    // take turns there.
    setMinimumSize(480, 420);
    d->restore();
    d->list->focusList();
    QTimer::singleShot(0, this, [] { fonts::loadRest(); });
}

MainWindow::~MainWindow()
{
    // Before the private part goes, to which the panes' last signals still lead.
    delete takeCentralWidget();
}

void MainWindow::addFeed(const QString &address)
{
    d->sidebar->addFeed(address);
}

void MainWindow::openAddress(const QString &address)
{
    const QUrl url(address);
    if (commentOfLink(url).isEmpty())
        addFeed(address);
    else
        d->openCommentLink(url);
}

void MainWindow::setFetchingHeldBack(const QString &reason)
{
    d->sidebar->setFetchingHeldBack(reason);
}

void MainWindow::showNewFeed(FeedId feed)
{
    d->list->openFirstOf(feed);
    d->sidebar->showFeed(feed);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    d->save();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool onward = (event->key() == Qt::Key_Right) != isRightToLeft();
        d->nextPane(onward ? 1 : -1);
        return;
    }
    case Qt::Key_Escape:
        d->layout->dropSidebar();
        d->layout->setReadingOnly(false);
        d->layout->showReader(false);
        menuBar()->hide();
        d->list->focusList();
        return;
    default:
        if (event->modifiers() != Qt::AltModifier || !d->openMenu(event->key()))
            QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::keyReleaseEvent(QKeyEvent *event)
{
    // Alt pressed and let go with nothing between.
    if (event->key() == Qt::Key_Alt && d->altKey.takeAlone())
        d->toggleMenu(!menuBar()->isVisible());
    else
        QMainWindow::keyReleaseEvent(event);
}

} // namespace broadsheet
