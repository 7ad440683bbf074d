// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/url.h"
#include "cli/await.h"
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

/** The feed to subscribe: what is found at the address, or with --force the address itself. */
Result<NewSubscription> feedFor(Context &context, const QString &address, bool force)
{
    auto found = await(context.core.finder().find(address));
    // What a page promises is looked at before it is believed.
    if (found && !found->first().fetched)
        found = await(context.core.finder().find(found->first().feedUrl.toString(QUrl::FullyEncoded)));
    if (found)
        return NewSubscription{found->first().feedUrl, found->first().siteUrl, found->first().title, {}, {}};
    const QUrl url = urlFromUserInput(address);
    if (!force || !url.isValid())
        return found.error();
    context.output.warning(Words::tr("%1 gave no feed; it is subscribed all the same.").arg(displayUrl(url)));
    return NewSubscription{url, {}, {}, {}, {}};
}

} // namespace

int runSubscribe(Context &context)
{
    const auto options = optionsOf(
        context,
        {{QStringLiteral("--force")}, {QStringLiteral("--category"), QStringLiteral("--title")}, 1, 1});
    if (!options)
        return 2;
    auto feed = feedFor(context, options->positional().first(), options->has(QStringLiteral("--force")));
    if (!feed) {
        context.output.failure(feed.error());
        return 1;
    }
    feed->customTitle = options->value(QStringLiteral("--title")).value_or(QString());
    if (const auto category = options->value(QStringLiteral("--category"));
        category && !category->isEmpty()) {
        const auto id =
            await(context.core.library().ensureCategory(category->split(u'/', Qt::SkipEmptyParts)));
        if (!id) {
            context.output.failure(id.error());
            return 1;
        }
        feed->category = *id;
    }
    const auto subscription = await(context.core.library().subscribe(*feed));
    if (!subscription) {
        context.output.failure(subscription.error());
        return 1;
    }
    // What was found just now is worth keeping: fetch it into the store in the same call.
    syncFeeds(context, {subscription->id}, true);
    const auto overview = await(context.core.library().overview());
    const Subscription *now = overview ? findFeed(*overview, subscription->id) : nullptr;
    const Subscription &shown = now ? *now : *subscription;
    if (context.output.isJson())
        context.output.json(toJson(shown, overview ? *overview : LibraryOverview{}));
    else
        context.output.text(Words::tr("Subscribed to %1 (%2).").arg(shown.title(), displayUrl(shown.feedUrl)));
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
