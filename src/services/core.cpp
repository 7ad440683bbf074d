// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core.h"

#include "net/httpclient.h"
#include "services/commentservice.h"
#include "services/downloadservice.h"
#include "services/feedfinder.h"
#include "services/followservice.h"
#include "services/foundpages.h"
#include "services/fulltextservice.h"
#include "services/iconservice.h"
#include "services/imageservice.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/pagefetcher.h"
#include "services/readingservice.h"
#include "services/searchservice.h"
#include "services/secrets.h"
#include "services/sitecommentservice.h"
#include "services/storyservice.h"
#include "services/syncservice.h"
#include "services/upkeepservice.h"
#include "services/workers.h"
#include "store/store.h"

namespace broadsheet {

namespace {

net::HttpLimits identified()
{
    net::HttpLimits limits;
    limits.userAgent = "Broadsheet/" BROADSHEET_VERSION " (+https://broadsheet.example)";
    return limits;
}

} // namespace

/** Declared from the bottom up: destroyed from the top down. */
struct Core::Parts
{
    Parts(const QString &profileFolder, const Clock &clock)
        : profile(profileFolder)
        , store(profileFolder, clock)
        , secrets(profileFolder)
        , http(identified())
        , pictureHttp(identified())
        , library(store, workers, events)
        , reading(store)
        , comments(store, events, clock)
        , siteComments(store, http, workers, events, clock)
        , search(store, clock)
        , pages(http, workers)
        , finder(pages, workers, found)
        , images(pictureHttp, workers, profileFolder + QStringLiteral("/cache/images"))
        , icons(pictureHttp, workers, profileFolder + QStringLiteral("/cache/icons"))
        , sync(store, http, workers, events, clock)
        , stories(store, workers, events, clock)
        , follow(store, pages, finder, library, sync, workers)
        , fullTexts(store, pages, library, workers, events, clock)
        , downloads(pictureHttp, workers)
        , upkeep(store, events, profileFolder, clock)
    {
        sync.setFoundPages(&found);
        sync.setSecrets(&secrets);
        library.setSecrets(&secrets);
    }

    QString profile;
    store::Store store;
    SecretService secrets;
    Workers workers;
    net::HttpClient http;
    net::HttpClient pictureHttp; ///< apart, so that pictures never wait behind a sync
    LibraryEvents events;
    LibraryService library;
    ReadingService reading;
    CommentService comments;
    SiteCommentService siteComments;
    SearchService search;
    PageFetcher pages;
    FoundPages found;
    FeedFinder finder;
    ImageService images;
    IconService icons;
    SyncService sync;
    StoryService stories;
    FollowService follow;
    FullTextService fullTexts;
    DownloadService downloads;
    UpkeepService upkeep;
};

Core::Core(const QString &profile, const Clock &clock) : d(std::make_unique<Parts>(profile, clock)) {}
Core::~Core() = default;

QFuture<Result<void>> Core::open(bool readingIsEnough)
{
    return d->store.open(readingIsEnough);
}

QString Core::profile() const
{
    return d->profile;
}
SecretService &Core::secrets()
{
    return d->secrets;
}
LibraryEvents &Core::events()
{
    return d->events;
}
FollowService &Core::follow()
{
    return d->follow;
}
FullTextService &Core::fullTexts()
{
    return d->fullTexts;
}
DownloadService &Core::downloads()
{
    return d->downloads;
}
LibraryService &Core::library()
{
    return d->library;
}
ReadingService &Core::reading()
{
    return d->reading;
}
CommentService &Core::comments()
{
    return d->comments;
}
SiteCommentService &Core::siteComments()
{
    return d->siteComments;
}
SearchService &Core::search()
{
    return d->search;
}
SyncService &Core::sync()
{
    return d->sync;
}
StoryService &Core::stories()
{
    return d->stories;
}
FeedFinder &Core::finder()
{
    return d->finder;
}
PageFetcher &Core::pages()
{
    return d->pages;
}
ImageService &Core::images()
{
    return d->images;
}
IconService &Core::icons()
{
    return d->icons;
}
UpkeepService &Core::upkeep()
{
    return d->upkeep;
}
Workers &Core::workers()
{
    return d->workers;
}
net::HttpClient &Core::http()
{
    return d->http;
}

void Core::setProxy(const QString &proxy)
{
    d->http.setProxy(proxy);
    d->pictureHttp.setProxy(proxy);
}

} // namespace broadsheet
