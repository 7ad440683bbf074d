// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace broadsheet {

class CommentService;
class DownloadService;
class FeedFinder;
class FollowService;
class FullTextService;
class LibraryEvents;
class LibraryService;
class IconService;
class ImageService;
class PageFetcher;
class ReadingService;
class SearchService;
class SiteCommentService;
class SecretService;
class StoryService;
class SyncService;
class UpkeepService;
class Workers;
namespace net {
class HttpClient;
}

/**
 * All that the program can do, over one profile: builds the store, the network and the services in order and lets go of
 * them in reverse (services, network, pool, store). The window, the command line and the journeys of the tests use the same one.
 */
class Core
{
public:
    /** The folder is made if missing. Nothing is read or written before open(). The clock must outlive the core. */
    Core(const QString &profile, const Clock &clock);
    ~Core();
    Core(const Core &) = delete;
    Core &operator=(const Core &) = delete;

    /** Opens the store; see store::Store::open for what may fail. */
    QFuture<Result<void>> open(bool readingIsEnough = false);

    QString profile() const;
    LibraryEvents &events();
    SecretService &secrets();
    LibraryService &library();
    ReadingService &reading();
    CommentService &comments();
    SiteCommentService &siteComments();
    SearchService &search();
    SyncService &sync();
    StoryService &stories();
    FeedFinder &finder();
    FollowService &follow();
    FullTextService &fullTexts();
    DownloadService &downloads();
    PageFetcher &pages();
    ImageService &images();
    IconService &icons();
    UpkeepService &upkeep();
    Workers &workers();
    net::HttpClient &http();
    /** For all requests; see net::HttpClient::setProxy. */
    void setProxy(const QString &proxy);

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace broadsheet
