// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/siteaccount.h"

#include <QByteArrayView>
#include <QList>
#include <QUrl>

namespace broadsheet::html {

/**
 * The account that \a url is the profile of, with its feed where the address tells it; nothing for any other
 * page, such as a single post or a button that shares.
 */
std::optional<SiteAccount> accountAt(const QUrl &url);

/**
 * Where the publisher of a home page can be followed: links with rel=me, sameAs of its JSON-LD, podcasts that it
 * declares, then links to profiles that are named like their network. Links in running text belong to others and
 * are left alone. At most 24, each once. \a utf8Page is decoded already.
 */
QList<SiteAccount> findAccounts(QByteArrayView utf8Page, const QUrl &pageUrl);

} // namespace broadsheet::html
