// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/location.h"

#include "feed/text.h"
#include "feed/values.h"

#include <cmath>

namespace broadsheet::feed {
namespace {

constexpr double unknown = 1000; ///< a coordinate that was not given yet

QList<double> numbers(const QByteArray &text)
{
    QByteArray separated = text;
    separated.replace(',', ' ');
    QList<double> found;
    const QList<QByteArray> parts = separated.simplified().split(' ');
    for (const QByteArray &part : parts) {
        bool ok = false;
        const double value = part.toDouble(&ok);
        if (!ok || !std::isfinite(value) || found.size() >= 4)
            break;
        found.append(value);
    }
    return found;
}

void setPlace(std::optional<Location> &location, double latitude, double longitude)
{
    if (std::abs(latitude) > 90 || std::abs(longitude) > 360)
        return;
    if (!location)
        location = Location{unknown, unknown, {}};
    if (location->latitude == unknown)
        *location = Location{latitude, longitude, location->name};
}

/** The first pos, posList or coordinates below, whatever geometry it makes. */
void readGml(const XmlElement &element, std::optional<Location> &location)
{
    // EPSG:4326 and GML say latitude first; CRS:84 and the old coordinates element longitude first.
    const bool swapped = element.attribute("srsname").contains("CRS84") || element.name() == "coordinates";
    if (element.name() == "pos" || element.name() == "poslist" || element.name() == "coordinates" ||
        element.name() == "lowercorner") {
        const QList<double> found = numbers(element.text());
        if (found.size() >= 2)
            setPlace(location, found[swapped ? 1 : 0], found[swapped ? 0 : 1]);
        return;
    }
    int seen = 0;
    for (const XmlElement &child : children(element)) {
        if (++seen <= 10)
            readGml(child, location); // as deep as the document, which is bounded
    }
}

} // namespace

void readLocation(const XmlElement &element, std::optional<Location> &location)
{
    const QByteArrayView name = element.name();
    if (element.ns() == Ns::Gml || name == "where") {
        readGml(element, location);
    } else if (element.ns() == Ns::GeoRss && (name == "point" || name == "line" || name == "box" ||
                                              name == "polygon" || name == "circle")) {
        const QList<double> found = numbers(element.text());
        if (found.size() >= 2)
            setPlace(location, found[0], found[1]);
    } else if (element.ns() == Ns::GeoRss && name == "featurename") {
        if (!location)
            location = Location{unknown, unknown, {}};
        takeText(location->name, plainText(element));
    } else if (element.ns() == Ns::Geo && name == "point") {
        const QList<double> latitude = numbers(
            element.child(Ns::Geo, "lat").isValid() ? element.child(Ns::Geo, "lat").text() : QByteArray());
        const QList<double> longitude = numbers(
            element.child(Ns::Geo, "long").isValid() ? element.child(Ns::Geo, "long").text() : QByteArray());
        if (!latitude.isEmpty() && !longitude.isEmpty())
            setPlace(location, latitude[0], longitude[0]);
    } else if (element.ns() == Ns::Geo && (name == "lat" || name == "long" || name == "lon")) {
        const QList<double> found = numbers(element.text());
        if (found.isEmpty() || std::abs(found[0]) > 360)
            return;
        if (!location)
            location = Location{unknown, unknown, {}};
        double &coordinate = name == "lat" ? location->latitude : location->longitude;
        if (coordinate == unknown)
            coordinate = found[0];
    }
}

} // namespace broadsheet::feed
