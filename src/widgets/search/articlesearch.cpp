// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/articlesearch.h"

#include "base/answer.h"

namespace broadsheet {
namespace {
constexpr int RestMs = 120;
constexpr int MostHits = 300;
/** Hits in comments are picked from among all. */
constexpr int MostHitsForComments = 1500;
} // namespace

ArticleSearch::ArticleSearch(Find find, QObject *parent) : QObject(parent), m_find(std::move(find))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, &ArticleSearch::send);
}

void ArticleSearch::ask(const QString &query, SearchScope scope, const ArticleFilter &view)
{
    stop();
    m_query = query;
    m_scope = scope;
    m_view = view;
    m_rest.start();
}

void ArticleSearch::stop()
{
    ++m_question;
    m_rest.stop();
}

void ArticleSearch::send()
{
    const bool commentsOnly = m_scope == SearchScope::Comments;
    whenAnswered(m_find(m_query, commentsOnly ? MostHitsForComments : MostHits,
                        m_scope == SearchScope::View ? m_view : ArticleFilter()),
                 this, [this, commentsOnly, question = m_question](const Result<QList<SearchHit>> &answer) {
                     if (question != m_question)
                         return;
                     if (!answer) {
                         Q_EMIT failed(answer.error());
                         return;
                     }
                     QList<SearchHit> hits = *answer;
                     if (commentsOnly)
                         hits.removeIf([](const SearchHit &hit) { return !hit.comment.isValid(); });
                     Q_EMIT found(hits);
                 });
}

} // namespace broadsheet
