// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/headlinecache.h"

#include "base/answer.h"

namespace broadsheet {
namespace {
constexpr qint64 FrameMs = 16;
constexpr qint64 BudgetNs = 4'000'000;
} // namespace

HeadlineCache::HeadlineCache(HeadlineSource &source, QObject *parent) : QObject(parent), m_source(source) {}

const ArticleHeadline *HeadlineCache::peek(ArticleId id) const
{
    return m_kept.object(id);
}

const ArticleHeadline *HeadlineCache::at(const QList<ArticleId> &ids, qsizetype row)
{
    const ArticleId id = ids.at(row);
    if (const ArticleHeadline *kept = m_kept.object(id))
        return kept;

    const qsizetype page = row / PageSize;
    QList<ArticleId> missing;
    for (const ArticleId other : ids.mid(page * PageSize, PageSize)) {
        if (!m_kept.contains(other))
            missing.append(other);
    }
    if (mayRead()) {
        QElapsedTimer watch;
        watch.start();
        const auto headlines = m_source.headlinesNow(missing);
        m_spentNs += watch.nsecsElapsed();
        for (const ArticleHeadline &headline : headlines)
            insert(headline);
    }
    const ArticleHeadline *found = m_kept.object(id);
    if (!found)
        ask(missing, page * PageSize);
    prefetch(ids, page);
    return m_kept.object(id);
}

void HeadlineCache::refresh(const QList<ArticleId> &ids)
{
    QList<ArticleId> kept;
    for (const ArticleId id : ids) {
        if (m_kept.contains(id)) {
            kept.append(id);
            m_asked.remove(id); // an answer on its way may be older than the change
        }
    }
    ask(kept);
}

void HeadlineCache::insert(const ArticleHeadline &headline)
{
    m_kept.insert(headline.id, new ArticleHeadline(headline));
}

void HeadlineCache::clear()
{
    ++m_generation;
    m_kept.clear();
    m_asked.clear();
    m_lastPage = 0;
}

void HeadlineCache::ask(const QList<ArticleId> &ids, qsizetype row)
{
    QList<ArticleId> wanted;
    for (const ArticleId id : ids) {
        if (!m_asked.contains(id)) {
            m_asked.insert(id);
            wanted.append(id);
        }
    }
    if (wanted.isEmpty())
        return;
    whenAnswered(
        m_source.headlines(wanted), this,
        [this, wanted, row, generation = m_generation](const Result<QList<ArticleHeadline>> &answer) {
            if (generation != m_generation)
                return;
            for (const ArticleId id : wanted)
                m_asked.remove(id);
            if (!answer)
                return;
            for (const ArticleHeadline &headline : *answer)
                insert(headline);
            Q_EMIT arrived(wanted, row);
        });
}

/** The neighbour in the direction of scrolling, before it is seen. */
void HeadlineCache::prefetch(const QList<ArticleId> &ids, qsizetype page)
{
    const qsizetype next = page >= m_lastPage ? page + 1 : page - 1;
    m_lastPage = page;
    if (next < 0 || next * PageSize >= ids.size() || m_kept.contains(ids.at(next * PageSize)))
        return;
    ask(ids.mid(next * PageSize, PageSize), next * PageSize);
}

bool HeadlineCache::mayRead()
{
    if (!m_frame.isValid() || m_frame.elapsed() >= FrameMs) {
        m_frame.start();
        m_spentNs = 0;
    }
    return m_spentNs < BudgetNs;
}

} // namespace broadsheet
