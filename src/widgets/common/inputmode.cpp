// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/inputmode.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QWidget>

namespace broadsheet {

namespace {

/** Watches the whole application, since a focus event does not say whether a key or a click was behind it. */
class InputWatch : public QObject
{
public:
    explicit InputWatch(QObject *parent) : QObject(parent) {}
    bool lastWasKey = false;

    bool eventFilter(QObject *, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::KeyPress: {
            const int key = static_cast<QKeyEvent *>(event)->key();
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
