// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/feedupdate.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace broadsheet {

class FoundPages;
class LibraryEvents;
class SecretService;
class Workers;
namespace net {
class HttpClient;
}
namespace store {
class Store;
}

/** Fetches what is due (walk (a) of the architecture): asks, fetches, parses on the pool, hands each feed's
 * update to the store. One run at a time. */
class SyncService : public QObject
{
    Q_OBJECT
public:
    SyncService(store::Store &store, net::HttpClient &http, Workers &workers, LibraryEvents &events,
                const Clock &clock, QObject *parent = nullptr);
    /** Where a feed that was just found has its first answer, so that it is not fetched twice. */
    void setFoundPages(FoundPages *pages);
    /** Where the logins of feeds are. */
    void setSecrets(SecretService *secrets);
    ~SyncService() override;

    bool isRunning() const;
    /** Starts a run; while one runs, its feeds are added to it. Empty \a feeds: all that are due. \a force:
     * also those that are not. */
    void start(bool force, const QList<FeedId> &feeds = {});
    /** As above for \a wish; what must wait is told as skipped if it is to be listed. */
    void start(const FetchWish &wish);
    /** Ends the run: what is in flight is aborted, what has come is kept. finished() follows with cancelled
     * set. */
    void stop();

Q_SIGNALS:
    void started();
    /** \a done of \a total feeds. */
    void progress(int done, int total);
    void feedFinished(const broadsheet::SyncOutcome &outcome);
    /** Also after a failure to begin (\a error set). */
    void finished(const broadsheet::SyncSummary &summary, const std::optional<broadsheet::Error> &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet
