// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/safehtml.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace broadsheet {

/** A comment as the article's site tells it. */
struct SiteComment
{
    QString id;      ///< the site's own name of it, never empty
    QString replyTo; ///< id of what it answers; one that is unknown here, such as the article's own: none
    QString name;
    QString text; ///< plain
    SafeHtml html;
    QDateTime created; ///< invalid: the site gives none
    QDateTime edited;
    QUrl url;
};

/** Where the discussion of an article lies and what was fetched of it. Validators are black boxes. */
struct SiteDiscussion
{
    ArticleId article;
    QUrl subscriptionUrl; ///< of the article's feed
    QUrl articleUrl;
    QUrl pageUrl; ///< the page on which one can answer; empty: the site names none
    QUrl feedUrl; ///< a feed of comments (wfw:commentRss, Atom rel=replies)
    QUrl fetchedFrom;
    QByteArray etag;
    QByteArray lastModified;
    QByteArray bodyHash;
    QDateTime fetched; ///< invalid: never
};

/** What a fetch brought: merged into what is kept, together with the validators, or not at all. */
struct SiteCommentsUpdate
{
    ArticleId article;
    QUrl url;
    QDateTime fetched;
    bool validatorsGiven = false; ///< the three below replace the stored ones
    QByteArray etag;
    QByteArray lastModified;
    QByteArray bodyHash;
    QList<SiteComment> comments;
};

struct SiteCommentsResult
{
    int added = 0;
    int changed = 0;
    bool offered = true; ///< false: the article names no place where its comments could be fetched
};

} // namespace broadsheet
