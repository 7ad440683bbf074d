// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace broadsheet::render {

/** A zip archive in memory (APPNOTE 6.3.3, without Zip64: at most 65,535 files and 4 GB). Nothing is compressed: what
 * fills a book are its pictures, which are already. */
class ZipWriter
{
public:
    /** All files bear the time \a time; before 1980 becomes 1980. */
    explicit ZipWriter(const QDateTime &time);

    /** \a name is ASCII with "/" between folders. */
    void add(const QByteArray &name, const QByteArray &bytes);
    /** The whole archive; nothing may be added after it. */
    QByteArray finish();

private:
    QByteArray m_out;
    QByteArray m_directory;
    quint16 m_time = 0;
    quint16 m_date = 0;
    quint16 m_count = 0;
};

/** The checksum of zip and PNG (ISO 3309, polynomial 0xEDB88320). */
quint32 crc32(const QByteArray &bytes);

} // namespace broadsheet::render
