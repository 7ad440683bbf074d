// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace broadsheet {

/** The pool on which pure functions run: parsing, cleaning, ranking, image scaling. One thread less than
 * cores, at least one. */
class Workers
{
public:
    Workers();
    /** Waits for what runs; what has not begun is dropped. */
    ~Workers();

    /** Runs \a function on the pool. It must own what it uses. */
    template <typename Function>
    auto run(Function function, int priority = 0) -> QFuture<std::invoke_result_t<Function>>
    {
        using T = std::invoke_result_t<Function>;
        // Shared, since QThreadPool takes copyable callables only.
        auto promise = std::make_shared<QPromise<T>>();
        auto future = promise->future();
        promise->start();
        m_pool.start(
            [promise, function = std::move(function)]() mutable {
                if (!promise->isCanceled())
                    promise->addResult(function());
                promise->finish();
            },
            priority);
        return future;
    }

private:
    QThreadPool m_pool;
};

} // namespace broadsheet
