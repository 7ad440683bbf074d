// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/currentarticle.h"

#include "base/answer.h"
#include "services/libraryevents.h"
#include "services/readingservice.h"
#include "services/workers.h"
#include "widgets/reader/pagemaker.h"

#include <utility>

namespace broadsheet {

namespace {

/** Bodies beyond it are taken apart on the pool; shorter ones are there before the next frame anyway. */
constexpr qsizetype longBody = 96 * 1024;
constexpr qsizetype manyCells = 300; ///< of tables, each of which is as much work as a paragraph

} // namespace

CurrentArticle::CurrentArticle(ReadingService &reading, Workers &workers, LibraryEvents &events,
                               std::function<Look()> look, QObject *parent)
    : QObject(parent), m_reading(reading), m_workers(workers), m_look(std::move(look))
{
    connect(&events, &LibraryEvents::articlesChanged, this, &CurrentArticle::takeChanges);
}

CurrentArticle::~CurrentArticle() = default;

void CurrentArticle::want(ArticleId id)
{
    if (id == m_wanted && (m_article || !id.isValid()))
        return;
    Q_EMIT leaving();
    m_wanted = id;
    if (!id.isValid()) {
        m_article.reset();
        Q_EMIT emptied({});
        return;
    }
    if (m_aheadWanted == id && m_ahead) {
        m_aheadWanted = {};
        take(std::exchange(m_ahead, nullptr));
        return;
    }
    // The old page stays until the new one is there: a flash of nothing is worse than a moment of the old.
    whenAnswered(m_reading.open(id), this, [this, id](const Result<Article> &answer) { opened(id, answer); });
}

void CurrentArticle::opened(ArticleId id, const Result<Article> &answer)
{
    if (id != m_wanted)
        return; // the reader has gone on
    if (answer) {
        show(*answer);
        return;
    }
    m_article.reset();
    Q_EMIT emptied(answer.error());
}

void CurrentArticle::show(const Article &article)
{
    const ArticleId id = article.headline.id;
    if (id != m_wanted)
        return;
    const QByteArray markup = article.shownContent().utf8();
    if (markup.size() < longBody && markup.count("<td") < manyCells) {
        take(PreparedPage::read(article));
        return;
    }
    const auto building = m_workers.run(
        [article, look = m_look()] { return PreparedPage::build(article, look.theme, look.style); }, 1);
    whenAnswered(building, this, [this, id](const std::shared_ptr<PreparedPage> &page) {
        if (id == m_wanted)
            take(page);
    });
}

void CurrentArticle::buildAgain()
{
    if (isHere())
        show(Article(*m_article));
}

void CurrentArticle::prepare(ArticleId id)
{
    if (id == m_aheadWanted || id == m_wanted)
        return;
    m_aheadWanted = id;
    m_ahead.reset();
    if (id.isValid())
        whenAnswered(m_reading.open(id), this,
                     [this, id](const Result<Article> &answer) { takeAhead(id, answer); });
}

void CurrentArticle::takeAhead(ArticleId id, const Result<Article> &answer)
{
    if (id != m_aheadWanted || !answer)
        return;
    const auto building = m_workers.run([article = *answer, look = m_look()] {
        return PreparedPage::build(article, look.theme, look.style);
    });
    whenAnswered(building, this, [this, id](const std::shared_ptr<PreparedPage> &page) {
        if (id == m_aheadWanted)
            m_ahead = page;
    });
}

void CurrentArticle::take(const std::shared_ptr<PreparedPage> &page)
{
    const bool again = m_article && m_article->headline.id == page->article().headline.id;
    m_article = page->article();
    Q_EMIT pageReady(page, again);
}

void CurrentArticle::setImagePolicy(std::optional<ImagePolicy> policy)
{
    if (m_article)
        m_article->imagePolicy = policy;
}

void CurrentArticle::setFullTextWish(FullTextWish wish)
{
    if (m_article)
        m_article->fullTextWish = wish;
}

void CurrentArticle::takeChanges(const ArticleChanges &changes)
{
    if (changes.everything || changes.updated.contains(m_aheadWanted) ||
        changes.removed.contains(m_aheadWanted)) {
        m_ahead.reset(); // of a state that is no longer so
        m_aheadWanted = {};
    }
    if (!isHere())
        return;
    if (changes.removed.contains(m_wanted))
        Q_EMIT removed();
    else if (changes.everything || changes.updated.contains(m_wanted))
        reload();
}

void CurrentArticle::reload()
{
    const ArticleId id = m_wanted;
    whenAnswered(m_reading.open(id), this, [this, id](const Result<Article> &answer) {
        if (id == m_wanted && answer && m_article)
            takeReloaded(*answer);
    });
}

void CurrentArticle::takeReloaded(const Article &fresh)
{
    const bool otherText =
        fresh.content == m_article->content && fresh.shownContent() != m_article->shownContent();
    const bool otherContent =
        fresh.content != m_article->content || fresh.headline.title != m_article->headline.title;
    const QString title = m_article->headline.title;
    m_article->headline = fresh.headline;
    // Until the reader wants to see the change, the headline is that of the page.
    m_article->headline.title = title;
    Q_EMIT stateChanged();
    if (otherText)
        Q_EMIT otherTextCame(fresh);
    else if (otherContent)
        Q_EMIT edited(fresh);
}

} // namespace broadsheet
