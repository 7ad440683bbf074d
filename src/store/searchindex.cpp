// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchindex.h"

#include "base/text.h"
#include "store/compression.h"
#include "store/connection.h"
#include "store/contentjson.h"
#include "store/fulltexttable.h"

#include <algorithm>

namespace broadsheet::store::searchindex {

namespace {

/** Ends a beginning, so that it is no word. A private character: to the index it is like a letter. */
constexpr QChar beginningMark(0xe000);

/** True if the index has words of the article: only then may they be taken back. */
bool holds(Connection &connection, qint64 article)
{
    Query query(connection, "SELECT 1 FROM article_text_docsize WHERE id = ?", article);
    return query.next();
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

void add(Connection &connection, PendingText text)
{
    connection.pendingTexts.push_back(std::move(text));
}

qint64 pendingSize(const Connection &connection)
{
    qint64 size = 0;
    for (const PendingText &text : connection.pendingTexts)
        size += text.title.size() + text.body.size() + text.preparedBody.size();
    return size;
}

void flush(Connection &connection)
{
    for (const PendingText &text : connection.pendingTexts) {
        const QByteArray body = text.preparedBody.isNull() ? indexed(text.body).toUtf8() : text.preparedBody;
        const QString title = indexed(text.title), authors = indexed(text.authors), tags = indexed(text.tags);
        const QString starts = beginnings({text.title, text.authors, text.tags});
        if (!text.removed) {
            connection.run("INSERT INTO article_text (rowid, title, body, authors, tags, beginnings) "
                           "VALUES (?, ?, ?, ?, ?, ?)",
                           text.article, title, Utf8{body}, authors, tags, starts);
        } else if (holds(connection, text.article)) {
            connection.run("INSERT INTO article_text (article_text, rowid, title, body, authors, tags, beginnings) "
                           "VALUES ('delete', ?, ?, ?, ?, ?, ?)",
                           text.article, title, Utf8{body}, authors, tags, starts);
        }
    }
    connection.pendingTexts.clear();
}

qint64 backlog(Connection &connection)
{
    Query query(connection, "SELECT count(*) FROM content WHERE article <= (SELECT until FROM search_backlog) "
                            "AND article NOT IN (SELECT id FROM article_text_docsize)");
    return query.next() ? query.integer(0) : 0;
}

bool catchUp(Connection &connection, int articles)
{
    std::vector<PendingText> texts;
    {
        Query query(connection,
                    "SELECT c.article, c.title, c.byline, c.tags, b.data, t.data FROM content c "
                    "LEFT JOIN body b ON b.article = c.article LEFT JOIN full_text t ON t.article = c.article "
                    "WHERE c.article <= (SELECT until FROM search_backlog) "
                    "AND NOT EXISTS (SELECT 1 FROM article_text_docsize WHERE id = c.article) "
                    "ORDER BY c.article DESC LIMIT ?",
                    articles);
        while (query.next()) {
            const auto body = unpacked(query.blob(4)); // a broken one leaves its headline to be found
            PendingText text;
            text.article = query.integer(0);
            text.title = query.text(1);
            text.authors = query.text(2);
            text.tags = contentjson::toTexts(query.text(3)).join(u' ');
            if (body)
                text.body = body->text.isEmpty() ? body->summary : body->text;
            if (const QString full = fulltext::textOf(query.blob(5)); !full.isEmpty())
                text.body += u'\n' + full;
            texts.push_back(std::move(text));
        }
    }
    const qint64 until = texts.empty() ? 0 : texts.back().article - 1;
    // Upwards: the index writes a segment whenever a number is lower than the one before.
    for (auto text = texts.rbegin(); text != texts.rend(); ++text)
        add(connection, std::move(*text));
    flush(connection);
    connection.run("UPDATE search_backlog SET until = ?", until);
    return until > 0;
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
