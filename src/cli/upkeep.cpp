// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/errorwords.h"
#include "cli/words.h"
#include "services/core.h"
#include "services/upkeepservice.h"

#include <QCoreApplication>

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
    for (const CheckResult &result : *report) {
        damaged = damaged || result.status == CheckResult::Status::Damaged;
        if (context.output.isJson()) {
            QJsonObject object{{QStringLiteral("check"), result.check},
                               {QStringLiteral("status"), statusName(result.status)}};
            if (!result.detail.isEmpty())
                object.insert(QStringLiteral("detail"), result.detail);
            context.output.json(object);
        } else {
            context.output.text(QStringLiteral("%1  %2%3")
                                    .arg(statusName(result.status), -8)
                                    .arg(result.check, result.detail.isEmpty()
                                                           ? QString()
                                                           : QStringLiteral(": ") + result.detail));
        }
    }
    if (damaged)
        context.output.warning(Words::tr("The store needs repair."));
    return damaged ? storeStatus : 0;
}

} // namespace broadsheet::cli
