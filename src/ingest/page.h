// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"
#include "model/foundfeed.h"
#include "model/siteaccount.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace broadsheet::ingest {

/** Markup of any origin, decoded and cleaned; relative links are resolved against \a baseUrl. */
SafeHtml sanitize(const QByteArray &bytes, const QUrl &baseUrl, const QString &contentType);

/** The feeds that a page offers, the likeliest first; those that its address alone tells are among them. */
QList<FoundFeed> discoverFeeds(const QByteArray &bytes, const QUrl &pageUrl, const QString &contentType);

/** Where the publisher of a home page can be followed, see html::findAccounts(). */
QList<SiteAccount> discoverAccounts(const QByteArray &bytes, const QUrl &pageUrl, const QString &contentType);

/** Where a feed may be though the page names none. */
QList<QUrl> guessFeeds(const QUrl &pageUrl);

} // namespace broadsheet::ingest
