// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchindex.h"

#include "base/text.h"
#include "store/connection.h"

namespace broadsheet::store::searchindex {

namespace {

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
    // Nothing below U+0E00 is unspaced: most texts leave here as they came.
    const auto unusual = [](QChar c) { return c.unicode() >= 0x0e00; };
    if (std::none_of(text.begin(), text.end(), unusual))
        return text;
    QString result;
    result.reserve(text.size() * 2);
    QStringView previous; // the character before in the same run
    for (qsizetype i = 0; i < text.size();) {
        int units = 1;
        const char32_t character = characterAt(text, i, units);
        const QStringView here = QStringView(text).mid(i, units);
        if (isUnspacedScript(character)) {
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
        if (text.removed) {
            connection.run("INSERT INTO article_text (article_text, rowid, title, body, authors, tags) "
                           "VALUES ('delete', ?, ?, ?, ?, ?)",
                           text.article, indexed(text.title), Utf8{body}, indexed(text.authors),
                           indexed(text.tags));
        } else {
            connection.run(
                "INSERT INTO article_text (rowid, title, body, authors, tags) VALUES (?, ?, ?, ?, ?)",
                text.article, indexed(text.title), Utf8{body}, indexed(text.authors),
                indexed(text.tags));
        }
    }
    connection.pendingTexts.clear();
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
