// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace broadsheet {

/**
 * Turns the wish of a terminal, a timer or a session to end the process (SIGINT, SIGTERM, SIGHUP) into a
 * signal of Qt's, so that what is under way can be ended in order. The second such wish ends the process at
 * once, as ever. What was started to ignore one of them (nohup) goes on ignoring it. One at a time, on the
 * main thread.
 */
class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    /** \a number is the system's, such as SIGTERM. */
    void stopWanted(int number);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace broadsheet
