// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

namespace broadsheet {

class Workers;
namespace net {
class HttpClient;
}

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
    FeedFinder(net::HttpClient &http, Workers &workers, QObject *parent = nullptr);

    /**
     * At least one candidate, best first. InvalidArgument: no address; NoFeedFound: a page without feeds;
     * else why it could not be fetched.
     */
    QFuture<Result<QList<FeedCandidate>>> find(const QString &input);

private:
    net::HttpClient &m_http;
    Workers &m_workers;
};

} // namespace broadsheet
