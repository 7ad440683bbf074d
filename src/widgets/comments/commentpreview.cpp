// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/commentpreview.h"

#include "widgets/common/appearance.h"

#include <QPainter>
#include <QScrollBar>

namespace broadsheet {

namespace {

constexpr int margin = 4;

} // namespace

CommentPreview::CommentPreview(Appearance &appearance, QWidget *parent)
    : QAbstractScrollArea(parent), m_appearance(appearance)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Preview"));
}

void CommentPreview::setText(const QString &text, const SafeHtml &html)
{
    Comment comment;
    comment.text = text;
    comment.html = html;
    m_text.emplace(comment, QString(), m_appearance.theme());
    // What is painted must be told to those who cannot see it.
    setAccessibleDescription(text);
    verticalScrollBar()->setValue(0);
    lay();
}

void CommentPreview::lay()
{
    if (!m_text)
        return;
    const int high = int(m_text->setWidth(qMax(40, viewport()->width() - 2 * margin))) + 2 * margin;
    verticalScrollBar()->setRange(0, qMax(0, high - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(int(CommentText::lineHeight));
    viewport()->update();
}

void CommentPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (m_text)
        m_text->paint(painter, QPointF(margin, margin - verticalScrollBar()->value()));
}

void CommentPreview::resizeEvent(QResizeEvent *)
{
    lay();
}

} // namespace broadsheet
