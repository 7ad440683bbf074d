// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/picturesizes.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

namespace broadsheet {

namespace {

constexpr quint32 magic = 0x42535a31; // "BSZ1"

} // namespace

quint64 PictureSizes::keyOf(const QUrl &url)
{
    // qHash() has another seed in each run.
    const QByteArray hash = QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha1);
    quint64 key = 0;
    memcpy(&key, hash.constData(), sizeof key);
    return key;
}

std::optional<QSize> PictureSizes::of(const QUrl &url) const
{
    const auto it = m_sizes.constFind(keyOf(url));
    return it == m_sizes.cend() ? std::nullopt : std::optional(*it);
}

bool PictureSizes::remember(const QUrl &url, const QSize &size)
{
    const quint64 key = keyOf(url);
    if (m_sizes.value(key) == size)
        return false;
    insert(key, size);
    return true;
}

void PictureSizes::insert(quint64 key, const QSize &size)
{
    if (!m_sizes.contains(key))
        m_order.append(key);
    m_sizes.insert(key, size);
    while (m_order.size() > limit)
        m_sizes.remove(m_order.takeFirst());
}

void PictureSizes::add(const QByteArray &bytes)
{
    QDataStream in(bytes);
    quint32 mark = 0;
    quint32 count = 0;
    in >> mark >> count;
    if (mark != magic || count > limit)
        return;
    const PictureSizes newer = std::exchange(*this, {});
    for (quint32 i = 0; i < count; ++i) {
        quint64 key = 0;
        quint16 width = 0;
        quint16 height = 0;
        in >> key >> width >> height;
        if (in.status() != QDataStream::Ok)
            break;
        insert(key, {width, height});
    }
    for (const quint64 key : newer.m_order)
        insert(key, newer.m_sizes.value(key));
}

QByteArray PictureSizes::toBytes() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << magic << quint32(m_order.size());
    for (const quint64 key : m_order) {
        const QSize size = m_sizes.value(key);
        out << key << quint16(qBound(0, size.width(), 0xffff)) << quint16(qBound(0, size.height(), 0xffff));
    }
    return bytes;
}

} // namespace broadsheet
