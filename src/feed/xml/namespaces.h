// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace broadsheet::feed {

/** The vocabularies that feeds are made of. */
enum class Ns : quint8 {
    None, ///< no namespace, or the one that an RSS, RDF or CDF document gives its own elements
    Atom,
    Atom03,
    Rdf,
    Content,
    Dc,
    DcTerms,
    Itunes,
    Media,
    Podcast,
    Slash,
    Wfw,
    Thr,
    GeoRss,
    Geo,
    Gml,
    Sy,
    Admin,
    App,
    Aggregation,
    CreativeCommons,
    Enclosure,
    FeedBurner,
    FullText, ///< news partners of search engines, who want the whole text beside the description
    GooglePlay,
    Prism,
    Source,
    WebFeeds,
    Xhtml,
    Xml,
    Other,
};

/**
 * The vocabulary of a namespace's name: by URI, forgiving case, blanks, https, "www." and a missing or extra
 * end, with the old and misspelt names that are in use. Where \a uri is empty and a prefix stands (nobody
 * declared it), the usual meaning of \a prefix. A name that nobody knows is None without a prefix and Other
 * with one; but where \a prefix is a usual one and \a uri nearly the name that it stands for, it was
 * misspelt.
 */
Ns vocabulary(QByteArrayView uri, QByteArrayView prefix);

} // namespace broadsheet::feed
