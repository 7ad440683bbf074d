// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/fulltextservice.h"

#include "base/answer.h"
#include "base/url.h"
#include "ingest/articlepage.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/log.h"
#include "services/pagefetcher.h"
#include "services/workers.h"
#include "store/store.h"

#include <QPromise>
#include <QSet>

#include <utility>

namespace broadsheet {

namespace {

constexpr int mostPages = 20;
constexpr qsizetype mostBytes = 8 * 1024 * 1024; ///< of an article, all pages together
constexpr int wantedAtOnce = 3;
constexpr int wantedInOneGo = 200;

} // namespace

/** One article's way to its page; ends by answering and deletes itself. */
class FullTextService::Fetch : public QObject
{
public:
    Fetch(FullTextService &service, ArticleId article)
        : QObject(&service), m_service(service), m_article(article)
    {
        m_promise.start();
    }

    QFuture<Result<void>> answer() const { return m_promise.future(); }

    void start()
    {
        whenAnswered(m_service.m_store.article(m_article), this, [this](const Result<Article> &article) {
            if (!article)
                return finish(article.error());
            const QUrl url = article->headline.url;
            if (!isWebUrl(url))
                return finish(
                    Error{ErrorCode::InvalidArgument, QStringLiteral("the article has no address"), {}, {}});
            // What a public feed names must not make us knock at doors within the house.
            if (isPrivateHost(url.host()) && isWebUrl(article->feedUrl) &&
                !isPrivateHost(article->feedUrl.host())) {
                return finish(Error{ErrorCode::UnsafeRedirect,
                                    QStringLiteral("a private address in a public feed"),
                                    displayUrl(url),
                                    {}});
            }
            ask(url);
        });
    }

private:
    void ask(const QUrl &url)
    {
        m_asked.insert(url.adjusted(QUrl::RemoveFragment));
        whenAnswered(m_service.m_pages.fetch(url), this, [this, url](const Result<FetchedPage> &page) {
            if (!page)
                return failed(page.error(), url);
            const auto reading = m_service.m_workers.run([page = *page] {
                return ingest::extractArticle(page.bytes, page.finalUrl, page.contentType);
            });
            whenAnswered(reading, this,
                         [this, url, at = page->finalUrl](const Result<ExtractedArticle> &extracted) {
                             if (extracted)
                                 take(*extracted, at);
                             else
                                 failed(extracted.error(), url);
                         });
        });
    }

    void take(const ExtractedArticle &extracted, const QUrl &at)
    {
        if (m_text.page.isEmpty()) {
            m_text.page = at;
            m_redirected = !m_asked.contains(at.adjusted(QUrl::RemoveFragment));
        } else if (m_text.text.contains(extracted.text)) {
            return write(); // it goes in a circle under other addresses
        }
        m_text.content = m_text.content.followedBy(extracted.content);
        m_text.text += (m_text.text.isEmpty() ? QString() : QStringLiteral("\n")) + extracted.text;
        const QUrl next = extracted.nextPage.adjusted(QUrl::RemoveFragment);
        const bool goesOn = isWebUrl(next) && next.host() == m_text.page.host() && !m_asked.contains(next) &&
                            m_asked.size() < mostPages && m_text.content.utf8().size() < mostBytes;
        if (goesOn)
            ask(next);
        else
            write();
    }

    void write()
    {
        if (m_text.text.isEmpty())
            return failed({ErrorCode::NoArticle, {}, displayUrl(m_text.page), {}}, m_text.page);
        m_text.fetched = m_service.m_clock.now();
        whenAnswered(m_service.m_store.keepFullText(m_article, m_text), this,
                     [this](const Result<void> &kept) {
                         if (kept)
                             m_service.tell(m_article);
                         if (kept && m_redirected)
                             m_service.takePage(m_article, m_text.page);
                         finish(kept && m_failure ? Result<void>(*m_failure) : kept);
                     });
    }

    void failed(Error error, const QUrl &url)
    {
        if (error.subject.isEmpty())
            error.subject = displayUrl(url);
        m_failure = error;
        if (!m_text.text.isEmpty())
            return write(); // what came before it is kept
        qCInfo(servicesLog) << "No full text from" << displayUrl(url) << error.detail;
        whenAnswered(m_service.m_store.noteFullTextFailure(m_article), this,
                     [this](const Result<void> &) { finish(*m_failure); });
    }

    void finish(const Result<void> &result)
    {
        m_service.m_running.remove(m_article);
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    FullTextService &m_service;
    const ArticleId m_article;
    QPromise<Result<void>> m_promise;
    QSet<QUrl> m_asked;
    FullText m_text;
    bool m_redirected = false;
    std::optional<Error> m_failure;
};

FullTextService::FullTextService(store::Store &store, PageFetcher &pages, LibraryService &library,
                                 Workers &workers, LibraryEvents &events, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pages(pages)
    , m_library(library)
    , m_workers(workers)
    , m_events(events)
    , m_clock(clock)
{
}

FullTextService::~FullTextService() = default;

QFuture<Result<void>> FullTextService::fetch(ArticleId id)
{
    if (const Fetch *running = m_running.value(id))
        return running->answer();
    auto *fetch = new Fetch(*this, id);
    m_running.insert(id, fetch);
    const auto answer = fetch->answer();
    fetch->start();
    return answer;
}

QFuture<Result<void>> FullTextService::show(ArticleId id, bool full)
{
    const auto answer = m_store.showFullText(id, full);
    whenAnswered(answer, this, [this, id](const Result<void> &done) {
        if (done)
            tell(id);
    });
    return answer;
}

QFuture<Result<void>> FullTextService::setWish(FeedId feed, FullTextWish wish)
{
    SubscriptionEdit edit;
    edit.fullTextWish = wish;
    const auto answer = m_library.editSubscription(feed, edit);
    if (wish == FullTextWish::Always) {
        whenAnswered(answer, this, [this](const Result<void> &done) {
            if (done)
                fetchWanted();
        });
    }
    return answer;
}

QFuture<Result<bool>> FullTextService::isTeasing(FeedId feed)
{
    return m_store.isTeasing(feed);
}

void FullTextService::fetchWanted()
{
    m_askAgain = m_asking || m_ofWanted > 0;
    if (m_askAgain)
        return; // at the end of what is under way
    m_tried.clear();
    askForWanted();
}

void FullTextService::askForWanted()
{
    m_asking = true;
    whenAnswered(m_store.fullTextsWanted(wantedInOneGo), this,
                 [this](const Result<QList<ArticleId>> &wanted) {
                     m_asking = false;
                     for (const ArticleId id : wanted ? *wanted : QList<ArticleId>()) {
                         if (!m_tried.contains(id))
                             m_waiting.append(id);
                     }
                     const bool more = !m_waiting.isEmpty();
                     fetchNext();
                     if (!more && std::exchange(m_askAgain, false))
                         fetchWanted();
                 });
}

void FullTextService::fetchNext()
{
    while (m_ofWanted < wantedAtOnce && !m_waiting.isEmpty()) {
        ++m_ofWanted;
        const ArticleId id = m_waiting.takeFirst();
        m_tried.insert(id);
        whenAnswered(fetch(id), this, [this](const Result<void> &) {
            --m_ofWanted;
            if (m_waiting.isEmpty() && m_ofWanted == 0)
                askForWanted();
            else
                fetchNext();
        });
    }
}

/** Feeds name one page by many addresses of counters; only a visit tells where they lead. */
void FullTextService::takePage(ArticleId id, const QUrl &page)
{
    whenAnswered(m_store.setPage(id, page), this, [this](const Result<ArticleChanges> &changes) {
        if (changes && !changes->isEmpty())
            Q_EMIT m_events.articlesChanged(*changes);
    });
}

void FullTextService::tell(ArticleId id)
{
    ArticleChanges changes;
    changes.updated.append(id);
    Q_EMIT m_events.articlesChanged(changes);
}

} // namespace broadsheet
