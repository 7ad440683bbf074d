// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/url.h"
#include "cli/errorwords.h"
#include "cli/source.h"
#include "cli/words.h"
#include "exchange/jsonfeedwriter.h"
#include "ingest/page.h"
#include "ingest/readfeed.h"

#include <QJsonArray>

namespace broadsheet::cli {

namespace {

const QString contentTypeOption = QStringLiteral("--content-type");

void tellFeedFailure(Context &context, const QString &source, const Error &error)
{
    context.output.json(
        {{QStringLiteral("_broadsheet"),
          QJsonObject{{QStringLiteral("source"), source}, {QStringLiteral("error"), errorWords(error)}}}});
    Error told = error;
    told.subject = source;
    context.output.failure(told);
}

SourceFailure tellUnread(Context &context)
{
    return [&context](const QString &, const Error &error) { context.output.failure(error); };
}

/** The type of a feed's document (IANA; JSON Feed 1.1 §Suggestions). */
QString mediaTypeOf(FeedFormat format)
{
    switch (format) {
    case FeedFormat::Atom03:
    case FeedFormat::Atom10:
        return QStringLiteral("application/atom+xml");
    case FeedFormat::JsonFeed10:
    case FeedFormat::JsonFeed11:
        return QStringLiteral("application/feed+json");
    default:
        return QStringLiteral("application/rss+xml");
    }
}

/** \a source itself, where it is a feed; invalid address: it is none, or nobody knows where it is from. */
FoundFeed itself(const Source &source, const QUrl &base)
{
    const auto feed = ingest::readFeed(source.bytes, base, source.contentType, {.raw = true});
    if (!feed)
        return {};
    return {base.isEmpty() ? QUrl(feed->feedUrl) : base, feed->title, mediaTypeOf(feed->format)};
}

/** What a page offers; else, of a page from the web, the first of the usual addresses at which there is a
 * feed. */
QList<FoundFeed> feedsOf(Context &context, const Source &source, const QUrl &base)
{
    const QList<FoundFeed> offered = ingest::discoverFeeds(source.bytes, base, source.contentType);
    if (!offered.isEmpty())
        return offered;
    if (const FoundFeed self = itself(source, base); isWebUrl(self.url))
        return {self};
    if (!isWebUrl(source.url))
        return {};
    for (const QUrl &guess : ingest::guessFeeds(source.url)) {
        const auto answer = readSource(context, guess.toString(QUrl::FullyEncoded));
        if (!answer)
            continue;
        if (const FoundFeed feed = itself(*answer, answer->url); isWebUrl(feed.url))
            return {feed};
    }
    return {};
}

} // namespace

int runInspect(Context &context)
{
    const QString rawFlag = QStringLiteral("--raw");
    const auto options = optionsOf(context, {{rawFlag}, {baseUrlOption, contentTypeOption}, 1, -1});
    if (!options)
        return 2;
    const bool raw = options->has(rawFlag);
    const auto fail = [&context](const QString &name, const Error &error) {
        tellFeedFailure(context, name, error);
    };
    const auto take = [&](const QString &name, const Source &source) {
        const QString type = options->value(contentTypeOption).value_or(source.contentType);
        const auto feed = ingest::readFeed(source.bytes, baseOf(*options, source), type, {.raw = raw});
        if (feed)
            context.output.raw(exchange::toJsonFeed(*feed, name, raw) + '\n');
        else
            fail(name, feed.error());
    };
    return forEachSource(context, *options, take, fail);
}

int runSanitize(Context &context)
{
    const auto options = optionsOf(context, {{}, {baseUrlOption}, 1, -1});
    if (!options)
        return 2;
    const auto take = [&](const QString &name, const Source &source) {
        const SafeHtml html = ingest::sanitize(source.bytes, baseOf(*options, source), source.contentType);
        if (context.output.isJson())
            context.output.json(
                {{QStringLiteral("source"), name}, {QStringLiteral("html"), html.toString()}});
        else
            context.output.raw(html.utf8() + '\n');
    };
    return forEachSource(context, *options, take, tellUnread(context));
}

int runDiscover(Context &context)
{
    const auto options = optionsOf(context, {{}, {baseUrlOption}, 1, -1});
    if (!options)
        return 2;
    const auto take = [&](const QString &name, const Source &source) {
        QJsonArray feeds;
        for (const FoundFeed &feed : feedsOf(context, source, baseOf(*options, source))) {
            QJsonObject object{{QStringLiteral("url"), QString::fromLatin1(feed.url.toEncoded())}};
            if (!feed.title.isEmpty())
                object.insert(QStringLiteral("title"), feed.title);
            if (!feed.type.isEmpty())
                object.insert(QStringLiteral("type"), feed.type);
            feeds.append(object);
        }
        context.output.json({{QStringLiteral("source"), name}, {QStringLiteral("feeds"), feeds}});
    };
    return forEachSource(context, *options, take, tellUnread(context));
}

} // namespace broadsheet::cli
