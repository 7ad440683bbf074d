// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/command.h"
#include "cli/errorwords.h"
#include "services/core.h"

#include <QCoreApplication>

#include <algorithm>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliCommands)
};

/** Those that only look: they work where nothing can be written, too. */
bool onlyReads(const Context &context)
{
    static const QStringList readers{
        QStringLiteral("feeds"),    QStringLiteral("categories"), QStringLiteral("export"),
        QStringLiteral("articles"), QStringLiteral("show"),       QStringLiteral("search"),
        QStringLiteral("stories"),  QStringLiteral("comments"),   QStringLiteral("export-comments"),
        QStringLiteral("backup"),   QStringLiteral("stats")};
    const QStringList &words = context.arguments;
    if (context.command == QLatin1String("doctor"))
        return !words.contains(QStringLiteral("--repair"));
    return readers.contains(context.command) && !words.contains(QStringLiteral("--refresh"));
}

} // namespace

const QList<Command> &commands()
{
    static const QList<Command> table{
        {"inspect", "inspect [--base-url URL] [--content-type TYPE] [--raw] SOURCE...", false, runInspect},
        {"sanitize", "sanitize [--base-url URL] [--json] FILE...", false, runSanitize},
        {"extract", "extract [--base-url URL] SOURCE...", false, runExtract},
        {"discover", "discover [--base-url URL] SOURCE...", false, runDiscover},
        {"subscribe", "subscribe URL [--category NAME] [--title TITLE] [--force]", true, runSubscribe},
        {"unsubscribe", "unsubscribe URL", true, runUnsubscribe},
        {"feeds", "feeds [--json]", true, runFeeds},
        {"categories", "categories [--json]", true, runCategories},
        {"import", "import FILE.opml|COMMENTS.json [--json]", true, runImport},
        {"export", "export [FILE.opml]", true, runExport},
        {"sync", "sync [--feed URL]... [--force] [--json]", true, runSync},
        {"articles",
         "articles [--category NAME] [--feed URL] [--view today|unread|starred|commented|all] [--since DATE] "
         "[--limit N] [--json]",
         true, runArticles},
        {"show", "show ARTICLE [--json|--html|--text]", true, runShow},
        {"mark", "mark read|unread|starred|unstarred ARTICLE...", true, runMark},
        {"search", "search QUERY [--limit N] [--by relevance|date] [--json]", true, runSearch},
        {"stories", "stories [--date DAY | --since DATE] [--json]", true, runStories},
        {"comments", "comments ARTICLE [--refresh] [--json]", true, runComments},
        {"comment",
         "comment ARTICLE --text TEXT [--reply-to ID] [--name NAME] | comment --edit ID --text TEXT | "
         "comment --delete ID",
         true, runComment},
        {"export-comments", "export-comments [--format json|markdown|atom] [FILE]", true, runExportComments},
        {"backup", "backup FILE [--json]", true, runBackup},
        {"restore", "restore FILE [--json]", false, runRestore},
        {"doctor", "doctor [--repair] [--json]", true, runDoctor},
        {"stats", "stats [--json]", true, runStats},
    };
    return table;
}

QStringList commandNames()
{
    QStringList names;
    for (const Command &command : commands())
        names.append(QLatin1String(command.name));
    return names;
}

QString usage(const QString &name)
{
    QString text;
    for (const Command &command : commands()) {
        if (command.run != runNotYet && (name.isEmpty() || name == QLatin1String(command.name)))
            text += QStringLiteral("  broadsheet [--profile DIR] %1\n").arg(QLatin1String(command.usage));
    }
    if (name.isEmpty())
        text += QStringLiteral("  broadsheet [--profile DIR] [URL...]\n");
    return Words::tr("Usage:") + u'\n' + text;
}

int runNotYet(Context &context)
{
    context.output.warning(
        Words::tr("“%1” comes with a later version of Broadsheet; this one cannot do it yet.")
            .arg(context.command));
    return 2;
}

int runCommand(Context &context)
{
    const auto &table = commands();
    const auto found = std::ranges::find_if(
        table, [&](const Command &command) { return context.command == QLatin1String(command.name); });
    Q_ASSERT(found != table.end());
    if (found->needsStore) {
        const Result<void> opened = await(context.core.open(onlyReads(context)));
        if (!opened) {
            // Even a damaged store has something to tell to doctor.
            if (found->run == runDoctor && opened.error().code == ErrorCode::StoreDamaged)
                return found->run(context);
            context.output.failure(opened.error());
            return storeStatus;
        }
    }
    const int status = found->run(context);
    context.output.flush();
    if (!context.output.isWritable()) {
        context.output.failure(Words::tr("The output could not be written to its end."));
        return status == 0 ? 1 : status;
    }
    // A damaged file that was to be restored is not the store.
    return found->needsStore && context.output.metDamage() && status != 0 ? storeStatus : status;
}

} // namespace broadsheet::cli
