// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/errorwords.h"
#include "cli/jsonvalues.h"
#include "cli/lookup.h"
#include "cli/words.h"
#include "render/articledocument.h"
#include "render/page.h"
#include "render/plaintext.h"
#include "services/core.h"
#include "services/libraryservice.h"
#include "services/readingservice.h"

#include <QCoreApplication>

namespace broadsheet::cli {

namespace {

constexpr int pageRows = 500;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliArticles)
};

std::optional<ArticleFilter::View> viewOf(const QString &word)
{
    using View = ArticleFilter::View;
    static const QHash<QString, View> views{{QStringLiteral("today"), View::Today},
                                            {QStringLiteral("unread"), View::Unread},
                                            {QStringLiteral("starred"), View::Starred},
                                            {QStringLiteral("commented"), View::Commented},
                                            {QStringLiteral("all"), View::All}};
    const auto found = views.constFind(word);
    return found == views.constEnd() ? std::nullopt : std::optional(*found);
}

/** The filter that the options name; nothing (and told, with \a status) where they name something that is not
 * there. */
std::optional<ArticleFilter> filterOf(Context &context, const Options &options,
                                      const LibraryOverview &overview, int &status)
{
    ArticleFilter filter;
    status = 2;
    if (const auto word = options.value(QStringLiteral("--view"))) {
        const auto view = viewOf(*word);
        if (!view) {
            wrongWords(context, Words::tr("There is no view “%1”.").arg(*word));
            return std::nullopt;
        }
        filter.view = *view;
    }
    if (const auto word = options.value(QStringLiteral("--since"))) {
        filter.since = QDateTime::fromString(*word, Qt::ISODate);
        if (!filter.since.isValid()) {
            wrongWords(context,
                       Words::tr("“%1” is not a date (2026-11-01 or 2026-11-01T12:00:00Z).").arg(*word));
            return std::nullopt;
        }
        filter.since = filter.since.toUTC();
    }
    status = 1;
    if (const auto name = options.value(QStringLiteral("--category"))) {
        const Category *category = findCategory(overview, *name);
        if (!category) {
            context.output.failure(Words::tr("There is no category “%1”.").arg(*name));
            return std::nullopt;
        }
        filter.category = category->id;
    }
    if (const auto address = options.value(QStringLiteral("--feed"))) {
        const Subscription *feed = findFeed(overview, *address);
        if (!feed) {
            context.output.failure(Words::tr("%1 is not subscribed.").arg(*address));
            return std::nullopt;
        }
        filter.feed = feed->id;
    }
    return filter;
}

QString line(const ArticleHeadline &headline)
{
    return QStringLiteral("%1 %2%3 %4  %5 — %6")
        .arg(headline.id.value(), 7)
        .arg(headline.unread ? QChar(u'•') : QChar(u' '))
        .arg(headline.starred ? QChar(u'★') : QChar(u' '))
        .arg(headline.sortTime.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), headline.title,
             headline.feedTitle);
}

} // namespace

int runArticles(Context &context)
{
    const auto options =
        optionsOf(context, {{},
                            {QStringLiteral("--category"), QStringLiteral("--feed"), QStringLiteral("--view"),
                             QStringLiteral("--since"), QStringLiteral("--limit")},
                            0,
                            0});
    if (!options)
        return 2;
    qint64 left = -1;
    if (const auto word = options->value(QStringLiteral("--limit"))) {
        const auto limit = numberOf(context, *word);
        if (!limit)
            return 2;
        left = *limit;
    }
    const auto overview = await(context.core.library().overview());
    if (!overview) {
        context.output.failure(overview.error());
        return 1;
    }
    int status = 0;
    const auto filter = filterOf(context, *options, *overview, status);
    if (!filter)
        return status;

    // Page by page, so that a million articles need no more memory than five hundred.
    ArticleCursor cursor;
    while (left != 0) {
        const int rows = left < 0 ? pageRows : int(qMin<qint64>(left, pageRows));
        const auto page = await(context.core.reading().headlinePage(*filter, cursor, rows));
        if (!page) {
            context.output.failure(page.error());
            return 1;
        }
        for (const ArticleHeadline &headline : *page) {
            if (context.output.isJson())
                context.output.json(toJson(headline, *overview));
            else
                context.output.text(line(headline));
        }
        if (page->size() < rows)
            break;
        cursor = {page->last().sortTime, page->last().id};
        if (left > 0)
            left -= page->size();
    }
    return 0;
}

int runShow(Context &context)
{
    const auto options = optionsOf(context, {{QStringLiteral("--html"), QStringLiteral("--text")}, {}, 1, 1});
    if (!options)
        return 2;
    const auto id = articleIdOf(context, options->positional().first());
    if (!id)
        return 2;
    const auto article = await(context.core.reading().open(*id));
    if (!article) {
        Error error = article.error();
        error.subject = Words::tr("article %1").arg(id->value());
        context.output.failure(error);
        return 1;
    }
    const QString text = render::toPlainText(render::page(article->shownContent()));
    if (context.output.isJson()) {
        const auto overview = await(context.core.library().overview());
        context.output.json(toJson(*article, overview ? *overview : LibraryOverview{}, text));
    } else if (options->has(QStringLiteral("--html"))) {
        context.output.raw(render::articleDocument(*article));
    } else {
        const ArticleHeadline &headline = article->headline;
        QStringList byline{headline.feedTitle};
        if (!headline.authors.isEmpty())
            byline.append(headline.authors.join(QStringLiteral(", ")));
        byline.append(headline.sortTime.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
        if (!headline.categoryName.isEmpty())
            context.output.text(headline.categoryName.toUpper());
        context.output.text(headline.title);
        context.output.text(byline.join(QStringLiteral(" · ")));
        if (!headline.url.isEmpty())
            context.output.text(QString::fromLatin1(headline.url.toEncoded()));
        context.output.text(u'\n' + (text.isEmpty() ? article->summary : text));
    }
    return 0;
}

int runMark(Context &context)
{
    const auto options = optionsOf(context, {{}, {}, 2, -1});
    if (!options)
        return 2;
    const QString what = options->positional().first();
    static const QStringList known{QStringLiteral("read"), QStringLiteral("unread"),
                                   QStringLiteral("starred"), QStringLiteral("unstarred")};
    if (!known.contains(what))
        return wrongWords(context, Words::tr("“%1” is no mark.").arg(what));
    QList<ArticleId> ids;
    for (const QString &word : options->positional().mid(1)) {
        const auto id = articleIdOf(context, word);
        if (!id)
            return 2;
        // Each is looked up, so that an article that is not there is told and the rest still done.
        const auto there = await(context.core.reading().headlines({*id}));
        if (!there || there->isEmpty())
            context.output.failure(Words::tr("There is no article %1.").arg(word));
        else
            ids.append(*id);
    }
    if (ids.isEmpty())
        return context.output.status();
    LibraryService &library = context.core.library();
    const auto changed = what.endsWith(QLatin1String("read"))
                             ? await(library.setRead(ids, what == known[0]))
                             : await(library.setStarred(ids, what == known[2]));
    if (!changed)
        context.output.failure(changed.error());
    return context.output.status();
}

} // namespace broadsheet::cli
