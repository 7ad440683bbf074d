// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace broadsheet {

/** One window a profile: a second start hands its addresses to the first and leaves. */
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    /** \a profile tells the instances apart. */
    explicit SingleInstance(const QString &profile, QObject *parent = nullptr);

    /** True if a running window took \a addresses and comes forward. Waits for it at most a second. */
    bool handOver(const QStringList &addresses) const;
    /** From now on takes what later starts hand over. Failing is no reason not to start. */
    void listen();

Q_SIGNALS:
    /** Somebody started the program again. */
    void activated(const QStringList &addresses);

private:
    void receive();

    QString m_name;
    QLocalServer m_server;
};

} // namespace broadsheet
