// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/inputmode.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QKeyEvent>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>

namespace broadsheet {

namespace {

/**
 * Watches the whole application, since a focus event does not say whether a key or a click was behind it. And lets Return
 * click the button that has the focus: on some desktops buttons take the space bar alone.
 */
class InputWatch : public QObject
{
public:
    explicit InputWatch(QObject *parent) : QObject(parent) {}
    bool lastWasKey = false;

    bool eventFilter(QObject *receiver, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::KeyPress: {
            const int key = static_cast<QKeyEvent *>(event)->key();
            auto *button = qobject_cast<QAbstractButton *>(receiver);
            if (button && isClick(*static_cast<QKeyEvent *>(event)) && takesReturn(*button)) {
                lastWasKey = true;
                button->click();
                return true;
            }
            const bool modifier =
                key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta;
            lastWasKey = lastWasKey || !modifier;
            break;
        }
        case QEvent::MouseButtonPress:
        case QEvent::TouchBegin:
            lastWasKey = false;
            break;
        default:
            break;
        }
        return false;
    }

private:
    static bool isClick(const QKeyEvent &event)
    {
        const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
        return isReturn && !event.isAutoRepeat() && (event.modifiers() & ~Qt::KeypadModifier) == 0;
    }

    /** Boxes that are ticked leave the key to their dialog, and dialogs see to their push buttons themselves. */
    static bool takesReturn(const QAbstractButton &button)
    {
        if (!button.isEnabled() || qobject_cast<const QCheckBox *>(&button) ||
            qobject_cast<const QRadioButton *>(&button))
            return false;
        return !qobject_cast<const QPushButton *>(&button) || !qobject_cast<const QDialog *>(button.window());
    }
};

InputWatch *watch()
{
    static QPointer<InputWatch> instance;
    if (!instance && qApp) {
        instance = new InputWatch(qApp);
        qApp->installEventFilter(instance);
    }
    return instance;
}

} // namespace

void watchInputMode()
{
    watch();
}

bool showsFocusRing(const QWidget *widget)
{
    const InputWatch *input = watch();
    return input && input->lastWasKey && widget->hasFocus();
}

} // namespace broadsheet
