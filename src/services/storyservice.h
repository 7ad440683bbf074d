// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/story.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace broadsheet {

class LibraryEvents;
class Workers;
namespace store {
class Store;
}

/** Finds which articles tell one event, as they arrive, and ranks the stories of a day. */
class StoryService : public QObject
{
    Q_OBJECT
public:
    StoryService(store::Store &store, Workers &workers, LibraryEvents &events, const Clock &clock,
                 QObject *parent = nullptr);
    ~StoryService() override;

    /** What the reader wants: with \a find off nothing is looked for and there are no stories; with \a
     * byInterest off stars and reading count for nothing. Both are on at first. */
    void setWishes(bool find, bool byInterest);
    bool isWanted() const;

    /** Looks for the stories of all that has come since the last time; answers when it is done with how many
     * articles were looked at. While it runs, asking again waits for the same end. */
    QFuture<Result<qint64>> update();
    /** The same for a process that ends with its sync and holds nothing of what lies around: only where that is little
     * for what is new. Else it answers 0, and whoever looks at stories next finds them. */
    QFuture<Result<qint64>> updateIfCheap();
    /** Stories with a telling in [\a from, \a to), the weightiest first; an invalid \a to is no end. With \a
     * most the largest so many of a day are ranked, which is what a page can show; 0 is all. */
    QFuture<Result<QList<Story>>> stories(const QDateTime &from, const QDateTime &to, int most = 0);
    QFuture<Result<Story>> story(StoryId story);
    /** Takes an article out of its story; it stays out. */
    QFuture<Result<ArticleChanges>> split(ArticleId article);

Q_SIGNALS:
    /** Stories were found, grew or became one. */
    void storiesChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet
