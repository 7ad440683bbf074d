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

void ArticleMarks::setRead(ArticleId id, bool read)
{
    m_articles.showRead(id, read);
    m_results.showRead(id, read);
    watch(m_library.setRead({id}, read), id);
}

void ArticleMarks::setStarred(ArticleId id, bool starred)
{
    m_articles.showStarred(id, starred);
    m_results.showStarred(id, starred);
    watch(m_library.setStarred({id}, starred), id);
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

void ArticleMarks::watch(Answer answer, ArticleId id)
{
    whenAnswered(answer, this, [this, id](const Result<ArticleChanges> &changes) {
        if (changes)
            return;
        m_articles.refresh(id);
        m_results.refresh({id});
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

void ArticleMarks::throwAway(ArticleId id)
{
    whenAnswered(m_library.throwAway({id}), this, [this](const Result<ArticleChanges> &changes) {
        if (!changes) {
            refused(changes.error());
        } else if (!changes->removed.isEmpty()) {
            m_strip.say(tr("Article deleted."),
                        {{tr("Undo"), [this, change = changes->change] { undo(change); }}}, UndoStay);
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
