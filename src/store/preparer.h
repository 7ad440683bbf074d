// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace broadsheet::store {

/**
 * A thread that does what needs no database before something is written: hashing, packing, folding words for
 * the index. Half of what an article costs to store is done here, while the writer stores the one before.
 * In order; what has been asked for is done before the end.
 */
class Preparer
{
public:
    Preparer();
    ~Preparer();
    Preparer(const Preparer &) = delete;
    Preparer &operator=(const Preparer &) = delete;

    void post(std::function<void()> work);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_waiting;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace broadsheet::store
