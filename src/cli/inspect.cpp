// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/errorwords.h"
#include "cli/source.h"
#include "cli/words.h"
#include "exchange/jsonfeedwriter.h"
#include "ingest/page.h"
#include "ingest/readfeed.h"
#include "ingest/page.h"

#include <QJsonArray>

namespace broadsheet::cli {

namespace {

const QString baseUrlOption = QStringLiteral("--base-url");
const QString contentTypeOption = QStringLiteral("--content-type");

/** Against what relative links resolve: the option, else where the document came from, if that is the web. */
QUrl baseOf(const Options &options, const Source &source)
{
    if (const auto given = options.value(baseUrlOption))
        return QUrl(*given);
    return source.url.isLocalFile() ? QUrl() : source.url;
}

void tellFeedFailure(Context &context, const QString &source, const Error &error)
{
    context.output.json({{QStringLiteral("_broadsheet"),
                          QJsonObject{{QStringLiteral("source"), source}, {QStringLiteral("error"), errorWords(error)}}}});
    Error told = error;
    told.subject = source;
    context.output.failure(told);
}

} // namespace

int runInspect(Context &context)
{
    const QString rawFlag = QStringLiteral("--raw");
    const auto options = optionsOf(context, {{rawFlag}, {baseUrlOption, contentTypeOption}, 1, -1});
    if (!options)
        return 2;
    const bool raw = options->has(rawFlag);
    for (const QString &name : options->positional()) {
        auto source = readSource(context, name);
        if (!source) {
            tellFeedFailure(context, name, source.error());
            continue;
        }
        const QString type = options->value(contentTypeOption).value_or(source->contentType);
        const auto feed = ingest::readFeed(source->bytes, baseOf(*options, *source), type, {.raw = raw});
        if (feed)
            context.output.raw(exchange::toJsonFeed(*feed, name, raw) + '\n');
        else
            tellFeedFailure(context, name, feed.error());
    }
    return context.output.status();
}

int runSanitize(Context &context)
{
    const auto options = optionsOf(context, {{}, {baseUrlOption}, 1, -1});
    if (!options)
        return 2;
    for (const QString &name : options->positional()) {
        const auto source = readSource(context, name);
        if (!source) {
            context.output.failure(source.error());
            continue;
        }
        const SafeHtml html = ingest::sanitize(source->bytes, baseOf(*options, *source), source->contentType);
        if (context.output.isJson())
            context.output.json({{QStringLiteral("source"), name}, {QStringLiteral("html"), html.toString()}});
        else
            context.output.raw(html.utf8() + '\n');
    }
    return context.output.status();
}

int runDiscover(Context &context)
{
    const auto options = optionsOf(context, {{}, {baseUrlOption}, 1, -1});
    if (!options)
        return 2;
    for (const QString &name : options->positional()) {
        const auto source = readSource(context, name);
        if (!source) {
            context.output.failure(source.error());
            continue;
        }
        QJsonArray feeds;
        for (const FoundFeed &feed : ingest::discoverFeeds(source->bytes, baseOf(*options, *source), source->contentType)) {
            QJsonObject object{{QStringLiteral("url"), QString::fromLatin1(feed.url.toEncoded())}};
            if (!feed.title.isEmpty())
                object.insert(QStringLiteral("title"), feed.title);
            if (!feed.type.isEmpty())
                object.insert(QStringLiteral("type"), feed.type);
            feeds.append(object);
        }
        context.output.json({{QStringLiteral("source"), name}, {QStringLiteral("feeds"), feeds}});
    }
    return context.output.status();
}

} // namespace broadsheet::cli
