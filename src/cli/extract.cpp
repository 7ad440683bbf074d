// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/datetime.h"
#include "cli/errorwords.h"
#include "cli/source.h"
#include "cli/words.h"
#include "ingest/articlepage.h"

namespace broadsheet::cli {

namespace {

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
    const auto fail = [&context](const QString &name, const Error &error) {
        tellFailure(context, name, error);
    };
    const auto take = [&](const QString &name, const Source &source) {
        const auto article =
            ingest::extractArticle(source.bytes, baseOf(*options, source), source.contentType);
        if (article)
            context.output.json(toJson(name, *article));
        else
            fail(name, article.error());
    };
    return forEachSource(context, *options, take, fail);
}

} // namespace broadsheet::cli
