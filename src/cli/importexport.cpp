// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/errorwords.h"
#include "cli/words.h"
#include "services/commentservice.h"
#include "services/core.h"
#include "services/libraryservice.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace broadsheet::cli {

namespace {

constexpr qint64 maximumBytes = 64 * 1024 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliImportExport)
};

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{file.exists() ? ErrorCode::FileUnreadable : ErrorCode::FileNotFound,
                     file.errorString(),
                     path,
                     {}};
    const QByteArray bytes = file.read(maximumBytes + 1);
    if (bytes.size() > maximumBytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("more than 64 MB"), path, {}};
    return bytes;
}

int importFeeds(Context &context, const QString &path, const QByteArray &bytes)
{
    const auto imported = await(context.core.library().importOpml(bytes));
    if (!imported) {
        Error error = imported.error();
        error.subject = path;
        context.output.failure(error);
        return 1;
    }
    for (const Error &error : imported->failed)
        context.output.failure(error);
    if (imported->passingLogins > 0)
        context.output.warning(Words::tr(
            "There is no keyring, so the logins of %n feed(s) in the list last for this run alone. To "
            "have them kept in a file that only you can read, set inFile=true under [secrets] in "
            "settings.ini and import the list again.",
            nullptr, imported->passingLogins));
    if (context.output.isJson())
        context.output.json({{QStringLiteral("feeds"), imported->feeds},
                             {QStringLiteral("categories"), imported->categories},
                             {QStringLiteral("duplicates"), imported->duplicates},
                             {QStringLiteral("failed"), int(imported->failed.size())}});
    else
        context.output.text(
            Words::tr(
                "%1 feeds added, %2 categories made, %3 feeds were there already, %4 could not be taken.")
                .arg(imported->feeds)
                .arg(imported->categories)
                .arg(imported->duplicates)
                .arg(imported->failed.size()));
    return context.output.status();
}

/** What "export-comments" wrote, on this computer or another. */
int importComments(Context &context, const QString &path, const QByteArray &bytes)
{
    const auto merged = await(context.core.comments().import(bytes));
    if (!merged) {
        Error error = merged.error();
        error.subject = path;
        context.output.failure(error);
        return 1;
    }
    if (context.output.isJson())
        context.output.json({{QStringLiteral("added"), merged->added},
                             {QStringLiteral("changed"), merged->changed},
                             {QStringLiteral("known"), merged->known}});
    else
        context.output.text(Words::tr("%1 comments added, %2 changed, %3 were there already.")
                                .arg(merged->added)
                                .arg(merged->changed)
                                .arg(merged->known));
    return context.output.status();
}

} // namespace

int runImport(Context &context)
{
    const auto options = optionsOf(context, {{}, {}, 1, 1});
    if (!options)
        return 2;
    const QString path = options->positional().first();
    const auto bytes = readFile(path);
    if (!bytes) {
        context.output.failure(bytes.error());
        return 1;
    }
    // OPML is XML; comments are a JSON object.
    QByteArrayView beginning(*bytes);
    if (beginning.startsWith("\xEF\xBB\xBF"))
        beginning = beginning.sliced(3);
    const bool comments = beginning.trimmed().startsWith('{');
    return comments ? importComments(context, path, *bytes) : importFeeds(context, path, *bytes);
}

int runExport(Context &context)
{
    const auto options = optionsOf(context, {{}, {}, 0, 1});
    if (!options)
        return 2;
    const auto opml = await(context.core.library().exportOpml());
    if (!opml) {
        context.output.failure(opml.error());
        return 1;
    }
    const QString path = options->positional().value(0, QStringLiteral("-"));
    if (path == QLatin1String("-")) {
        context.output.raw(*opml);
        return 0;
    }
    // Written aside and renamed: a full disk leaves the old file as it was.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*opml) != opml->size() || !file.commit())
        context.output.failure(Error{ErrorCode::FileUnwritable, file.errorString(), path, {}});
    return context.output.status();
}

} // namespace broadsheet::cli
