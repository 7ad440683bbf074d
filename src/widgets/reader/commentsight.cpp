// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/commentsight.h"

#include "widgets/comments/discussionview.h"
#include "widgets/reader/articlefoot.h"
#include "widgets/reader/readerview.h"

#include <QScrollBar>

#include <chrono>
#include <utility>

namespace broadsheet {

using namespace std::chrono_literals;

CommentSight::CommentSight(ReaderView &view, ArticleFoot &foot, QObject *parent)
    : QObject(parent), m_view(view), m_foot(foot)
{
    m_holding.setSingleShot(true);
    m_holding.setInterval(3s);
    connect(&m_holding, &QTimer::timeout, this, [this] { m_held = {}; });
    connect(&foot, &ArticleFoot::heightChanged, this, &CommentSight::hold, Qt::QueuedConnection);
    connect(view.verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_held = {}; });
    connect(foot.discussion(), &DiscussionView::countChanged, this, &CommentSight::look);
    // What one reads stays where it is while the comments above it are measured.
    connect(foot.discussion(), &DiscussionView::shifted, this, [this](int distance) {
        QScrollBar *bar = m_view.verticalScrollBar();
        bar->setValue(bar->value() + distance);
    });
    connect(foot.discussion(), &DiscussionView::scrollWanted, this,
            [this](const QRect &rect) { m_view.showInFoot(m_foot.ofDiscussion(rect)); });
}

void CommentSight::show(CommentId id)
{
    m_wanted = id;
    look();
}

void CommentSight::forget()
{
    m_wanted = {};
    m_held = {};
}

void CommentSight::look()
{
    if (!m_wanted.isValid())
        return;
    const QRect rect = m_foot.discussion()->commentRect(m_wanted);
    if (rect.isEmpty())
        return; // not loaded yet: countChanged() comes back here
    m_view.showInFoot(m_foot.ofDiscussion(rect));
    m_foot.discussion()->highlightComment(m_wanted);
    m_held = std::exchange(m_wanted, {});
    m_holding.start();
}

void CommentSight::hold()
{
    if (!m_held.isValid())
        return;
    const QRect rect = m_foot.discussion()->commentRect(m_held);
    if (!rect.isEmpty())
        m_view.showInFoot(m_foot.ofDiscussion(rect));
}

} // namespace broadsheet
