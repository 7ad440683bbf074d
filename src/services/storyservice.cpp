// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/storyservice.h"

#include "base/answer.h"
#include "insight/storymatcher.h"
#include "insight/storyranking.h"
#include "services/libraryevents.h"
#include "services/log.h"
#include "services/workers.h"
#include "store/store.h"

#include <QPromise>

namespace broadsheet {

namespace {

constexpr int behindParsing = -1; ///< priority on the pool
constexpr int triesAtMost = 5;    ///< when other processes are first

QList<MatchedStory> matched(const StoryWork &work, const insight::StoryLimits &limits)
{
    insight::StoryMatcher matcher(limits);
    matcher.remember(work.around);
    return matcher.match(work.fresh);
}

} // namespace

class StoryService::Private : public QObject
{
public:
    Private(StoryService &owner, store::Store &s, Workers &w, LibraryEvents &e, const Clock &c)
        : service(owner), store(s), workers(w), events(e), clock(c)
    {
    }

    void step();
    void match(const StoryWork &work);
    void write(const QList<MatchedStory> &stories, qint64 from, qint64 until);
    void finish(const Result<qint64> &result);

    StoryService &service;
    store::Store &store;
    Workers &workers;
    LibraryEvents &events;
    const Clock &clock;
    insight::StoryLimits limits;
    QList<std::shared_ptr<QPromise<Result<qint64>>>> waiting;
    bool running = false;
    bool changed = false;
    qint64 done = 0;
    int tries = 0;
};

void StoryService::Private::step()
{
    whenAnswered(store.storyWork(limits.windowHours), this, [this](const Result<StoryWork> &work) {
        if (!work)
            return finish(work.error());
        if (work->fresh.isEmpty())
            return finish(done);
        match(*work);
    });
}

void StoryService::Private::match(const StoryWork &work)
{
    const auto found = workers.run([work, limits = limits] { return matched(work, limits); }, behindParsing);
    whenAnswered(found, this,
                 [this, from = work.from, until = work.until,
                  count = work.fresh.size()](const QList<MatchedStory> &stories) {
                     done += count;
                     write(stories, from, until);
                 });
}

void StoryService::Private::write(const QList<MatchedStory> &stories, qint64 from, qint64 until)
{
    whenAnswered(store.applyStories(stories, from, until), this,
                 [this, some = !stories.isEmpty()](const Result<QList<StoryId>> &ids) {
                     // Another process found them first: what it left is looked at anew.
                     const bool late = !ids && ids.error().code == ErrorCode::AlreadyExists;
                     if (!ids && (!late || ++tries > triesAtMost))
                         return finish(ids.error());
                     changed = changed || some;
                     step();
                 });
}

void StoryService::Private::finish(const Result<qint64> &result)
{
    running = false;
    if (!result)
        qCWarning(servicesLog) << "looking for stories failed:" << result.error().detail;
    const auto promises = std::exchange(waiting, {});
    if (std::exchange(changed, false))
        Q_EMIT service.storiesChanged();
    for (const auto &promise : promises) {
        promise->addResult(result);
        promise->finish();
    }
}

StoryService::StoryService(store::Store &store, Workers &workers, LibraryEvents &events, const Clock &clock,
                           QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, store, workers, events, clock))
{
}

StoryService::~StoryService() = default;

QFuture<Result<qint64>> StoryService::update()
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    d->waiting.append(promise);
    if (!d->running) {
        d->running = true;
        d->done = 0;
        d->tries = 0;
        d->step();
    }
    return promise->future();
}

QFuture<Result<QList<Story>>> StoryService::stories(const QDateTime &from, const QDateTime &to,
                                                    bool byInterest)
{
    auto promise = std::make_shared<QPromise<Result<QList<Story>>>>();
    promise->start();
    whenAnswered(d->store.interests(), d.get(),
                 [this, promise, from, to, byInterest](const Result<QList<FeedInterest>> &interests) {
                     const auto used = interests && byInterest ? *interests : QList<FeedInterest>();
                     const QDateTime now = to.isValid() ? std::min(to, d->clock.now()) : d->clock.now();
                     whenAnswered(d->store.stories(from, to), d.get(),
                                  [promise, used, now](const Result<QList<Story>> &found) {
                                      if (found)
                                          promise->addResult(insight::rankedStories(*found, used, now));
                                      else
                                          promise->addResult(found);
                                      promise->finish();
                                  });
                 });
    return promise->future();
}

QFuture<Result<Story>> StoryService::story(StoryId story)
{
    return d->store.story(story);
}

QFuture<Result<ArticleChanges>> StoryService::split(ArticleId article)
{
    auto answer = d->store.splitFromStory(article);
    whenAnswered(answer, d.get(), [this](const Result<ArticleChanges> &changes) {
        if (!changes)
            return;
        Q_EMIT d->events.articlesChanged(*changes);
        Q_EMIT storiesChanged();
    });
    return answer;
}

} // namespace broadsheet
