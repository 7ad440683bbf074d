// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/commentservice.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/workers.h"
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

/** A library of two articles and the services over it. */
struct Desk
{
    Desk()
    {
        ready = store.open();
        feed = store.subscribe("https://example.org/feed");
        ready = ready && store.fetch(feed, {entry("1", "One"), entry("2", "Two")}).has_value();
    }
    template <typename T>
    static T awaited(QFuture<T> future)
    {
        // Answers pass through the services on this thread.
        return QTest::qWaitFor([&] { return future.isFinished(); }, 10'000) ? future.result() : T(Error{});
    }
    ArticleHeadline headline(ArticleId id) { return answerOf(store.store->article(id))->headline; }

    TestStore store;
    Workers workers;
    LibraryEvents events;
    LibraryService library{*store.store, workers, events};
    CommentService comments{*store.store, events, store.clock};
    FeedId feed;
    bool ready = false;
};

} // namespace

class UndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aTopicIsFollowedAndLeft()
    {
        Desk desk;
        QVERIFY(desk.ready);
        ParsedEntry tagged = entry("3", "Three");
        Term topic;
        topic.term = QStringLiteral("World News");
        tagged.categories = {topic};
        QVERIFY(desk.store.fetch(desk.feed, {tagged}));
        const auto isFollowed = [&desk](const char *term) {
            return *Desk::awaited(desk.library.isTagFollowed(QString::fromUtf8(term)));
        };
        QVERIFY(!isFollowed("World News"));
        QSignalSpy told(&desk.events, &LibraryEvents::libraryChanged);
        QVERIFY(Desk::awaited(desk.library.setTagFollowed(QStringLiteral("World News"), true)));
        QCOMPARE(told.size(), 1);
        QVERIFY(isFollowed("world-news")); // in whatever spelling
        const auto overview = Desk::awaited(desk.library.overview());
        QVERIFY(overview);
        QCOMPARE(overview->tags,
                 (QList<FollowedTag>{{QStringLiteral("world news"), QStringLiteral("World News"), 1}}));
        QVERIFY(Desk::awaited(desk.library.undoLast()));
        QVERIFY(!isFollowed("World News"));
        QCOMPARE(told.size(), 2);
        // One that no article has yet waits for its first.
        QVERIFY(Desk::awaited(desk.library.setTagFollowed(QStringLiteral("Tides"), true)));
        QVERIFY(isFollowed("tide"));
        QVERIFY(!Desk::awaited(desk.library.setTagFollowed(QStringLiteral(" # "), true)));
        QVERIFY(desk.store.isWhole());
    }

    void lastFirst()
    {
        Desk desk;
        QVERIFY(desk.ready);
        const ArticleId article = desk.store.ids().first();
        QVERIFY(!desk.library.canUndo());
        QVERIFY(Desk::awaited(desk.library.setRead({article}, true)).has_value());
        QVERIFY(Desk::awaited(desk.library.setStarred({article}, true)).has_value());
        QVERIFY(Desk::awaited(desk.library.undoLast()).has_value());
        QVERIFY(!desk.headline(article).starred);
        QVERIFY(!desk.headline(article).unread);
        QVERIFY(Desk::awaited(desk.library.undoLast()).has_value());
        QVERIFY(desk.headline(article).unread);
        QVERIFY(!desk.library.canUndo());
        QCOMPARE(Desk::awaited(desk.library.undoLast()).error().code, ErrorCode::NotFound);
    }

    // What stands beside "Undo" is what it takes back, whatever was done since.
    void theNamedOne()
    {
        Desk desk;
        QVERIFY(desk.ready);
        const ArticleId article = desk.store.ids().first();
        const auto all = Desk::awaited(desk.library.markAllRead({}));
        QVERIFY(all.has_value());
        QVERIFY(Desk::awaited(desk.library.setStarred({article}, true)).has_value());
        QVERIFY(Desk::awaited(desk.library.undo(all->change)).has_value());
        QVERIFY(desk.headline(article).unread);
        QVERIFY(desk.headline(article).starred);
        QVERIFY(Desk::awaited(desk.library.undoLast()).has_value());
        QVERIFY(!desk.headline(article).starred);
        QVERIFY(!desk.library.canUndo());
    }

    void deletedComment()
    {
        Desk desk;
        QVERIFY(desk.ready);
        CommentDraft draft;
        draft.article = desk.store.ids().first();
        draft.text = QStringLiteral("Well said");
        const auto said = Desk::awaited(desk.comments.add(draft));
        QVERIFY(said.has_value());
        QVERIFY(!desk.library.canUndo()); // only a delete is taken back by the key
        QVERIFY(Desk::awaited(desk.comments.remove(said->comment.id)).has_value());
        QVERIFY(desk.library.canUndo());
        QSignalSpy told(&desk.events, &LibraryEvents::commentsChanged);
        QVERIFY(Desk::awaited(desk.library.undoLast()).has_value());
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().first().value<CommentChange>().kind == CommentChange::Kind::Restored);
        QCOMPARE(answerOf(desk.store.store->discussion(draft.article))->comments.size(), 1);
        QVERIFY(!desk.library.canUndo());
    }

    // Restored by the strip below the discussion, there is nothing left for the key.
    void restoredElsewhere()
    {
        Desk desk;
        QVERIFY(desk.ready);
        CommentDraft draft;
        draft.article = desk.store.ids().first();
        draft.text = QStringLiteral("Well said");
        const CommentId comment = Desk::awaited(desk.comments.add(draft))->comment.id;
        QVERIFY(Desk::awaited(desk.comments.remove(comment)).has_value());
        QVERIFY(Desk::awaited(desk.comments.restore(comment)).has_value());
        QVERIFY(!desk.library.canUndo());
    }

    void unsubscribed()
    {
        Desk desk;
        QVERIFY(desk.ready);
        QVERIFY(Desk::awaited(desk.library.unsubscribe(desk.feed)).has_value());
        QVERIFY(answerOf(desk.store.store->overview())->subscriptions.isEmpty());
        QVERIFY(Desk::awaited(desk.library.undoLast()).has_value());
        QCOMPARE(answerOf(desk.store.store->overview())->subscriptions.size(), 1);
    }
};

BROADSHEET_TEST_MAIN(UndoTest, QCoreApplication)
#include "undo.moc"
