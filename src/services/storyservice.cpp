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
#include <QSet>

namespace broadsheet {

namespace {

constexpr int behindParsing = -1;       ///< priority on the pool
constexpr int triesAtMost = 5;          ///< when other processes are first
constexpr qsizetype tooLarge = 250'000; ///< a matcher has grown old
/// At the end of a sync that is all a process does. A first one is to be fast and small; one that brings a handful
/// must not read all of three days for it: each new article pays for so many that are read again.
constexpr qint64 freshAtMost = 2'000, aroundAlways = 1'500, aroundForEach = 10;

/** What a match leaves: the matcher goes on with the next articles if it knows all that lies around them. */
struct Matching
{
    std::shared_ptr<insight::StoryMatcher> matcher;
    QList<MatchedStory> stories;
};

Matching matched(std::shared_ptr<insight::StoryMatcher> matcher, const StoryWork &work,
                 const insight::StoryLimits &limits)
{
    if (!work.continued || !matcher)
        matcher = std::make_shared<insight::StoryMatcher>(limits);
    if (!work.around.isEmpty())
        matcher->remember(work.around);
    const auto stories = matcher->match(work.fresh);
    return {matcher, stories};
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
    void write(const Matching &matching, const StoryWork &work);
    void keep(const Matching &matching, const QList<StoryId> &ids, const StoryWork &work);
    void note(const QList<MatchedStory> &stories);
    void forget();
    void finish(const Result<qint64> &result);

    StoryService &service;
    store::Store &store;
    Workers &workers;
    LibraryEvents &events;
    const Clock &clock;
    insight::StoryLimits limits;
    QList<std::shared_ptr<QPromise<Result<qint64>>>> waiting;
    bool wanted = true, byInterest = true;
    bool running = false;
    bool askedAgain = false; ///< while it runs: perhaps there is more by now
    QSet<ArticleId> changed; ///< articles whose story is another, or has more tellings, than before
    qint64 done = 0;
    int tries = 0;
    std::shared_ptr<insight::StoryMatcher> kept; ///< between updates; used by one job at a time
    StoryMemory memory;                          ///< what it knows
    int splits = 0, splitsSeen = 0;              ///< by the reader, of which a running match does not know
};

void StoryService::Private::step()
{
    whenAnswered(store.storyWork(limits.windowHours, memory), this, [this](const Result<StoryWork> &work) {
        if (!work)
            return finish(work.error());
        if (work->fresh.isEmpty())
            return finish(done);
        match(*work);
    });
}

void StoryService::Private::match(const StoryWork &work)
{
    // Forgotten meanwhile (an article was taken out): asked anew, for all that lies around.
    if (work.continued && !kept)
        return step();
    const auto found = workers.run([matcher = work.beside ? nullptr : std::exchange(kept, {}), work,
                                    limits = limits] { return matched(matcher, work, limits); },
                                   behindParsing);
    whenAnswered(found, this, [this, work](const Matching &matching) { write(matching, work); });
}

void StoryService::Private::write(const Matching &matching, const StoryWork &work)
{
    whenAnswered(store.applyStories(matching.stories, work.from, work.until), this,
                 [this, matching, work](const Result<QList<StoryId>> &ids) {
                     // Another process found them first: what it left is looked at anew.
                     const bool late = !ids && ids.error().code == ErrorCode::AlreadyExists;
                     if (!ids) {
                         forget();
                         if (!late || ++tries > triesAtMost)
                             return finish(ids.error());
                         return step();
                     }
                     done += work.fresh.size();
                     note(matching.stories);
                     keep(matching, *ids, work);
                     if (work.more || std::exchange(askedAgain, false))
                         return step();
                     finish(done);
                 });
}

void StoryService::Private::keep(const Matching &matching, const QList<StoryId> &ids, const StoryWork &work)
{
    const bool wasSplit = std::exchange(splitsSeen, splits) != splits;
    if (work.beside && kept && !wasSplit) {
        memory.until = work.until;
        return;
    }
    if (!work.coveredFrom.isValid() || matching.matcher->size() > tooLarge || wasSplit)
        return forget();
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (ids[i].isValid() && !matching.stories[i].members.isEmpty())
            matching.matcher->setStory(matching.stories[i].members.first().article, ids[i]);
    }
    kept = matching.matcher;
    memory = {work.until, work.coveredFrom, memory.more};
}

void StoryService::Private::note(const QList<MatchedStory> &stories)
{
    for (const MatchedStory &story : stories) {
        for (const StoryMember &member : story.members)
            changed.insert(member.article);
        for (const ArticleId left : story.left)
            changed.insert(left);
    }
}

void StoryService::Private::forget()
{
    kept.reset();
    memory = {};
}

void StoryService::Private::finish(const Result<qint64> &result)
{
    running = false;
    if (!result)
        qCWarning(servicesLog) << "looking for stories failed:" << result.error().detail;
    const auto promises = std::exchange(waiting, {});
    if (!changed.isEmpty()) {
        // Rows say how many feeds tell the story of an article.
        ArticleChanges changes;
        changes.updated = changed.values();
        changed.clear();
        Q_EMIT events.articlesChanged(changes);
        Q_EMIT events.libraryChanged();
        Q_EMIT service.storiesChanged();
    }
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

void StoryService::setWishes(bool find, bool byInterest)
{
    if (d->wanted == find && d->byInterest == byInterest)
        return;
    const bool begins = find && !d->wanted;
    d->wanted = find;
    d->byInterest = byInterest;
    Q_EMIT storiesChanged();
    if (begins)
        update(); // what has come meanwhile
}

bool StoryService::isWanted() const
{
    return d->wanted;
}

QFuture<Result<qint64>> StoryService::update()
{
    if (!d->wanted)
        return QtFuture::makeReadyFuture(Result<qint64>(0));
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    d->waiting.append(promise);
    if (d->running) {
        d->askedAgain = true;
    } else {
        d->running = true;
        d->askedAgain = false;
        d->done = 0;
        d->tries = 0;
        d->step();
    }
    return promise->future();
}

QFuture<Result<qint64>> StoryService::updateIfCheap()
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    const auto answer = [promise](const Result<qint64> &result) {
        promise->addResult(result);
        promise->finish();
    };
    if (!d->wanted) {
        answer(0);
        return promise->future();
    }
    whenAnswered(d->store.storyBacklog(d->limits.windowHours), d.get(),
                 [this, answer](const Result<StoryBacklog> &backlog) {
                     if (!backlog)
                         return answer(backlog.error());
                     const bool cheap = backlog->fresh <= freshAtMost &&
                                        backlog->around <= aroundAlways + aroundForEach * backlog->fresh;
                     if (!cheap || backlog->fresh == 0)
                         return answer(0);
                     whenAnswered(update(), d.get(), answer);
                 });
    return promise->future();
}

QFuture<Result<QList<Story>>> StoryService::stories(const QDateTime &from, const QDateTime &to, int most)
{
    if (!d->wanted)
        return QtFuture::makeReadyFuture(Result<QList<Story>>(QList<Story>()));
    auto promise = std::make_shared<QPromise<Result<QList<Story>>>>();
    promise->start();
    const QDateTime now = to.isValid() ? std::min(to, d->clock.now()) : d->clock.now();
    const auto answer = [promise](const Result<QList<Story>> &stories) {
        promise->addResult(stories);
        promise->finish();
    };
    whenAnswered(
        d->store.stories(from, to, most), d.get(), [this, answer, now](const Result<QList<Story>> &found) {
            if (!found)
                return answer(found);
            if (!d->byInterest)
                return answer(insight::rankedStories(*found, {}, now));
            whenAnswered(
                d->store.interests(insight::tagsOf(*found)), d.get(),
                [answer, now, stories = *found](const Result<ReaderInterests> &interests) {
                    answer(insight::rankedStories(stories, interests ? *interests : ReaderInterests(), now));
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
    ++d->splits;
    d->forget();
    auto answer = d->store.splitFromStory(article);
    whenAnswered(answer, d.get(), [this](const Result<ArticleChanges> &changes) {
        if (!changes)
            return;
        Q_EMIT d->events.articlesChanged(*changes);
        Q_EMIT d->events.libraryChanged();
        Q_EMIT storiesChanged();
    });
    return answer;
}

} // namespace broadsheet
