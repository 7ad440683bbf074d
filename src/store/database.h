// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/connection.h"

#include <QFuture>
#include <QPromise>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace broadsheet::store {

/**
 * The two threads of the store, each with its own connection. What is posted is a function of a Connection
 * that gives a Result; a writing one runs in a transaction of its own, begun IMMEDIATE, and a failure of any
 * statement or of the function rolls all of it back.
 */
class Database
{
public:
    /** A wish of the reader goes before what a fetch brought. Bulk work shares a transaction, so its function
     * may run a second time after a roll-back and must not use up what it holds. Gathered is bulk work of which more is
     * on its way: the transaction waits a moment for that. */
    enum class Urgency { Wish, Bulk, Gathered };

    /** Read: where nothing can be written, what is there can still be read. */
    enum class Access { Write, Read };

    explicit Database(const QString &folder);
    /** Writes what was asked for, then cancels what was to be read. */
    ~Database();

    /** Ends as the destructor does, and is then as before open(). For what needs the file for itself. */
    void close();

    /** The database file. */
    QString file() const;
    QFuture<Result<void>> open(Access access = Access::Write);
    /** Gives why open() failed, once it has; safe on any thread and after this object is gone. */
    std::function<std::optional<Error>()> openError() const;

    template <typename Work>
    auto write(Work work, Urgency urgency = Urgency::Wish)
    {
        using R = std::invoke_result_t<Work, Connection &>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        write(std::move(work), urgency, promise);
        return promise->future();
    }
    /** With an answer that somebody waits for already. On any thread. */
    template <typename Work, typename R>
    void write(Work work, Urgency urgency, std::shared_ptr<QPromise<R>> promise)
    {
        postWrite(job<R>(std::move(work), promise), urgency);
    }

    template <typename Work>
    auto read(Work work)
    {
        using R = std::invoke_result_t<Work, Connection &>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        postRead(job<R>(std::move(work), promise));
        return future;
    }

    /** A unit of work, and what tells its outcome once the transaction has ended. */
    struct Job
    {
        std::function<std::optional<Error>(Connection &)> work;
        std::function<void(const std::optional<Error> &)> answer;
        bool gathered = false;
    };

private:
    template <typename R, typename Work>
    static Job job(Work work, std::shared_ptr<QPromise<R>> promise)
    {
        auto result = std::make_shared<R>();
        Job made;
        made.work = [work = std::move(work), result](Connection &connection) mutable -> std::optional<Error> {
            *result = work(connection);
            if (connection.error())
                return connection.error();
            if (!*result)
                return result->error();
            return std::nullopt;
        };
        made.answer = [promise, result](const std::optional<Error> &error) {
            promise->addResult(error ? R(*error) : std::move(*result));
            promise->finish();
        };
        return made;
    }
    void end();
    void postWrite(Job job, Urgency urgency);
    void postRead(Job job);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet::store
