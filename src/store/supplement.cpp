// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/supplement.h"

#include "store/backup.h"
#include "store/checker.h"
#include "store/connection.h"
#include "store/log.h"
#include "store/migrator.h"
#include "store/profile.h"
#include "store/salvagemend.h"

#include <QDir>
#include <QFile>

#include <algorithm>

#include <cstdio>

namespace broadsheet::store {

namespace {

/** A copy of a backup, brought to today's version; goes when it is no longer needed. */
class Lender
{
public:
    explicit Lender(const QString &copy) : m_copy(copy) {}
    ~Lender() { QFile::remove(m_copy); }
    Lender(const Lender &) = delete;
    Lender &operator=(const Lender &) = delete;

    bool take(const QString &backupFile)
    {
        QFile::remove(m_copy);
        if (!backup::looksLikeStore(backupFile))
            return false;
        {
            auto source = Connection::open(backupFile, Connection::Mode::Immutable, 0);
            if (!source || !backup::copyPages(**source, m_copy))
                return false;
        }
        auto copy = Connection::open(m_copy, Connection::Mode::ReadWrite, 0);
        if (!copy || Profile::probe(**copy) || !migrator::migrate(**copy))
            return false;
        const auto report = checker::lookAtTables(**copy);
        return std::ranges::none_of(report, [](const CheckResult &line) {
            return line.check == QLatin1String("pages") && line.status == CheckResult::Status::Damaged;
        });
    }
    QString file() const { return m_copy; }

private:
    const QString m_copy;
};

qint64 number(Connection &connection, Sql sql)
{
    Query query(connection, sql);
    return query.next() ? query.integer(0) : 0;
}

/** The columns of a table but \a without, each with \a prefix before it. */
QString columnsOf(Connection &connection, const QString &table, const QStringList &without,
                  const QString &prefix = {})
{
    QStringList columns;
    Query query(connection, QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table});
    while (query.next()) {
        if (!without.contains(query.text(0)))
            columns.append(prefix + u'"' + query.text(0) + u'"');
    }
    return columns.join(QStringLiteral(", "));
}

/** Of a feed, a rescue may have found no more than the address, or only its articles. */
void lendFeeds(Connection &connection)
{
    const QString all = columnsOf(connection, QStringLiteral("feed"), {QStringLiteral("id")});
    connection.runText(QStringLiteral("UPDATE OR IGNORE main.feed SET (%1) = (SELECT %1 FROM kept.feed AS k "
                                      "WHERE k.id = feed.id) WHERE canonical LIKE 'lost:%' "
                                      "AND id IN (SELECT id FROM kept.feed)")
                           .arg(all));
    const QString told = columnsOf(connection, QStringLiteral("feed"),
                                   {QStringLiteral("id"), QStringLiteral("canonical"), QStringLiteral("url"),
                                    QStringLiteral("subscribed")});
    connection.runText(
        QStringLiteral("UPDATE main.feed SET (%1) = (SELECT %1 FROM kept.feed AS k "
                       "WHERE k.canonical = feed.canonical) WHERE title = '' AND custom_title = '' "
                       "AND canonical IN (SELECT canonical FROM kept.feed)")
            .arg(told));
    connection.runText(QStringLiteral("INSERT INTO main.feed (%1) SELECT %1 FROM kept.feed "
                                      "WHERE canonical NOT IN (SELECT canonical FROM main.feed)")
                           .arg(all));
    if (number(connection, "SELECT count(*) FROM main.category") == 0)
        connection.runText(QStringLiteral("INSERT INTO main.category SELECT * FROM kept.category"));
}

/** Starred and commented ones that were not found, or without their text. Keys tell which is which; an id is
 * kept where nothing else has it. */
qint64 lendArticles(Connection &connection)
{
    // A star that only an index still told of has its place and no key; ids are never given twice.
    connection.run(
        "UPDATE OR IGNORE main.article SET key = (SELECT k.key FROM kept.article k WHERE k.id = article.id) "
        "WHERE starred = 1 AND key NOT IN (SELECT key FROM kept.article) AND EXISTS (SELECT 1 FROM "
        "kept.article k WHERE k.id = article.id AND k.sort_time = article.sort_time)");
    connection.run(
        "CREATE TEMP TABLE wanted AS SELECT a.id, a.key, a.starred, m.id AS feed FROM kept.article a "
        "JOIN kept.feed k ON k.id = a.feed JOIN main.feed m ON m.canonical = k.canonical "
        "WHERE a.present = 1 AND (a.starred = 1 OR a.comments > 0)");
    const QStringList apart{QStringLiteral("id"), QStringLiteral("feed")};
    const QString columns = columnsOf(connection, QStringLiteral("article"), apart);
    const QString lent = columnsOf(connection, QStringLiteral("article"), apart, QStringLiteral("a."));
    const QString missing = QStringLiteral("FROM kept.article a JOIN temp.wanted w ON w.id = a.id "
                                           "WHERE a.key NOT IN (SELECT key FROM main.article)");
    connection.runText(QStringLiteral("INSERT INTO main.article (id, feed, %1) SELECT a.id, w.feed, %2 %3 "
                                      "AND a.id NOT IN (SELECT id FROM main.article)")
                           .arg(columns, lent, missing));
    connection.runText(QStringLiteral("INSERT INTO main.article (feed, %1) SELECT w.feed, %2 %3")
                           .arg(columns, lent, missing));
    connection.run(
        "UPDATE main.article SET present = 1, starred = max(starred, "
        "(SELECT w.starred FROM temp.wanted w WHERE w.key = article.key)) "
        "WHERE present = 0 AND gone = 0 AND binned IS NULL AND key IN (SELECT key FROM temp.wanted)");
    connection.run("CREATE TEMP TABLE lent AS SELECT w.id AS old, m.id AS new FROM temp.wanted w "
                   "JOIN main.article m ON m.key = w.key "
                   "WHERE m.present = 1 AND m.id NOT IN (SELECT article FROM main.content)");
    for (const QString &table : {QStringLiteral("content"), QStringLiteral("body")}) {
        const QString own = columnsOf(connection, table, {QStringLiteral("article")});
        connection.runText(QStringLiteral("INSERT OR IGNORE INTO main.\"%1\" (article, %2) SELECT l.new, %2 "
                                          "FROM kept.\"%1\" k JOIN temp.lent l ON l.old = k.article")
                               .arg(table, own));
    }
    return number(connection, "SELECT count(*) FROM temp.lent");
}

qint64 lendComments(Connection &connection)
{
    connection.run("CREATE TEMP TABLE said AS SELECT id, uuid, parent FROM kept.comment "
                   "WHERE origin = 0 AND uuid NOT IN (SELECT uuid FROM main.comment)");
    const QStringList apart{QStringLiteral("id"), QStringLiteral("parent")};
    const QString columns = columnsOf(connection, QStringLiteral("comment"), apart);
    const QString missing = QStringLiteral("FROM kept.comment WHERE uuid IN (SELECT uuid FROM temp.said) "
                                           "AND uuid NOT IN (SELECT uuid FROM main.comment)");
    connection.runText(QStringLiteral("INSERT INTO main.comment (id, %1) SELECT id, %1 %2 "
                                      "AND id NOT IN (SELECT id FROM main.comment)")
                           .arg(columns, missing));
    connection.runText(QStringLiteral("INSERT INTO main.comment (%1) SELECT %1 %2").arg(columns, missing));
    connection.run(
        "UPDATE main.comment SET parent = (SELECT m.id FROM temp.said s "
        "JOIN kept.comment above ON above.id = s.parent JOIN main.comment m ON m.uuid = above.uuid "
        "WHERE s.uuid = comment.uuid) WHERE uuid IN (SELECT uuid FROM temp.said)");
    if (number(connection, "SELECT count(*) FROM main.draft") == 0)
        connection.run("INSERT INTO main.draft SELECT * FROM kept.draft");
    return number(connection, "SELECT count(*) FROM temp.said");
}

/** True if there is nothing that a rescue could have found. */
bool isEmpty(Connection &connection)
{
    return number(connection, "SELECT (SELECT count(*) FROM feed) + (SELECT count(*) FROM comment) "
                              "+ (SELECT count(*) FROM article WHERE present = 1)") == 0;
}

/** As after any rescue: rows fit together, feeds are due, counts and index are made anew. */
void settle(Connection &connection)
{
    salvagemend::mendReferences(connection);
    checker::rebuild(connection);
    connection.run("COMMIT");
}

QList<CheckResult> lend(Connection &connection, const QString &copy, const QString &named)
{
    connection.runText(QStringLiteral("ATTACH ? AS kept"), {copy});
    connection.run("BEGIN");
    lendFeeds(connection);
    const qint64 articles = lendArticles(connection);
    const qint64 comments = lendComments(connection);
    settle(connection);
    if (articles + comments == 0)
        return {};
    return {{QStringLiteral("backup"), CheckResult::Status::Repaired,
             QStringLiteral("%1 comments and %2 starred or commented articles were taken from %3")
                 .arg(comments)
                 .arg(articles)
                 .arg(named)}};
}

std::unique_ptr<Connection> openAlone(const QString &file)
{
    auto opened = Connection::open(file, Connection::Mode::ReadWrite, 0);
    if (!opened)
        return nullptr;
    (*opened)->run("PRAGMA journal_mode = MEMORY");
    (*opened)->run("PRAGMA foreign_keys = OFF");
    return std::move(*opened);
}

} // namespace

QList<CheckResult> supplement(const QString &store, const QString &folder)
{
    Lender lender(store + QStringLiteral(".lent"));
    QDir backups(folder);
    const QStringList names =
        backups.entryList({QStringLiteral("library-*.sqlite")}, QDir::Files, QDir::Name);
    const auto newest = std::find_if(names.crbegin(), names.crend(), [&](const QString &name) {
        return lender.take(backups.filePath(name));
    });
    if (newest == names.crend())
        return {};
    auto connection = openAlone(store);
    if (!connection)
        return {};
    const QString named = backups.filePath(*newest);
    if (!isEmpty(*connection)) {
        auto lines = lend(*connection, lender.file(), named);
        if (!connection->error())
            return lines;
        qCWarning(storeLog) << "nothing is taken from the backup:" << connection->error()->detail;
        connection->clearError();
        connection->run("ROLLBACK");
        return {};
    }
    connection.reset();
    if (std::rename(QFile::encodeName(lender.file()).constData(), QFile::encodeName(store).constData()) != 0)
        return {};
    connection = openAlone(store);
    if (connection) {
        connection->run("BEGIN");
        settle(*connection);
    }
    return {{QStringLiteral("backup"), CheckResult::Status::Repaired,
             QStringLiteral(
                 "Nothing could be read, so the store is that of the backup %1; what came later is lost")
                 .arg(named)}};
}

} // namespace broadsheet::store
