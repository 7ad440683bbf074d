// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/expression.h"

#include <QString>
#include <QStringList>
#include <QVariant>

namespace broadsheet::store {

/**
 * A query as SQL conditions over the aliases `a` (article), `t` (content) and, for comments, `m` (comment).
 * Everything a person typed is bound, never written into the statement.
 */
class SearchCompiler
{
public:
    enum class Over { Articles, Comments };

    SearchCompiler(const query::Expression &expression, Over over);

    /** The condition with its values; "1" for everything. */
    QString condition() const { return m_condition; }
    QVariantList values() const { return m_values; }
    /** What every hit must match in the index of articles, to rank by; empty if there is no such part. It is
     * left out of the condition then. */
    QString match() const { return m_match; }
    /** True if the query asks for words that a comment can hold, so that a comment can answer it. */
    bool hasWords() const { return m_hasWords; }

    /** What each word of \a text asks the index of comments for, the last one as a beginning. */
    static QStringList commentMatches(const QString &text);

    /** What to mark in a snippet. */
    static QStringList words(const query::Expression &expression);

private:
    QString compile(const query::Expression &expression);
    QString compileAll(const std::vector<query::Expression> &children, const char *glue);
    QString compileMatch(const query::Expression &expression);
    QString compileField(const query::Expression &expression);
    QString compileIs(const QString &what) const;
    QString compileHas(const QString &what) const;
    QString bound(const char *condition, const QVariantList &values);

    Over m_over;
    QString m_condition;
    QVariantList m_values;
    QString m_match;
    bool m_hasWords = false;
};

} // namespace broadsheet::store
