// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/feedfinder.h"

#include "base/answer.h"
#include "base/url.h"
#include "ingest/page.h"
#include "net/httpmessage.h"
#include "services/feedreading.h"
#include "services/foundpages.h"
#include "services/localsource.h"
#include "services/pagefetcher.h"
#include "services/workers.h"

#include <QPromise>

#include <memory>

namespace broadsheet {

namespace {

using Candidates = QList<FeedCandidate>;
using Answer = Result<Candidates>;

/** The login that opened \a asked opens what else is on its host. */
QUrl withLoginOf(const QUrl &asked, QUrl url)
{
    if (url.scheme() == asked.scheme() && hostKey(url) == hostKey(asked))
        url.setUserInfo(asked.userInfo());
    return url;
}

/** The address that was asked for is kept, unless it has moved for good, and not away from a secure one. */
QUrl ownAddress(const FetchedPage &page, const QUrl &asked)
{
    const bool moved = isWebUrl(page.permanentUrl);
    const bool weaker =
        asked.scheme() == QLatin1String("https") && page.permanentUrl.scheme() != asked.scheme();
    if (!moved || weaker)
        return asked;
    return withLoginOf(asked, page.permanentUrl);
}

FeedCandidate candidateOf(const ParsedFeed &feed, const FetchedPage &page, const QUrl &asked)
{
    FeedCandidate candidate;
    candidate.feedUrl = ownAddress(page, asked);
    candidate.siteUrl = QUrl(feed.siteUrl);
    candidate.title = feed.title;
    candidate.fetched = true;
    return candidate;
}

/** A feed as the sync would read it, or why it is none. */
Result<ParsedFeed> readAsFeed(const FetchedPage &page)
{
    ArrivedBody body{page.bytes, page.finalUrl, page.contentType, true, true, {}, {}};
    if (page.response) {
        body.whole = page.response->complete;
        body.measured = page.response->measured;
    }
    FeedReading reading = readFetchedFeed(body);
    if (reading.error)
        return *reading.error;
    return std::move(*reading.feed);
}

/** What a document is: a feed, or a page with feeds. Pure, for the pool. */
Answer readDocument(const FetchedPage &page, const QUrl &asked)
{
    const auto feed = readAsFeed(page);
    if (feed)
        return Candidates{candidateOf(*feed, page, asked)};
    // What is a feed but too large, cut or empty has a reason of its own; only a page is searched.
    if (feed.error().code != ErrorCode::NotAFeed && feed.error().code != ErrorCode::Malformed)
        return feed.error();
    Candidates candidates;
    for (const FoundFeed &found : ingest::discoverFeeds(page.bytes, page.finalUrl, page.contentType)) {
        // A public page must not make us ask inside the local network.
        if (isPrivateHost(found.url.host()) && !isPrivateHost(page.finalUrl.host()))
            continue;
        candidates.append({withLoginOf(asked, found.url), page.finalUrl, found.title, found.type, false});
    }
    if (candidates.isEmpty())
        return Error{ErrorCode::NoFeedFound, feed.error().detail, {}, {}};
    return candidates;
}

} // namespace

/** One search: a chain of questions that ends with an answer. Lives as long as its promise has none. */
class FeedSearch : public QObject
{
public:
    FeedSearch(PageFetcher &pages, Workers &workers, FoundPages &found, QObject *parent)
        : QObject(parent), m_pages(pages), m_workers(workers), m_found(found)
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
                             !isWebUrl(page.finalUrl))
                             return answer(found, page);
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
            whenAnswered(m_workers.run([page = *page, url]() -> Answer {
                const auto feed = readAsFeed(page);
                if (!feed)
                    return feed.error();
                return Candidates{candidateOf(*feed, page, url)};
            }),
                         this, [this, page = *page](const Answer &found) {
                             if (found)
                                 answer(found, page);
                             else
                                 guess();
                         });
        });
    }

    void answer(const Answer &found, const FetchedPage &page)
    {
        if (found && found->first().fetched)
            m_found.keep(found->first().feedUrl, page);
        answer(found);
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
    FoundPages &m_found;
    QPromise<Answer> m_promise;
    QString m_input;
    QUrl m_url;
    QList<QUrl> m_guesses;
    bool m_triedHttp = false;
};

FeedFinder::FeedFinder(PageFetcher &pages, Workers &workers, FoundPages &found, QObject *parent)
    : QObject(parent), m_pages(pages), m_workers(workers), m_found(found)
{
}

QFuture<Result<QList<FeedCandidate>>> FeedFinder::find(const QString &input)
{
    auto *search = new FeedSearch(m_pages, m_workers, m_found, this);
    return search->begin(input);
}

} // namespace broadsheet
