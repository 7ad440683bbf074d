// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/zipwriter.h"

#include <array>

namespace broadsheet::render {

namespace {

constexpr std::array<quint32, 256> makeTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 c = i;
        for (int bit = 0; bit < 8; ++bit)
            c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
        table[i] = c;
    }
    return table;
}

void put16(QByteArray &out, quint32 value)
{
    out += char(value & 0xff);
    out += char((value >> 8) & 0xff);
}

void put32(QByteArray &out, quint32 value)
{
    put16(out, value & 0xffff);
    put16(out, value >> 16);
}

} // namespace

quint32 crc32(const QByteArray &bytes)
{
    static constexpr auto table = makeTable();
    quint32 c = 0xFFFFFFFFu;
    for (const char byte : bytes)
        c = table[(c ^ uchar(byte)) & 0xff] ^ (c >> 8);
    return c ^ 0xFFFFFFFFu;
}

ZipWriter::ZipWriter(const QDateTime &time)
{
    const QDate day = time.date();
    const QTime hour = time.time();
    if (day.year() < 1980 || day.year() > 2107) {
        m_date = (1 << 5) | 1;
        return;
    }
    m_date = quint16(((day.year() - 1980) << 9) | (day.month() << 5) | day.day());
    m_time = quint16((hour.hour() << 11) | (hour.minute() << 5) | (hour.second() / 2));
}

void ZipWriter::add(const QByteArray &name, const QByteArray &bytes)
{
    QByteArray head; // what the local header and the directory's have in common (4.4.1)
    put16(head, 10); // version 1.0 is enough
    put16(head, 0);  // flags
    put16(head, 0);  // stored
    put16(head, m_time);
    put16(head, m_date);
    put32(head, crc32(bytes));
    put32(head, quint32(bytes.size()));
    put32(head, quint32(bytes.size()));
    put16(head, quint32(name.size()));
    put16(head, 0); // no extra field: EPUB wants none for its first file

    const auto offset = quint32(m_out.size());
    put32(m_out, 0x04034b50);
    m_out += head + name + bytes;

    put32(m_directory, 0x02014b50);
    put16(m_directory, 20);
    m_directory += head;
    put16(m_directory, 0); // comment
    put16(m_directory, 0); // disk
    put16(m_directory, 0); // internal attributes
    put32(m_directory, 0); // external attributes
    put32(m_directory, offset);
    m_directory += name;
    ++m_count;
}

QByteArray ZipWriter::finish()
{
    const auto offset = quint32(m_out.size());
    m_out += m_directory;
    put32(m_out, 0x06054b50);
    put16(m_out, 0);
    put16(m_out, 0);
    put16(m_out, m_count);
    put16(m_out, m_count);
    put32(m_out, quint32(m_directory.size()));
    put32(m_out, offset);
    put16(m_out, 0);
    return std::exchange(m_out, {});
}

} // namespace broadsheet::render
