// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/commentlink.h"
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
    NewComment made(const char *text) const
    {
        NewComment comment;
        comment.article = article;
        comment.uuid = QUuid::createUuid().toRfc4122();
        comment.name = QStringLiteral("Me");
        comment.text = QString::fromUtf8(text);
        comment.html = SafeHtml::alreadyCleaned(QByteArray("<p>") + text + "</p>");
        comment.quote = QStringLiteral("a quoted passage");
        comment.created = clock.now();
        return comment;
    }
    Result<CommentChange> say(const char *text, CommentId parent = {})
    {
        NewComment comment = made(text);
        comment.parent = parent;
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
    void commentsFollowAMovedFeed();
    void aReplyToADeletedOneIsRefused();
    void aHighlightIsACommentWithoutWords();
    void ownCommentsOverAllArticles();
    void foundByItsOperator();
    void whatItLinksToIsNamed();
    void exportedAndTakenInElsewhere();
    void eachFieldOfTheLaterWriter();
    void ringsAreShown();
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

void CommentsTest::commentsFollowAMovedFeed()
{
    Room r;
    QVERIFY(r.say("unmoved").has_value());
    // Taken over after a permanent redirect, the entries being the same ones.
    SubscriptionEdit edit;
    edit.feedUrl = QUrl(QStringLiteral("https://new.example/feed.xml"));
    QVERIFY(answerOf(r.store->editSubscription(r.feed, edit)).has_value());
    QVERIFY(r.fetch(r.feed, {entry("1", "About fire", "text", "https://new.example/1")}).has_value());
    QCOMPARE(r.ids(), QList<ArticleId>{r.article});
    QCOMPARE(r.discussion(), QStringList{QStringLiteral("unmoved/0")});
    // Left and subscribed again, at the old address and at the new one.
    QVERIFY(answerOf(r.store->unsubscribe(r.feed)).has_value());
    const FeedId again = r.subscribe("https://new.example/feed.xml");
    QCOMPARE(again, r.feed);
    QVERIFY(r.fetch(again, {entry("1", "About fire", "text", "https://new.example/1")}).has_value());
    QCOMPARE(r.ids(), QList<ArticleId>{r.article});
    QVERIFY(answerOf(r.store->unsubscribe(again)).has_value());
    const FeedId old = r.subscribe("https://example.org/feed");
    QVERIFY(r.fetch(old, {entry("1", "About fire", "text", "https://example.org/1")}).has_value());
    QCOMPARE(r.ids(), QList<ArticleId>{r.article});
    QCOMPARE(r.discussion(), QStringList{QStringLiteral("unmoved/0")});
    QCOMPARE(r.commentCount(), 1);
    QVERIFY(r.isWhole());
}

void CommentsTest::aReplyToADeletedOneIsRefused()
{
    Room r;
    const auto said = r.say("gone");
    QVERIFY(answerOf(r.store->deleteComment(said->comment.id, r.clock.now())).has_value());
    QCOMPARE(r.say("late", said->comment.id).error().code, ErrorCode::NotFound);
    QCOMPARE(answerOf(r.store->deleteComment(said->comment.id, r.clock.now())).error().code,
             ErrorCode::NotFound);
}

void CommentsTest::aHighlightIsACommentWithoutWords()
{
    Room r;
    NewComment mark;
    mark.article = r.article;
    mark.uuid = QUuid::createUuid().toRfc4122();
    mark.quote = QStringLiteral("burning ember");
    mark.prefix = QStringLiteral("a ");
    mark.suffix = QStringLiteral(" fell");
    mark.color = HighlightColor::Green;
    mark.created = r.clock.now();
    const auto made = answerOf(r.store->addComment(mark));
    QVERIFY(made.has_value());
    QCOMPARE(made->comment.anchor(), (TextAnchor{mark.quote, mark.prefix, mark.suffix}));
    QCOMPARE(made->comment.color, HighlightColor::Green);
    QCOMPARE(r.found("has:quote"), 1);
    QCOMPARE(r.found("comment:ember"), 1);
    const auto other = answerOf(r.store->recolorComment(made->comment.id, HighlightColor::Pink));
    QCOMPARE(other->comment.color, HighlightColor::Pink);
    const auto undone = answerOf(r.store->undo(other->change));
    QCOMPARE(undone->comment->comment.color, HighlightColor::Green);
    QVERIFY(!undone->comment->comment.deleted);
    const auto plain = r.say("words");
    QVERIFY(plain.has_value());
    QVERIFY(answerOf(r.store->commentHistory(plain->comment.id))->isEmpty());
    QVERIFY(
        answerOf(r.store->editComment(plain->comment.id, QStringLiteral("other words"), {}, r.clock.now())));
    QCOMPARE(answerOf(r.store->commentHistory(plain->comment.id))->first().text, QStringLiteral("words"));
    QVERIFY(r.isWhole());
}

void CommentsTest::ownCommentsOverAllArticles()
{
    Room r;
    QVERIFY(r.say("first thought").has_value());
    QVERIFY(r.fetch(r.feed, {entry("2", "Another", "text")}).has_value());
    const ArticleId first = r.article;
    r.article = r.ids().first();
    QVERIFY(r.article != first);
    const auto second = r.say("second thought");
    auto own = answerOf(r.store->ownComments({}, 10));
    QCOMPARE(own->size(), 2);
    QCOMPARE(own->first().comment.text, QStringLiteral("second thought"));
    QCOMPARE(own->first().articleTitle, QStringLiteral("Another"));
    QCOMPARE(own->first().article, r.article);
    CommentFilter filter;
    filter.words = QStringLiteral("fir");
    QCOMPARE(answerOf(r.store->ownComments(filter, 10))->size(), 1);
    filter.words = QStringLiteral("second \"quoted");
    QCOMPARE(answerOf(r.store->ownComments(filter, 10))->size(), 1);
    filter.words = QStringLiteral("nowhere");
    QVERIFY(answerOf(r.store->ownComments(filter, 10))->isEmpty());
    QCOMPARE(answerOf(r.store->ownComments({}, 1))->size(), 1);
    QVERIFY(answerOf(r.store->deleteComment(second->comment.id, r.clock.now())).has_value());
    QCOMPARE(answerOf(r.store->ownComments({}, 10))->size(), 1);
}

void CommentsTest::foundByItsOperator()
{
    Room r;
    const auto said = r.say("unforgotten words");
    const auto hits = [&](const char *words) {
        return *answerOf(r.store->search(*query::parse(QString::fromUtf8(words), r.clock.now()), 10,
                                         store::SearchOrder::Relevance));
    };
    QCOMPARE(hits("comment:unforgotten").size(), 1); // the comment, not its article once more
    QCOMPARE(hits("comment:unforgotten").first().comment, said->comment.id);
    QCOMPARE(hits("comment:unforgotten").first().headline.id, r.article);
    QCOMPARE(hits("comment:\"unforgotten words\"").size(), 1);
    QCOMPARE(hits("comment:fire").size(), 0);
    QCOMPARE(hits("title:fire comment:unforgotten").size(), 1);
    QCOMPARE(hits("title:water comment:unforgotten").size(), 0);
    QCOMPARE(hits("is:commented").size(), 1);
    QVERIFY(!hits("is:commented").first().comment.isValid());
    QCOMPARE(hits("-comment:unforgotten").size(), 0);
    QCOMPARE(hits("-comment:other").size(), 1);
    QVERIFY(answerOf(r.store->deleteComment(said->comment.id, r.clock.now())).has_value());
    QCOMPARE(hits("comment:unforgotten").size(), 0);
    QCOMPARE(hits("has:comments").size(), 0);
}

void CommentsTest::whatItLinksToIsNamed()
{
    Room r;
    QVERIFY(r.fetch(r.feed, {entry("1", "About fire", "text", "https://example.org/1"),
                             entry("2", "About \"water\"", "text", "https://example.org/2?a=1&b=2")}));
    const auto words = [&r](const QByteArray &html, const QString &text = {}) {
        NewComment comment = r.made("words");
        comment.text = text;
        comment.html = SafeHtml::alreadyCleaned(html);
        return answerOf(r.store->addComment(comment))->comment;
    };
    // As cleaned markup writes it; twice the same is one.
    const Comment linking = words("<a href=\"http://www.example.org/2?a=1&amp;b=2&amp;utm_source=x\">it</a> "
                                  "<a href=\"https://example.org/2?a=1&amp;b=2#top\">again</a>");
    QCOMPARE(linking.mentions.size(), 1);
    QCOMPARE(linking.mentions.first().title, QStringLiteral("About \"water\""));
    QVERIFY(!linking.mentions.first().comment.isValid());
    QVERIFY(words("<a href=\"https://example.org/1\">this very article</a>").mentions.isEmpty());
    QVERIFY(words("<a href=\"https://elsewhere.example/\">unknown</a><a href=\"").mentions.isEmpty());
    const Comment pointing = words("<p>x</p>", QStringLiteral("see ") + commentLink(linking.uuid).toString());
    QCOMPARE(pointing.mentions.size(), 1);
    QCOMPARE(pointing.mentions.first().comment, linking.id);
    QCOMPARE(answerOf(r.store->commentPlace(linking.uuid))->article, r.article);
    QCOMPARE(answerOf(r.store->commentPlace(QByteArray(16, 'x'))).error().code, ErrorCode::NotFound);
    // The discussion tells the same.
    const auto all = answerOf(r.store->discussion(r.article));
    QCOMPARE(all->comments.first().mentions, linking.mentions);
}

void CommentsTest::exportedAndTakenInElsewhere()
{
    Room here;
    const auto parent = here.say("parent");
    const auto reply = here.say("reply", parent->comment.id);
    QVERIFY(answerOf(
        here.store->editComment(reply->comment.id, QStringLiteral("reply, better"), {}, here.clock.now())));
    const auto archive = answerOf(here.store->commentArchive());
    QCOMPARE(archive->articles.size(), 1);
    QCOMPARE(archive->articles.first().title, QStringLiteral("About fire"));
    const auto render = [](const QString &text) {
        return SafeHtml::alreadyCleaned("<p>" + text.toUtf8() + "</p>");
    };

    TestStore there; // where the feed was never heard of
    QVERIFY(there.open());
    const auto merged = answerOf(there.store->mergeComments(*archive, render));
    QVERIFY2(merged.has_value(), merged ? "" : qPrintable(merged.error().detail));
    QCOMPARE(merged->added, 2);
    const auto again = answerOf(there.store->mergeComments(*archive, render));
    QCOMPARE(again->added + again->changed, 0);
    QCOMPARE(again->known, 2);
    const auto own = answerOf(there.store->ownComments({}, 10));
    QCOMPARE(own->size(), 2);
    QCOMPARE(own->first().articleTitle, QStringLiteral("About fire"));
    QVERIFY(!own->first().article.isValid());
    const auto found = answerOf(there.store->search(
        *query::parse(QStringLiteral("better"), there.clock.now()), 10, store::SearchOrder::Date));
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().headline.title, QStringLiteral("About fire"));
    // The article comes: its comments are there.
    const FeedId feed = there.subscribe("https://example.org/feed");
    QVERIFY(there.fetch(feed, {entry("1", "About fire", "text", "https://example.org/1")}).has_value());
    const auto discussion = answerOf(there.store->discussion(there.ids().first()));
    QCOMPARE(discussion->comments.size(), 2);
    QCOMPARE(discussion->comments.at(1).depth, 1);
    QCOMPARE(discussion->comments.at(1).text, QStringLiteral("reply, better"));
    QCOMPARE(answerOf(there.store->article(there.ids().first()))->headline.commentCount, 2);
    QCOMPARE(answerOf(there.store->commentHistory(discussion->comments.at(1).id))->size(), 1);
    // A later wording from elsewhere wins, the one here becomes history.
    here.clock.advance(std::chrono::minutes(1));
    QVERIFY(answerOf(
        here.store->editComment(parent->comment.id, QStringLiteral("parent, later"), {}, here.clock.now())));
    const auto later = answerOf(there.store->mergeComments(*answerOf(here.store->commentArchive()), render));
    QCOMPARE(later->changed, 1);
    const CommentId changed = answerOf(there.store->discussion(there.ids().first()))->comments.first().id;
    QCOMPARE(answerOf(there.store->commentHistory(changed))->first().text, QStringLiteral("parent"));
    QVERIFY(there.isWhole());
}

void CommentsTest::eachFieldOfTheLaterWriter()
{
    // One highlight on two machines: recoloured on the one, then worded anew on the other.
    Room here;
    NewComment mark = here.made("first");
    mark.quote = QStringLiteral("a passage");
    mark.color = HighlightColor::Yellow;
    const auto said = answerOf(here.store->addComment(mark));
    const CommentId id = said->comment.id;
    const auto render = [](const QString &text) {
        return SafeHtml::alreadyCleaned("<p>" + text.toUtf8() + "</p>");
    };
    Room there;
    QVERIFY(answerOf(there.store->mergeComments(*answerOf(here.store->commentArchive()), render)));
    const auto other = answerOf(there.store->discussion(there.article))->comments.first();
    here.clock.advance(std::chrono::minutes(1));
    QVERIFY(answerOf(here.store->recolorComment(id, HighlightColor::Pink)));
    there.clock.advance(std::chrono::minutes(2));
    QVERIFY(answerOf(there.store->editComment(other.id, QStringLiteral("second"), {}, there.clock.now())));
    here.clock.advance(std::chrono::minutes(2));
    QVERIFY(answerOf(here.store->editComment(id, QStringLiteral("third"), {}, here.clock.now())));

    const auto fromThere = answerOf(there.store->commentArchive());
    const auto fromHere = answerOf(here.store->commentArchive());
    QCOMPARE(answerOf(here.store->mergeComments(*fromThere, render))->changed, 0);
    QCOMPARE(answerOf(there.store->mergeComments(*fromHere, render))->changed, 1);
    for (Room *room : {&here, &there}) {
        const Comment now = answerOf(room->store->discussion(room->article))->comments.first();
        QCOMPARE(now.text, QStringLiteral("third"));
        QCOMPARE(now.color, HighlightColor::Pink);
        QStringList earlier;
        const auto versions = answerOf(room->store->commentHistory(now.id));
        for (const CommentVersion &version : *versions)
            earlier.append(version.text);
        earlier.sort();
        QCOMPARE(earlier, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
    }
    // Once more: nothing doubles.
    QCOMPARE(answerOf(there.store->mergeComments(*fromHere, render))->changed, 0);
    QCOMPARE(answerOf(there.store->commentHistory(other.id))->size(), 2);
    QVERIFY(there.isWhole());
}

void CommentsTest::ringsAreShown()
{
    // No library makes one; a file that is taken in could.
    Room r;
    CommentArchive archive;
    CommentedArticle about;
    about.key = answerOf(r.store->article(r.article))->key;
    for (const char *id : {"0123456789abcdef", "fedcba9876543210"}) {
        Comment comment;
        comment.uuid = id;
        comment.text = QString::fromLatin1(id);
        comment.created = r.clock.now();
        about.comments.append(comment);
    }
    archive.parents.insert("0123456789abcdef", "fedcba9876543210");
    archive.parents.insert("fedcba9876543210", "0123456789abcdef");
    archive.articles.append(about);
    QVERIFY(
        answerOf(r.store->mergeComments(archive, [](const QString &) { return SafeHtml(); })).has_value());
    QCOMPARE(r.discussion(),
             (QStringList{QStringLiteral("0123456789abcdef/0"), QStringLiteral("fedcba9876543210/1")}));
}

BROADSHEET_TEST_MAIN(CommentsTest, QCoreApplication)
#include "comments.moc"
