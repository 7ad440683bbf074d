// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/jsonvalues.h"
#include "cli/words.h"
#include "services/core.h"
#include "services/libraryservice.h"
#include "services/searchservice.h"
#include "services/upkeepservice.h"

#include <QCoreApplication>

#include <limits>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliSearch)
};

} // namespace

int runSearch(Context &context)
{
    const auto options = optionsOf(context, {{}, {QStringLiteral("--limit"), QStringLiteral("--by")}, 1, 1});
    if (!options)
        return 2;
    int limit = std::numeric_limits<int>::max();
    if (const auto word = options->value(QStringLiteral("--limit"))) {
        const auto number = numberOf(context, *word);
        if (!number)
            return 2;
        limit = int(qMin<qint64>(*number, limit));
    }
    const QString order = options->value(QStringLiteral("--by")).value_or(QStringLiteral("relevance"));
    if (order != QLatin1String("relevance") && order != QLatin1String("date"))
        return wrongWords(context, Words::tr("“%1” is no order.").arg(order));

    const QString query = options->positional().first();
    const auto hits = await(context.core.search().find(
        query, limit,
        order == QLatin1String("date") ? SearchService::Order::Date : SearchService::Order::Relevance));
    if (!hits) {
        if (hits.error().code == ErrorCode::InvalidArgument) {
            context.output.warning(Words::tr("The query cannot be read at position %1: %2")
                                       .arg(hits.error().number.value_or(0) + 1)
                                       .arg(Words::tr(hits.error().detail.toUtf8())));
            return 2;
        }
        context.output.failure(hits.error());
        return 1;
    }
    const auto figures = await(context.core.upkeep().statistics());
    if (figures && figures->notIndexed > 0) // after an update; a sync or the open window adds them
        context.output.warning(
            Words::tr("The search index is being made anew. Older articles that are not in it yet: %1")
                .arg(figures->notIndexed));
    const auto overview = await(context.core.library().overview());
    for (const SearchHit &hit : *hits) {
        if (context.output.isJson()) {
            context.output.json(toJson(hit, overview ? *overview : LibraryOverview{}));
            continue;
        }
        QString snippet = hit.snippet;
        snippet.replace(QChar(0xE000), u'[').replace(QChar(0xE001), u']');
        context.output.text(QStringLiteral("%1  %2 — %3")
                                .arg(hit.headline.id.value(), 7)
                                .arg(hit.headline.title, hit.headline.feedTitle));
        if (!snippet.isEmpty())
            context.output.text(QStringLiteral("         ") +
                                (hit.comment.isValid() ? Words::tr("comment: ") : QString()) + snippet);
    }
    return 0;
}

} // namespace broadsheet::cli
