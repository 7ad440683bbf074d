// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/threadaccessible.h"

#include "widgets/comments/commentmodel.h"
#include "widgets/comments/threadview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace broadsheet {

namespace {

/** One comment of a thread. It is known by its id, so that it stays itself when others come and go. */
class AccessibleComment : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleComment(ThreadView *view, CommentId id) : m_view(view), m_id(id) {}

    bool isValid() const override { return m_view && m_view->indexOf(m_id) >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid())
            return {};
        const CommentModel &model = m_view->model();
        return model.index(model.rowOf(m_id)).data(Qt::AccessibleTextRole).toString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->commentRect(m_id);
        return {m_view->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.invalid = !isValid();
        state.focused = isValid() && m_view->hasFocus() && m_view->current() == m_id;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }

    /** What can be pressed: links by their address, "Reply", "Edit" … as they are shown. */
    QStringList actionNames() const override
    {
        QStringList names{setFocusAction()};
        if (isValid())
            for (const ThreadLayout::Spot &spot : m_view->spots(m_id))
                names << spot.text;
        return names;
    }

    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == setFocusAction()) {
            m_view->setCurrent(m_id);
            m_view->setFocus();
            return;
        }
        for (const ThreadLayout::Spot &spot : m_view->spots(m_id))
            if (spot.text == name)
                return m_view->press(m_id, spot);
    }

    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    CommentId id() const { return m_id; }

private:
    QPointer<ThreadView> m_view;
    CommentId m_id;
};

class AccessibleThread : public QAccessibleWidget
{
public:
    explicit AccessibleThread(ThreadView *view) : QAccessibleWidget(view, QAccessible::List) {}
    ~AccessibleThread() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    // The open reply box comes after the comments.
    int childCount() const override { return view().visibleCount() + QAccessibleWidget::childCount(); }

    QAccessibleInterface *child(int index) const override
    {
        const int comments = view().visibleCount();
        if (index >= comments)
            return QAccessibleWidget::child(index - comments);
        return index < 0 ? nullptr : ofComment(view().commentAt(index));
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (const auto *comment = dynamic_cast<const AccessibleComment *>(child))
            return view().indexOf(comment->id());
        const int index = QAccessibleWidget::indexOfChild(child);
        return index < 0 ? index : index + view().visibleCount();
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = view().mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < view().visibleCount(); ++i)
            if (view().commentRect(view().commentAt(i)).contains(at))
                return child(i);
        return QAccessibleWidget::childAt(x, y);
    }

    QAccessibleInterface *focusChild() const override
    {
        if (view().hasFocus() && view().indexOf(view().current()) >= 0)
            return ofComment(view().current());
        return QAccessibleWidget::focusChild();
    }

private:
    ThreadView &view() const { return *static_cast<ThreadView *>(widget()); }

    QAccessibleInterface *ofComment(CommentId id) const
    {
        const auto known = m_children.constFind(id);
        if (known != m_children.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *made = new AccessibleComment(&view(), id);
        m_children.insert(id, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    mutable QHash<CommentId, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<ThreadView *>(object))
        return new AccessibleThread(view);
    return nullptr;
}

} // namespace

void installThreadAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace broadsheet
