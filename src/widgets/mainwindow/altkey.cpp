// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/altkey.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <utility>

namespace broadsheet {

AltKey::AltKey(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool AltKey::takeAlone()
{
    return std::exchange(m_alone, false);
}

bool AltKey::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        m_alone = key->key() == Qt::Key_Alt && !key->isAutoRepeat();
        break;
    }
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::WindowDeactivate:
        m_alone = false;
        break;
    default:
        break;
    }
    return false;
}

} // namespace broadsheet
