// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

namespace broadsheet {

class FoundPages;
class PageFetcher;
class Workers;

/** A feed that can be subscribed. */
struct FeedCandidate
{
    QUrl feedUrl;
    QUrl siteUrl;
    QString title;
    QString type;         ///< media type, if known
    bool fetched = false; ///< it was read and is a feed; else a page only says so
};

/** From what a person typed to feeds: a feed itself, or those that a page offers. */
class FeedFinder : public QObject
{
    Q_OBJECT
public:
    /** What is fetched and is a feed goes into \a found as well. */
    FeedFinder(PageFetcher &pages, Workers &workers, FoundPages &found, QObject *parent = nullptr);

    /**
     * At least one candidate, best first. InvalidArgument: no address; NoFeedFound: a page without feeds (the well-known
     * places of its site were tried too); else why it could not be fetched or read. The subject is the address.
     */
    QFuture<Result<QList<FeedCandidate>>> find(const QString &input);

private:
    PageFetcher &m_pages;
    Workers &m_workers;
    FoundPages &m_found;
};

} // namespace broadsheet
