// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchindex.h"

#include "base/text.h"
#include "store/compression.h"
#include "store/connection.h"
#include "store/contentjson.h"
#include "store/fulltexttable.h"
#include "store/words/merger.h"
#include "store/words/segmentbuilder.h"
#include "store/words/segmenttable.h"
#include "store/words/verifier.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace broadsheet::store::searchindex {

namespace {

/** Ends a beginning, so that it is no word. A private character: to the index it is like a letter. */
constexpr QChar beginningMark(0xe000);

/** Bytes of merging in one step: behind a commit, and when there is time. */
constexpr qint64 mergedOnTheWay = 4 << 20, mergedATime = 8 << 20;
constexpr int mostMergesATime = 3;

/** Articles that the index should hold and does not since it was made anew; the newest \a most of them. */
std::vector<qint64> waiting(Connection &connection, size_t most)
{
    std::vector<qint64> articles;
    qint64 until = 0;
    {
        Query query(connection, "SELECT until FROM search_backlog");
        until = query.next() ? query.integer(0) : 0;
    }
    if (until == 0)
        return articles;
    const std::vector<qint64> held = words::articlesHeld(connection);
    Query query(connection, "SELECT article FROM content WHERE article <= ? ORDER BY article DESC", until);
    while (articles.size() < most && query.next()) {
        if (!std::ranges::binary_search(held, query.integer(0)))
            articles.push_back(query.integer(0));
    }
    return articles;
}

char32_t characterAt(const QString &text, qsizetype position, int &units)
{
    const QChar first = text[position];
    if (first.isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate()) {
        units = 2;
        return QChar::surrogateToUcs4(first, text[position + 1]);
    }
    units = 1;
    return first.unicode();
}

} // namespace

QString indexed(const QString &text)
{
    // Nothing below U+0E00 is unspaced, nor are quotes and dashes: most texts leave here as they came.
    const auto unusual = [](QChar c) {
        return c.unicode() >= 0x0e00 && !(c.unicode() >= 0x1e00 && c.unicode() < 0x2e80);
    };
    const auto *first = std::find_if(text.begin(), text.end(), unusual);
    if (first == text.end())
        return text;
    QString result;
    result.reserve(text.size() * 2);
    qsizetype i = first - text.begin();
    result.append(QStringView(text).left(i));
    QStringView previous; // the character before in the same run
    while (i < text.size()) {
        int units = 1;
        const char32_t character = characterAt(text, i, units);
        const QStringView here = QStringView(text).mid(i, units);
        if (unusual(text[i]) && isUnspacedScript(character)) {
            if (previous.isEmpty())
                result.append(u' ');
            else
                result.append(previous).append(here).append(u' ');
            previous = here;
        } else {
            if (!previous.isEmpty())
                result.append(previous).append(u' ');
            previous = {};
            result.append(here);
        }
        i += units;
    }
    if (!previous.isEmpty())
        result.append(previous);
    return result;
}

QString beginning(const QString &word)
{
    return word.normalized(QString::NormalizationForm_C) + beginningMark;
}

QString beginnings(std::initializer_list<QString> texts)
{
    QString result;
    for (const QString &given : texts) {
        const QString text = given.normalized(QString::NormalizationForm_C);
        qsizetype from = 0; // where the word begins that is being read
        int length = 0;
        for (qsizetype i = 0; i < text.size();) {
            int units = 1;
            const char32_t character = characterAt(text, i, units);
            const bool inWord = QChar::isLetterOrNumber(character) || QChar::isMark(character);
            // Unspaced characters have pairs as words, which are looked up by themselves.
            length = inWord && !isUnspacedScript(character) ? length + 1 : 0;
            if (length == 1)
                from = i;
            i += units;
            if (length >= shortestBeginning && length <= longestBeginning)
                result.append(QStringView(text).mid(from, i - from)).append(beginningMark).append(u' ');
        }
    }
    return result;
}

words::WordList wordsOf(const QString &title, const QString &body, const QString &authors,
                        const QString &tags)
{
    // Its tables are worth keeping from one article to the next.
    thread_local words::WordCollector collector;
    collector.add(words::Column::Title, indexed(title));
    collector.add(words::Column::Body, indexed(body));
    collector.add(words::Column::Authors, indexed(authors));
    collector.add(words::Column::Tags, indexed(tags));
    collector.add(words::Column::Beginnings, beginnings({title, authors, tags}));
    return collector.take();
}

void set(Connection &connection, qint64 article, words::WordList words)
{
    connection.pendingWords.push_back({article, std::move(words)});
}

void remove(Connection &connection, qint64 article)
{
    connection.pendingWords.push_back({article, {}});
}

qint64 pendingSize(const Connection &connection)
{
    qint64 size = 0;
    for (const PendingWords &pending : connection.pendingWords)
        size += pending.words.bytes.size();
    return size;
}

void flush(Connection &connection)
{
    if (connection.pendingWords.empty())
        return;
    std::vector<PendingWords> pending = std::exchange(connection.pendingWords, {});
    // Of an article that was told of several times the last word holds.
    std::ranges::stable_sort(pending, {}, &PendingWords::article);
    const qint64 last = words::lastSegment(connection);
    std::vector<words::IndexedArticle> added;
    bool removed = false;
    for (size_t i = 0; i < pending.size(); ++i) {
        PendingWords &here = pending[i];
        removed = removed || here.words.isNull();
        if (i + 1 < pending.size() && pending[i + 1].article == here.article)
            continue;
        if (std::exchange(removed, false))
            connection.run("INSERT OR REPLACE INTO word_gone (article, until) VALUES (?, ?)", here.article,
                           last);
        if (!here.words.isNull())
            added.push_back({here.article, std::move(here.words)});
    }
    words::writeSegment(connection, std::move(added));
    words::mergeSmall(connection);
    if (words::isCrowded(connection))
        words::mergeOn(connection, mergedOnTheWay);
}

bool tidyUp(Connection &connection)
{
    bool more = true;
    for (int i = 0; i < mostMergesATime && more; ++i)
        more = words::mergeOn(connection, mergedATime);
    return more;
}

void clear(Connection &connection)
{
    connection.pendingWords.clear();
    connection.indexIsDamaged = false;
    connection.run("DELETE FROM word_block");
    connection.run("DELETE FROM word_segment");
    connection.run("DELETE FROM word_gone");
    connection.run(
        "INSERT OR REPLACE INTO search_backlog (id, until) SELECT 1, ifnull(max(article), 0) FROM content");
}

qint64 backlog(Connection &connection)
{
    return qint64(waiting(connection, std::numeric_limits<size_t>::max()).size());
}

qint64 differences(Connection &connection)
{
    std::vector<qint64> held = words::articlesHeld(connection), kept, wrong;
    {
        Query query(connection, "SELECT article FROM content ORDER BY article");
        while (query.next())
            kept.push_back(query.integer(0));
    }
    std::ranges::set_symmetric_difference(held, kept, std::back_inserter(wrong));
    return qint64(wrong.size()) - backlog(connection);
}

bool catchUp(Connection &connection, int articles)
{
    const std::vector<qint64> next = waiting(connection, size_t(articles));
    for (const qint64 article : next) {
        Query query(
            connection,
            "SELECT c.title, c.byline, c.tags, b.data, t.data FROM content c "
            "LEFT JOIN body b ON b.article = c.article LEFT JOIN full_text t ON t.article = c.article "
            "WHERE c.article = ?",
            article);
        if (!query.next())
            break;
        QString text;
        if (const auto body = unpacked(query.blob(3))) // a broken one leaves its headline to be found
            text = body->text.isEmpty() ? body->summary : body->text;
        if (const QString full = fulltext::textOf(query.blob(4)); !full.isEmpty())
            text += u'\n' + full;
        set(connection, article,
            wordsOf(query.text(0), text, query.text(1), contentjson::toTexts(query.text(2)).join(u' ')));
    }
    flush(connection);
    connection.run("UPDATE search_backlog SET until = ?", next.empty() ? 0 : next.back() - 1);
    return !next.empty();
}

void addComment(Connection &connection, qint64 id, const QString &text, const QString &quote,
                const QString &name)
{
    connection.run("INSERT INTO comment_text (rowid, text, quote, name) VALUES (?, ?, ?, ?)", id,
                   indexed(text), indexed(quote), indexed(name));
}

void removeComment(Connection &connection, qint64 id, const QString &text, const QString &quote,
                   const QString &name)
{
    connection.run("INSERT INTO comment_text (comment_text, rowid, text, quote, name) "
                   "VALUES ('delete', ?, ?, ?, ?)",
                   id, indexed(text), indexed(quote), indexed(name));
}

} // namespace broadsheet::store::searchindex
