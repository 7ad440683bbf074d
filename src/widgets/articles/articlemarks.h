// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QFuture>
#include <QObject>

namespace broadsheet {

class ArticleListModel;
class LibraryService;
class SearchResultsModel;
class Strip;

/** What the reader marks in a list: shown at once, written by the library, told back where that fails. */
class ArticleMarks : public QObject
{
    Q_OBJECT
public:
    /** All references must outlive it. */
    ArticleMarks(LibraryService &library, ArticleListModel &articles, SearchResultsModel &results,
                 Strip &strip, QObject *parent = nullptr);

    void setRead(const QList<ArticleId> &ids, bool read);
    void setStarred(const QList<ArticleId> &ids, bool starred);
    /** Everything in the view; \a unread says how many that are, for the sentence. */
    void markAllRead(const ArticleFilter &view, qint64 unread);
    void markRead(const QList<ArticleId> &ids);
    /** Into the bin. */
    void throwAway(const QList<ArticleId> &ids);

private:
    using Answer = QFuture<Result<ArticleChanges>>;
    void watch(Answer answer, const QList<ArticleId> &ids);
    void tellCount(Answer answer, qint64 count);
    void undo(ChangeId change);
    void refused(const Error &error);

    LibraryService &m_library;
    ArticleListModel &m_articles;
    SearchResultsModel &m_results;
    Strip &m_strip;
};

} // namespace broadsheet
