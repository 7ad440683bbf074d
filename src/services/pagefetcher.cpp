// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/pagefetcher.h"

#include "net/httpclient.h"
#include "services/localsource.h"
#include "services/workers.h"

namespace broadsheet {

PageFetcher::PageFetcher(net::HttpClient &http, Workers &workers, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_workers(workers)
{
}

QFuture<Result<FetchedPage>> PageFetcher::fetch(const QUrl &url)
{
    if (isLocalSource(url)) {
        return m_workers.run([url]() -> Result<FetchedPage> {
            auto bytes = readLocalSource(url);
            if (!bytes)
                return bytes.error();
            return FetchedPage{std::move(*bytes), url, {}, {}};
        });
    }
    net::HttpRequest request;
    request.url = url;
    return m_http.get(request).then(this, [](Result<net::HttpResponse> answer) -> Result<FetchedPage> {
        if (!answer)
            return answer.error();
        if (const auto error = net::httpError(*answer))
            return *error;
        return FetchedPage{std::move(answer->body), answer->finalUrl, answer->permanentUrl, answer->contentType()};
    });
}

} // namespace broadsheet
