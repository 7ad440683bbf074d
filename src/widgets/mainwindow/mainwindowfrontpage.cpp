// SPDX-License-Identifier: GPL-3.0-or-later
// The front page in the reader's place: when it is shown, and where it leads.
#include "widgets/mainwindow/mainwindow_p.h"

#include "widgets/articles/articlepane.h"
#include "widgets/frontpage/frontpage.h"
#include "widgets/mainwindow/panelayout.h"
#include "widgets/mainwindow/welcomeview.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/readingpane.h"

#include <QStackedWidget>

namespace broadsheet {

void MainWindow::Private::makeFrontPage()
{
    if (!services.stories)
        return;
    frontPage =
        new FrontPage(*services.stories, services.library, clock, services.appearance, services.images);
    readerPlace->addWidget(frontPage);
    connect(frontPage, &FrontPage::filled, q, [this](bool any) {
        if (any && isFrontPageFitting())
            readerPlace->setCurrentWidget(frontPage);
    });
    connect(frontPage, &FrontPage::listWanted, q, [this](StoryId id, const QString &headline) {
        ArticleFilter filter;
        filter.story = id;
        showList();
        list->showArticles(filter, headline);
        layout->showReader(false);
        list->focusList();
    });
    connect(frontPage, &FrontPage::articleWanted, q, [this](ArticleId id) { readAlone(id); });
}

/** "Today" with nothing chosen yet: the day's stories stand where else nothing would. */
bool MainWindow::Private::isFrontPageFitting() const
{
    return frontPage && list->filter().view == ArticleFilter::View::Today &&
           !list->currentArticle().isValid() && readerPlace->currentWidget() == reader &&
           !reader->currentArticle().isValid();
}

void MainWindow::Private::offerFrontPage()
{
    if (!frontPage || readerPlace->currentWidget() == welcome)
        return;
    const ArticleFilter::View view = list->filter().view;
    if (view == ArticleFilter::View::Stories) {
        // Asked for by name: whatever was being read gives way.
        readerPlace->setCurrentWidget(frontPage);
        frontPage->showOverview();
    } else if (isFrontPageFitting()) {
        frontPage->refresh();
    } else if (readerPlace->currentWidget() == frontPage && view != ArticleFilter::View::Today) {
        readerPlace->setCurrentWidget(reader);
    }
}

void MainWindow::Private::showFrontPage()
{
    if (!frontPage || readerPlace->currentWidget() == welcome)
        return;
    readerPlace->setCurrentWidget(frontPage);
    layout->showReader(true);
    frontPage->showToday();
}

void MainWindow::Private::showStory(StoryId id)
{
    if (!frontPage)
        return;
    readerPlace->setCurrentWidget(frontPage);
    layout->showReader(true);
    frontPage->showStory(id);
}

} // namespace broadsheet
