// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/compression.h"

#include <QtEndian>

#include <zstd.h>

#include <memory>

namespace broadsheet::store {

namespace {

constexpr unsigned long long maximumSize = 512ull << 20;

Error damaged(const char *what)
{
    return {ErrorCode::StoreDamaged, QString::fromLatin1(what), {}, {}};
}

void append(QByteArray &to, const QByteArray &part)
{
    char length[4];
    qToLittleEndian<quint32>(quint32(part.size()), length);
    to.append(length, 4);
    to.append(part);
}

/** The next part of \a data from \a position on; false where it is cut off. */
bool takePart(const QByteArray &data, qsizetype &position, QByteArray &part)
{
    if (data.size() - position < 4)
        return false;
    const auto length = qsizetype(qFromLittleEndian<quint32>(data.constData() + position));
    position += 4;
    if (data.size() - position < length)
        return false;
    part = data.mid(position, length);
    position += length;
    return true;
}

} // namespace

QByteArray compressed(const QByteArray &data)
{
    // A context costs more to make than an article to compress.
    thread_local const std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx *)> context(ZSTD_createCCtx(),
                                                                                   ZSTD_freeCCtx);
    QByteArray result(qsizetype(ZSTD_compressBound(size_t(data.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compressCCtx(context.get(), result.data(), size_t(result.size()),
                                          data.constData(), size_t(data.size()), 3);
    Q_ASSERT(!ZSTD_isError(size)); // the room is enough by definition
    result.resize(qsizetype(size));
    result.squeeze();
    return result;
}

Result<QByteArray> decompressed(const QByteArray &data)
{
    const unsigned long long size = ZSTD_getFrameContentSize(data.constData(), size_t(data.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > maximumSize)
        return damaged("No zstd frame");
    QByteArray result(qsizetype(size), Qt::Uninitialized);
    const size_t got =
        ZSTD_decompress(result.data(), size_t(result.size()), data.constData(), size_t(data.size()));
    if (ZSTD_isError(got) || got != size)
        return damaged("A broken zstd frame");
    return result;
}

QByteArray packed(const Body &body)
{
    QByteArray parts;
    parts.reserve(body.html.size() + body.text.size() + body.summary.size() + 12);
    append(parts, body.summary.toUtf8());
    append(parts, body.html);
    append(parts, body.text.toUtf8());
    return compressed(parts);
}

Result<Body> unpacked(const QByteArray &data)
{
    auto parts = decompressed(data);
    if (!parts)
        return parts.error();
    Body body;
    QByteArray summary, text;
    qsizetype position = 0;
    if (!takePart(*parts, position, summary) || !takePart(*parts, position, body.html) ||
        !takePart(*parts, position, text))
        return damaged("A body is cut off");
    body.summary = QString::fromUtf8(summary);
    body.text = QString::fromUtf8(text);
    return body;
}

} // namespace broadsheet::store
