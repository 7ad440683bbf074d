// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/feedfinder.h"

#include "base/answer.h"
#include "base/url.h"
#include "ingest/page.h"
#include "ingest/readfeed.h"
#include "services/localsource.h"
#include "services/pagefetcher.h"
#include "services/workers.h"

#include <QPromise>

#include <memory>

namespace broadsheet {

namespace {

using Candidates = QList<FeedCandidate>;
using Answer = Result<Candidates>;

FeedCandidate candidateOf(const ParsedFeed &feed, const QUrl &url)
{
    FeedCandidate candidate;
    candidate.feedUrl = url;
    candidate.siteUrl = QUrl(feed.siteUrl);
    candidate.title = feed.title;
    candidate.fetched = true;
    return candidate;
}

/** What a document is: a feed, or a page with feeds. Pure, for the pool. */
Answer readDocument(const FetchedPage &page, const QUrl &asked)
{
    // The address that was asked for is kept, unless it has moved for good.
    const QUrl own = isWebUrl(page.permanentUrl) ? page.permanentUrl : asked;
    const auto feed = ingest::readFeed(page.bytes, page.finalUrl, page.contentType);
    if (feed)
        return Candidates{candidateOf(*feed, own)};
    // What is a feed but too large or empty has a reason of its own; only a page is searched.
    if (feed.error().code != ErrorCode::NotAFeed && feed.error().code != ErrorCode::Malformed)
        return feed.error();
    Candidates candidates;
    for (const FoundFeed &found : ingest::discoverFeeds(page.bytes, page.finalUrl, page.contentType))
        candidates.append({found.url, page.finalUrl, found.title, found.type, false});
    if (candidates.isEmpty())
        return Error{ErrorCode::NoFeedFound, feed.error().detail, {}, {}};
    return candidates;
}

} // namespace

/** One search: a chain of questions that ends with an answer. Lives as long as its promise has none. */
class FeedSearch : public QObject
{
public:
    FeedSearch(PageFetcher &pages, Workers &workers, QObject *parent)
        : QObject(parent), m_pages(pages), m_workers(workers)
    {
        m_promise.start();
    }

    QFuture<Answer> begin(const QString &input)
    {
        m_input = input.trimmed();
        m_url = m_input == guideUrl().toString() ? guideUrl() : urlFromUserInput(m_input);
        const auto future = m_promise.future();
        if (m_url.isValid())
            ask(m_url);
        else
            answer(Error{ErrorCode::InvalidArgument, QStringLiteral("not an address"), {}, {}});
        return future;
    }

private:
    void ask(const QUrl &url)
    {
        whenAnswered(m_pages.fetch(url), this, [this, url](const Result<FetchedPage> &page) {
            if (!page)
                failed(url, page.error());
            else
                read(url, *page);
        });
    }

    void read(const QUrl &url, const FetchedPage &page)
    {
        whenAnswered(m_workers.run([page, url] { return readDocument(page, url); }), this,
                     [this, page](const Answer &found) {
                         if (found || found.error().code != ErrorCode::NoFeedFound ||
                             !isWebUrl(page.finalUrl)) {
                             answer(found);
                             return;
                         }
                         m_guesses = ingest::guessFeeds(page.finalUrl);
                         guess();
                     });
    }

    void failed(const QUrl &url, const Error &error)
    {
        // "example.org" was tried as https; an old site may speak http alone.
        const bool schemeWasOurs =
            url.scheme() == QLatin1String("https") && !m_input.contains(QLatin1String("://"));
        const bool unreachable = error.code == ErrorCode::ConnectionFailed ||
                                 error.code == ErrorCode::TlsFailed || error.code == ErrorCode::Timeout;
        if (schemeWasOurs && unreachable && !m_triedHttp) {
            m_triedHttp = true;
            QUrl plain = url;
            plain.setScheme(QStringLiteral("http"));
            ask(plain);
            return;
        }
        answer(error);
    }

    /** Tries the well-known places, one after the other, and takes the first that is a feed. */
    void guess()
    {
        if (m_guesses.isEmpty()) {
            answer(Error{ErrorCode::NoFeedFound, {}, {}, {}});
            return;
        }
        const QUrl url = m_guesses.takeFirst();
        whenAnswered(m_pages.fetch(url), this, [this, url](const Result<FetchedPage> &page) {
            if (!page) {
                guess();
                return;
            }
            whenAnswered(m_workers.run([page = *page, url] {
                return ingest::readFeed(page.bytes, page.finalUrl, page.contentType);
            }),
                         this, [this, url](const Result<ParsedFeed> &feed) {
                             if (feed)
                                 answer(Candidates{candidateOf(*feed, url)});
                             else
                                 guess();
                         });
        });
    }

    void answer(Answer found)
    {
        if (!found) {
            Error error = found.error();
            error.subject = m_url.isValid() ? displayUrl(m_url) : m_input;
            found = error;
        }
        m_promise.addResult(std::move(found));
        m_promise.finish();
        deleteLater();
    }

    PageFetcher &m_pages;
    Workers &m_workers;
    QPromise<Answer> m_promise;
    QString m_input;
    QUrl m_url;
    QList<QUrl> m_guesses;
    bool m_triedHttp = false;
};

FeedFinder::FeedFinder(PageFetcher &pages, Workers &workers, QObject *parent)
    : QObject(parent), m_pages(pages), m_workers(workers)
{
}

QFuture<Result<QList<FeedCandidate>>> FeedFinder::find(const QString &input)
{
    auto *search = new FeedSearch(m_pages, m_workers, this);
    return search->begin(input);
}

} // namespace broadsheet
