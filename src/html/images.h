// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tokenizer.h"

#include <QByteArray>
#include <QByteArrayView>

namespace broadsheet::html {

/** Where a picture really is: what an img says in src, srcset and the attributes of lazy loaders. */
struct ImageChoice
{
    QByteArray address;  ///< as written, references replaced; empty: none
    QByteArray fallback; ///< to try where address does not resolve
    bool lazy = false;   ///< not from src: a noscript that follows repeats it
};

ImageChoice chooseImage(std::span<const Attribute> attributes);

/** The widest candidate of a srcset that is not wider than a screen (2,000 px, density 2). Empty: none. */
QByteArray bestCandidate(QByteArrayView srcset);

/** A picture of one pixel, or of a host that only counts readers. Sizes: -1 where not given. */
bool isTrackingPixel(QByteArrayView address, int width, int height);

/** The whole number at the start of an attribute ("12", "12px", "12.5"), at most \a limit; -1: none. */
int leadingNumber(QByteArrayView text, int limit);

} // namespace broadsheet::html
