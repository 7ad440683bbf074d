// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/errorwords.h"
#include "cli/jsonvalues.h"
#include "cli/words.h"
#include "services/core.h"
#include "services/storyservice.h"

#include <QCoreApplication>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliStories)
};

QString reasonOf(const Story &story)
{
    const QString sources = story.sources > 1
                                ? Words::tr("%n of your feeds", nullptr, story.sources)
                                : Words::tr("%n articles of one feed", nullptr, int(story.tellings.size()));
    if (!story.likedTag.isEmpty())
        //: %1 is "6 of your feeds", %2 a publisher's term: "Space"
        return Words::tr("%1, about “%2”, which you often read").arg(sources, story.likedTag);
    if (!story.ofInterest)
        return sources;
    //: %1 is "6 of your feeds"
    return Words::tr("%1, among them ones you often read").arg(sources);
}

void print(Context &context, const Story &story)
{
    if (context.output.isJson())
        return context.output.json(toJson(story, reasonOf(story)));
    context.output.text(QStringLiteral("%1  %2 (%3)")
                            .arg(story.first.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                                 story.headline, reasonOf(story)));
    for (const StoryTelling &telling : story.tellings)
        context.output.text(QStringLiteral("  %1  %2 — %3")
                                .arg(telling.headline.id.value(), 7)
                                .arg(telling.headline.title, telling.headline.feedTitle));
}

struct Span
{
    QDateTime from, to; ///< an invalid end is none
};

/** Today, the day of --date, or from --since on; nothing (and told) where the word is no date. */
std::optional<Span> spanOf(Context &context, const Options &options)
{
    const auto day = options.value(QStringLiteral("--date"));
    const auto since = options.value(QStringLiteral("--since"));
    if (day && since) {
        wrongWords(context, Words::tr("--date and --since do not go together."));
        return std::nullopt;
    }
    const auto noDate = [&](const QString &word) {
        wrongWords(context, Words::tr("“%1” is not a date (2026-11-01 or 2026-11-01T12:00:00Z).").arg(word));
        return std::nullopt;
    };
    if (since) {
        const QDateTime from = QDateTime::fromString(*since, Qt::ISODate);
        if (!from.isValid())
            return noDate(*since);
        return Span{from.toUTC(), {}};
    }
    QDate date = context.clock.now().toLocalTime().date();
    if (day) {
        date = QDate::fromString(*day, Qt::ISODate);
        if (!date.isValid())
            return noDate(*day);
    }
    return Span{date.startOfDay().toUTC(), date.addDays(1).startOfDay().toUTC()};
}

} // namespace

int runStories(Context &context)
{
    const auto options =
        optionsOf(context, {{}, {QStringLiteral("--date"), QStringLiteral("--since")}, 0, 0});
    if (!options)
        return 2;
    const auto span = spanOf(context, *options);
    if (!span)
        return 2;
    // A sync that was interrupted, or an older version, may have left articles nobody has looked at.
    if (const auto found = await(context.core.stories().update()); !found)
        context.output.warning(errorWords(found.error()));
    const auto stories = await(context.core.stories().stories(span->from, span->to));
    if (!stories) {
        context.output.failure(stories.error());
        return 1;
    }
    for (const Story &story : *stories)
        print(context, story);
    return 0;
}

} // namespace broadsheet::cli
