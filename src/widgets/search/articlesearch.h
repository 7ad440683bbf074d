// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <functional>

namespace broadsheet {

/** Where a search looks. */
enum class SearchScope { View, Everything, Comments };

/** Searches as the reader types: waits for a short rest, asks, and drops what comes too late. */
class ArticleSearch : public QObject
{
    Q_OBJECT
public:
    using Answer = QFuture<Result<QList<SearchHit>>>;
    /** SearchService::find() with what a list wants of it: by date, the last word as a beginning. */
    using Find = std::function<Answer(const QString &query, int limit, const ArticleFilter &within)>;

    explicit ArticleSearch(Find find, QObject *parent = nullptr);

    /** Found by the next found() or failed(); a new question replaces the one before. \a view is what
     * SearchScope::View means. */
    void ask(const QString &query, SearchScope scope, const ArticleFilter &view);
    /** No answer comes after this. */
    void stop();

Q_SIGNALS:
    void found(const QList<broadsheet::SearchHit> &hits);
    void failed(const broadsheet::Error &error);

private:
    void send();

    Find m_find;
    QTimer m_rest;
    QString m_query;
    SearchScope m_scope = SearchScope::View;
    ArticleFilter m_view;
    int m_question = 0;
};

} // namespace broadsheet
