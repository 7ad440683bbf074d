// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readingpane.h"

#include "widgets/reader/readingpane_p.h"

#include <QVBoxLayout>

namespace broadsheet {

ReadingPane::ReadingPane(const ReadingPaneServices &services, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, services))
{
    setAccessibleName(tr("Article"));
}

ReadingPane::~ReadingPane()
{
    d->keepPlace();
}

ArticleId ReadingPane::currentArticle() const
{
    return d->current();
}

void ReadingPane::showArticle(ArticleId id)
{
    d->showListed(id);
}

QList<ArticleId> ReadingPane::openTabs() const
{
    return d->tabs().aside();
}

void ReadingPane::openAside(ArticleId id)
{
    d->openAside(id);
}

void ReadingPane::keepInTab()
{
    d->openAside(d->current());
}

void ReadingPane::closeTab()
{
    d->tabs().closeCurrent();
}

void ReadingPane::nextTab()
{
    d->tabs().step(1);
}

void ReadingPane::previousTab()
{
    d->tabs().step(-1);
}

void ReadingPane::prepareArticle(ArticleId id)
{
    d->prepareAhead(id);
}

void ReadingPane::showComment(CommentId id)
{
    d->showComment(id);
}

bool ReadingPane::pageDown()
{
    return d->current().isValid() && d->view().pageDown();
}

bool ReadingPane::pageUp()
{
    return d->current().isValid() && d->view().pageUp();
}

void ReadingPane::focusText()
{
    d->view().setFocus(Qt::OtherFocusReason);
}

void ReadingPane::toggleFullText()
{
    d->toggleFullText();
}

void ReadingPane::openInBrowser()
{
    d->openInBrowser();
}

void ReadingPane::openBehind()
{
    d->openBehind();
}

void ReadingPane::copyLink()
{
    d->copyLink();
}

void ReadingPane::copyAsMarkdown()
{
    d->copyAsMarkdown();
}

void ReadingPane::copyQuotation()
{
    d->copyQuotation();
}

void ReadingPane::print()
{
    d->print();
}

void ReadingPane::findInArticle()
{
    d->openFind();
}

void ReadingPane::findNext()
{
    d->finder().next();
}

void ReadingPane::findPrevious()
{
    d->finder().previous();
}

void ReadingPane::zoomIn()
{
    d->zoom(1);
}

void ReadingPane::zoomOut()
{
    d->zoom(-1);
}

void ReadingPane::zoomReset()
{
    d->zoom(0);
}

void ReadingPane::reply()
{
    d->reply();
}

void ReadingPane::highlight()
{
    d->highlight(d->lastColor());
}

void ReadingPane::highlight(HighlightColor color)
{
    d->highlight(color);
}

void ReadingPane::annotate()
{
    d->writeAbout(false);
}

void ReadingPane::quote()
{
    d->writeAbout(true);
}

void ReadingPane::nextPassage()
{
    d->stepPassage(1);
}

void ReadingPane::previousPassage()
{
    d->stepPassage(-1);
}

void ReadingPane::showPassage(CommentId id)
{
    d->marks().show(id);
}

void ReadingPane::setCommentsPanelShown(bool shown)
{
    d->toolbar().setCommentsShown(shown);
}

} // namespace broadsheet
