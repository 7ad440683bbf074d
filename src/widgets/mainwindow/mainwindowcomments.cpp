// SPDX-License-Identifier: GPL-3.0-or-later
// What the window connects for comments: reader and panel, the lists over all articles, files.
#include "base/answer.h"
#include "services/commentservice.h"
#include "widgets/articles/articlepane.h"
#include "widgets/comments/commentfiles.h"
#include "widgets/comments/commentspanel.h"
#include "widgets/comments/owncomments.h"
#include "widgets/common/strip.h"
#include "widgets/mainwindow/mainwindow_p.h"
#include "widgets/mainwindow/panelayout.h"
#include "widgets/reader/readingpane.h"
#include "widgets/subscriptions/subscriptionpane.h"

#include <QStackedWidget>

namespace broadsheet {

void MainWindow::Private::connectComments()
{
    if (services.siteComments)
        comments->setSite(*services.siteComments);
    connect(reader, &ReadingPane::passageChosen, q, [this](const TextAnchor &passage, bool quoted) {
        setComments(true);
        comments->writeAbout(passage, quoted);
    });
    connect(reader, &ReadingPane::passageCommentWanted, q, [this](CommentId id) {
        if (!layout->isCommentsShown()) {
            layout->setCommentsShown(true);
            reader->setCommentsPanelShown(true);
            actions[ActionId::Comments]->setChecked(true);
        }
        comments->showComment(id);
    });
    connect(reader, &ReadingPane::passagesOrdered, comments, &CommentsPanel::setPassageOrder);
    connect(reader, &ReadingPane::lostPassages, comments, &CommentsPanel::setLost);
    connect(reader, &ReadingPane::mentionWanted, q,
            [this](ArticleId id, CommentId to) { openComment(id, to); });
    connect(comments, &CommentsPanel::mentionWanted, q,
            [this](ArticleId id, CommentId to) { openComment(id, to); });
    connect(comments, &CommentsPanel::passageWanted, reader, &ReadingPane::showPassage);

    auto *files =
        new CommentFiles(services.comments, services.dialogs ? *services.dialogs : desktopDialogs, q);
    connect(files, &CommentFiles::said, sidebar, [this](const QString &sentence) { sidebar->say(sentence); });
    connect(files, &CommentFiles::warned, sidebar, &SubscriptionPane::warn);
    on(ActionId::ImportComments, [files] { files->importComments(); });
    on(ActionId::ExportComments, [files] { files->exportComments(); });
    on(ActionId::OwnComments, [this] { sidebar->selectOwnWords(SubscriptionModel::OwnWords::Comments); });
    on(ActionId::Highlights, [this] { sidebar->selectOwnWords(SubscriptionModel::OwnWords::Highlights); });
    onArticle(ActionId::Highlight, [this] { reader->highlight(); });
    onArticle(ActionId::Annotate, [this] { reader->annotate(); });
    onArticle(ActionId::Quote, [this] { reader->quote(); });
    onArticle(ActionId::NextPassage, [this] { reader->nextPassage(); });
    onArticle(ActionId::PreviousPassage, [this] { reader->previousPassage(); });
}

void MainWindow::Private::showOwnComments(bool highlights)
{
    if (!ownComments) {
        ownComments = new OwnComments(services.comments, services.events, services.appearance);
        listPlace->addWidget(ownComments);
        connect(ownComments, &OwnComments::commentWanted, q,
                [this](ArticleId article, CommentId comment) { openComment(article, comment); });
    }
    ownComments->list(highlights ? OwnComments::Show::Highlights : OwnComments::Show::All);
    listPlace->setCurrentWidget(ownComments);
    layout->showReader(false);
}

/** \a comment invalid: the article as a whole. */
void MainWindow::Private::openComment(ArticleId article, CommentId comment)
{
    list->selectArticle(article);
    showArticle(article);
    layout->showReader(true);
    if (!comment.isValid())
        return;
    reader->showComment(comment);
    comments->showComment(comment);
}

void MainWindow::Private::openCommentLink(const QUrl &link)
{
    whenAnswered(services.comments.place(link), q, [this](const Result<Mention> &place) {
        if (place)
            openComment(place->article, place->comment);
        else
            sidebar->warn(MainWindow::tr("This reply is not on this computer."));
    });
}

void MainWindow::Private::showList()
{
    listPlace->setCurrentWidget(list);
}

bool MainWindow::Private::ownCommentsShown() const
{
    return ownComments && listPlace->currentWidget() == ownComments;
}

} // namespace broadsheet
