// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpmessage.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QUrl>

#include <deque>

namespace broadsheet::net {

class Job;

/** What we know of one host (name and port) in this round, and who waits for it. */
struct HostQueue
{
    QString key;
    bool listed = false; ///< among those that have a queue
    std::deque<Job *> waiting;
    int active = 0;
    int strikes = 0;     ///< time-outs in a row
    int answers = 0;     ///< complete ones
    qint64 answerMs = 0; ///< all of them together
    QElapsedTimer since; ///< its first request
    QDeadlineTimer heldUntil{0};

    bool isHeld() const { return !heldUntil.hasExpired(); }
    bool isDead(const HttpLimits &limits) const { return strikes >= limits.strikes; }
    /** It answers, but so slowly that its queue would hold up the whole round. */
    bool isTooSlow(const HttpLimits &limits) const
    {
        return since.isValid() && since.elapsed() > limits.hostPatience.count() &&
               (answers == 0 || answerMs / answers > limits.hostPatience.count() / 10);
    }
    bool mayStart(const HttpLimits &limits) const
    {
        return active < (answers > 0 ? limits.perHost : limits.perUnknownHost);
    }
    bool isForgettable() const { return active == 0 && waiting.empty() && !isHeld(); }
};

} // namespace broadsheet::net
