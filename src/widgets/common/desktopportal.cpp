// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/desktopportal.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QGuiApplication>

#include <tuple>

namespace broadsheet {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString looks = QStringLiteral("org.freedesktop.appearance");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");
const QString gnomeA11y = QStringLiteral("org.gnome.desktop.a11y.interface");

bool hasSessionBus()
{
    // Without an address libdbus would start a bus of its own.
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") &&
           QGuiApplication::platformName() != QLatin1String("offscreen") &&
           QDBusConnection::sessionBus().isConnected();
}

} // namespace

DesktopPortal::DesktopPortal(QObject *parent) : QObject(parent)
{
    if (!hasSessionBus())
        return;
    QDBusConnection::sessionBus().connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                                          SLOT(takeChange(QString, QString, QDBusVariant)));
    ask();
}

void DesktopPortal::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("ReadAll"));
    call << QStringList{looks, gnome, gnomeA11y};
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusMessage reply = watcher->reply();
        if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
            return;
        const auto groups = qdbus_cast<QMap<QString, QVariantMap>>(reply.arguments().constFirst());
        bool different = false;
        for (auto group = groups.begin(); group != groups.end(); ++group)
            for (auto value = group->begin(); value != group->end(); ++value)
                different |= take(group.key(), value.key(), value.value());
        if (different)
            Q_EMIT changed();
    });
}

void DesktopPortal::takeChange(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (take(group, key, value.variant()))
        Q_EMIT changed();
}

bool DesktopPortal::take(const QString &group, const QString &key, const QVariant &value)
{
    const auto before = std::tuple(m_dark, m_contrast, m_animations);
    if (group == looks && key == QLatin1String("color-scheme")) {
        const uint scheme = value.toUInt(); // 0 no preference, 1 dark, 2 light
        m_dark = scheme == 0 ? std::nullopt : std::optional(scheme == 1);
    } else if (group == looks && key == QLatin1String("contrast")) {
        m_contrast = value.toUInt() == 1;
    } else if (group == gnomeA11y && key == QLatin1String("high-contrast")) {
        m_contrast = value.toBool();
    } else if (group == gnome && key == QLatin1String("enable-animations")) {
        m_animations = value.toBool();
    }
    return before != std::tuple(m_dark, m_contrast, m_animations);
}

} // namespace broadsheet
