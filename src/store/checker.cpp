// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checker.h"

#include "store/articletable.h"
#include "store/connection.h"
#include "store/salvagemend.h"
#include "store/searchindex.h"
#include "store/words/verifier.h"

#include <QFileInfo>

#include <algorithm>

namespace broadsheet::store {

namespace checker {

namespace {

using Status = CheckResult::Status;

constexpr int indexedASlice = 1000;

/** An error of a check is its outcome, not the end of the others. */
std::optional<CheckResult> failure(Connection &connection, const QString &check)
{
    if (!connection.error())
        return std::nullopt;
    const CheckResult result{check, Status::Damaged, connection.error()->detail};
    connection.clearError();
    return result;
}

CheckResult pages(Connection &connection)
{
    const QString name = QStringLiteral("pages");
    QStringList found;
    {
        // Not quick_check: that leaves out what an index says of its rows.
        Query query(connection, "PRAGMA integrity_check(20)");
        while (query.next())
            found.append(query.text(0));
    }
    if (const auto failed = failure(connection, name))
        return *failed;
    const bool whole = found == QStringList{QStringLiteral("ok")};
    return {name, whole ? Status::Ok : Status::Damaged, whole ? QString() : found.join(QStringLiteral("; "))};
}

/** Rows that refer to none. Tables that others add are covered by their foreign keys. */
CheckResult references(Connection &connection, bool repair)
{
    const QString name = QStringLiteral("references");
    qint64 broken = 0;
    QString first;
    {
        Query query(connection, "PRAGMA foreign_key_check");
        while (query.next()) {
            if (broken++ == 0)
                first = query.text(0);
        }
    }
    if (const auto failed = failure(connection, name))
        return *failed;
    if (broken == 0)
        return {name, Status::Ok, {}};
    const QString detail = QStringLiteral("%1 rows, the first in %2").arg(broken).arg(first);
    return {name, repair ? Status::Repaired : Status::Damaged, detail};
}

/** Articles without content, contents without article, bodies that cannot be unpacked. */
CheckResult contents(Connection &connection, bool repair)
{
    const QString name = QStringLiteral("contents");
    qint64 wrong = 0;
    {
        Query query(connection,
                    "SELECT (SELECT count(*) FROM article a LEFT JOIN content c ON c.article = a.id "
                    "LEFT JOIN body b ON b.article = a.id "
                    "WHERE a.present = 1 AND (c.article IS NULL OR b.article IS NULL)) "
                    "+ (SELECT count(*) FROM content WHERE article NOT IN "
                    "(SELECT id FROM article WHERE present = 1 OR binned IS NOT NULL)) "
                    "+ (SELECT count(*) FROM body WHERE article NOT IN "
                    "(SELECT id FROM article WHERE present = 1 OR binned IS NOT NULL))");
        wrong = query.next() ? query.integer(0) : 0;
    }
    QList<qint64> unreadable;
    {
        Query query(connection, "SELECT article, data FROM body");
        while (query.next()) {
            if (!unpacked(query.blob(1)))
                unreadable.append(query.integer(0));
        }
    }
    if (const auto failed = failure(connection, name))
        return *failed;
    wrong += unreadable.size();
    if (wrong == 0)
        return {name, Status::Ok, {}};
    if (repair) {
        for (const qint64 article : std::as_const(unreadable))
            connection.run("DELETE FROM body WHERE article = ?", article);
    }
    return {name, repair ? Status::Repaired : Status::Damaged,
            QStringLiteral("%1 articles and contents do not belong together").arg(wrong)};
}

void recount(Connection &connection)
{
    connection.run(
        "UPDATE article SET comments = (SELECT count(*) FROM comment c WHERE c.article_key = article.key "
        "AND c.deleted IS NULL AND c.origin = 0) WHERE comments > 0 OR key IN (SELECT article_key FROM "
        "comment)");
    connection.run("DELETE FROM feed_count");
    connection.run(
        "INSERT INTO feed_count (feed, unread, total) SELECT f.id, ifnull(sum(1 - a.read), 0), "
        "count(a.id) FROM feed f LEFT JOIN article a ON a.feed = f.id AND a.present = 1 GROUP BY f.id");
    connection.run("DELETE FROM library_count");
    connection.run(
        "INSERT INTO library_count (id, unread, total, starred, commented) SELECT 1, "
        "ifnull(sum(1 - read), 0), count(*), ifnull(sum(starred), 0), ifnull(sum(comments > 0), 0) "
        "FROM article WHERE present = 1");
    connection.run("UPDATE tag SET total = (SELECT count(*) FROM article_tag WHERE tag = tag.id)");
}

/** Recounts what is kept. */
CheckResult counts(Connection &connection, bool repair)
{
    const QString name = QStringLiteral("counts");
    qint64 wrong = 0;
    {
        Query query(connection,
                    "SELECT count(*) FROM feed f LEFT JOIN feed_count n ON n.feed = f.id LEFT JOIN "
                    "(SELECT feed, sum(1 - read) AS unread, count(*) AS total FROM article WHERE present = 1 "
                    "GROUP BY feed) real ON real.feed = f.id "
                    "WHERE n.unread IS NOT ifnull(real.unread, 0) OR n.total IS NOT ifnull(real.total, 0)");
        wrong += query.next() ? query.integer(0) : 0;
    }
    {
        Query query(
            connection,
            "SELECT count(*) <> 0 OR (SELECT count(*) FROM library_count) <> 1 FROM library_count n, (SELECT "
            "ifnull(sum(1 - read), 0) AS unread, "
            "count(*) AS total, ifnull(sum(starred), 0) AS starred, ifnull(sum(comments > 0), 0) AS "
            "commented "
            "FROM article WHERE present = 1) real WHERE n.unread <> real.unread OR n.total <> real.total "
            "OR n.starred <> real.starred OR n.commented <> real.commented");
        wrong += query.next() ? query.integer(0) : 0;
    }
    {
        Query query(connection,
                    "SELECT count(*) FROM article a WHERE a.comments <> (SELECT count(*) FROM comment c "
                    "WHERE c.article_key = a.key AND c.deleted IS NULL AND c.origin = 0)");
        wrong += query.next() ? query.integer(0) : 0;
    }
    {
        Query query(
            connection,
            "SELECT count(*) FROM tag WHERE total <> (SELECT count(*) FROM article_tag WHERE tag = tag.id)");
        wrong += query.next() ? query.integer(0) : 0;
    }
    if (const auto failed = failure(connection, name))
        return *failed;
    if (wrong == 0)
        return {name, Status::Ok, {}};
    const QString detail = QStringLiteral("%1 counts are wrong").arg(wrong);
    if (!repair)
        return {name, Status::Damaged, detail};
    recount(connection);
    if (const auto failed = failure(connection, name))
        return *failed;
    return {name, Status::Repaired, detail};
}

void rebuildIndex(Connection &connection)
{
    searchindex::clear(connection);
    connection.run("INSERT INTO comment_text (comment_text) VALUES ('delete-all')");
    while (!connection.error() && searchindex::catchUp(connection, indexedASlice)) {
    }
    Query query(connection, "SELECT id, text, quote, name FROM comment WHERE deleted IS NULL");
    while (query.next())
        searchindex::addComment(connection, query.integer(0), query.text(1), query.text(2), query.text(3));
}

CheckResult searchIndex(Connection &connection, bool repair)
{
    const QString name = QStringLiteral("search index");
    connection.run("INSERT INTO comment_text (comment_text) VALUES ('integrity-check')");
    qint64 missing = 0;
    QString faults;
    if (!connection.error()) {
        Query query(connection, "SELECT count(*) FROM comment WHERE deleted IS NULL "
                                "AND id NOT IN (SELECT id FROM comment_text_docsize)");
        missing = query.next() ? query.integer(0) : 0;
        faults = words::faults(connection);
        if (faults.isEmpty())
            missing += searchindex::differences(connection);
    }
    auto failed = failure(connection, name);
    if (!failed && missing == 0 && faults.isEmpty()) {
        const qint64 waiting = searchindex::backlog(connection);
        return {name, Status::Ok,
                waiting == 0 ? QString() : QStringLiteral("%1 articles are still to be added").arg(waiting)};
    }
    const QString detail = failed              ? failed->detail
                           : !faults.isEmpty() ? faults
                                               : QStringLiteral("%1 rows differ").arg(missing);
    if (!repair)
        return {name, Status::Damaged, detail};
    rebuildIndex(connection);
    if (const auto again = failure(connection, name))
        return *again;
    return {name, Status::Repaired, detail};
}

} // namespace

QList<CheckResult> check(Connection &connection, bool repair)
{
    QList<CheckResult> report{pages(connection)};
    const bool mending = repair && report.first().status == Status::Ok;
    report.append(references(connection, mending));
    report.append(contents(connection, mending));
    const auto mended = [](const CheckResult &line) { return line.status == Status::Repaired; };
    if (std::ranges::any_of(report, mended)) {
        salvagemend::mendReferences(connection);
        rebuild(connection);
        if (const auto failed = failure(connection, QStringLiteral("mending")))
            report.append(*failed);
    }
    report.append(counts(connection, mending));
    report.append(searchIndex(connection, mending));
    return report;
}

QList<CheckResult> lookAtTables(Connection &connection)
{
    return {pages(connection), references(connection, false), contents(connection, false),
            counts(connection, false)};
}

CheckResult lookAtIndex(Connection &connection)
{
    return searchIndex(connection, false);
}

bool needsSalvage(const QList<CheckResult> &report)
{
    return std::ranges::any_of(report,
                               [](const CheckResult &line) { return line.status == Status::Damaged; });
}

void rebuild(Connection &connection)
{
    recount(connection);
    rebuildIndex(connection);
}

QList<CheckResult> unopened(const Error &error)
{
    return {{QStringLiteral("database"), Status::Damaged,
             error.subject.isEmpty() ? error.detail : error.subject + QStringLiteral(": ") + error.detail}};
}

} // namespace checker

Statistics readStatistics(Connection &connection, const QString &databaseFile)
{
    Statistics s;
    const auto number = [&connection](Sql sql) {
        Query query(connection, sql);
        return query.next() ? query.integer(0) : 0;
    };
    s.feeds = number("SELECT count(*) FROM feed WHERE subscribed = 1");
    s.categories = number("SELECT count(*) FROM category");
    s.articles = number("SELECT total FROM library_count");
    s.unread = number("SELECT unread FROM library_count");
    s.starred = number("SELECT starred FROM library_count");
    s.comments = number("SELECT count(*) FROM comment WHERE deleted IS NULL AND origin = 0");
    s.revisions = number("SELECT count(*) FROM revision");
    s.tags = number("SELECT count(*) FROM tag WHERE total > 0");
    s.notIndexed = searchindex::backlog(connection);
    s.databaseBytes =
        QFileInfo(databaseFile).size() + QFileInfo(databaseFile + QStringLiteral("-wal")).size();
    return s;
}

} // namespace broadsheet::store
