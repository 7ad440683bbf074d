// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/accessible.h"

#include "widgets/common/strip.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>

namespace broadsheet {

namespace {

/** (so) of AT-SPI: which object of which program. */
struct ObjectReference
{
    QString service;
    QDBusObjectPath path;
};

QDBusArgument &operator<<(QDBusArgument &argument, const ObjectReference &reference)
{
    argument.beginStructure();
    argument << reference.service << reference.path;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, ObjectReference &reference)
{
    argument.beginStructure();
    argument >> reference.service >> reference.path;
    argument.endStructure();
    return argument;
}

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *strip = qobject_cast<Strip *>(object))
        return new QAccessibleWidget(strip, QAccessible::Notification);
    return nullptr;
}

} // namespace

void installAccessibleRoles()
{
    QAccessible::installFactory(makeInterface);
}

void announce(const QString &text)
{
    if (!QAccessible::isActive())
        return;
    // QAccessible's own announcements came with Qt 6.8: until then the signal is sent by hand, on the
    // connection that Qt's bridge has opened.
    const QDBusConnection bus(QStringLiteral("a11y"));
    if (!bus.isConnected())
        return;
    qDBusRegisterMetaType<ObjectReference>();
    const QString root = QStringLiteral("/org/a11y/atspi/accessible/root");
    QDBusMessage signal = QDBusMessage::createSignal(root, QStringLiteral("org.a11y.atspi.Event.Object"),
                                                     QStringLiteral("Announcement"));
    constexpr int polite = 1;
    signal << QString() << polite << 0 << QVariant::fromValue(QDBusVariant(text))
           << QVariant::fromValue(ObjectReference{bus.baseService(), QDBusObjectPath(root)});
    bus.send(signal);
}

} // namespace broadsheet

Q_DECLARE_METATYPE(broadsheet::ObjectReference)
