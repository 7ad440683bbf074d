// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/foundfeed.h"

#include <QByteArrayView>
#include <QList>
#include <QUrl>

namespace broadsheet::html {

/**
 * The feeds that a web page offers, the likeliest first: what it declares (link rel=alternate), what its host
 * is known to have, what its links look like. Feeds of comments come last. At most 100. \a utf8Page is
 * decoded already.
 */
QList<FoundFeed> findFeeds(QByteArrayView utf8Page, const QUrl &pageUrl);

/** The feeds that the address alone tells, for hosts with fixed rules (a Reddit board, a Mastodon profile).
 */
QList<FoundFeed> feedsOfKnownHost(const QUrl &pageUrl);

/** The feeds that pages of some hosts tell only in their scripts and metadata (a YouTube handle, Apple
 * Podcasts). */
QList<FoundFeed> feedsOfKnownPage(QByteArrayView utf8Page, const QUrl &pageUrl);

/** Addresses worth trying where a page declares nothing: well-known paths of the site and of the page's
 * folder. */
QList<QUrl> guessFeeds(const QUrl &pageUrl);

} // namespace broadsheet::html
