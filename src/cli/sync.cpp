// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/url.h"
#include "cli/await.h"
#include "cli/errorwords.h"
#include "cli/jsonvalues.h"
#include "cli/lookup.h"
#include "cli/words.h"
#include "services/core.h"
#include "services/libraryservice.h"
#include "services/storyservice.h"
#include "services/syncservice.h"
#include "services/upkeepservice.h"

#include <QCoreApplication>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliSync)
};

/** Runs what \a begin starts to its end; \a each is told of every feed. */
template <typename Begin, typename Each>
Result<SyncSummary> runToEnd(Context &context, Begin begin, Each each)
{
    SyncService &sync = context.core.sync();
    QEventLoop loop;
    Result<SyncSummary> result;
    QObject::connect(&sync, &SyncService::feedFinished, &loop, each);
    QObject::connect(&sync, &SyncService::progress, &loop, [&context](int done, int total) {
        context.output.progress(Words::tr("Fetching %1 of %2…").arg(done).arg(total));
    });
    QObject::connect(&sync, &SyncService::finished, &loop,
                     [&](const SyncSummary &summary, const std::optional<Error> &error) {
                         if (error)
                             result = *error;
                         else
                             result = summary;
                         loop.quit();
                     });
    begin(sync);
    loop.exec();
    context.output.progress({});
    // What has come may tell one event with what was there. Where that takes long it is left to whoever looks at
    // stories next (`stories`, the window); one that brings nothing does not pay for the one before.
    if (result && (result->cancelled || result->newArticles == 0))
        return result;
    if (const auto found = await(context.core.stories().updateIfCheap()); !found)
        context.output.warning(errorWords(found.error()));
    return result;
}

void tellOutcome(Context &context, const SyncOutcome &outcome)
{
    if (context.output.isJson()) {
        context.output.json(toJson(outcome));
        context.output.flush(); // what is told is kept: whoever reads along may rely on it
    } else if (outcome.newArticles || outcome.updatedArticles)
        context.output.text(Words::tr("%1: %2 new, %3 updated")
                                .arg(outcome.title)
                                .arg(outcome.newArticles)
                                .arg(outcome.updatedArticles));
    if (outcome.error) {
        Error error = *outcome.error;
        error.subject = displayUrl(outcome.feedUrl);
        context.output.failure(error);
    }
}

} // namespace

void syncFeeds(Context &context, const QList<FeedId> &feeds)
{
    const auto begin = [&](SyncService &sync) { sync.start(true, feeds); };
    const auto summary = runToEnd(context, begin, [&](const SyncOutcome &outcome) {
        if (outcome.error) {
            Error error = *outcome.error;
            error.subject = displayUrl(outcome.feedUrl);
            context.output.warning(errorWords(error));
        }
    });
    if (!summary)
        context.output.failure(summary.error());
}

int runSync(Context &context)
{
    const auto options = optionsOf(context, {{QStringLiteral("--force")}, {QStringLiteral("--feed")}, 0, 0});
    if (!options)
        return 2;
    QList<FeedId> feeds;
    const QStringList wanted = options->values(QStringLiteral("--feed"));
    if (!wanted.isEmpty()) {
        const auto overview = await(context.core.library().overview());
        if (!overview) {
            context.output.failure(overview.error());
            return 1;
        }
        for (const QString &address : wanted) {
            if (const Subscription *feed = findFeed(*overview, address))
                feeds.append(feed->id);
            else
                context.output.failure(Words::tr("%1 is not subscribed.").arg(address));
        }
        if (feeds.isEmpty())
            return context.output.status();
    }
    const FetchWish wish{options->has(QStringLiteral("--force")), feeds, context.output.isJson()};
    const auto summary = runToEnd(
        context, [&wish](SyncService &sync) { sync.start(wish); },
        [&](const SyncOutcome &outcome) { tellOutcome(context, outcome); });
    if (!summary) {
        context.output.failure(summary.error());
        return 1;
    }
    if (context.output.isJson())
        context.output.json(toJson(*summary));
    else
        context.output.text(Words::tr("%n feed(s)", nullptr, summary->feeds) +
                            Words::tr(", %1 failed, %2 new articles, %3 updated, %4 kB in %5 s")
                                .arg(summary->failed)
                                .arg(summary->newArticles)
                                .arg(summary->updatedArticles)
                                .arg(summary->bytes / 1024)
                                .arg(double(summary->durationMs) / 1000, 0, 'f', 1));
    context.output.flush();
    if (summary->cancelled) {
        context.output.failure(Words::tr("Stopped before it was done; what had come is kept."));
        return context.output.status();
    }
    if (const auto settled = await(context.core.upkeep().settle()); !settled)
        context.output.warning(errorWords(settled.error()));
    const auto backedUp = await(context.core.upkeep().backUpIfDue());
    if (!backedUp) // the sync is done all the same
        context.output.warning(Words::tr("No backup was made: %1").arg(errorWords(backedUp.error())));
    return context.output.status();
}

} // namespace broadsheet::cli
