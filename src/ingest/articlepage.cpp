// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/articlepage.h"

#include "feed/dates.h"
#include "feed/encoding.h"
#include "html/extract/extract.h"

namespace broadsheet::ingest {

namespace {

/** The first of the dates that is one. */
std::optional<QDateTime> firstDate(const QStringList &dates)
{
    for (const QString &text : dates) {
        const QDateTime date = feed::parseDate(text.toUtf8());
        if (date.isValid() && date.date().year() > 1980)
            return date;
    }
    return std::nullopt;
}

} // namespace

Result<ExtractedArticle> extractArticle(const QByteArray &bytes, const QUrl &pageUrl, const QString &contentType)
{
    if (bytes.trimmed().isEmpty())
        return Error{ErrorCode::EmptyBody, {}, {}, {}};
    auto page = html::extractArticle(feed::decodePage(bytes, contentType).utf8, pageUrl);
    if (!page)
        return Error{ErrorCode::NoArticle, {}, {}, {}};
    ExtractedArticle article;
    article.title = page->title;
    article.byline = page->byline;
    article.siteName = page->siteName;
    article.language = page->language;
    article.direction = page->direction;
    article.published = firstDate(page->dates);
    article.excerpt = page->excerpt;
    article.image = page->image;
    article.nextPage = page->nextPage;
    article.content = std::move(page->html);
    article.text = std::move(page->text);
    return article;
}

} // namespace broadsheet::ingest
