// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QList>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <vector>

namespace broadsheet::store {

/**
 * The pages of an SQLite file and its write-ahead log, read without SQLite: what a damaged database still
 * holds (https://www.sqlite.org/fileformat2.html). Nothing in it is believed: every length is bounded by the
 * page or the file, and a record counts only if its parts fill it exactly.
 */
class RawDatabase
{
public:
    /** A record: the row's id (of a table; 0 in an index) and its fields, as stored. */
    struct Record
    {
        bool table = false;
        qint64 rowid = 0;
        QVariantList fields; ///< null, qlonglong, double, QString or QByteArray
    };
    /** False: this is none of what was looked for. */
    using Take = std::function<bool(const Record &)>;

    /** FileUnreadable. A log beside the file (-wal) is taken in up to its last commit. */
    static Result<std::unique_ptr<RawDatabase>> open(const QString &file);

    qint64 pageCount() const { return m_pages; }
    /** PRAGMA user_version, as far as the header can be read; else 0. */
    int userVersion() const;

    /** Tables and indexes that the schema names: name to root page. */
    struct Schema
    {
        QHash<QString, qint64> tables;
        QHash<QString, qint64> indexes;
    };
    Schema schema();

    /** All records that can be reached from \a root. Pages of which one was taken are seen. */
    void walk(qint64 root, const Take &take);
    /** Records of leaf pages that no walk has reached and that are not known to be free. */
    void strays(const Take &take);
    /** Pages that are not zero and hold nothing readable, as far as the walks showed. */
    qint64 unreadablePages() const { return m_unreadable; }

private:
    RawDatabase() = default;
    void findPageSize();
    int likelyPageSize() const;
    void readLog(const QString &file);
    void findFreePages();
    QByteArray page(qint64 number) const;
    bool readLeaf(const QByteArray &page, qint64 number, const Take &take) const;
    bool readCell(const QByteArray &page, qsizetype at, bool table, bool interior, Record &record) const;
    QByteArray payload(const QByteArray &page, qsizetype at, qint64 size, bool table) const;

    QFile m_file;
    const uchar *m_bytes = nullptr; ///< the mapped file
    qint64 m_size = 0;
    int m_pageSize = 4096;
    int m_usable = 4096;
    qint64 m_pages = 0;
    QHash<qint64, QByteArray> m_log; ///< newer pages, from the write-ahead log
    std::vector<bool> m_seen;
    std::vector<bool> m_free;
    qint64 m_unreadable = 0;
};

} // namespace broadsheet::store
