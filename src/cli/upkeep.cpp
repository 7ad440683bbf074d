// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/errorwords.h"
#include "cli/words.h"
#include "services/core.h"
#include "services/upkeepservice.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliUpkeep)
};

QString statusName(CheckResult::Status status)
{
    switch (status) {
    case CheckResult::Status::Ok:
        return QStringLiteral("ok");
    case CheckResult::Status::Repaired:
        return QStringLiteral("repaired");
    case CheckResult::Status::Damaged:
        return QStringLiteral("damaged");
    }
    return {};
}

void tellCheck(Context &context, const CheckResult &result)
{
    if (context.output.isJson()) {
        QJsonObject object{{QStringLiteral("check"), result.check},
                           {QStringLiteral("status"), statusName(result.status)}};
        if (!result.detail.isEmpty())
            object.insert(QStringLiteral("detail"), result.detail);
        context.output.json(object);
        return;
    }
    const QString detail = result.detail.isEmpty() ? QString() : QStringLiteral(": ") + result.detail;
    context.output.text(
        QStringLiteral("%1  %2%3").arg(statusName(result.status), -8).arg(result.check, detail));
}

} // namespace

int runStats(Context &context)
{
    if (!optionsOf(context, {{}, {}, 0, 0}))
        return 2;
    const auto figures = await(context.core.upkeep().statistics());
    if (!figures) {
        context.output.failure(figures.error());
        return 1;
    }
    const QList<std::pair<const char *, qint64>> rows{{"feeds", figures->feeds},
                                                      {"categories", figures->categories},
                                                      {"articles", figures->articles},
                                                      {"unread", figures->unread},
                                                      {"starred", figures->starred},
                                                      {"comments", figures->comments},
                                                      {"revisions", figures->revisions},
                                                      {"tags", figures->tags},
                                                      {"database_bytes", figures->databaseBytes},
                                                      {"not_indexed", figures->notIndexed}};
    QJsonObject object;
    for (const auto &[name, value] : rows) {
        object.insert(QLatin1String(name), value);
        if (!context.output.isJson())
            context.output.text(QStringLiteral("%1  %2").arg(value, 12).arg(QLatin1String(name)));
    }
    if (context.output.isJson())
        context.output.json(object);
    return 0;
}

int runDoctor(Context &context)
{
    const auto options = optionsOf(context, {{QStringLiteral("--repair")}, {}, 0, 0});
    if (!options)
        return 2;
    const auto report = await(context.core.upkeep().check(options->has(QStringLiteral("--repair"))));
    if (!report) {
        context.output.failure(report.error());
        return storeStatus;
    }
    bool damaged = false;
    bool kept = false;
    for (const CheckResult &result : *report) {
        damaged = damaged || result.status == CheckResult::Status::Damaged;
        kept = kept || result.check == QLatin1String("database");
        tellCheck(context, result);
    }
    if (damaged)
        context.output.warning(Words::tr("The store needs repair: “broadsheet doctor --repair”."));
    else if (kept)
        context.output.warning(
            Words::tr("The store was made anew; the next sync fetches what is missing and can "
                      "still be had. The damaged one is kept beside it."));
    return damaged ? storeStatus : 0;
}

int runBackup(Context &context)
{
    const auto options = optionsOf(context, {{}, {}, 1, 1});
    if (!options)
        return 2;
    const QString file = QFileInfo(options->positional().first()).absoluteFilePath();
    const auto done = await(context.core.upkeep().backUp(file));
    if (!done) {
        context.output.failure(done.error());
        return context.output.status();
    }
    const qint64 size = QFileInfo(file).size();
    if (context.output.isJson())
        context.output.json({{QStringLiteral("backup"), file}, {QStringLiteral("bytes"), size}});
    else
        context.output.text(Words::tr("%1: %2 kB").arg(file).arg(size / 1024));
    return 0;
}

int runRestore(Context &context)
{
    const auto options = optionsOf(context, {{}, {}, 1, 1});
    if (!options)
        return 2;
    const QString file = QFileInfo(options->positional().first()).absoluteFilePath();
    const auto kept = await(context.core.upkeep().restore(file));
    if (!kept) {
        context.output.failure(kept.error());
        return 1; // the store is as it was
    }
    if (context.output.isJson()) {
        QJsonObject object{{QStringLiteral("restored"), file}};
        if (!kept->isEmpty())
            object.insert(QStringLiteral("kept"), *kept);
        context.output.json(object);
    } else {
        context.output.text(Words::tr("Restored from %1.").arg(file));
        if (!kept->isEmpty())
            context.output.text(Words::tr("The store from before is kept as %1.").arg(*kept));
    }
    return 0;
}

} // namespace broadsheet::cli
