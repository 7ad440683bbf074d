// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

namespace broadsheet::imagedecoder {

struct Decoded
{
    QImage image;          ///< premultiplied, ready to be drawn
    QSize size;            ///< of the picture itself, in its own pixels
    bool animated = false; ///< more than one frame; image is the first
};

/** The format of a bitmap that we take, by its first bytes, as Qt's plugins name it; empty: none of those. */
QByteArray formatOf(const QByteArray &bytes);

/**
 * A picture out of a stranger's bytes; the format is told by its first bytes. \a box in pixels: a larger
 * picture is made to fit, a smaller one stays as it is; an empty box keeps the size. Films give their first
 * frame. SVG is drawn as svgdecoder makes it harmless. Unsupported for what is no picture, TooLarge beyond 50
 * megapixels, Malformed where it cannot be decoded. May run on any thread.
 */
Result<Decoded> decode(const QByteArray &bytes, const QSize &box);

/** The same, cropped to fill \a size px exactly; where the picture is smaller it is enlarged. */
Result<QImage> decodeCropped(const QByteArray &bytes, const QSize &size);

/** For the header Accept: what is installed of the formats that the web has, and drawings. */
QByteArray acceptedTypes();

} // namespace broadsheet::imagedecoder
