// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a web page: the article that is taken out of it is clean, and tells the same again.
#include "html/clean.h"
#include "ingest/articlepage.h"

#include <cstdlib>

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QUrl url(QStringLiteral("https://fuzz.example/2026/03/a.html"));
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto article = ingest::extractArticle(bytes, url, QStringLiteral("text/html"));
    if (!article)
        return 0;
    if (html::clean(article->content.utf8(), {url}).utf8() != article->content.utf8())
        std::abort();
    const auto again = ingest::extractArticle(bytes, url, QStringLiteral("text/html"));
    if (!again || again->content.utf8() != article->content.utf8() || again->title != article->title)
        std::abort();
    return 0;
}
