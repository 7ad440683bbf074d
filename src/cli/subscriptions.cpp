// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/url.h"
#include "cli/await.h"
#include "cli/errorwords.h"
#include "cli/jsonvalues.h"
#include "cli/lookup.h"
#include "cli/words.h"
#include "services/core.h"
#include "services/feedfinder.h"
#include "services/libraryservice.h"

#include <QCoreApplication>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliSubscriptions)
};

struct Wanted
{
    NewSubscription subscription;
    bool fetched = false; ///< its document was read, and is its first answer
};

/** The feed to subscribe: what is found at the address, or with --force the address itself. */
Result<Wanted> feedFor(Context &context, const QString &address, bool force)
{
    auto found = await(context.core.finder().find(address));
    // What a page promises is looked at before it is believed.
    if (found && !found->first().fetched)
        found = await(context.core.finder().find(found->first().feedUrl.toString(QUrl::FullyEncoded)));
    if (found) {
        const FeedCandidate &feed = found->first();
        return Wanted{{feed.feedUrl, feed.siteUrl, feed.title, {}, {}}, true};
    }
    const QUrl url = urlFromUserInput(address);
    if (!force || !url.isValid())
        return found.error();
    context.output.warning(Words::tr("%1 gave no feed; it is subscribed all the same.").arg(displayUrl(url)));
    context.output.warning(errorWords(found.error()));
    return Wanted{{url, {}, {}, {}, {}}, false};
}

/** True (and told) if the address is subscribed, so that it need not be fetched to find out. */
bool isSubscribed(Context &context, const QString &address)
{
    const auto overview = await(context.core.library().overview());
    const Subscription *there = overview ? findFeed(*overview, address) : nullptr;
    if (there)
        context.output.failure(Error{ErrorCode::AlreadyExists, {}, displayUrl(there->feedUrl), {}});
    return there != nullptr;
}

} // namespace

int runSubscribe(Context &context)
{
    const auto options = optionsOf(
        context,
        {{QStringLiteral("--force")}, {QStringLiteral("--category"), QStringLiteral("--title")}, 1, 1});
    if (!options)
        return 2;
    const QString address = options->positional().first();
    if (isSubscribed(context, address))
        return 1;
    auto feed = feedFor(context, address, options->has(QStringLiteral("--force")));
    if (!feed) {
        context.output.failure(feed.error());
        return 1;
    }
    feed->subscription.customTitle = options->value(QStringLiteral("--title")).value_or(QString());
    if (const auto category = options->value(QStringLiteral("--category"));
        category && !category->isEmpty()) {
        const auto id =
            await(context.core.library().ensureCategory(category->split(u'/', Qt::SkipEmptyParts)));
        if (!id) {
            context.output.failure(id.error());
            return 1;
        }
        feed->subscription.category = *id;
    }
    const auto subscription = await(context.core.library().subscribe(feed->subscription));
    if (!subscription) {
        context.output.failure(subscription.error());
        return 1;
    }
    if (!feed->subscription.feedUrl.userInfo().isEmpty() && !context.core.library().isLastLoginKept())
        context.output.warning(Words::tr(
            "There is no keyring, so the login lasts for this run alone. To have it kept in a file that only "
            "you can read, set inFile=true under [secrets] in settings.ini."));
    if (feed->fetched)
        syncFeeds(context, {subscription->id}); // takes in what was found just now
    const auto overview = await(context.core.library().overview());
    const Subscription *now = overview ? findFeed(*overview, subscription->id) : nullptr;
    const Subscription &shown = now ? *now : *subscription;
    if (context.output.isJson())
        context.output.json(toJson(shown, overview ? *overview : LibraryOverview{}));
    else
        context.output.text(
            Words::tr("Subscribed to %1 (%2).").arg(shown.title(), displayUrl(shown.feedUrl)));
    return context.output.status();
}

int runUnsubscribe(Context &context)
{
    const auto options = optionsOf(context, {{}, {}, 1, 1});
    if (!options)
        return 2;
    const auto overview = await(context.core.library().overview());
    if (!overview) {
        context.output.failure(overview.error());
        return 1;
    }
    const Subscription *feed = findFeed(*overview, options->positional().first());
    if (!feed) {
        context.output.failure(Words::tr("%1 is not subscribed.").arg(options->positional().first()));
        return 1;
    }
    const auto done = await(context.core.library().unsubscribe(feed->id));
    if (!done)
        context.output.failure(done.error());
    else if (!context.output.isJson())
        context.output.text(Words::tr("Unsubscribed from %1.").arg(feed->title()));
    return context.output.status();
}

int runFeeds(Context &context)
{
    if (!optionsOf(context, {{}, {}, 0, 0}))
        return 2;
    const auto overview = await(context.core.library().overview());
    if (!overview) {
        context.output.failure(overview.error());
        return 1;
    }
    for (const Subscription &feed : overview->subscriptions) {
        if (context.output.isJson())
            context.output.json(toJson(feed, *overview));
        else
            context.output.text(QStringLiteral("%1  %2  %3")
                                    .arg(feed.count.unread, 6)
                                    .arg(feed.title().left(40), -40)
                                    .arg(displayUrl(feed.feedUrl)));
    }
    return 0;
}

int runCategories(Context &context)
{
    if (!optionsOf(context, {{}, {}, 0, 0}))
        return 2;
    const auto overview = await(context.core.library().overview());
    if (!overview) {
        context.output.failure(overview.error());
        return 1;
    }
    for (const Category &category : overview->categories) {
        int feeds = 0;
        Count count;
        for (const Subscription &feed : overview->subscriptions) {
            if (!isWithin(*overview, feed.category, category.id))
                continue;
            ++feeds;
            count.unread += feed.count.unread;
            count.total += feed.count.total;
        }
        const QString path = categoryPath(*overview, category.id);
        if (context.output.isJson())
            context.output.json({{QStringLiteral("name"), path},
                                 {QStringLiteral("feeds"), feeds},
                                 {QStringLiteral("unread"), count.unread},
                                 {QStringLiteral("total"), count.total}});
        else
            context.output.text(QStringLiteral("%1  %2").arg(count.unread, 6).arg(path));
    }
    return 0;
}

} // namespace broadsheet::cli
