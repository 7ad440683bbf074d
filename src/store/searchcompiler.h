// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/expression.h"
#include "store/words/wordquery.h"

#include <QString>
#include <QStringList>
#include <QVariant>

namespace broadsheet::store {

class WordLookup;

/**
 * A query as SQL conditions over the aliases `a` (article), `t` (content) and, for comments, `m` (comment).
 * Everything a person typed is bound, never written into the statement.
 */
class SearchCompiler
{
public:
    enum class Over { Articles, Comments };

    /** \a lookup: the index, which is asked for words that stand within other conditions. */
    SearchCompiler(const query::Expression &expression, Over over, WordLookup &lookup);

    /** The condition with its values; "1" for everything. */
    QString condition() const { return m_condition; }
    QVariantList values() const { return m_values; }
    /** What every hit must match in the index of articles, to rank by; empty if there is no such part. It is
     * left out of the condition then. */
    const words::WordQuery &match() const { return m_match; }
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
    QString found(const words::WordQuery &query);
    QString bound(const char *condition, const QVariantList &values);

    Over m_over;
    WordLookup &m_lookup;
    QString m_condition;
    QVariantList m_values;
    words::WordQuery m_match;
    bool m_hasWords = false;
};

} // namespace broadsheet::store
