// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "services/fetchverdict.h"
#include "services/syncservice.h"

#include <QElapsedTimer>
#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QTimer>

#include <deque>

namespace broadsheet {

/** A run (syncservice.cpp) and the way of each feed through it (feedwalk.cpp). */
class SyncService::Private : public QObject
{
public:
    Private(SyncService &service, store::Store &store, net::HttpClient &http, Workers &workers,
            LibraryEvents &events, const Clock &clock);

    void start(const FetchWish &wish);
    void stop();

    bool m_running = false;
    FoundPages *m_found = nullptr;
    SecretService *m_secrets = nullptr;

private:
    /** A fetched body on its way through the pool. */
    struct Arrival
    {
        FetchPlan plan;
        net::HttpResponse response;
        SyncOutcome outcome;
    };

    void begin();
    void take(const QList<FetchPlan> &plans);
    bool takeFound(const FetchPlan &plan);
    void skip(const FetchPlan &plan);
    void postpone(const FetchPlan &plan, const net::HttpResponse &response);
    void fetch(const FetchPlan &plan);
    void fetchWithLogin(const FetchPlan &plan);
    void send(const FetchPlan &plan, net::HttpRequest request);
    void fetchFile(const FetchPlan &plan);
    void arrived(const FetchPlan &plan, const Result<net::HttpResponse> &result);
    void read(Arrival arrival);
    void startReading(Arrival arrival);
    void readingDone(Arrival arrival, FeedReading reading);
    void apply(FeedUpdate update, SyncOutcome outcome, qint64 weight = 0);
    void applied(const Result<FeedUpdateResult> &result, SyncOutcome outcome);
    void fail(const FetchPlan &plan, const Error &error, SyncOutcome outcome,
              const net::HttpResponse *response = nullptr);
    void done(const SyncOutcome &outcome);
    void weigh(qint64 bytes);
    void finishIfDone();
    FetchMoment moment() const { return {m_clock.now(), QRandomGenerator::global()->generateDouble()}; }

    SyncService &m_service;
    store::Store &m_store;
    net::HttpClient &m_http;
    Workers &m_workers;
    LibraryEvents &m_events;
    const Clock &m_clock;

    QSet<FeedId> m_known; ///< feeds of this run
    QHash<FeedId, QFuture<Result<net::HttpResponse>>> m_fetching;
    std::deque<Arrival> m_large; ///< wait for their turn to be read
    bool m_readingLarge = false;
    int m_planning = 0; ///< questions to the store
    int m_busy = 0;     ///< feeds between fetch and outcome
    int m_done = 0;
    qint64 m_weight = 0; ///< bytes of bodies between arrival and commit
    SyncSummary m_summary;
    std::optional<Error> m_error;
    QElapsedTimer m_elapsed;
    QTimer m_libraryChanged;
};

} // namespace broadsheet
