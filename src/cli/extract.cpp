// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/datetime.h"
#include "cli/errorwords.h"
#include "cli/source.h"
#include "cli/words.h"
#include "ingest/articlepage.h"

namespace broadsheet::cli {

namespace {

const QString baseUrlOption = QStringLiteral("--base-url");

void put(QJsonObject &object, const char *key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(key), value);
}

QJsonObject toJson(const QString &source, const ExtractedArticle &article)
{
    QJsonObject object{{QStringLiteral("source"), source}};
    put(object, "title", article.title);
    put(object, "byline", article.byline);
    put(object, "site_name", article.siteName);
    put(object, "language", article.language);
    put(object, "direction", article.direction);
    if (article.published)
        put(object, "date_published", toRfc3339(*article.published));
    put(object, "excerpt", article.excerpt);
    put(object, "image", QString::fromLatin1(article.image.toEncoded()));
    put(object, "content_html", article.content.toString());
    put(object, "content_text", article.text);
    return object;
}

void tellFailure(Context &context, const QString &source, Error error)
{
    error.subject.clear();
    context.output.json({{QStringLiteral("source"), source}, {QStringLiteral("error"), errorWords(error)}});
    error.subject = source;
    context.output.failure(error);
}

} // namespace

int runExtract(Context &context)
{
    const auto options = optionsOf(context, {{}, {baseUrlOption}, 1, -1});
    if (!options)
        return 2;
    for (const QString &name : options->positional()) {
        const auto source = readSource(context, name);
        if (!source) {
            tellFailure(context, name, source.error());
            continue;
        }
        const QUrl origin = source->url.isLocalFile() ? QUrl() : source->url;
        const auto given = options->value(baseUrlOption);
        const auto article = ingest::extractArticle(source->bytes, given ? QUrl(*given) : origin, source->contentType);
        if (article)
            context.output.json(toJson(name, *article));
        else
            tellFailure(context, name, article.error());
    }
    return context.output.status();
}

} // namespace broadsheet::cli
