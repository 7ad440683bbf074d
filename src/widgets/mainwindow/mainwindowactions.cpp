// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/libraryservice.h"
#include "widgets/articles/articlepane.h"
#include "widgets/comments/commentspanel.h"
#include "widgets/mainwindow/helpdialogs.h"
#include "widgets/mainwindow/mainwindow_p.h"
#include "widgets/mainwindow/panecycle.h"
#include "widgets/mainwindow/panelayout.h"
#include "widgets/mainwindow/welcomeview.h"
#include "widgets/reader/readingpane.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/subscriptions/feedhealthdialog.h"
#include "widgets/subscriptions/subscriptionpane.h"

#include <QMenuBar>
#include <QStackedWidget>

namespace broadsheet {

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
    on(ActionId::FeedHealth, [this] {
        auto *dialog = new FeedHealthDialog(services.library, services.sync, services.finder, services.events, q);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
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
    on(ActionId::FrontPage, [this] { showFrontPage(); });
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

} // namespace broadsheet
