// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

namespace broadsheet::imagedecoder {

struct Decoded
{
    QImage image; ///< premultiplied, ready to be drawn
    QSize size;   ///< of the picture itself, in its own pixels
};

/**
 * A bitmap out of a stranger's bytes; the format is told by its first bytes. \a box in pixels: a larger
 * picture is made to fit, a smaller one stays as it is; an empty box keeps the size. Films give their first
 * frame. Unsupported for SVG (it could name other files) and all that is no bitmap, TooLarge beyond 50
 * megapixels, Malformed where it cannot be decoded. May run on any thread.
 */
Result<Decoded> decode(const QByteArray &bytes, const QSize &box);

/** The same, cropped to fill \a size px exactly; where the picture is smaller it is enlarged. */
Result<QImage> decodeCropped(const QByteArray &bytes, const QSize &size);

} // namespace broadsheet::imagedecoder
