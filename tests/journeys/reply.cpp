// SPDX-License-Identifier: GPL-3.0-or-later
// Walk (c) of docs/architecture.md: a typed reply is stored, shown and found.
#include "services/commentservice.h"
#include "services/libraryevents.h"
#include "services/readingservice.h"
#include "services/searchservice.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/teststore.h"
#include "widgets/articles/articlelistmodel.h"
#include "widgets/comments/commentspanel.h"
#include "widgets/comments/discussionview.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace broadsheet;

namespace {

template <typename T>
T waitedFor(const QFuture<T> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, 10000) ? future.result() : T();
}

} // namespace

class ReplyJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::loadFirst(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aReplyIsStoredShownAndFound()
    {
        test::TestStore world;
        QVERIFY(world.open());
        const FeedId feed = world.subscribe("https://meridian.example/feed");
        QVERIFY(world.fetch(feed, {test::entry("tide", "The harbour", "Pontoons rise and fall."),
                                   test::entry("rail", "Night trains", "A single ticket.")}));

        Settings settings(world.folder.path());
        Appearance appearance(settings);
        LibraryEvents events;
        ReadingService reading(*world.store);
        CommentService comments(*world.store, events, world.clock);
        SearchService search(*world.store, world.clock);
        LibraryHeadlines headlines(reading);
        ArticleListModel list(headlines, events, world.clock);
        QSignalSpy opened(&list, &ArticleListModel::opened);
        list.open({});
        QVERIFY(!opened.isEmpty() || opened.wait());
        QCOMPARE(list.rowCount(), 2);
        const auto titled = [&](const QString &title) {
            for (int row = 0; row < list.rowCount(); ++row)
                if (list.headlineAt(row) && list.headlineAt(row)->title == title)
                    return list.idAt(row);
            return ArticleId();
        };
        QTRY_VERIFY(titled(QStringLiteral("The harbour")).isValid());
        const ArticleId article = titled(QStringLiteral("The harbour"));
        QCOMPARE(list.headlineAt(list.rowOf(article))->commentCount, 0);

        // Foot and panel show the same discussion.
        DiscussionView foot(comments, events, appearance, DiscussionView::Place::Foot);
        CommentsPanel panel(comments, events, appearance);
        foot.resize(600, 400);
        panel.resize(300, 600);
        foot.showArticle(article);
        panel.showArticle(article);
        foot.show();
        panel.show();

        auto *text = foot.findChild<QPlainTextEdit *>();
        auto *post = foot.findChild<QAbstractButton *>(QStringLiteral("post"));
        QTest::keyClicks(text, QStringLiteral("Worth finding the **surveyor's** archive"));
        QTest::mouseClick(post, Qt::LeftButton);

        // Shown: in both threads, and as a mark in the list; only then is the box empty.
        QTRY_COMPARE(foot.commentCount(), 1);
        QTRY_COMPARE(text->toPlainText(), QString());
        QTRY_COMPARE(panel.findChild<DiscussionView *>()->commentCount(), 1);
        QTRY_COMPARE(list.headlineAt(list.rowOf(article))->commentCount, 1);

        // Stored: as typed, and as clean markup.
        const auto kept = waitedFor(comments.discussion(article));
        QVERIFY(kept);
        QCOMPARE(kept->comments.size(), 1);
        const Comment comment = kept->comments.first();
        QCOMPARE(comment.text, QStringLiteral("Worth finding the **surveyor's** archive"));
        QVERIFY(comment.html.utf8().contains("<strong>"));
        QCOMPARE(comment.created, world.clock.now());
        QVERIFY(!foot.commentRect(comment.id).isEmpty());

        // Found, with the place to go to; and no longer once it is deleted.
        const auto hits = waitedFor(search.find(QStringLiteral("surveyor"), 10, SearchService::Order::Date));
        QVERIFY(hits);
        QCOMPARE(hits->size(), 1);
        QCOMPARE(hits->first().comment, comment.id);
        QCOMPARE(hits->first().headline.id, article);
        QVERIFY(waitedFor(comments.remove(comment.id)));
        QTRY_COMPARE(foot.commentCount(), 0);
        const auto none = waitedFor(search.find(QStringLiteral("surveyor"), 10, SearchService::Order::Date));
        QVERIFY(none);
        QVERIFY(none->isEmpty());
        QVERIFY(world.isWhole());
    }

    void aReplyOutlivesTheProgram()
    {
        test::TestStore world;
        QVERIFY(world.open());
        const FeedId feed = world.subscribe("https://meridian.example/feed");
        QVERIFY(world.fetch(feed, {test::entry("tide", "The harbour")}));
        const ArticleId article = world.ids().first();
        {
            LibraryEvents events;
            CommentService comments(*world.store, events, world.clock);
            const auto first = waitedFor(comments.add({article, {}, {}, QStringLiteral("first"), {}}));
            QVERIFY(first);
            QVERIFY(waitedFor(comments.add({article, first->comment.id, {}, QStringLiteral("second"), {}})));
            QVERIFY(waitedFor(comments.saveDraft(article, {}, QStringLiteral("half a thought"))));
        }
        QVERIFY(world.reopen());
        LibraryEvents events;
        CommentService comments(*world.store, events, world.clock);
        const auto kept = waitedFor(comments.discussion(article));
        QVERIFY(kept);
        QCOMPARE(kept->comments.size(), 2);
        QCOMPARE(kept->comments.at(1).parent, kept->comments.at(0).id);
        QCOMPARE(waitedFor(comments.draft(article, {})).value_or(QString()),
                 QStringLiteral("half a thought"));
    }
};

BROADSHEET_TEST_MAIN(ReplyJourney, QApplication)
#include "reply.moc"
