// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/context.h"

namespace broadsheet::feed {

/**
 * A place from an element of GeoRSS (point, where with GML, the first corner of a line, box or polygon) or
 * W3C geo (lat, long, Point). Axes: latitude first, as both vocabularies have it. \a location is filled where
 * the numbers are on this planet.
 */
void readLocation(const XmlElement &element, std::optional<Location> &location);

} // namespace broadsheet::feed
