// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace broadsheet {

/**
 * The one address under which a page is known, for telling whether two articles are one thing to read: lower-case
 * scheme and host, no "www." / "m." / "amp." host prefix, no fragment, no default port, no tracking parameters
 * (utm_*, fbclid, gclid …), no trailing "/amp" path, https for http. Never used for fetching.
 */
QUrl canonicalUrl(const QUrl &url);

/** \a url without tracking parameters, otherwise untouched: fit for fetching and showing. */
QUrl withoutTracking(const QUrl &url);

/** True for http and https with a host. */
bool isWebUrl(const QUrl &url);

/**
 * What a person types into "add a feed": adds https:// where no scheme is given, turns feed: and feed:// into http(s),
 * a local path into file:. Invalid where it can be no address.
 */
QUrl urlFromUserInput(const QString &text);

/** \a url without user name and password, for logs and messages. */
QString displayUrl(const QUrl &url);

/** Host and port of a web address, "example.org:443": the unit of politeness. */
QString hostKey(const QUrl &url);

/** True for loopback, link-local and private address literals and "localhost": where a public redirect must not lead. */
bool isPrivateHost(const QString &host);

} // namespace broadsheet
