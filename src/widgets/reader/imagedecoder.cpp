// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/imagedecoder.h"

#include "widgets/reader/svgdecoder.h"

#include <QBuffer>
#include <QImageReader>

namespace broadsheet::imagedecoder {

namespace {

constexpr qint64 maximumPixels = 50'000'000;
constexpr int allocationLimit = 64; // MB

Error failure(ErrorCode code, const QString &detail)
{
    return Error{code, detail, {}, {}};
}

/** Frames beyond the first, without decoding them where the plugin knows. */
bool isAnimated(const QImageReader &reader, const QByteArray &format)
{
    return (format == "gif" || format == "webp") && reader.supportsAnimation() && reader.imageCount() > 1;
}

/** \a aspect says whether the picture fits into \a box or covers it. */
Result<Decoded> read(const QByteArray &bytes, const QSize &box, Qt::AspectRatioMode aspect)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty() && svgdecoder::isSvg(bytes))
        return svgdecoder::decode(bytes, box);
    if (format.isEmpty())
        return failure(ErrorCode::Unsupported, QStringLiteral("no known bitmap"));
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize stored = reader.size();
    if (!stored.isValid() || stored.isEmpty())
        return failure(reader.error() == QImageReader::UnsupportedFormatError ? ErrorCode::Unsupported
                                                                              : ErrorCode::Malformed,
                       reader.errorString());
    if (qint64(stored.width()) * stored.height() > maximumPixels)
        return failure(ErrorCode::TooLarge,
                       QStringLiteral("%1 × %2").arg(stored.width()).arg(stored.height()));

    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    Decoded decoded;
    decoded.animated = isAnimated(reader, format);
    decoded.size = turned ? stored.transposed() : stored;
    if (!box.isEmpty()) {
        QSize target = decoded.size.scaled(box, aspect).expandedTo(QSize(1, 1));
        if (target.width() < decoded.size.width())
            reader.setScaledSize(turned ? target.transposed() : target);
    }
    QImageReader::setAllocationLimit(allocationLimit);
    QImage image = reader.read();
    if (image.isNull())
        return failure(ErrorCode::Malformed, reader.errorString());
    decoded.image = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                                  : QImage::Format_RGB32);
    decoded.image.setDevicePixelRatio(1);
    return decoded;
}

} // namespace

// Asking Qt's plugins would let the one for SVG look too, at bytes that nobody made harmless.
QByteArray formatOf(const QByteArray &bytes)
{
    const auto at = [&bytes](qsizetype offset, const char *mark) {
        return bytes.sliced(qMin(offset, bytes.size())).startsWith(mark);
    };
    if (at(0, "\x89PNG\r\n\x1a\n"))
        return "png";
    if (at(0, "\xff\xd8\xff"))
        return "jpeg";
    if (at(0, "GIF8"))
        return "gif";
    if (at(0, "RIFF") && at(8, "WEBP"))
        return "webp";
    if (at(0, "BM"))
        return "bmp";
    if (bytes.startsWith(QByteArray::fromRawData("\0\0\1\0", 4)))
        return "ico";
    if (at(4, "ftypavif") || at(4, "ftypavis"))
        return "avif";
    if (at(0, "\xff\x0a") || at(4, "JXL "))
        return "jxl";
    return {};
}

QByteArray acceptedTypes()
{
    QByteArray types;
    const auto formats = QImageReader::supportedImageFormats();
    // The best first. Qt has a name for each that is the second half of its media type.
    for (const char *format : {"avif", "webp", "png", "jpeg", "gif"}) {
        if (formats.contains(format))
            types += QByteArray("image/") + format + ',';
    }
    return types + "image/svg+xml,image/*;q=0.5";
}

Result<Decoded> decode(const QByteArray &bytes, const QSize &box)
{
    return read(bytes, box, Qt::KeepAspectRatio);
}

Result<QImage> decodeCropped(const QByteArray &bytes, const QSize &size)
{
    auto decoded = read(bytes, size, Qt::KeepAspectRatioByExpanding);
    if (!decoded)
        return decoded.error();
    QImage image = decoded->image;
    if (image.width() < size.width() || image.height() < size.height())
        image = image.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QPoint corner((image.width() - size.width()) / 2, (image.height() - size.height()) / 3);
    return image.copy(QRect(corner, size));
}

} // namespace broadsheet::imagedecoder
