// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage.h"

#include "store/checker.h"
#include "store/compression.h"
#include "store/connection.h"
#include "store/migrator.h"
#include "store/rawdatabase.h"
#include "store/salvagemend.h"

#include <QSet>

namespace broadsheet::store {

namespace {

using Record = RawDatabase::Record;

constexpr int constraintViolated = 19; // SQLITE_CONSTRAINT

/** A column as STRICT tables have them. */
struct Column
{
    QString name, type;
    bool required = false;
};

/** What a row of a table looks like on its page. */
struct Shape
{
    QString table;
    QList<Column> columns; ///< in the order in which they are stored
    int idColumn = -1;     ///< the one that is the row's id and is stored as nothing
    bool keyed = false;    ///< WITHOUT ROWID: lies in an index
};

bool fits(const QVariant &value, const Column &column)
{
    if (value.isNull())
        return !column.required;
    switch (value.typeId()) {
    case QMetaType::LongLong:
        return column.type == QLatin1String("INTEGER") || column.type == QLatin1String("INT") ||
               column.type == QLatin1String("REAL") || column.type == QLatin1String("ANY");
    case QMetaType::Double:
        return column.type == QLatin1String("REAL") || column.type == QLatin1String("ANY");
    case QMetaType::QString:
        return column.type == QLatin1String("TEXT") || column.type == QLatin1String("ANY");
    default:
        return column.type == QLatin1String("BLOB") || column.type == QLatin1String("ANY");
    }
}

bool fits(const Record &record, const Shape &shape)
{
    if (record.table == shape.keyed || record.fields.size() > shape.columns.size())
        return false;
    for (qsizetype i = 0; i < record.fields.size(); ++i) {
        const bool good =
            i == shape.idColumn ? record.fields[i].isNull() : fits(record.fields[i], shape.columns[i]);
        if (!good)
            return false;
    }
    // Columns that came with a later version are not in older rows; they have defaults.
    return record.fields.size() >= qMin<qsizetype>(2, shape.columns.size());
}

/** Bodies lie in frames that tell whether they are whole. */
bool isReadable(const Record &record, const Shape &shape)
{
    const bool packs = shape.table == QLatin1String("body") || shape.table == QLatin1String("revision") ||
                       shape.table == QLatin1String("full_text");
    return !packs || record.fields.size() < shape.columns.size() ||
           unpacked(record.fields.last().toByteArray()).has_value();
}

class Salvager
{
public:
    Salvager(RawDatabase &raw, Connection &connection) : m_raw(raw), m_connection(connection) {}

    QList<CheckResult> run()
    {
        readShapes();
        m_connection.run("BEGIN");
        m_connection.run("DELETE FROM library_count");
        m_connection.run("DELETE FROM setting");
        const auto schema = m_raw.schema();
        for (const Shape &shape : std::as_const(m_shapes)) {
            if (const qint64 root = schema.tables.value(shape.table))
                m_raw.walk(root, [&](const Record &record) { return take(record, shape); });
        }
        readIndexes(schema);
        m_raw.strays([this](const Record &record) {
            for (const Shape &shape : std::as_const(m_shapes)) {
                if (record.fields.size() == shape.columns.size() && take(record, shape))
                    return true;
            }
            return false;
        });
        if (const qint64 root = schema.tables.value(QStringLiteral("sqlite_sequence")))
            keepIdsUsed(root);
        QHash<QString, qint64> lost = salvagemend::mend(m_connection, m_seenInIndexes);
        m_connection.run("COMMIT");
        return report(lost);
    }

private:
    void readShapes()
    {
        QStringList tables;
        QSet<QString> keyed;
        {
            Query query(m_connection, "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' "
                                      "AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
            while (query.next()) {
                tables.append(query.text(0));
                if (query.flag(1))
                    keyed.insert(query.text(0));
            }
        }
        for (const char *made : {"feed_count", "library_count", "word_segment", "word_block", "word_gone"})
            tables.removeAll(QLatin1String(made)); // anew
        // What people wrote comes first, and then what can be had again.
        static const QStringList first{QStringLiteral("comment"), QStringLiteral("comment_history"),
                                       QStringLiteral("draft"),   QStringLiteral("category"),
                                       QStringLiteral("feed"),    QStringLiteral("article"),
                                       QStringLiteral("change"),  QStringLiteral("setting")};
        const auto rank = [](const QString &name) {
            const qsizetype at = first.indexOf(name);
            return at < 0 ? first.size() : at;
        };
        std::stable_sort(tables.begin(), tables.end(),
                         [&](const QString &a, const QString &b) { return rank(a) < rank(b); });
        for (const QString &table : std::as_const(tables))
            m_shapes.append(shapeOf(table, keyed.contains(table)));
    }

    Shape shapeOf(const QString &table, bool keyed)
    {
        Shape shape{table, {}, -1, keyed};
        int keys = 0;
        {
            // The columns of the key are stored first where the table is its own index.
            Query query(
                m_connection,
                QStringLiteral("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ") +
                    (keyed ? QStringLiteral("ORDER BY pk = 0, pk, cid") : QStringLiteral("ORDER BY cid")),
                {table});
            while (query.next()) {
                if (query.integer(3) > 0 && ++keys == 1 && !keyed &&
                    query.text(1).compare(QLatin1String("INTEGER"), Qt::CaseInsensitive) == 0)
                    shape.idColumn = int(shape.columns.size());
                shape.columns.append({query.text(0), query.text(1).toUpper(), query.flag(2)});
            }
        }
        if (keys > 1)
            shape.idColumn = -1;
        return shape;
    }

    static QString insertOf(const Shape &shape, qsizetype fields)
    {
        QStringList names, marks;
        for (qsizetype i = 0; i < fields; ++i) {
            names.append(u'"' + shape.columns[i].name + u'"');
            marks.append(QStringLiteral("?"));
        }
        return QStringLiteral("INSERT OR IGNORE INTO \"%1\" (%2) VALUES (%3)")
            .arg(shape.table, names.join(QStringLiteral(", ")), marks.join(QStringLiteral(", ")));
    }

    /** True if the record is a row of this table, whether or not it was there already. */
    bool take(const Record &record, const Shape &shape)
    {
        if (!fits(record, shape))
            return false;
        if (!isReadable(record, shape))
            return shape.table != QLatin1String("body"); // or it is another table's with the same shape
        QVariantList values = record.fields;
        if (shape.idColumn >= 0 && shape.idColumn < values.size())
            values[shape.idColumn] = record.rowid;
        m_connection.runText(insertOf(shape, values.size()), values);
        if (m_connection.error() && (m_connection.error()->number.value_or(0) & 0xff) == constraintViolated)
            m_connection.clearError(); // looked like a row and was none
        return true;
    }

    /** Ids are never given twice, not even those of rows that are gone. */
    void keepIdsUsed(qint64 root)
    {
        m_raw.walk(root, [this](const Record &record) {
            if (record.fields.size() != 2 || record.fields[1].typeId() != QMetaType::LongLong)
                return false;
            m_connection.runText(
                QStringLiteral("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"),
                {record.fields[1], record.fields[0]});
            return true;
        });
    }

    /** Which rows there were, as the indexes tell: for what is missing, and to count it. */
    void readIndexes(const RawDatabase::Schema &schema)
    {
        for (const Shape &shape : std::as_const(m_shapes)) {
            if (shape.keyed)
                continue;
            QStringList indexes;
            {
                Query query(m_connection, QStringLiteral("SELECT name FROM pragma_index_list(?)"),
                            {shape.table});
                while (query.next())
                    indexes.append(query.text(0));
            }
            for (const QString &index : std::as_const(indexes)) {
                if (const qint64 root = schema.indexes.value(index))
                    readIndex(shape.table, index, root);
            }
        }
    }

    void readIndex(const QString &table, const QString &index, qint64 root)
    {
        const qint64 before = m_raw.unreadablePages();
        salvagemend::Seen &seen = m_seenInIndexes[table];
        const QString present = QStringLiteral("SELECT 1 FROM \"%1\" WHERE rowid = ?").arg(table);
        m_raw.walk(root, [&](const Record &record) {
            if (record.table || record.fields.size() < 2 ||
                record.fields.last().typeId() != QMetaType::LongLong)
                return false;
            const qint64 id = record.fields.last().toLongLong();
            Query query(m_connection, present, {id});
            if (!query.next())
                seen.missing[id].insert(index, record.fields);
            return true;
        });
        if (m_raw.unreadablePages() == before)
            seen.whole.insert(index);
    }

    QList<CheckResult> report(const QHash<QString, qint64> &lost)
    {
        QList<CheckResult> lines;
        for (const Shape &shape : std::as_const(m_shapes)) {
            Query query(m_connection, QStringLiteral("SELECT count(*) FROM \"%1\"").arg(shape.table), {});
            const qint64 rows = query.next() ? query.integer(0) : 0;
            const qint64 gone = lost.value(shape.table);
            if (rows > 0 || gone > 0) {
                lines.append({QStringLiteral("table ") + shape.table, CheckResult::Status::Repaired,
                              QStringLiteral("%1 rows rescued, %2 lost").arg(rows).arg(gone)});
            }
        }
        return lines;
    }

    RawDatabase &m_raw;
    Connection &m_connection;
    QList<Shape> m_shapes;
    QHash<QString, salvagemend::Seen> m_seenInIndexes;
};

} // namespace

Result<QList<CheckResult>> salvage(const QString &damaged, const QString &target)
{
    auto opened = Connection::open(target, Connection::Mode::ReadWrite, 0);
    if (!opened)
        return opened.error();
    Connection &connection = **opened;
    // A file of our own, thrown away if we do not come to the end.
    connection.run("PRAGMA journal_mode = MEMORY"); // a row that is none must be taken back
    connection.run("PRAGMA synchronous = OFF");
    connection.run("PRAGMA foreign_keys = OFF");
    auto raw = RawDatabase::open(damaged);
    // Of its own version, and then brought forward like any old store.
    const int version = raw ? (*raw)->userVersion() : 0;
    const bool known = version >= 1 && version <= migrator::latestVersion();
    if (const auto made = migrator::migrate(connection, known ? version : migrator::latestVersion()); !made)
        return made.error();
    QList<CheckResult> lines;
    if (raw)
        lines = Salvager(**raw, connection).run();
    if (const auto migrated = migrator::migrate(connection); !migrated)
        return migrated.error();
    connection.run("BEGIN");
    checker::rebuild(connection);
    connection.run("COMMIT");
    if (connection.error())
        return *connection.error();
    return lines;
}

} // namespace broadsheet::store
