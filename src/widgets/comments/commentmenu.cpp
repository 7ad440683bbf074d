// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/commentmenu.h"

#include "model/commentlink.h"
#include "widgets/comments/commentmodel.h"
#include "widgets/comments/highlightcolors.h"
#include "widgets/comments/threadview.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace broadsheet {

namespace {

using Spot = ThreadLayout::Spot;

void copy(const QUrl &url)
{
    QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
}

void addCopying(QMenu &menu, const Comment &comment)
{
    const QString text = comment.text.isEmpty() ? comment.quote : comment.text;
    menu.addAction(ThreadView::tr("&Copy text"), &menu,
                   [text] { QGuiApplication::clipboard()->setText(text); });
    // Of a comment of the site the whole world has an address; of one's own this computer has.
    const QUrl url = comment.url.isEmpty() ? commentLink(comment.uuid) : comment.url;
    menu.addAction(ThreadView::tr("Copy link to this &reply"), &menu, [url] { copy(url); });
}

void addColors(QMenu &menu, ThreadView &thread, const Comment &comment)
{
    QMenu *colors = menu.addMenu(ThreadView::tr("C&olour"));
    auto *group = new QActionGroup(colors);
    for (const HighlightColor color :
         {HighlightColor::Yellow, HighlightColor::Green, HighlightColor::Blue, HighlightColor::Pink}) {
        QAction *action = colors->addAction(highlightName(color), &thread, [&thread, id = comment.id, color] {
            Q_EMIT thread.colorWanted(id, color);
        });
        action->setCheckable(true);
        action->setChecked(color == comment.color);
        group->addAction(action);
    }
}

} // namespace

void openCommentMenu(ThreadView &thread, CommentId id, const QPoint &at)
{
    const CommentModel &model = thread.model();
    const int row = model.rowOf(id);
    if (row < 0 || model.comment(row).deleted)
        return;
    const Comment &comment = model.comment(row);
    auto *menu = new QMenu(&thread);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCopying(*menu, comment);
    if (comment.edited.isValid() && model.isOwn(row))
        menu->addAction(ThreadView::tr("&Earlier wordings…"), &thread,
                        [&thread, id] { Q_EMIT thread.historyWanted(id); });
    if (!comment.quote.isEmpty() && model.isOwn(row))
        addColors(*menu, thread, comment);
    menu->addSeparator();
    for (const Spot &spot : thread.spots(id)) {
        if (spot.kind == Spot::Kind::Link)
            menu->addAction(ThreadView::tr("Copy &link %1").arg(spot.url.host()), menu,
                            [url = spot.url] { copy(url); });
        else
            menu->addAction(spot.text, &thread, [&thread, id, spot] { thread.press(id, spot); });
    }
    menu->popup(at);
}

} // namespace broadsheet
