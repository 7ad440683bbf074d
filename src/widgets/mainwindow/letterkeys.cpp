// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/letterkeys.h"

#include "settings/settings.h"
#include "widgets/mainwindow/actions.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace broadsheet {

namespace {

bool isTextField(const QWidget *widget)
{
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        return !text->isReadOnly();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return !text->isReadOnly();
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QComboBox *>(widget);
}

} // namespace

LetterKeys::LetterKeys(QWidget &window, const Actions &actions, const Settings &settings)
    : QObject(&window), m_window(window), m_actions(actions), m_settings(settings)
{
    m_go.setSingleShot(true);
    m_go.setInterval(1500);
    qApp->installEventFilter(this);
}

bool LetterKeys::isCommandPlace(const QWidget *focus, const QKeyEvent &key) const
{
    if (!focus || focus->window() != &m_window || isTextField(focus) || QApplication::activePopupWidget())
        return false;
    // A button is pressed by the space bar.
    return key.key() != Qt::Key_Space || !qobject_cast<const QAbstractButton *>(focus);
}

bool LetterKeys::take(const QKeyEvent &key)
{
    const bool afterGo = m_go.isActive();
    m_go.stop();
    if (!afterGo && key.key() == Qt::Key_G && key.modifiers() == Qt::NoModifier) {
        m_go.start();
        return true;
    }
    QAction *action = m_actions.forLetter(key, afterGo);
    if (!action)
        return false;
    // A held key repeats what moves, not what marks.
    if (!key.isAutoRepeat() || action == m_actions[ActionId::NextArticle] ||
        action == m_actions[ActionId::PreviousArticle] || action == m_actions[ActionId::PageDown] ||
        action == m_actions[ActionId::PageUp])
        action->trigger();
    return true;
}

bool LetterKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched != QApplication::focusWidget() ||
        !m_settings.singleKeys())
        return false;
    const auto &key = *static_cast<QKeyEvent *>(event);
    return isCommandPlace(QApplication::focusWidget(), key) && take(key);
}

} // namespace broadsheet
