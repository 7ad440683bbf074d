// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/source.h"

#include "base/url.h"
#include "cli/await.h"
#include "services/core.h"
#include "services/pagefetcher.h"

#include <QFile>
#include <QFileInfo>

namespace broadsheet::cli {

namespace {

constexpr qint64 maximumBytes = 64 * 1024 * 1024;

} // namespace

Result<Source> readSource(Context &context, const QString &source)
{
    const QUrl url(source);
    if (isWebUrl(url)) {
        auto page = await(context.core.pages().fetch(url));
        if (!page) {
            Error error = page.error();
            error.subject = displayUrl(url);
            return error;
        }
        return Source{std::move(page->bytes), page->finalUrl, page->contentType};
    }
    const QString path = url.isLocalFile() ? url.toLocalFile() : source;
    QFile file(path);
    const bool fromInput = source == QLatin1String("-");
    if (!fromInput && QFileInfo(path).isDir())
        return Error{ErrorCode::FileUnreadable, QStringLiteral("it is a folder"), source, {}};
    if (!(fromInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
        return Error{QFileInfo::exists(path) ? ErrorCode::FileUnreadable : ErrorCode::FileNotFound,
                     file.errorString(),
                     source,
                     {}};
    Source result;
    result.bytes = file.read(maximumBytes + 1);
    if (result.bytes.size() > maximumBytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("more than 64 MB"), source, {}};
    if (!fromInput)
        result.url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    return result;
}

QUrl baseOf(const Options &options, const Source &source)
{
    if (const auto given = options.value(baseUrlOption))
        return QUrl(*given);
    return source.url.isLocalFile() ? QUrl() : source.url;
}

int forEachSource(Context &context, const Options &options, const TakeSource &take, const SourceFailure &fail)
{
    for (const QString &name : options.positional()) {
        if (const auto source = readSource(context, name))
            take(name, *source);
        else
            fail(name, source.error());
    }
    return context.output.status();
}

} // namespace broadsheet::cli
