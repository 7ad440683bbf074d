// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace broadsheet::test {

/** The answer, waited for: the store's threads need no event loop. */
template <typename T>
T answerOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/** A real store in a folder of its own. */
class TestStore
{
public:
    TestStore() : store(std::make_unique<store::Store>(folder.path(), clock)) {}

    bool open() { return answerOf(store->open()).has_value(); }
    /** As after an end of the program. */
    bool reopen()
    {
        store.reset();
        store = std::make_unique<store::Store>(folder.path(), clock);
        return open();
    }
    QString databaseFile() const { return folder.path() + QStringLiteral("/library.sqlite"); }

    FeedId subscribe(const char *url, CategoryId category = {})
    {
        const auto made = answerOf(store->subscribe({QUrl(QString::fromUtf8(url)), {}, {}, {}, category}));
        return made ? made->id : FeedId();
    }
    Result<FeedUpdateResult> fetch(FeedId feed, const QList<ParsedEntry> &entries)
    {
        return answerOf(store->applyFeedUpdate(update(feed, entries)));
    }
    FeedUpdate update(FeedId feed, const QList<ParsedEntry> &entries) const
    {
        FeedUpdate made;
        made.feed = feed;
        made.fetchedAt = clock.now();
        made.nextFetch = clock.now().addSecs(3600);
        made.feedDocument.emplace();
        made.feedDocument->title = QStringLiteral("A feed");
        made.feedDocument->entries = entries;
        return made;
    }
    QList<ArticleId> ids(const ArticleFilter &filter = {}) { return *answerOf(store->articleIds(filter)); }

    /** What doctor would say. */
    bool isWhole()
    {
        const auto report = answerOf(store->check(false));
        return report && std::ranges::all_of(report.value(), [](const CheckResult &line) {
                   return line.status == CheckResult::Status::Ok;
               });
    }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<store::Store> store;
};

inline ParsedEntry entry(const char *id, const char *title, const char *text = "", const char *url = "")
{
    ParsedEntry made;
    made.id = QString::fromUtf8(id);
    made.title = QString::fromUtf8(title);
    made.contentText = QString::fromUtf8(text);
    made.content = SafeHtml::alreadyCleaned(QByteArray("<p>") + text + "</p>");
    made.url = QString::fromUtf8(url);
    return made;
}

} // namespace broadsheet::test
