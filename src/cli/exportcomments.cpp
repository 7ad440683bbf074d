// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/words.h"
#include "exchange/commentarchive.h"
#include "services/commentservice.h"
#include "services/core.h"
#include "settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliExportComments)
};

QString ownName(Context &context)
{
    const QString name = Settings(context.core.profile()).commentName();
    return name.isEmpty() ? Words::tr("Me") : name;
}

/** Written aside and renamed: a full disk leaves the old file as it was. */
bool writeFile(Context &context, const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    context.output.failure(Error{ErrorCode::FileUnwritable, file.errorString(), path, {}});
    return false;
}

int write(Context &context, const QString &path, const QByteArray &bytes)
{
    if (path == QLatin1String("-"))
        context.output.raw(bytes);
    else
        writeFile(context, path, bytes);
    return context.output.status();
}

/** A folder gets a file an article; standard output, and a name that ends with ".md", all of them in a row.
 */
int writeMarkdown(Context &context, const QString &path, const CommentArchive &archive)
{
    const bool joined =
        path == QLatin1String("-") ||
        (path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive) && !QFileInfo(path).isDir());
    if (!joined && !QDir().mkpath(path)) {
        context.output.failure(Error{ErrorCode::FileUnwritable, {}, path, {}});
        return 1;
    }
    QByteArray all;
    for (const CommentedArticle &article : archive.articles) {
        const auto file = exchange::writeCommentMarkdown(article, ownName(context));
        if (joined)
            all += (all.isEmpty() ? "" : "\n") + file.bytes;
        else
            writeFile(context, QDir(path).filePath(file.name), file.bytes);
    }
    return joined ? write(context, path, all) : context.output.status();
}

} // namespace

int runExportComments(Context &context)
{
    const QString formatOption = QStringLiteral("--format");
    const auto options = optionsOf(context, {{}, {formatOption}, 0, 1});
    if (!options)
        return 2;
    const QString format = options->value(formatOption).value_or(QStringLiteral("json"));
    const bool json = format == QLatin1String("json");
    const bool atom = format == QLatin1String("atom");
    if (!json && !atom && format != QLatin1String("markdown"))
        return wrongWords(context, Words::tr("“%1” is no format.").arg(format));
    const auto archive = await(context.core.comments().archive());
    if (!archive) {
        context.output.failure(archive.error());
        return 1;
    }
    const QString path = options->positional().value(0, QStringLiteral("-"));
    if (json)
        return write(context, path, exchange::writeCommentJson(*archive));
    if (atom)
        return write(context, path,
                     exchange::writeCommentAtom(*archive, ownName(context), context.clock.now()));
    return writeMarkdown(context, path, *archive);
}

} // namespace broadsheet::cli
