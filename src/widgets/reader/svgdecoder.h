// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/reader/imagedecoder.h"

namespace broadsheet::svgdecoder {

/** True where \a bytes begin as an SVG document does. */
bool isSvg(const QByteArray &bytes);

/**
 * \a bytes without what reaches outside or does anything: scripts, style sheets, foreign objects, pictures, every
 * reference that is not to an element of the same drawing, entities. References from within what is itself
 * referred to go too, since they multiply. Malformed where it is no drawing, TooLarge beyond what an
 * illustration has (bytes, elements, numbers).
 */
Result<QByteArray> harmless(const QByteArray &bytes);

/** The drawing as a picture; \a box as in imagedecoder::decode(). May run on any thread. */
Result<imagedecoder::Decoded> decode(const QByteArray &bytes, const QSize &box);

} // namespace broadsheet::svgdecoder
