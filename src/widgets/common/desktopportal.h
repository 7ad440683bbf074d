// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>

#include <optional>

class QDBusVariant;

namespace broadsheet {

/**
 * What the desktop says about looks, by org.freedesktop.portal.Settings: asked without waiting, followed
 * while the program runs. Without a session bus, or without a screen (tests), it knows nothing.
 */
class DesktopPortal : public QObject
{
    Q_OBJECT
public:
    explicit DesktopPortal(QObject *parent = nullptr);

    /** Nothing: the desktop has no preference, or did not answer (yet). */
    std::optional<bool> prefersDark() const { return m_dark; }
    bool highContrast() const { return m_contrast; }
    bool animations() const { return m_animations; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void takeChange(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    bool take(const QString &group, const QString &key, const QVariant &value);

    std::optional<bool> m_dark;
    bool m_contrast = false;
    bool m_animations = true;
};

} // namespace broadsheet
