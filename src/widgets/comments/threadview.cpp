// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/threadview.h"

#include "widgets/comments/commentmodel.h"
#include "widgets/comments/threadaccessible.h"
#include "widgets/common/appearance.h"
#include "widgets/common/inputmode.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;
using Spot = ThreadLayout::Spot;

namespace {

/** The times that the thread shows in short. */
QString exactTimes(const Comment &comment)
{
    if (comment.deleted)
        return {};
    const QLocale locale;
    const auto shown = [&locale](const QDateTime &time) {
        return locale.toString(time.toLocalTime(), QLocale::LongFormat);
    };
    if (comment.edited.isValid())
        return ThreadView::tr("Written on %1\nEdited on %2")
            .arg(shown(comment.created), shown(comment.edited));
    return ThreadView::tr("Written on %1").arg(shown(comment.created));
}

} // namespace

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
    const bool more = laidOut().measureSome(3ms);
    if (!more || m_sinceMeasured.elapsed() > 250) {
        measured();
        m_sinceMeasured.start();
    }
    if (more)
        m_measure.start();
}

/** Lays out anew by the heights that are known now; what is in sight stays where it is. */
void ThreadView::measured()
{
    const int top = visibleRegion().boundingRect().top();
    ThreadLayout &layout = laidOut();
    const int index = layout.rowAt(top);
    const double before = index < 0 ? 0 : layout.rows().at(size_t(index)).top;
    m_layout.invalidate();
    placeBox();
    const int shift = index < 0 ? 0 : qRound(laidOut().rows().at(size_t(index)).top - before);
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

void ThreadView::setCurrent(CommentId id)
{
    m_focus.comment = id;
    m_focus.spot = -1;
    update();
    if (hasFocus())
        tellFocus();
}

void ThreadView::tellFocus()
{
    const int index = QAccessible::isActive() ? indexOf(m_focus.comment) : -1;
    if (index < 0)
        return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(index);
    QAccessible::updateAccessibility(&focused);
}

void ThreadView::press(CommentId id, const Spot &spot)
{
    switch (spot.kind) {
    case Spot::Kind::Link:
        Q_EMIT linkActivated(spot.url);
        break;
    case Spot::Kind::Passage:
        Q_EMIT passageWanted(id);
        break;
    case Spot::Kind::Site:
        Q_EMIT siteWanted(spot.url);
        break;
    case Spot::Kind::Reply:
        Q_EMIT replyWanted(id);
        break;
    case Spot::Kind::Edit:
        Q_EMIT editWanted(id);
        break;
    case Spot::Kind::Delete:
        Q_EMIT deleteWanted(id);
        break;
    case Spot::Kind::Unfold:
        setFolded(id, false);
        break;
    }
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

// Painting and the pointer

void ThreadView::paintEvent(QPaintEvent *event)
{
    // What comes in sight is set now; a height that was guessed wrong moves only what lies below.
    if (laidOut().measure(event->rect().top(), event->rect().bottom()))
        QMetaObject::invokeMethod(
            this, [this] { measured(); }, Qt::QueuedConnection);
    QPainter painter(this);
    m_focus.visible = showsFocusRing(this);
    paintThread(painter, event->rect(), laidOut(), m_model, m_appearance.theme(), m_focus);
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    if (event->size().width() != event->oldSize().width()) {
        placeBox();
        measureLater();
    }
}

ThreadView::Hit ThreadView::hit(const QPointF &position) const
{
    ThreadLayout &layout = laidOut();
    Hit hit;
    const int index = layout.rowAt(position.y());
    if (index >= 0) {
        const ThreadLayout::Row &row = layout.rows().at(size_t(index));
        hit.comment = m_model.comment(row.modelRow).id;
        const QRectF area = layout.textRect(row);
        const bool onText = area.contains(position);
        const QUrl url = onText ? layout.text(row).linkAt(position - area.topLeft()) : QUrl();
        const std::vector<Spot> spots = layout.spots(row);
        for (int i = 0; i < int(spots.size()) && hit.spot < 0; ++i) {
            const Spot &spot = spots.at(size_t(i));
            const bool link = spot.kind == Spot::Kind::Link;
            if (link ? (!url.isEmpty() && spot.url == url) : spot.rect.contains(position))
                hit.spot = i;
        }
    }
    for (int i = 0; i < int(layout.lines().size()) && hit.spot < 0; ++i) {
        const QLineF &line = layout.lines().at(size_t(i)).line;
        // The avatars of the next step begin 14 from the line: stay clear of them.
        if (qAbs(position.x() - line.x1()) <= 12 && position.y() >= line.y1() && position.y() <= line.y2())
            hit.line = i;
    }
    return hit;
}

void ThreadView::hover(const QPointF &position)
{
    const Hit at = hit(position);
    const bool pressable = at.spot >= 0 || at.line >= 0;
    setCursor(pressable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (at.comment == m_focus.hovered && at.spot == m_focus.hoveredSpot && at.line == m_focus.hoveredLine)
        return;
    m_focus.hovered = at.comment;
    m_focus.hoveredSpot = at.spot;
    m_focus.hoveredLine = at.line;
    QString address;
    if (at.spot >= 0) {
        const Spot spot = spots(at.comment).at(size_t(at.spot));
        if (spot.kind == Spot::Kind::Link)
            address = spot.url.toDisplayString();
    }
    QString tip = at.line >= 0 ? tr("Fold this thread") : address.toHtmlEscaped();
    if (const int row = m_model.rowOf(at.comment); tip.isEmpty() && at.spot < 0 && row >= 0)
        tip = exactTimes(m_model.comment(row));
    setToolTip(tip);
    update();
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    hover(event->position());
}

void ThreadView::leaveEvent(QEvent *)
{
    m_focus.hovered = {};
    m_focus.hoveredSpot = -1;
    m_focus.hoveredLine = -1;
    update();
}

void ThreadView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = hit(event->position());
    setCurrent(m_pressed.comment);
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    const Hit pressed = std::exchange(m_pressed, {});
    if (event->button() != Qt::LeftButton || !(pressed == hit(event->position())))
        return;
    if (pressed.spot >= 0) {
        press(pressed.comment, spots(pressed.comment).at(size_t(pressed.spot)));
    } else if (pressed.line >= 0) {
        const ThreadLayout &layout = laidOut();
        const int row = layout.lines().at(size_t(pressed.line)).row;
        setFolded(m_model.comment(layout.rows().at(size_t(row)).modelRow).id, true);
    }
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const CommentId id = byKey ? m_focus.comment : hit(event->pos()).comment;
    const int row = m_model.rowOf(id);
    if (row < 0 || m_model.comment(row).deleted)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString text = m_model.comment(row).text;
    menu->addAction(tr("&Copy text"), this, [text] { QGuiApplication::clipboard()->setText(text); });
    const Comment &comment = m_model.comment(row);
    if (!comment.url.isEmpty())
        menu->addAction(tr("Copy link to this &reply"), this, [url = comment.url] {
            QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
        });
    if (comment.edited.isValid() && m_model.isOwn(row))
        menu->addAction(tr("&Earlier wordings…"), this, [this, id] { Q_EMIT historyWanted(id); });
    menu->addSeparator();
    for (const Spot &spot : spots(id)) {
        if (spot.kind == Spot::Kind::Link)
            menu->addAction(tr("Copy &link %1").arg(spot.url.host()), this, [url = spot.url] {
                QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
            });
        else
            menu->addAction(spot.text, this, [this, id, spot] { press(id, spot); });
    }
    menu->popup(byKey ? mapToGlobal(commentRect(id).topLeft()) : event->globalPos());
}

// The keyboard

bool ThreadView::isOurKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    default:
        return false;
    }
}

bool ThreadView::event(QEvent *event)
{
    // The window's single keys would take the arrows before us.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && isOurKey(key->key())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    bool done = false;
    switch (event->modifiers() == Qt::NoModifier ? event->key() : 0) {
    case Qt::Key_Down:
        done = walk(1);
        break;
    case Qt::Key_Up:
        done = walk(-1);
        break;
    case Qt::Key_Home:
        done = walk(-m_model.rowCount());
        break;
    case Qt::Key_End:
        done = walk(m_model.rowCount());
        break;
    case Qt::Key_Right:
        done = walkSpots(1);
        break;
    case Qt::Key_Left:
        done = walkSpots(-1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        done = pressCurrent();
        break;
    default:
        break;
    }
    if (!done)
        return QWidget::keyPressEvent(event);
    update();
}

bool ThreadView::walk(int rows)
{
    const ThreadLayout &layout = laidOut();
    if (layout.rows().empty())
        return false;
    const int from = layout.rowOf(m_focus.comment);
    const int last = int(layout.rows().size()) - 1;
    const int to = from < 0 ? 0 : qBound(0, from + rows, last);
    setCurrent(m_model.comment(layout.rows().at(size_t(to)).modelRow).id);
    Q_EMIT scrollWanted(commentRect(m_focus.comment));
    return true;
}

bool ThreadView::walkSpots(int step)
{
    const int row = m_model.rowOf(m_focus.comment);
    if (row < 0)
        return false;
    const int count = int(spots(m_focus.comment).size());
    const bool hasReplies = m_model.threadEnd(row) > row + 1;
    if (step < 0 && m_focus.spot < 0 && hasReplies)
        setFolded(m_focus.comment, true);
    else
        m_focus.spot = qBound(-1, m_focus.spot + step, count - 1);
    return true;
}

bool ThreadView::pressCurrent()
{
    const std::vector<Spot> all = spots(m_focus.comment);
    if (all.empty())
        return false;
    int index = m_focus.spot;
    // Enter on the comment itself does the nearest thing: show its replies, else reply.
    for (int i = 0; i < int(all.size()) && m_focus.spot < 0; ++i) {
        const Spot::Kind kind = all.at(size_t(i)).kind;
        if (kind == Spot::Kind::Unfold || (kind == Spot::Kind::Reply && index < 0))
            index = i;
    }
    if (index < 0 || index >= int(all.size()))
        return false;
    m_focus.spot = -1;
    press(m_focus.comment, all.at(size_t(index)));
    return true;
}

void ThreadView::focusInEvent(QFocusEvent *event)
{
    if (m_model.rowOf(m_focus.comment) < 0 && m_model.rowCount() > 0)
        setCurrent(m_model.comment(0).id);
    const bool byTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byTab && m_focus.comment.isValid())
        Q_EMIT scrollWanted(commentRect(m_focus.comment));
    tellFocus();
    update();
}

void ThreadView::focusOutEvent(QFocusEvent *)
{
    update();
}

} // namespace broadsheet
