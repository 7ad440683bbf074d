// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/pagefetcher.h"

#include "net/httpclient.h"
#include "services/localsource.h"
#include "services/workers.h"

#include <utility>

namespace broadsheet {

PageFetcher::PageFetcher(net::HttpClient &http, Workers &workers, QObject *parent)
    : QObject(parent), m_http(http), m_workers(workers)
{
}

QFuture<Result<FetchedPage>> PageFetcher::fetch(const QUrl &url)
{
    if (isLocalSource(url)) {
        return m_workers.run([url]() -> Result<FetchedPage> {
            auto bytes = readLocalSource(url);
            if (!bytes)
                return bytes.error();
            return FetchedPage{std::move(*bytes), url, {}, {}, {}};
        });
    }
    net::HttpRequest request;
    request.url = url;
    request.accept = "application/atom+xml, application/rss+xml, application/feed+json, text/html, "
                     "application/xhtml+xml, application/xml;q=0.9, */*;q=0.8";
    return m_http.get(request).then(this, [](Result<net::HttpResponse> answer) -> Result<FetchedPage> {
        if (!answer)
            return answer.error();
        if (const auto error = net::httpError(*answer))
            return *error;
        FetchedPage page;
        page.bytes = std::exchange(answer->body, {});
        page.finalUrl = answer->finalUrl;
        page.permanentUrl = answer->permanentUrl;
        page.contentType = answer->contentType();
        page.response = std::make_shared<net::HttpResponse>(std::move(*answer));
        return page;
    });
}

} // namespace broadsheet
