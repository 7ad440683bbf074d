// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rawdatabase.h"

#include <QSet>
#include <QtEndian>

#include <cstring>
#include <memory>

namespace broadsheet::store {

namespace {

constexpr qsizetype headerSize = 100;
constexpr int deepest = 40; ///< levels of a tree; twenty hold more than any disk

enum PageType : uchar { InteriorIndex = 2, InteriorTable = 5, LeafIndex = 10, LeafTable = 13 };

quint16 two(const QByteArray &data, qsizetype at)
{
    return at + 2 <= data.size() ? qFromBigEndian<quint16>(data.constData() + at) : 0;
}

quint32 four(const QByteArray &data, qsizetype at)
{
    return at + 4 <= data.size() ? qFromBigEndian<quint32>(data.constData() + at) : 0;
}

/** A variable-length integer (up to nine bytes) at \a at, which moves behind it; false where it is cut off. */
bool takeVarint(const QByteArray &data, qsizetype &at, qint64 &value)
{
    quint64 bits = 0;
    for (int i = 0; i < 9; ++i) {
        if (at >= data.size())
            return false;
        const auto byte = uchar(data[at++]);
        if (i == 8) {
            bits = (bits << 8) | byte;
            break;
        }
        bits = (bits << 7) | (byte & 0x7f);
        if (!(byte & 0x80))
            break;
    }
    value = qint64(bits);
    return true;
}

qint64 sizeOfSerial(qint64 type)
{
    static constexpr qint64 fixed[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < 0 || type == 10 || type == 11)
        return -1;
    return type < 10 ? fixed[type] : (type - 12) / 2;
}

QVariant valueOf(const QByteArray &data, qsizetype at, qint64 type, qint64 size)
{
    if (type == 0)
        return {};
    if (type == 7) {
        const quint64 bits = qFromBigEndian<quint64>(data.constData() + at);
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        return number;
    }
    if (type >= 12) {
        const QByteArray bytes = data.mid(at, size);
        return type % 2 == 0 ? QVariant(bytes) : QVariant(QString::fromUtf8(bytes));
    }
    if (type >= 8)
        return qlonglong(type - 8);
    qint64 number = static_cast<signed char>(data[at]);
    for (qint64 i = 1; i < size; ++i)
        number = qint64(quint64(number) << 8) | uchar(data[at + i]);
    return qlonglong(number);
}

/** The fields of a record; false unless they fill it to the byte. */
bool decode(const QByteArray &payload, QVariantList &fields)
{
    qsizetype at = 0;
    qint64 header = 0;
    if (!takeVarint(payload, at, header) || header < at || header > payload.size())
        return false;
    qint64 body = header;
    while (at < header) {
        qint64 type = 0;
        if (!takeVarint(payload, at, type))
            return false;
        const qint64 size = sizeOfSerial(type);
        if (size < 0 || size > payload.size() - body)
            return false;
        fields.append(valueOf(payload, body, type, size));
        body += size;
    }
    return at == header && body == payload.size() && !fields.isEmpty();
}

} // namespace

Result<std::unique_ptr<RawDatabase>> RawDatabase::open(const QString &file)
{
    std::unique_ptr<RawDatabase> raw(new RawDatabase);
    raw->m_file.setFileName(file);
    if (!raw->m_file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, raw->m_file.errorString(), file, {}};
    raw->m_size = raw->m_file.size();
    if (raw->m_size > 0) {
        raw->m_bytes = raw->m_file.map(0, raw->m_size);
        if (!raw->m_bytes)
            return Error{ErrorCode::FileUnreadable, raw->m_file.errorString(), file, {}};
    }
    raw->findPageSize();
    raw->m_pages = (raw->m_size + raw->m_pageSize - 1) / raw->m_pageSize;
    raw->readLog(file + QStringLiteral("-wal"));
    raw->m_seen.resize(size_t(raw->m_pages) + 1);
    raw->m_free.resize(size_t(raw->m_pages) + 1);
    raw->findFreePages();
    return raw;
}

void RawDatabase::findPageSize()
{
    if (m_size < headerSize)
        return;
    const QByteArray header(reinterpret_cast<const char *>(m_bytes), headerSize);
    const int given = two(header, 16) == 1 ? 65536 : two(header, 16);
    const int reserved = uchar(header[20]);
    if (header.startsWith("SQLite format 3") && given >= 512 && (given & (given - 1)) == 0)
        m_pageSize = given;
    else
        m_pageSize = likelyPageSize();
    m_usable = m_pageSize - (reserved <= 32 ? reserved : 0);
}

/** With a broken header: stores were made with the smaller pages once, and the middle of a larger one does not look like
 * the beginning of a page. */
int RawDatabase::likelyPageSize() const
{
    constexpr int smaller = 4096, larger = 8192;
    qint64 looked = 0, begin = 0;
    for (qint64 at = smaller; at + 8 <= m_size; at += larger, ++looked) {
        const QByteArray start = QByteArray::fromRawData(reinterpret_cast<const char *>(m_bytes) + at, 8);
        const bool isTree = start[0] == 2 || start[0] == 5 || start[0] == 10 || start[0] == 13;
        const int cells = two(start, 3), content = two(start, 5);
        begin += isTree && content <= smaller && content >= 8 + 2 * cells;
    }
    return begin > looked / 8 ? smaller : larger;
}

void RawDatabase::readLog(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray header = file.read(32);
    const quint32 magic = four(header, 0);
    if (header.size() < 32 || (magic & ~1U) != 0x377f0682 || int(four(header, 8)) != m_pageSize)
        return;
    const QByteArray salts = header.mid(16, 8);
    QHash<qint64, QByteArray> transaction;
    for (;;) {
        const QByteArray frame = file.read(24);
        // Behind the last frame lie those of an earlier round, with other salts.
        if (frame.size() < 24 || frame.mid(8, 8) != salts)
            break;
        const QByteArray page = file.read(m_pageSize);
        if (page.size() < m_pageSize)
            break;
        transaction.insert(four(frame, 0), page);
        if (const quint32 pages = four(frame, 4)) { // ends a transaction
            m_log.insert(transaction);
            transaction.clear();
            m_pages = qMax(m_pages, qint64(pages));
        }
    }
}

QByteArray RawDatabase::page(qint64 number) const
{
    if (number < 1 || number > m_pages)
        return {};
    if (const auto newer = m_log.constFind(number); newer != m_log.constEnd())
        return *newer;
    const qint64 begin = (number - 1) * m_pageSize;
    if (begin >= m_size)
        return {};
    const qint64 length = qMin<qint64>(m_pageSize, m_size - begin);
    return QByteArray::fromRawData(reinterpret_cast<const char *>(m_bytes) + begin, length);
}

void RawDatabase::findFreePages()
{
    const QByteArray first = page(1);
    if (!first.startsWith("SQLite format 3"))
        return;
    qint64 trunk = four(first, 32);
    for (qint64 n = 0; trunk > 0 && trunk <= m_pages && n < m_pages; ++n) {
        const QByteArray list = page(trunk);
        m_free[size_t(trunk)] = true;
        const qint64 count = qMin<qint64>(four(list, 4), m_usable / 4 - 2);
        for (qint64 i = 0; i < count; ++i) {
            const quint32 leaf = four(list, 8 + i * 4);
            if (leaf >= 1 && leaf <= m_pages)
                m_free[leaf] = true;
        }
        trunk = four(list, 0);
    }
}

int RawDatabase::userVersion() const
{
    const QByteArray first = page(1);
    return first.startsWith("SQLite format 3") ? int(four(first, 60)) : 0;
}

RawDatabase::Schema RawDatabase::schema()
{
    Schema found;
    walk(1, [&found](const Record &row) { // type, name, tbl_name, rootpage, sql
        if (row.fields.size() < 4)
            return false;
        const qint64 root = row.fields[3].toLongLong();
        if (row.fields[0] == QLatin1String("table") && root > 0)
            found.tables.insert(row.fields[1].toString(), root);
        else if (row.fields[0] == QLatin1String("index") && root > 0)
            found.indexes.insert(row.fields[1].toString(), root);
        return true;
    });
    return found;
}

/** The content of a cell of \a size bytes, of which some lie on overflow pages; empty where it is broken. */
QByteArray RawDatabase::payload(const QByteArray &page, qsizetype at, qint64 size, bool table) const
{
    const qint64 most = table ? m_usable - 35 : (m_usable - 12) * 64 / 255 - 23;
    if (size <= most)
        return at + size <= page.size() ? page.mid(at, size) : QByteArray();
    if (size > m_pages * m_pageSize)
        return {};
    const qint64 least = (m_usable - 12) * 32 / 255 - 23;
    const qint64 wanted = least + (size - least) % (m_usable - 4);
    const qint64 local = wanted <= most ? wanted : least;
    if (at + local + 4 > page.size())
        return {};
    QByteArray whole = page.mid(at, local);
    whole.reserve(size);
    qint64 next = four(page, at + local);
    while (whole.size() < size) {
        const QByteArray more = this->page(next);
        const qint64 length = qMin<qint64>(m_usable - 4, size - whole.size());
        if (more.size() < 4 + length)
            return {};
        whole.append(more.constData() + 4, length);
        next = four(more, 0);
    }
    return whole;
}

bool RawDatabase::readCell(const QByteArray &page, qsizetype at, bool table, bool interior,
                           Record &record) const
{
    if (interior)
        at += 4; // the child page
    qint64 size = 0;
    if (!takeVarint(page, at, size) || size <= 0 || size > (qint64(1) << 30))
        return false;
    if (table && !takeVarint(page, at, record.rowid))
        return false;
    const QByteArray bytes = payload(page, at, size, table);
    return bytes.size() == size && decode(bytes, record.fields);
}

/** The cells of one page: of a leaf, and of an interior page of an index, which holds records too. True if
 * they belong where they were found. */
bool RawDatabase::readLeaf(const QByteArray &page, qint64 number, const Take &take) const
{
    const qsizetype start = number == 1 ? headerSize : 0;
    const auto type = uchar(page[start]);
    const bool interior = type == InteriorIndex;
    const qsizetype pointers = start + (interior ? 12 : 8);
    const int cells = qMin<int>(two(page, start + 3), int((page.size() - pointers) / 2));
    bool taken = cells == 0;
    for (int i = 0; i < cells; ++i) {
        const qsizetype at = two(page, pointers + i * 2);
        Record record;
        record.table = type == LeafTable;
        if (at >= pointers && at < page.size() && readCell(page, at, record.table, interior, record))
            taken = take(record) || taken;
    }
    return taken;
}

void RawDatabase::walk(qint64 root, const Take &take)
{
    struct Step
    {
        qint64 page;
        int depth;
    };
    std::vector<Step> waiting{{root, 0}};
    QSet<qint64> visited;
    while (!waiting.empty()) {
        const auto [number, depth] = waiting.back();
        waiting.pop_back();
        if (number < 1 || number > m_pages || depth > deepest || visited.contains(number) ||
            m_seen[size_t(number)])
            continue;
        visited.insert(number);
        const QByteArray here = page(number);
        const qsizetype start = number == 1 ? headerSize : 0;
        if (here.size() < start + 12)
            continue;
        const auto type = uchar(here[start]);
        if (type != LeafTable && type != LeafIndex && type != InteriorTable && type != InteriorIndex) {
            ++m_unreadable;
            continue;
        }
        // A broken pointer may lead into another tree, whose page must be found again.
        m_seen[size_t(number)] = type == InteriorTable || readLeaf(here, number, take);
        if (type == LeafTable || type == LeafIndex)
            continue;
        waiting.push_back({four(here, start + 8), depth + 1});
        const int cells = qMin<int>(two(here, start + 3), int((here.size() - start - 12) / 2));
        for (int i = cells - 1; i >= 0; --i)
            waiting.push_back({four(here, two(here, start + 12 + i * 2)), depth + 1});
    }
}

void RawDatabase::strays(const Take &take)
{
    for (qint64 number = 2; number <= m_pages; ++number) {
        if (m_seen[size_t(number)] || m_free[size_t(number)])
            continue;
        const QByteArray here = page(number);
        if (here.size() < 12)
            continue;
        const auto type = uchar(here[0]);
        if (type == LeafTable || type == LeafIndex || type == InteriorIndex)
            readLeaf(here, number, take);
    }
}

} // namespace broadsheet::store
