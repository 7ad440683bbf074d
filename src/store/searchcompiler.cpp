// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchcompiler.h"

#include "base/text.h"
#include "store/searchindex.h"
#include "store/tagtable.h"
#include "store/wordlookup.h"

#include <algorithm>

namespace broadsheet::store {

namespace {

using query::Expression;
using words::WordQuery;
using Kind = Expression::Kind;

bool isWord(const Expression &e)
{
    return e.kind == Kind::Word || e.kind == Kind::Phrase;
}

bool isArticleText(const Expression &e)
{
    return e.kind == Kind::Field && (e.field == QLatin1String("title") || e.field == QLatin1String("author"));
}

bool hasWordCharacters(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

bool endsUnspaced(const QString &text)
{
    return !text.isEmpty() && !text.back().isSurrogate() && isUnspacedScript(text.back().unicode());
}

/** What is asked for, as the index has it. */
struct Asked
{
    QString words;
    bool prefix = false;
};

/**
 * The index has pairs of unspaced characters and the last one of each run alone: a run at the end of what is
 * asked may go on in the text, so its last single one is not asked for.
 */
Asked asked(const QString &text, bool prefix)
{
    QString words = searchindex::indexed(text);
    if (endsUnspaced(text)) {
        const qsizetype blank = words.lastIndexOf(u' ');
        const QString before = words.left(qMax<qsizetype>(blank, 0)).trimmed();
        if (endsUnspaced(before))
            words = before;
        else
            prefix = true; // a single character is the beginning of a pair
    }
    // All words with one first letter are half the index: one letter is taken as a word.
    if (text.size() == 1 && !endsUnspaced(text))
        prefix = false;
    return {words, prefix};
}

/** A string of the language of the index of comments. */
QString matchText(const QString &text, bool prefix)
{
    Asked what = asked(text, prefix);
    what.words.replace(u'"', QStringLiteral("\"\""));
    return u'"' + what.words + u'"' + (what.prefix ? QStringLiteral(" *") : QString());
}

WordQuery phrase(const QString &text, bool prefix, words::ColumnMask columns = words::allColumns)
{
    const Asked what = asked(text, prefix);
    return WordQuery::phrase(what.words, what.prefix, columns);
}

/** True for a word of which the index knows beginnings of this length. */
bool isKnownBeginning(const QString &word)
{
    const auto letters = word.toUcs4();
    return letters.size() >= searchindex::shortestBeginning &&
           letters.size() <= searchindex::longestBeginning && std::ranges::all_of(letters, [](char32_t c) {
               return QChar::isLetterOrNumber(c) && !isUnspacedScript(c);
           });
}

/**
 * What a word asks the index for. Two or three letters begin so many words of the texts that putting them
 * together takes long in a large library: while somebody is typing, such a beginning is looked for in
 * headlines, authors and tags, and in the texts as a word.
 */
WordQuery queryOfWord(const Expression &e)
{
    if (e.typing && isKnownBeginning(e.text))
        return WordQuery::of(WordQuery::Kind::Or,
                             {phrase(e.text, false), phrase(searchindex::beginning(e.text), false)});
    return phrase(e.text, e.prefix);
}

/** The part of the tree as one question to the index of articles, or an empty one if it has other parts too.
 */
WordQuery queryOf(const Expression &e)
{
    if (isWord(e) && hasWordCharacters(e.text))
        return queryOfWord(e);
    if (isArticleText(e) && hasWordCharacters(e.text)) {
        const auto column = e.field == QLatin1String("title") ? words::Column::Title : words::Column::Authors;
        return phrase(e.text, e.prefix, words::maskOf(column));
    }
    if (e.kind != Kind::And && e.kind != Kind::Or)
        return {};
    std::vector<WordQuery> parts;
    for (const Expression &child : e.children) {
        WordQuery part = queryOf(child);
        if (part.isEmpty())
            return {};
        parts.push_back(std::move(part));
    }
    return WordQuery::of(e.kind == Kind::And ? WordQuery::Kind::And : WordQuery::Kind::Or, std::move(parts));
}

bool isCommentText(const Expression &e)
{
    return e.kind == Kind::Field && e.field == QLatin1String("comment");
}

bool containsWord(const Expression &e)
{
    return e.kind != Kind::Not &&
           (isWord(e) || isCommentText(e) || std::any_of(e.children.begin(), e.children.end(), containsWord));
}

/** For LIKE … ESCAPE '\'. */
QString likeText(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'%', QLatin1String("\\%"))
        .replace(u'_', QLatin1String("\\_"));
    return escaped;
}

void collectWords(const Expression &e, QStringList &words)
{
    if (e.kind == Kind::Not)
        return;
    if (isWord(e) || isArticleText(e) || isCommentText(e))
        words.append(e.prefix ? e.text + u'*' : e.text);
    for (const Expression &child : e.children)
        collectWords(child, words);
}

} // namespace

SearchCompiler::SearchCompiler(const query::Expression &expression, Over over, WordLookup &lookup)
    : m_over(over), m_lookup(lookup), m_hasWords(containsWord(expression))
{
    if (over == Over::Articles) {
        m_match = queryOf(expression);
        if (!m_match.isEmpty()) {
            m_condition = QStringLiteral("1");
            return;
        }
        if (expression.kind == Kind::And) {
            Expression words;
            words.kind = Kind::And;
            Expression others = words;
            for (const Expression &child : expression.children)
                (queryOf(child).isEmpty() ? others : words).children.push_back(child);
            if (!words.children.empty()) {
                m_match = queryOf(words);
                m_condition = compile(others);
                return;
            }
        }
    }
    m_condition = compile(expression);
}

QStringList SearchCompiler::commentMatches(const QString &text)
{
    QStringList matches;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (hasWordCharacters(part))
            matches.append(matchText(part, &part == &parts.last()));
    }
    return matches;
}

QStringList SearchCompiler::words(const query::Expression &expression)
{
    QStringList words;
    collectWords(expression, words);
    return words;
}

QString SearchCompiler::bound(const char *condition, const QVariantList &values)
{
    m_values += values;
    return QLatin1String(condition);
}

QString SearchCompiler::found(const WordQuery &query)
{
    const auto [condition, value] = WordLookup::condition(m_lookup.find(query));
    m_values.append(value);
    return condition;
}

QString SearchCompiler::compile(const query::Expression &e)
{
    switch (e.kind) {
    case Kind::All:
        return QStringLiteral("1");
    case Kind::And:
        return compileAll(e.children, " AND ");
    case Kind::Or:
        return compileAll(e.children, " OR ");
    case Kind::Not:
        return QStringLiteral("NOT ") + compile(e.children.front());
    case Kind::Word:
    case Kind::Phrase:
        return compileMatch(e);
    case Kind::Field:
        return compileField(e);
    case Kind::Is:
        return compileIs(e.text);
    case Kind::Has:
        return compileHas(e.text);
    case Kind::DateRange:
        break;
    }
    QString condition = QStringLiteral("(1");
    if (e.from.isValid())
        condition += bound(" AND a.sort_time >= ?", {e.from.toMSecsSinceEpoch()});
    if (e.to.isValid())
        condition += bound(" AND a.sort_time < ?", {e.to.toMSecsSinceEpoch()});
    return condition + u')';
}

QString SearchCompiler::compileAll(const std::vector<query::Expression> &children, const char *glue)
{
    QStringList parts;
    for (const query::Expression &child : children)
        parts.append(compile(child));
    if (parts.isEmpty())
        return QStringLiteral("1");
    return u'(' + parts.join(QLatin1String(glue)) + u')';
}

QString SearchCompiler::compileMatch(const query::Expression &e)
{
    if (!hasWordCharacters(e.text))
        return QStringLiteral("1"); // signs alone are not in the index: nothing to ask
    if (m_over == Over::Comments)
        return bound("m.id IN (SELECT rowid FROM comment_text WHERE comment_text MATCH ?)",
                     {matchText(e.text, e.prefix)});
    return found(queryOfWord(e));
}

QString SearchCompiler::compileField(const query::Expression &e)
{
    const QString like = u'%' + likeText(e.text) + u'%';
    if (e.field == QLatin1String("title") || e.field == QLatin1String("author")) {
        const WordQuery query = queryOf(e);
        return query.isEmpty() ? QStringLiteral("1") : found(query);
    }
    if (e.field == QLatin1String("comment")) {
        if (!hasWordCharacters(e.text))
            return QStringLiteral("1");
        if (m_over == Over::Comments)
            return bound("m.id IN (SELECT rowid FROM comment_text WHERE comment_text MATCH ?)",
                         {matchText(e.text, e.prefix)});
        return bound("a.key IN (SELECT article_key FROM comment WHERE id IN "
                     "(SELECT rowid FROM comment_text WHERE comment_text MATCH ?))",
                     {matchText(e.text, e.prefix)});
    }
    if (e.field == QLatin1String("feed"))
        return bound("a.feed IN (SELECT id FROM feed WHERE title LIKE ? ESCAPE '\\' OR custom_title LIKE ? "
                     "ESCAPE '\\' "
                     "OR url LIKE ? ESCAPE '\\')",
                     {like, like, like});
    if (e.field == QLatin1String("category"))
        return bound(
            "a.feed IN (WITH RECURSIVE below (id) AS (SELECT id FROM category WHERE name LIKE ? ESCAPE '\\' "
            "UNION SELECT category.id FROM category JOIN below ON category.parent = below.id) "
            "SELECT feed.id FROM feed JOIN below ON feed.category = below.id)",
            {likeText(e.text)});
    if (e.field == QLatin1String("tag"))
        return bound(
            "a.id IN (SELECT article FROM article_tag WHERE tag = (SELECT id FROM tag WHERE name = ?))",
            {tags::normalised(e.text)});
    if (e.field == QLatin1String("lang"))
        return bound("(t.language LIKE ? ESCAPE '\\' OR t.language LIKE ? ESCAPE '\\')",
                     {likeText(e.text), likeText(e.text) + QStringLiteral("-%")});
    if (e.field == QLatin1String("url"))
        return bound("t.url LIKE ? ESCAPE '\\'", {like});
    return QStringLiteral("0"); // label: no article carries one yet
}

QString SearchCompiler::compileIs(const QString &what) const
{
    if (what == QLatin1String("unread"))
        return QStringLiteral("a.read = 0");
    if (what == QLatin1String("read"))
        return QStringLiteral("a.read = 1");
    if (what == QLatin1String("starred"))
        return QStringLiteral("a.starred = 1");
    if (what == QLatin1String("commented"))
        return QStringLiteral("a.comments > 0");
    if (what == QLatin1String("edited"))
        return QStringLiteral("a.revisions > 0");
    // duplicate: another feed had the page before
    return QStringLiteral("EXISTS (SELECT 1 FROM article o WHERE o.canonical_hash = a.canonical_hash "
                          "AND o.feed <> a.feed AND o.id < a.id AND o.present = 1)");
}

QString SearchCompiler::compileHas(const QString &what) const
{
    if (what == QLatin1String("comments")) // the site's, once fetched, too
        return QStringLiteral("a.key IN (SELECT article_key FROM comment WHERE deleted IS NULL)");
    if (what == QLatin1String("image"))
        return QStringLiteral("t.image <> ''");
    if (what == QLatin1String("enclosure"))
        return QStringLiteral("t.enclosures <> ''");
    return QStringLiteral("a.key IN (SELECT article_key FROM comment WHERE quote <> '' AND deleted IS NULL)");
}

} // namespace broadsheet::store
