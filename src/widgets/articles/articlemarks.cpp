// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/articlemarks.h"

#include "base/answer.h"
#include "services/libraryservice.h"
#include "widgets/articles/articlelistmodel.h"
#include "widgets/common/errortext.h"
#include "widgets/common/strip.h"
#include "widgets/search/searchresultsmodel.h"

namespace broadsheet {
namespace {
constexpr std::chrono::seconds UndoStay{8};
}

ArticleMarks::ArticleMarks(LibraryService &library, ArticleListModel &articles, SearchResultsModel &results,
                           Strip &strip, QObject *parent)
    : QObject(parent), m_library(library), m_articles(articles), m_results(results), m_strip(strip)
{
}

void ArticleMarks::setRead(const QList<ArticleId> &ids, bool read)
{
    for (const ArticleId id : ids) {
        m_articles.showRead(id, read);
        m_results.showRead(id, read);
    }
    if (!ids.isEmpty())
        watch(m_library.setRead(ids, read), ids);
}

void ArticleMarks::setStarred(const QList<ArticleId> &ids, bool starred)
{
    for (const ArticleId id : ids) {
        m_articles.showStarred(id, starred);
        m_results.showStarred(id, starred);
    }
    if (!ids.isEmpty())
        watch(m_library.setStarred(ids, starred), ids);
}

void ArticleMarks::markAllRead(const ArticleFilter &view, qint64 unread)
{
    tellCount(m_library.markAllRead(view), unread);
}

void ArticleMarks::markRead(const QList<ArticleId> &ids)
{
    if (!ids.isEmpty())
        tellCount(m_library.setRead(ids, true), 0);
}

void ArticleMarks::watch(Answer answer, const QList<ArticleId> &ids)
{
    whenAnswered(answer, this, [this, ids](const Result<ArticleChanges> &changes) {
        if (changes)
            return;
        for (const ArticleId id : ids)
            m_articles.refresh(id);
        m_results.refresh(ids);
        refused(changes.error());
    });
}

/** \a count: where the changes are too many to be listed. */
void ArticleMarks::tellCount(Answer answer, qint64 count)
{
    whenAnswered(answer, this, [this, count](const Result<ArticleChanges> &changes) {
        if (!changes) {
            refused(changes.error());
            return;
        }
        const int marked = changes->everything ? int(count) : int(changes->updated.size());
        if (marked == 0 && !changes->everything)
            return;
        const QString sentence = marked == 1  ? tr("1 article marked as read.")
                                 : marked > 1 ? tr("%n articles marked as read.", nullptr, marked)
                                              : tr("All marked as read.");
        m_strip.say(sentence, {{tr("Undo"), [this, change = changes->change] { undo(change); }}}, UndoStay);
    });
}

void ArticleMarks::throwAway(const QList<ArticleId> &ids)
{
    if (ids.isEmpty())
        return;
    whenAnswered(m_library.throwAway(ids), this, [this](const Result<ArticleChanges> &changes) {
        if (!changes) {
            refused(changes.error());
        } else if (const int gone = int(changes->removed.size()); gone > 0) {
            const QString sentence =
                gone == 1 ? tr("Article deleted.") : tr("%n articles deleted.", nullptr, gone);
            m_strip.say(sentence, {{tr("Undo"), [this, change = changes->change] { undo(change); }}},
                        UndoStay);
        }
    });
}

void ArticleMarks::undo(ChangeId change)
{
    whenAnswered(m_library.undo(change), this, [this](const Result<ArticleChanges> &undone) {
        if (!undone)
            refused(undone.error());
    });
}

void ArticleMarks::refused(const Error &error)
{
    m_strip.warn(errorText(error), {}, UndoStay);
}

} // namespace broadsheet
