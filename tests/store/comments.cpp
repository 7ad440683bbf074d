// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRegularExpression>
#include <QUuid>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

/** A store with one article. */
class Room : public TestStore
{
public:
    Room()
    {
        ready = open();
        feed = subscribe("https://example.org/feed");
        ready = ready && fetch(feed, {entry("1", "About fire", "text", "https://example.org/1")}).has_value();
        article = ids().first();
    }
    Result<CommentChange> say(const char *text, CommentId parent = {})
    {
        NewComment comment;
        comment.article = article;
        comment.parent = parent;
        comment.uuid = QUuid::createUuid().toRfc4122();
        comment.name = QStringLiteral("Me");
        comment.text = QString::fromUtf8(text);
        comment.html = SafeHtml::alreadyCleaned(QByteArray("<p>") + text + "</p>");
        comment.quote = QStringLiteral("a quoted passage");
        comment.created = clock.now();
        clock.advance(std::chrono::seconds(1));
        return answerOf(store->addComment(comment));
    }
    /** "text/depth" of each, "-" for a tombstone. */
    QStringList discussion()
    {
        QStringList lines;
        const auto all = answerOf(store->discussion(article));
        for (const Comment &comment : all->comments)
            lines.append((comment.deleted ? QStringLiteral("-") : comment.text) + u'/' +
                         QString::number(comment.depth));
        return lines;
    }
    int commentCount() { return answerOf(store->article(article))->headline.commentCount; }
    qsizetype found(const char *words)
    {
        const auto query = query::parse(QString::fromUtf8(words), clock.now());
        return answerOf(store->search(*query, 10, store::SearchOrder::Date))->size();
    }

    bool ready = false;
    FeedId feed;
    ArticleId article;
};

} // namespace

class CommentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void aTreeInOrder();
    void wrongPlacesAreRefused();
    void editingKeepsTheOldText();
    void deletingLeavesWhatHoldsReplies();
    void everythingCanBeUndone();
    void draftsStay();
    void commentsOutliveTheFeed();
};

void CommentsTest::aTreeInOrder()
{
    Room r;
    QVERIFY(r.ready);
    const auto first = r.say("first");
    QVERIFY(first.has_value());
    QCOMPARE(first->kind, CommentChange::Kind::Added);
    QCOMPARE(first->article, r.article);
    QCOMPARE(first->comment.html.utf8(), QByteArray("<p>first</p>"));
    QVERIFY(r.say("second").has_value());
    const auto reply = r.say("reply to first", first->comment.id);
    QCOMPARE(reply->comment.depth, 1);
    QCOMPARE(r.say("deeper", reply->comment.id)->comment.depth, 2);
    QCOMPARE(r.discussion(), (QStringList{QStringLiteral("first/0"), QStringLiteral("reply to first/1"),
                                          QStringLiteral("deeper/2"), QStringLiteral("second/0")}));
    QCOMPARE(r.commentCount(), 4);
    QCOMPARE(answerOf(r.store->overview())->commented, 1);
    const auto kept = answerOf(r.store->discussion(r.article));
    QCOMPARE(kept->comments.first(), first->comment);
}

void CommentsTest::wrongPlacesAreRefused()
{
    Room r;
    QCOMPARE(r.say("x", CommentId(99)).error().code, ErrorCode::NotFound);
    QCOMPARE(answerOf(r.store->discussion(ArticleId(99))).error().code, ErrorCode::NotFound);
    QVERIFY(r.fetch(r.feed, {entry("2", "Another")}).has_value());
    const auto mine = r.say("here");
    const ArticleId first = r.article;
    r.article = r.ids().first();
    QVERIFY(r.article != first);
    QCOMPARE(r.say("there", mine->comment.id).error().code, ErrorCode::NotFound); // a parent elsewhere
}

void CommentsTest::editingKeepsTheOldText()
{
    Room r;
    const auto said = r.say("helo");
    const auto html = SafeHtml::alreadyCleaned("<p>hello</p>");
    const auto edited =
        answerOf(r.store->editComment(said->comment.id, QStringLiteral("hello"), html, r.clock.now()));
    QCOMPARE(edited->kind, CommentChange::Kind::Edited);
    QCOMPARE(edited->comment.edited, r.clock.now());
    QCOMPARE(r.discussion(), QStringList{QStringLiteral("hello/0")});
    QCOMPARE(r.found("hello"), 1);
    QCOMPARE(r.found("helo"), 0);
    QVERIFY(answerOf(r.store->undo(edited->change)).has_value());
    QCOMPARE(r.discussion(), QStringList{QStringLiteral("helo/0")});
    QCOMPARE(r.found("helo"), 1);
    QVERIFY(r.isWhole());
}

void CommentsTest::deletingLeavesWhatHoldsReplies()
{
    Room r;
    const auto parent = r.say("parent");
    const auto reply = r.say("reply", parent->comment.id);
    const auto deleted = answerOf(r.store->deleteComment(parent->comment.id, r.clock.now()));
    QVERIFY(deleted->comment.deleted);
    QVERIFY(deleted->comment.text.isEmpty());
    QCOMPARE(r.discussion(), (QStringList{QStringLiteral("-/0"), QStringLiteral("reply/1")}));
    QCOMPARE(r.commentCount(), 1);
    QCOMPARE(r.found("parent"), 0);
    QVERIFY(answerOf(r.store->deleteComment(reply->comment.id, r.clock.now())).has_value());
    QVERIFY(r.discussion().isEmpty());
    QCOMPARE(answerOf(r.store->overview())->commented, 0);
    QCOMPARE(answerOf(r.store->restoreComment(parent->comment.id))->comment.text, QStringLiteral("parent"));
    QCOMPARE(r.discussion(), QStringList{QStringLiteral("parent/0")});
    QCOMPARE(r.found("parent"), 1);
    QVERIFY(r.isWhole());
}

void CommentsTest::everythingCanBeUndone()
{
    Room r;
    const auto said = r.say("words");
    const auto undone = answerOf(r.store->undo(said->change));
    QCOMPARE(undone->articles.updated, QList<ArticleId>{r.article});
    QVERIFY(r.discussion().isEmpty());
    QVERIFY(answerOf(r.store->undo(undone->articles.change)).has_value()); // and back
    QCOMPARE(r.discussion(), QStringList{QStringLiteral("words/0")});
    QCOMPARE(answerOf(r.store->undo(said->change)).error().code, ErrorCode::NotFound);
}

void CommentsTest::draftsStay()
{
    Room r;
    const auto said = r.say("words");
    QVERIFY(answerOf(r.store->saveDraft(r.article, {}, QStringLiteral("to the article"))).has_value());
    QVERIFY(answerOf(r.store->saveDraft(r.article, said->comment.id, QStringLiteral("to me"))).has_value());
    QVERIFY(r.reopen());
    QCOMPARE(*answerOf(r.store->draft(r.article, {})), QStringLiteral("to the article"));
    QCOMPARE(*answerOf(r.store->draft(r.article, said->comment.id)), QStringLiteral("to me"));
    QVERIFY(answerOf(r.store->saveDraft(r.article, {}, {})).has_value());
    QCOMPARE(*answerOf(r.store->draft(r.article, {})), QString());
}

void CommentsTest::commentsOutliveTheFeed()
{
    Room r;
    const auto said = r.say("unforgotten");
    QVERIFY(answerOf(r.store->unsubscribe(r.feed)).has_value());
    QCOMPARE(r.discussion(), QStringList{QStringLiteral("unforgotten/0")});
    // Without its comment the article would have gone; taken back later, the comment finds its article's
    // title.
    QVERIFY(answerOf(r.store->deleteComment(said->comment.id, r.clock.now())).has_value());
    QCOMPARE(r.subscribe("https://example.org/feed"), r.feed);
    QVERIFY(answerOf(r.store->unsubscribe(r.feed)).has_value());
    QVERIFY(r.ids().isEmpty());
    QVERIFY(answerOf(r.store->restoreComment(said->comment.id)).has_value());
    const auto query = query::parse(QStringLiteral("unforgotten"), r.clock.now());
    const auto hits = answerOf(r.store->search(*query, 10, store::SearchOrder::Date));
    QCOMPARE(hits->size(), 1);
    QCOMPARE(hits->first().comment, said->comment.id);
    QCOMPARE(hits->first().headline.title, QStringLiteral("About fire"));
    QVERIFY(r.isWhole());
}

BROADSHEET_TEST_MAIN(CommentsTest, QCoreApplication)
#include "comments.moc"
