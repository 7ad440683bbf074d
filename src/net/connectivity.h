// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace broadsheet::net {

/** What the desktop says about the way to the network. Where it says nothing, all is well. Main thread. */
class Connectivity : public QObject
{
    Q_OBJECT
public:
    explicit Connectivity(QObject *parent = nullptr);

    bool isOffline() const;
    /** Paid by volume. */
    bool isMetered() const;

Q_SIGNALS:
    void changed();
};

} // namespace broadsheet::net
