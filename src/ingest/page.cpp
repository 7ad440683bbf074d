// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/page.h"

#include "feed/encoding.h"
#include "html/accounts.h"
#include "html/clean.h"
#include "html/discover.h"

namespace broadsheet::ingest {

SafeHtml sanitize(const QByteArray &bytes, const QUrl &baseUrl, const QString &contentType)
{
    return html::clean(feed::decodePage(bytes, contentType).utf8, {baseUrl});
}

QList<FoundFeed> discoverFeeds(const QByteArray &bytes, const QUrl &pageUrl, const QString &contentType)
{
    return html::findFeeds(feed::decodePage(bytes, contentType).utf8, pageUrl);
}

QList<SiteAccount> discoverAccounts(const QByteArray &bytes, const QUrl &pageUrl, const QString &contentType)
{
    return html::findAccounts(feed::decodePage(bytes, contentType).utf8, pageUrl);
}

QList<QUrl> guessFeeds(const QUrl &pageUrl)
{
    return html::guessFeeds(pageUrl);
}

} // namespace broadsheet::ingest
