// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/libraryservice.h"
#include "widgets/articles/articlepane.h"
#include "widgets/articles/bindialog.h"
#include "widgets/comments/commentspanel.h"
#include "widgets/comments/owncomments.h"
#include "widgets/mainwindow/helpdialogs.h"
#include "widgets/mainwindow/mainwindow_p.h"
#include "widgets/mainwindow/panecycle.h"
#include "widgets/mainwindow/panelayout.h"
#include "widgets/mainwindow/welcomeview.h"
#include "widgets/newspaper/newspaperview.h"
#include "widgets/reader/bookmaker.h"
#include "widgets/reader/readingpane.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/subscriptions/feedhealthdialog.h"
#include "widgets/subscriptions/subscriptionpane.h"

#include <QMenuBar>
#include <QStackedWidget>

#include <algorithm>

namespace broadsheet {

void MainWindow::Private::on(ActionId id, const std::function<void()> &run)
{
    connect(actions[id], &QAction::triggered, q, run);
}

void MainWindow::Private::onArticle(ActionId id, const std::function<void()> &run)
{
    on(id, [this, run] {
        if (newspaperShown() && newspaper->current().isValid())
            readAlone(newspaper->current());
        else
            run();
    });
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
        auto *dialog = new FeedHealthDialog(
            {services.library, services.sync, services.finder, services.events, services.appearance}, q);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on(ActionId::Bin, [this] {
        auto *dialog = new BinDialog(services.library, services.events, q);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on(ActionId::Settings, [this] { openSettings(); });
    on(ActionId::Quit, [this] { q->close(); });
    on(ActionId::Undo, [this] { services.library.undoLast(); });
    on(ActionId::NextArticle, [this] { step(1); });
    on(ActionId::PreviousArticle, [this] { step(-1); });
    on(ActionId::NextUnread, [this] { list->selectNextUnread(); });
    on(ActionId::PreviousUnread, [this] { list->selectPreviousUnread(); });
    on(ActionId::PageDown, [this] { pageDown(); });
    on(ActionId::PageUp, [this] { newspaperShown() ? newspaper->pageUp() : reader->pageUp(); });
    on(ActionId::Newspaper, [this] { showNewspaper(); });
    on(ActionId::Search, [this] {
        showList();
        layout->setReadingOnly(false);
        layout->showReader(false);
        list->focusSearch();
    });
    onArticle(ActionId::Find, [this] { reader->findInArticle(); });
    onArticle(ActionId::Caret, [this] { reader->toggleCaret(); });
    on(ActionId::FindNext, [this] { reader->findNext(); });
    on(ActionId::FindPrevious, [this] { reader->findPrevious(); });
    onArticle(ActionId::Star, [this] { list->toggleStarred(); });
    onArticle(ActionId::ToggleRead, [this] { list->toggleRead(); });
    onArticle(ActionId::Delete, [this] { list->throwAway(); });
    on(ActionId::MarkAllRead, [this] { list->markAllRead(); });
    onArticle(ActionId::Reply, [this] { reader->reply(); });
    onArticle(ActionId::OpenInBrowser, [this] { reader->openInBrowser(); });
    onArticle(ActionId::KeepInTab, [this] { reader->keepInTab(); });
    on(ActionId::CloseTab, [this] { reader->closeTab(); });
    on(ActionId::NextTab, [this] { reader->nextTab(); });
    on(ActionId::PreviousTab, [this] { reader->previousTab(); });
    onArticle(ActionId::OpenBehind, [this] { reader->openBehind(); });
    onArticle(ActionId::FullText, [this] { reader->toggleFullText(); });
    onArticle(ActionId::CopyMarkdown, [this] { reader->copyAsMarkdown(); });
    onArticle(ActionId::CopyQuotation, [this] { reader->copyQuotation(); });
    onArticle(ActionId::Print, [this] { reader->print(); });
    auto *books = new BookMaker(services.reading, services.images, services.workers,
                                services.dialogs ? *services.dialogs : desktopDialogs, q);
    connect(books, &BookMaker::said, sidebar, [this](const QString &sentence) { sidebar->say(sentence); });
    connect(books, &BookMaker::warned, sidebar, &SubscriptionPane::warn);
    on(ActionId::SaveBook, [this, books] {
        if (const QList<ArticleId> selected = list->selectedArticles(); selected.size() > 1)
            books->make(selected, list->title());
        else if (const QList<ArticleId> found = list->found(); !found.isEmpty())
            books->make(found, list->title());
        else
            books->make(list->filter(), list->title());
    });
    onArticle(ActionId::CopyLink, [this] { reader->copyLink(); });
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
    on(ActionId::GoStories, [this] { sidebar->selectView(View::Stories); });
    on(ActionId::GoAll, [this] {
        showList();
        list->showArticles({}, MainWindow::tr("All articles"));
    });
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

/** J and K, in whatever stands where articles are read. */
void MainWindow::Private::step(int by)
{
    if (newspaperShown())
        by > 0 ? newspaper->next() : newspaper->previous();
    else if (ownCommentsShown())
        ownComments->step(by);
    else
        by > 0 ? list->selectNext() : list->selectPrevious();
}

void MainWindow::Private::pageDown()
{
    if (newspaperShown())
        newspaper->pageDown();
    else if (!reader->pageDown())
        list->selectNextUnread();
}

void MainWindow::Private::nextPane(int step)
{
    cyclePanes(
        {{sidebar, [this] { sidebar->focusTree(); }},
         {listPlace, [this] { ownCommentsShown() ? ownComments->focusList() : list->focusList(); }},
         {readerPlace,
          [this] { reader->isVisible() ? reader->focusText() : readerPlace->currentWidget()->setFocus(); }},
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

/** Alt and a letter open a menu though the bar is not there; Qt listens to mnemonics that are seen only. */
bool MainWindow::Private::openMenu(int key)
{
    const QKeySequence pressed(Qt::ALT | Qt::Key(key));
    QMenuBar *bar = q->menuBar();
    const auto titles = bar->actions();
    const auto title = std::ranges::find_if(titles, [&pressed](const QAction *action) {
        return QKeySequence::mnemonic(action->text()) == pressed;
    });
    if (bar->isVisible() || title == titles.end())
        return false;
    toggleMenu(true);
    bar->setActiveAction(*title);
    return true;
}

void MainWindow::Private::openSettings()
{
    auto *dialog = new SettingsDialog(services.settings, actions.keys(), &services.images, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace broadsheet
