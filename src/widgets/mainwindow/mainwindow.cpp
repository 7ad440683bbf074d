// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/mainwindow.h"

#include "services/libraryservice.h"
#include "services/syncservice.h"
#include "settings/settings.h"
#include "widgets/articles/articlepane.h"
#include "widgets/comments/commentspanel.h"
#include "widgets/common/appearance.h"
#include "widgets/common/filedialogs.h"
#include "widgets/common/fonts.h"
#include "widgets/mainwindow/actions.h"
#include "widgets/mainwindow/helpdialogs.h"
#include "widgets/mainwindow/letterkeys.h"
#include "widgets/mainwindow/panecycle.h"
#include "widgets/mainwindow/panelayout.h"
#include "widgets/mainwindow/starterdialog.h"
#include "widgets/mainwindow/welcomeview.h"
#include "widgets/mainwindow/windowstate.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/readingpane.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/subscriptions/subscriptionpane.h"

#include <QKeyEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>

#include <functional>
#include <utility>

namespace broadsheet {

class MainWindow::Private
{
public:
    Private(const MainWindowServices &s, MainWindow *window);

    void connectPanes();
    void connectReader();
    void connectWelcome();
    void connectActions();
    void connectViewActions();
    void on(ActionId id, const std::function<void()> &run);
    void showArticle(ArticleId id);
    void showFilter(const ArticleFilter &filter, const QString &title);
    void setComments(bool shown);
    void nextPane(int step);
    void pageDown();
    void toggleMenu(bool shown);
    void openSettings();
    void restore();
    void save() const;

    MainWindowServices services;
    MainWindow *q;
    DesktopFileDialogs desktopDialogs;
    Actions actions;
    SubscriptionPane *sidebar;
    ArticlePane *list;
    ReadingPane *reader;
    CommentsPanel *comments;
    WelcomeView *welcome;
    QStackedWidget *readerPlace; ///< the reader, or the welcome of an empty library
    PaneLayout *layout;
    bool altAlone = false;
};

MainWindow::Private::Private(const MainWindowServices &s, MainWindow *window)
    : services(s)
    , q(window)
    , actions(*window)
    , sidebar(new SubscriptionPane(
          {s.library, s.sync, s.finder, s.events, s.appearance, s.dialogs ? *s.dialogs : desktopDialogs}))
    , list(new ArticlePane({s.library, s.reading, s.search, s.events, s.settings, s.appearance, s.images}))
    , reader(new ReadingPane(
          {s.library, s.reading, s.comments, s.events, s.settings, s.appearance, s.images, s.workers}))
    , comments(new CommentsPanel(s.comments, s.events, s.appearance))
    , welcome(new WelcomeView(s.appearance))
    , readerPlace(new QStackedWidget)
{
    readerPlace->addWidget(reader);
    readerPlace->addWidget(welcome);
    layout = new PaneLayout({sidebar, list, readerPlace, comments}, window);
    window->setCentralWidget(layout);
    actions.fill(*window->menuBar());
    window->menuBar()->hide();
    connectPanes();
    connectReader();
    connectWelcome();
    connectActions();
    connectViewActions();
    new LetterKeys(*window, actions, s.settings);
}

void MainWindow::Private::connectPanes()
{
    connect(sidebar, &SubscriptionPane::subscriptionChosen, q,
            [this](const ArticleFilter &filter, const QString &title) {
                list->showArticles(filter, title);
                layout->showReader(false);
            });
    connect(sidebar, &SubscriptionPane::leaveWanted, q, [this] {
        layout->dropSidebar();
        list->focusList();
    });
    connect(sidebar, &SubscriptionPane::settingsWanted, q, [this] { openSettings(); });
    connect(sidebar, &SubscriptionPane::libraryEmptyChanged, q, [this](bool empty) {
        list->setLibraryEmpty(empty);
        readerPlace->setCurrentWidget(empty ? static_cast<QWidget *>(welcome) : reader);
    });
    connect(list, &ArticlePane::articleChosen, q, [this](ArticleId id) { showArticle(id); });
    connect(list, &ArticlePane::readerWanted, q, [this] {
        layout->showReader(true);
        reader->focusText();
    });
    connect(list, &ArticlePane::nextUnreadViewWanted, q, [this] {
        if (sidebar->selectNextUnread())
            list->selectNextUnread();
    });
    connect(list, &ArticlePane::commentChosen, reader, &ReadingPane::showComment);
    connect(list, &ArticlePane::addFeedWanted, q, [this] { sidebar->addFeed(); });
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

void MainWindow::Private::on(ActionId id, const std::function<void()> &run)
{
    connect(actions[id], &QAction::triggered, q, run);
}

void MainWindow::Private::connectActions()
{
    on(ActionId::AddFeed, [this] { sidebar->addFeed(); });
    on(ActionId::NewCategory, [this] { sidebar->newCategory(); });
    on(ActionId::ImportOpml, [this] { sidebar->importOpml(); });
    on(ActionId::ExportOpml, [this] { sidebar->exportOpml(); });
    on(ActionId::Refresh, [this] { sidebar->refreshAll(); });
    on(ActionId::RefreshView, [this] { sidebar->refreshCurrent(); });
    on(ActionId::Settings, [this] { openSettings(); });
    on(ActionId::Quit, [this] { q->close(); });
    on(ActionId::Undo, [this] { services.library.undoLast(); });
    on(ActionId::NextArticle, [this] { list->selectNext(); });
    on(ActionId::PreviousArticle, [this] { list->selectPrevious(); });
    on(ActionId::NextUnread, [this] { list->selectNextUnread(); });
    on(ActionId::PreviousUnread, [this] { list->selectPreviousUnread(); });
    on(ActionId::PageDown, [this] { pageDown(); });
    on(ActionId::PageUp, [this] { reader->pageUp(); });
    on(ActionId::Search, [this] {
        layout->setReadingOnly(false);
        layout->showReader(false);
        list->focusSearch();
    });
    on(ActionId::Find, [this] { reader->findInArticle(); });
    on(ActionId::FindNext, [this] { reader->findNext(); });
    on(ActionId::FindPrevious, [this] { reader->findPrevious(); });
    on(ActionId::Star, [this] { list->toggleStarred(); });
    on(ActionId::ToggleRead, [this] { list->toggleRead(); });
    on(ActionId::MarkAllRead, [this] { list->markAllRead(); });
    on(ActionId::Reply, [this] { reader->reply(); });
    on(ActionId::OpenInBrowser, [this] { reader->openInBrowser(); });
    on(ActionId::CopyLink, [this] { reader->copyLink(); });
    on(ActionId::Keys, [this] { openKeys(actions.keys(), q); });
    on(ActionId::About, [this] { openAbout(q); });
}

void MainWindow::Private::connectViewActions()
{
    using View = ArticleFilter::View;
    on(ActionId::GoToday, [this] { sidebar->selectView(View::Today); });
    on(ActionId::GoUnread, [this] { sidebar->selectView(View::Unread); });
    on(ActionId::GoStarred, [this] { sidebar->selectView(View::Starred); });
    on(ActionId::GoCommented, [this] { sidebar->selectView(View::Commented); });
    on(ActionId::GoAll, [this] { list->showArticles({}, MainWindow::tr("All articles")); });
    on(ActionId::UnreadOnly, [this] { list->setUnreadOnly(!list->isUnreadOnly()); });
    on(ActionId::Comments, [this] { setComments(!layout->isCommentsShown()); });
    on(ActionId::Sidebar, [this] {
        layout->setSidebarShown(!layout->isSidebarShown());
        if (layout->isSidebarShown())
            sidebar->focusTree();
    });
    on(ActionId::ReadingOnly, [this] { layout->setReadingOnly(!layout->isReadingOnly()); });
    on(ActionId::NextPane, [this] { nextPane(1); });
    on(ActionId::PreviousPane, [this] { nextPane(-1); });
    on(ActionId::ZoomIn, [this] { reader->zoomIn(); });
    on(ActionId::ZoomOut, [this] { reader->zoomOut(); });
    on(ActionId::ZoomReset, [this] { reader->zoomReset(); });
    on(ActionId::MenuBar, [this] { toggleMenu(!q->menuBar()->isVisible()); });
}

void MainWindow::Private::showArticle(ArticleId id)
{
    reader->showArticle(id);
    comments->showArticle(id);
}

void MainWindow::Private::showFilter(const ArticleFilter &filter, const QString &title)
{
    // A feed or category has a row in the sidebar, a tag has none.
    if (filter.tag.isEmpty() && (filter.feed.isValid() || filter.category.isValid()))
        sidebar->selectFilter(filter);
    else
        list->showArticles(filter, title);
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

void MainWindow::Private::pageDown()
{
    if (!reader->pageDown())
        list->selectNextUnread();
}

void MainWindow::Private::nextPane(int step)
{
    cyclePanes({{sidebar, [this] { sidebar->focusTree(); }},
                {list, [this] { list->focusList(); }},
                {readerPlace, [this] { reader->isVisible() ? reader->focusText() : welcome->setFocus(); }},
                {comments, [this] { comments->focusComposer(); }}},
               step);
}

void MainWindow::Private::toggleMenu(bool shown)
{
    QMenuBar *bar = q->menuBar();
    bar->setVisible(shown);
    if (shown) {
        bar->setFocus(Qt::MenuBarFocusReason);
        bar->setActiveAction(bar->actions().constFirst());
    }
}

void MainWindow::Private::openSettings()
{
    auto *dialog = new SettingsDialog(services.settings, actions.keys(), q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::Private::restore()
{
    const WindowState state = WindowState::read(services.profile);
    q->resize(1400, 900);
    q->restoreGeometry(state.geometry);
    layout->setWidths(state.paneWidths);
    layout->setSidebarShown(state.sidebar);
    layout->setCommentsShown(state.comments);
    reader->setCommentsPanelShown(state.comments);
    actions[ActionId::Comments]->setChecked(state.comments);
    list->setUnreadOnly(state.unreadOnly);
    sidebar->restoreFolding(state.folding);
    sidebar->selectFilter(state.filter);
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
    state.write(services.profile);
}

MainWindow::MainWindow(const MainWindowServices &services) : d(std::make_unique<Private>(services, this))
{
    setWindowTitle(QStringLiteral("Broadsheet"));
    // Smaller than the specification's 760×520, which a tiling desktop does not ask about: list and reader
    // take turns there.
    setMinimumSize(480, 420);
    d->restore();
    QTimer::singleShot(0, this, [] { fonts::loadRest(); });
}

MainWindow::~MainWindow() = default;

void MainWindow::addFeed(const QString &address)
{
    d->sidebar->addFeed(address);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    d->save();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    d->altAlone = event->key() == Qt::Key_Alt && !event->isAutoRepeat();
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
        QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::keyReleaseEvent(QKeyEvent *event)
{
    // Alt pressed and let go with nothing between.
    if (event->key() == Qt::Key_Alt && std::exchange(d->altAlone, false))
        d->toggleMenu(!menuBar()->isVisible());
    else
        QMainWindow::keyReleaseEvent(event);
}

} // namespace broadsheet
