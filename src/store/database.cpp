// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "store/log.h"
#include "store/profile.h"
#include "store/searchindex.h"

#include <QElapsedTimer>
#include <QThread>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace broadsheet::store {

namespace {

using namespace std::chrono_literals;

constexpr int maximumGroup = 400;         // feed updates that share a transaction
constexpr auto maximumGroupTime = 1000ms; // a wish of the reader ends it sooner
constexpr auto maximumPatience = 300ms;   // for the next update of a sync
constexpr qint64 maximumWords = 3 << 20;  // bytes for the search index: a large segment that fits into memory

/** What a large group took lies in pieces over the heaps of all threads, which glibc keeps for ever: without
 * this a sync takes twice the memory. Some milliseconds. */
void giveBackMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

Error notOpen()
{
    return {ErrorCode::StoreUnavailable, QStringLiteral("The store is not open"), {}, {}};
}

/** Runs what it is given, in order, urgent things first, until told to end. */
class JobThread : public QThread
{
public:
    ~JobThread() override { wait(); }

    void post(Database::Job job, bool urgent)
    {
        {
            const std::lock_guard lock(m_mutex);
            (urgent ? m_urgent : m_bulk).push_back(std::move(job));
        }
        m_wake.notify_one();
    }
    /** After the thread has ended. */
    void close() { m_connection.reset(); }
    void end(bool dropWaiting)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
            m_dropping = dropWaiting;
        }
        m_wake.notify_one();
    }

protected:
    /** The next job; nothing when all is done and the thread is to end. */
    std::optional<Database::Job> next(bool &urgent)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_ending || !m_urgent.empty() || !m_bulk.empty(); });
        urgent = !m_urgent.empty();
        return pop(urgent ? m_urgent : m_bulk);
    }
    /** A further bulk job, if one comes within \a patience and nothing urgent does. */
    std::optional<Database::Job> nextOfGroup(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, patience, [this] { return m_ending || !m_urgent.empty() || !m_bulk.empty(); });
        if (!m_urgent.empty())
            return std::nullopt;
        return pop(m_bulk);
    }
    bool dropping()
    {
        const std::lock_guard lock(m_mutex);
        return m_dropping;
    }

    std::unique_ptr<Connection> m_connection;

private:
    static std::optional<Database::Job> pop(std::deque<Database::Job> &queue)
    {
        if (queue.empty())
            return std::nullopt;
        Database::Job job = std::move(queue.front());
        queue.pop_front();
        return job;
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Database::Job> m_urgent;
    std::deque<Database::Job> m_bulk;
    bool m_ending = false;
    bool m_dropping = false;
};

class WriterThread : public JobThread
{
public:
    void setConnection(std::unique_ptr<Connection> connection) { m_connection = std::move(connection); }
    Connection *connection() { return m_connection.get(); }
    /** What is said to those who want to write, if there is no connection. */
    Error refusal = notOpen();

protected:
    void run() override
    {
        bool urgent = false;
        while (auto job = next(urgent)) {
            if (urgent)
                single(*job);
            else
                group(std::move(*job));
        }
    }

private:
    void begin()
    {
        m_connection->clearError();
        m_connection->pendingWords.clear();
        m_connection->run("BEGIN IMMEDIATE");
    }
    std::optional<Error> commit()
    {
        searchindex::flush(*m_connection);
        m_connection->run("COMMIT");
        return m_connection->error();
    }
    void rollBack()
    {
        m_connection->clearError();
        m_connection->pendingWords.clear();
        m_connection->run(
            "ROLLBACK"); // fails harmlessly where SQLite has done it by itself, as on a full disk
        m_connection->clearError();
    }
    void single(Database::Job &job)
    {
        if (!m_connection) {
            job.answer(job.work ? refusal : std::optional<Error>());
            return;
        }
        begin();
        std::optional<Error> error = m_connection->error();
        if (!error)
            error = job.work(*m_connection);
        if (!error)
            error = commit();
        if (error)
            rollBack();
        job.answer(error);
    }
    /**
     * One commit for the updates that wait: a commit costs an fsync and a segment of the search index. No
     * savepoints, since each would flush the index too; when one update fails, all are done again one by one.
     */
    void group(Database::Job first)
    {
        if (!m_connection)
            return single(first);
        std::vector<Database::Job> jobs;
        QElapsedTimer timer;
        timer.start();
        begin();
        std::optional<Error> error = m_connection->error();
        std::optional<Database::Job> job = std::move(first);
        while (job) {
            jobs.push_back(std::move(*job));
            job.reset();
            if (!error)
                error = jobs.back().work(*m_connection);
            const auto left = maximumGroupTime - std::chrono::milliseconds(timer.elapsed());
            if (!error && int(jobs.size()) < maximumGroup && left > 0ms &&
                searchindex::pendingSize(*m_connection) < maximumWords)
                job = nextOfGroup(jobs.back().gathered ? std::min(left, maximumPatience) : 0ms);
        }
        const bool large = searchindex::pendingSize(*m_connection) > maximumWords / 4;
        if (!error)
            error = commit();
        if (!error || jobs.size() == 1) {
            if (error)
                rollBack();
            for (auto &done : jobs)
                done.answer(error);
            jobs.clear();
            if (large)
                giveBackMemory();
            return;
        }
        rollBack();
        for (auto &again : jobs)
            single(again);
    }
};

class ReaderThread : public JobThread
{
public:
    void setConnection(std::unique_ptr<Connection> connection) { m_connection = std::move(connection); }

protected:
    void run() override
    {
        bool urgent = false;
        while (auto job = next(urgent)) {
            if (dropping())
                job->answer(Error{ErrorCode::Cancelled, QStringLiteral("The store closes"), {}, {}});
            else if (!m_connection)
                job->answer(openOrRefuse(*job));
            else
                job->answer(answered(*job));
        }
        m_connection.reset();
    }

public:
    /** Runs first on the thread, and waits for the writer's outcome. */
    std::function<std::unique_ptr<Connection>()> opener;

private:
    std::optional<Error> openOrRefuse(Database::Job &job)
    {
        if (opener) {
            m_connection = opener();
            opener = nullptr;
            if (m_connection)
                return answered(job);
        }
        return notOpen();
    }
    /** In a transaction, so that several statements see one state. */
    std::optional<Error> answered(Database::Job &job)
    {
        m_connection->clearError();
        m_connection->run("BEGIN");
        std::optional<Error> error = m_connection->error();
        if (!error)
            error = job.work(*m_connection);
        m_connection->clearError();
        m_connection->run("COMMIT");
        m_connection->clearError();
        return error;
    }
};

} // namespace

class Database::Private
{
public:
    explicit Private(const QString &path) : folder(path), profile(path) {}

    Result<void> openOn(Access access, std::optional<Connection::Mode> &reading);

    const QString folder;
    Profile profile;
    std::unique_ptr<ProfileLock> lock; ///< goes after the threads
    WriterThread writer;
    ReaderThread reader;
    bool opened = false;

    struct Failure
    {
        std::mutex mutex;
        std::optional<Error> error;
    };
    std::shared_ptr<Failure> failure = std::make_shared<Failure>();
};

Database::Database(const QString &folder) : d(std::make_unique<Private>(folder)) {}

Database::~Database()
{
    end();
}

void Database::close()
{
    end();
    d = std::make_unique<Private>(d->folder);
}

void Database::end()
{
    d->writer.end(false);
    d->writer.wait();
    d->reader.end(true);
    d->reader.wait();
    // The reader's connection first: only one that may write can fold the log into the file when it closes.
    d->reader.close();
    d->writer.close();
}

std::function<std::optional<Error>()> Database::openError() const
{
    return [failure = d->failure] {
        const std::lock_guard lock(failure->mutex);
        return failure->error;
    };
}

QString Database::file() const
{
    return d->profile.databaseFile();
}

/** On the writer's thread. \a reading: how the reader is to open the file, if at all. */
Result<void> Database::Private::openOn(Access access, std::optional<Connection::Mode> &reading)
{
    auto entered = profile.enter();
    if (!entered)
        return entered.error();
    lock = std::move(*entered);
    auto connection = profile.openWriter();
    if (connection) {
        writer.setConnection(std::move(*connection));
        reading = Connection::Mode::ReadOnly;
        return {};
    }
    if (access == Access::Read && connection.error().code != ErrorCode::StoreDamaged &&
        connection.error().code != ErrorCode::StoreTooNew && profile.openUnwritable()) {
        writer.refusal = connection.error();
        reading = Connection::Mode::Immutable;
        return {};
    }
    return connection.error();
}

QFuture<Result<void>> Database::open(Access access)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QFuture<Result<void>> future = promise->future();
    if (d->opened) {
        promise->addResult(
            Result<void>(Error{ErrorCode::AlreadyExists, QStringLiteral("Opened before"), {}, {}}));
        promise->finish();
        return future;
    }
    d->opened = true;

    // The writer makes and migrates the file; the reader opens it after that, before its first job.
    auto ready = std::make_shared<std::promise<std::optional<Connection::Mode>>>();
    d->reader.opener = [profile = d->profile, done = ready->get_future().share()]() {
        std::unique_ptr<Connection> connection;
        if (const auto mode = done.get()) {
            auto opened =
                mode == Connection::Mode::ReadOnly ? profile.openReader(5000) : profile.openUnwritable();
            if (opened)
                connection = std::move(*opened);
        }
        return connection;
    };
    Job job;
    // The connection does not exist yet, so this job has no work and does everything in its answer.
    job.answer = [this, access, promise, ready](const std::optional<Error> &) {
        std::optional<Connection::Mode> reading;
        const Result<void> result = d->openOn(access, reading);
        if (!result) {
            const std::lock_guard lock(d->failure->mutex);
            d->failure->error = result.error();
        }
        ready->set_value(reading);
        promise->addResult(result);
        promise->finish();
    };
    d->writer.post(std::move(job), true);
    d->writer.start();
    d->reader.start();
    return future;
}

void Database::postWrite(Job job, Urgency urgency)
{
    if (!d->opened) {
        job.answer(notOpen());
        return;
    }
    job.gathered = urgency == Urgency::Gathered;
    d->writer.post(std::move(job), urgency == Urgency::Wish);
}

void Database::postRead(Job job)
{
    if (!d->opened) {
        job.answer(notOpen());
        return;
    }
    d->reader.post(std::move(job), true);
}

} // namespace broadsheet::store
