// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sitecommentservice.h"

#include "base/answer.h"
#include "base/url.h"
#include "ingest/sitecomments.h"
#include "net/httpclient.h"
#include "services/feedreading.h"
#include "services/libraryevents.h"
#include "services/workers.h"
#include "store/store.h"

#include <QPromise>
#include <QSet>

#include <optional>

namespace broadsheet {

namespace {

constexpr qint64 restSeconds = 600;
constexpr qint64 mostBytes = 16 * 1024 * 1024;
constexpr int mostPages = 20;
constexpr qsizetype mostComments = 5'000;

/** What the pool makes of an answer. */
struct Reading
{
    QByteArray hash;
    bool unchanged = false;
    bool complete = true;
    QList<SiteComment> comments;
    QUrl next; ///< the page that follows (of a feed: RFC 5005)
    std::optional<Error> error;
};

/** Where to ask, and what will come back. */
struct Place
{
    QUrl url;
    std::optional<ingest::DiscussionSite> site;
    bool mayBeAPage = false; ///< nobody said that it is a feed
};

std::optional<Place> placeOf(const SiteDiscussion &known, bool sites, SiteCommentService::When when)
{
    if (isWebUrl(known.feedUrl))
        return Place{known.feedUrl, {}, false};
    const auto address = sites ? ingest::discussionAddress(known.pageUrl) : std::nullopt;
    if (address)
        return Place{address->url, address->site, false};
    // RFC 4685 §4: replies without a type are Atom; and some write the feed's address into <comments>.
    const auto page = [](const QUrl &url) { return url.adjusted(QUrl::RemoveFragment); };
    const bool another = isWebUrl(known.pageUrl) && page(known.pageUrl) != page(known.articleUrl);
    if (another && !known.pageUrl.hasFragment() && when == SiteCommentService::When::Asked)
        return Place{known.pageUrl, {}, true};
    return std::nullopt;
}

Reading readAnswer(const net::HttpResponse &response, const Place &place, const QUrl &page,
                   const QByteArray &knownHash)
{
    Reading reading;
    if (place.site) {
        reading.hash = bodyHash(response.body);
        reading.unchanged = reading.hash == knownHash;
        if (reading.unchanged)
            return reading;
        auto part = ingest::readDiscussion(*place.site, response.body, page, response.finalUrl);
        if (part) {
            reading.comments = std::move(part->comments);
            reading.next = part->next;
        } else {
            reading.error = part.error();
        }
        return reading;
    }
    const ArrivedBody body{response.body,
                           response.finalUrl,
                           response.contentType(),
                           response.complete,
                           response.measured,
                           knownHash,
                           {}};
    FeedReading feed = readFetchedFeed(body);
    reading.hash = feed.hash;
    reading.unchanged = feed.unchanged;
    reading.complete = feed.complete;
    reading.error = feed.error;
    if (feed.feed) {
        reading.comments = ingest::commentsOfFeed(*feed.feed);
        reading.next = QUrl(feed.feed->nextUrl, QUrl::TolerantMode);
    }
    return reading;
}

} // namespace

/** One article's visit to its site; ends by answering and deletes itself. */
class SiteCommentService::Fetch : public QObject
{
public:
    Fetch(SiteCommentService &service, ArticleId article, When when)
        : QObject(&service), m_service(service), m_article(article), m_when(when)
    {
        m_promise.start();
    }

    QFuture<Result<SiteCommentsResult>> answer() const { return m_promise.future(); }

    void start()
    {
        whenAnswered(m_service.m_store.siteDiscussion(m_article), this,
                     [this](const Result<SiteDiscussion> &known) {
                         if (!known)
                             return finish(known.error());
                         m_known = *known;
                         choose();
                     });
    }

private:
    void choose()
    {
        const auto place = placeOf(m_known, m_service.m_knownSites, m_when);
        SiteCommentsResult none;
        none.offered = place.has_value();
        const QDateTime now = m_service.m_clock.now();
        const bool rested =
            !m_known.fetched.isValid() || m_known.fetched.secsTo(now) >= restSeconds || m_known.fetched > now;
        if (!place || (m_when == When::Due && !rested))
            return finish(none);
        m_place = *place;
        // What a public feed names must not make us knock at doors within the house.
        if (isPrivateHost(m_place.url.host()) && isWebUrl(m_known.subscriptionUrl) &&
            !isPrivateHost(m_known.subscriptionUrl.host()))
            return finish(Error{ErrorCode::UnsafeRedirect,
                                QStringLiteral("a private address in a public feed"),
                                displayUrl(m_place.url),
                                {}});
        m_update.article = m_article;
        m_update.url = m_place.url;
        m_update.fetched = now;
        ask(m_place.url, m_known.fetchedFrom == m_place.url);
    }

    void ask(const QUrl &url, bool conditional)
    {
        net::HttpRequest request;
        request.url = url;
        request.maxBytes = mostBytes;
        if (conditional) {
            request.etag = m_known.etag;
            request.lastModified = m_known.lastModified;
        }
        request.accept = m_place.site ? "application/json"
                                      : "application/atom+xml, application/rss+xml, application/feed+json, "
                                        "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
        m_asked.insert(url);
        whenAnswered(m_service.m_http.get(request), this,
                     [this, conditional](const Result<net::HttpResponse> &response) {
                         if (response)
                             arrived(*response, conditional);
                         else
                             failed(response.error());
                     });
    }

    void arrived(const net::HttpResponse &response, bool conditional)
    {
        if (const auto error = net::httpError(response))
            return failed(*error);
        if (response.status == 304)
            return conditional ? write()
                               : failed({ErrorCode::HttpStatus, QStringLiteral("304 unasked"), {}, 304});
        const bool first = m_asked.size() == 1;
        // The pages that follow may have changed where the first has not, but only if they were never read.
        const QByteArray hash = first && conditional ? m_known.bodyHash : QByteArray();
        auto read = m_service.m_workers.run([response, place = m_place, page = m_known.pageUrl, hash] {
            return readAnswer(response, place, page, hash);
        });
        whenAnswered(read, this, [this, first, response](const Reading &reading) {
            if (reading.error)
                return failed(*reading.error);
            if (first) {
                m_update.validatorsGiven = reading.complete;
                m_update.etag = response.etag();
                m_update.lastModified = response.lastModified();
                m_update.bodyHash = reading.hash;
            }
            m_update.validatorsGiven = m_update.validatorsGiven && reading.complete;
            m_update.comments += reading.comments;
            goOn(reading);
        });
    }

    void goOn(const Reading &reading)
    {
        const bool more = isWebUrl(reading.next) && !m_asked.contains(reading.next) &&
                          reading.next.host() == m_place.url.host() && m_asked.size() < mostPages &&
                          m_update.comments.size() < mostComments && !reading.unchanged;
        if (more)
            ask(reading.next, false);
        else
            write();
    }

    void write()
    {
        whenAnswered(m_service.m_store.applySiteComments(m_update), this,
                     [this](const Result<SiteCommentsResult> &result) {
                         if (!result)
                             return finish(result.error());
                         if (m_failure) // what came before it is kept
                             return finish(*m_failure);
                         finish(*result);
                     });
    }

    void failed(const Error &error)
    {
        const bool aPage = m_place.mayBeAPage && m_asked.size() == 1 &&
                           (error.code == ErrorCode::NotAFeed || error.code == ErrorCode::Malformed);
        if (aPage) {
            SiteCommentsResult none;
            none.offered = false;
            return finish(none);
        }
        m_failure = error;
        if (m_failure->subject.isEmpty())
            m_failure->subject = displayUrl(m_place.url);
        m_update.validatorsGiven = false;
        if (m_update.comments.isEmpty())
            return finish(*m_failure);
        write();
    }

    void finish(const Result<SiteCommentsResult> &result)
    {
        m_service.m_running.remove(m_article);
        if (result && (result->added > 0 || result->changed > 0))
            Q_EMIT m_service.m_events.siteCommentsChanged(m_article);
        if (result && result->added > 0) { // the number in the list
            ArticleChanges changes;
            changes.updated = {m_article};
            Q_EMIT m_service.m_events.articlesChanged(changes);
        }
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    SiteCommentService &m_service;
    const ArticleId m_article;
    const When m_when;
    QPromise<Result<SiteCommentsResult>> m_promise;
    SiteDiscussion m_known;
    Place m_place;
    SiteCommentsUpdate m_update;
    QSet<QUrl> m_asked;
    std::optional<Error> m_failure;
};

SiteCommentService::SiteCommentService(store::Store &store, net::HttpClient &http, Workers &workers,
                                       LibraryEvents &events, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_http(http), m_workers(workers), m_events(events), m_clock(clock)
{
}

SiteCommentService::~SiteCommentService() = default;

QFuture<Result<SiteCommentsResult>> SiteCommentService::refresh(ArticleId article, When when)
{
    const auto running = m_running.constFind(article);
    if (running != m_running.constEnd())
        return *running;
    auto *fetch = new Fetch(*this, article, when);
    const auto answer = fetch->answer();
    m_running.insert(article, answer);
    fetch->start();
    return answer;
}

QFuture<Result<SiteDiscussion>> SiteCommentService::discussion(ArticleId article)
{
    return m_store.siteDiscussion(article);
}

} // namespace broadsheet
