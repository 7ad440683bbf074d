// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/threadview.h"

#include "widgets/comments/commentmodel.h"
#include "widgets/comments/threadaccessible.h"
#include "widgets/common/appearance.h"
#include "widgets/common/inputmode.h"

#include <QPaintEvent>
#include <QPainter>

#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;
using Spot = ThreadLayout::Spot;

ThreadView::ThreadView(CommentModel &model, Appearance &appearance, ThreadLayout::Steps steps,
                       QWidget *parent)
    : QWidget(parent), m_model(model), m_appearance(appearance), m_layout(model, steps)
{
    installThreadAccessibility();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Replies"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_highlightEnd.setSingleShot(true);
    m_highlightEnd.setInterval(2s);
    connect(&m_highlightEnd, &QTimer::timeout, this, [this] {
        m_focus.highlighted = {};
        update();
    });
    m_measure.setSingleShot(true);
    m_measure.setInterval(0);
    connect(&m_measure, &QTimer::timeout, this, &ThreadView::measureOn);
    m_tick.setInterval(1min);
    connect(&m_tick, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    m_tick.start();

    connect(&m_appearance, &Appearance::changed, this, [this] {
        m_layout.forget();
        changed();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_focus = {};
        m_layout.forget();
        changed();
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] { changed(); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_model.rowOf(m_focus.comment) < 0)
            m_focus.comment = {};
        changed();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                for (int row = from.row(); row <= to.row(); ++row)
                    m_layout.forget(m_model.comment(row).id);
                changed();
            });
}

ThreadLayout &ThreadView::laidOut() const
{
    m_layout.ensure(width(), m_appearance.theme());
    return m_layout;
}

int ThreadView::heightForWidth(int width) const
{
    // A box is as high as it wants at its own width, which follows from ours only once it is laid out.
    m_layout.ensure(width, m_appearance.theme());
    return qCeil(m_layout.height());
}

QSize ThreadView::sizeHint() const
{
    return {qMax(width(), 240), heightForWidth(qMax(width(), 240))};
}

/** Rows, folds or texts are others than before. */
void ThreadView::changed()
{
    m_layout.invalidate();
    placeBox();
    updateGeometry();
    update();
    Q_EMIT heightChanged();
    measureLater();
}

void ThreadView::measureLater()
{
    if (!laidOut().isExact() && !m_measure.isActive()) {
        m_sinceMeasured.start();
        m_measure.start();
    }
}

/** A slice within a frame's leave; what it found is laid out now and then, since that costs a pass over all.
 */
void ThreadView::measureOn()
{
    const bool more = laidOut().measureSome(1ms);
    if (!more || m_sinceMeasured.elapsed() > 250) {
        const Anchor seen = anchor();
        m_layout.invalidate();
        measured(seen);
        m_sinceMeasured.start();
    }
    if (more)
        m_measure.start();
}

/** The comment at the upper edge of what is in sight, and where it lies. */
ThreadView::Anchor ThreadView::anchor() const
{
    const ThreadLayout &layout = laidOut();
    const int index = layout.rowAt(visibleRegion().boundingRect().top());
    if (index < 0)
        return {};
    const ThreadLayout::Row &row = layout.rows().at(size_t(index));
    return {m_model.comment(row.modelRow).id, row.top};
}

/** How far it lies lower now. */
int ThreadView::shiftOf(const Anchor &seen) const
{
    const ThreadLayout &layout = laidOut();
    const int index = layout.rowOf(seen.comment);
    return index < 0 ? 0 : qRound(layout.rows().at(size_t(index)).top - seen.top);
}

/** After heights became known: what is in sight stays where it is. */
void ThreadView::measured(const Anchor &seen)
{
    placeBox();
    const int shift = shiftOf(seen);
    updateGeometry();
    Q_EMIT heightChanged();
    if (shift != 0)
        Q_EMIT shifted(shift);
    update();
}

QRect ThreadView::commentRect(CommentId id) const
{
    ThreadLayout &layout = laidOut();
    const int index = layout.rowOf(id);
    if (index < 0)
        return {};
    const ThreadLayout::Row &row = layout.rows().at(size_t(index));
    const double height = qMin(row.height, layout.height() - row.top);
    return QRectF(row.left, row.top, width() - row.left, height).toAlignedRect();
}

std::vector<Spot> ThreadView::spots(CommentId id) const
{
    ThreadLayout &layout = laidOut();
    const int index = layout.rowOf(id);
    return index < 0 ? std::vector<Spot>() : layout.spots(layout.rows().at(size_t(index)));
}

CommentId ThreadView::commentAt(int index) const
{
    return m_model.comment(laidOut().rows().at(size_t(index)).modelRow).id;
}

void ThreadView::setFolded(CommentId id, bool folded)
{
    m_layout.setFolded(id, folded);
    changed();
}

// The box

void ThreadView::openBox(CommentId id, QWidget *box, bool inPlaceOfText)
{
    closeBox();
    m_box = box;
    m_boxFor = id;
    m_boxForText = inPlaceOfText;
    box->setParent(this);
    changed();
    box->show();
    Q_EMIT scrollWanted(boxRect());
}

void ThreadView::closeBox()
{
    if (m_box)
        m_box->hide();
    m_box = nullptr;
    m_boxFor = {};
    m_layout.setRoom({}, 0, false);
    changed();
}

QRect ThreadView::boxRect() const
{
    return m_box ? laidOut().roomRect().toAlignedRect() : QRect();
}

void ThreadView::boxHeightChanged()
{
    changed();
}

void ThreadView::placeBox()
{
    if (!m_box)
        return;
    // The width of its place does not depend on its height: ask for the one, then for the other.
    m_layout.setRoom(m_boxFor, 1, m_boxForText);
    const QRectF room = laidOut().roomRect();
    if (room.isEmpty()) {
        m_box->hide();
        return;
    }
    m_layout.setRoom(m_boxFor, m_box->heightForWidth(int(room.width())), m_boxForText);
    m_box->setGeometry(laidOut().roomRect().toRect());
    m_box->show();
}

void ThreadView::highlight(CommentId id)
{
    for (int row = m_model.rowOf(id); row >= 0; row = m_model.rowOf(m_model.comment(row).parent)) {
        const CommentId parent = m_model.comment(row).parent;
        if (m_layout.isFolded(parent))
            setFolded(parent, false);
    }
    m_focus.highlighted = id;
    m_highlightEnd.start();
    update();
    Q_EMIT scrollWanted(commentRect(id));
}

// Painting

void ThreadView::paintEvent(QPaintEvent *event)
{
    // What comes in sight is set now. Where that, or what was measured above it, moves it, it is painted
    // where it was: whoever scrolls us follows after this frame.
    const Anchor seen = anchor();
    int shift = 0;
    if (laidOut().measure(event->rect().top(), event->rect().bottom())) {
        shift = shiftOf(seen);
        QMetaObject::invokeMethod(
            this, [this, seen] { measured(seen); }, Qt::QueuedConnection);
    }
    QPainter painter(this);
    painter.translate(0, -shift);
    m_focus.visible = showsFocusRing(this);
    paintThread(painter, event->rect().translated(0, shift), laidOut(), m_model, m_appearance.theme(),
                m_focus);
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    if (event->size().width() != event->oldSize().width()) {
        placeBox();
        measureLater();
    }
}

} // namespace broadsheet
