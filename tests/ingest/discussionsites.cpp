// SPDX-License-Identifier: GPL-3.0-or-later
// The answers are made up in the shapes that the sites document; see discussionsites.cpp.
#include "ingest/sitecomments.h"

#include "support/testmain.h"

#include <QFile>

using namespace broadsheet;
using ingest::DiscussionSite;

namespace {

QByteArray recorded(const char *name)
{
    QFile file(
        test::dataPath(BROADSHEET_TEST_DATA, QStringLiteral("discussions/") + QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<QList<SiteComment>> readComments(DiscussionSite site, const QByteArray &bytes, const QUrl &page)
{
    const auto part = ingest::readDiscussion(site, bytes, page, page);
    if (!part)
        return part.error();
    return part->comments;
}

/** "id<parent name: text" of each. */
QStringList lines(const QList<SiteComment> &comments)
{
    QStringList all;
    for (const SiteComment &comment : comments)
        all.append(comment.id + u'<' + comment.replyTo + u' ' + comment.name + QStringLiteral(": ") +
                   comment.text);
    return all;
}

} // namespace

class DiscussionSitesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *page, const char *url) {
            QTest::newRow(page) << QString::fromLatin1(page) << QString::fromLatin1(url);
        };
        row("https://forum.example/t/the-tide/42", "https://forum.example/t/42.json");
        row("https://forum.example/t/42", "https://forum.example/t/42.json");
        row("https://forum.example:8080/t/the-tide/42/7?u=me", "https://forum.example:8080/t/42.json");
        row("https://lobste.rs/s/abc123/the_tide", "https://lobste.rs/s/abc123.json");
        row("https://news.ycombinator.com/item?id=123", "https://hn.algolia.com/api/v1/items/123");
        row("https://news.ycombinator.com/user?id=me", "");
        row("https://news.ycombinator.com/item?id=12/../3", "");
        row("https://old.reddit.com/r/harbours/comments/ab12c/the_tide/",
            "https://www.reddit.com/r/harbours/comments/ab12c.json?raw_json=0&limit=500");
        row("https://mastodon.example/@ada/109876",
            "https://mastodon.example/api/v1/statuses/109876/context");
        row("https://mastodon.example/users/ada/statuses/109876",
            "https://mastodon.example/api/v1/statuses/109876/context");
        row("https://user:secret@forum.example/t/42", "https://forum.example/t/42.json");
        row("https://lobste.rs.example/s/abc123/the_tide", "");
        row("https://blog.example/the-tide#comments", "");
        row("ftp://forum.example/t/42", "");
    }
    void addresses()
    {
        QFETCH(QString, page);
        QFETCH(QString, url);
        const auto found = ingest::discussionAddress(QUrl(page));
        QCOMPARE(found ? found->url.toString() : QString(), url);
    }

    void discourse()
    {
        const auto read = readComments(DiscussionSite::Discourse, recorded("discourse.json"),
                                       QUrl(QStringLiteral("https://forum.example/t/the-tide/42")));
        QVERIFY(read.has_value());
        QCOMPARE(lines(*read),
                 (QStringList{QStringLiteral("2< Ada L.: Well said"), QStringLiteral("3<2 bo: Yes")}));
        QCOMPARE(read->first().url, QUrl(QStringLiteral("https://forum.example/t/42/2")));
        QCOMPARE(read->first().edited, QDateTime({2026, 3, 10}, {8, 5}, Qt::UTC));
        QVERIFY(!read->at(1).edited.isValid());
        QVERIFY(!read->first().html.utf8().contains("script"));
    }

    void discourseInPages()
    {
        const auto next = [](const char *asked, int count, int chunk = 20) {
            const QByteArray bytes = QStringLiteral("{\"posts_count\":%1,\"chunk_size\":%2,\"post_stream\":{"
                                                    "\"posts\":[{\"post_number\":1}]}}")
                                         .arg(count)
                                         .arg(chunk)
                                         .toUtf8();
            const auto part = ingest::readDiscussion(DiscussionSite::Discourse, bytes,
                                                     QUrl(QStringLiteral("https://forum.example/t/42")),
                                                     QUrl(QLatin1String(asked)));
            return part ? part->next.toString() : QStringLiteral("error");
        };
        QCOMPARE(next("https://forum.example/t/42.json", 20), QString());
        QCOMPARE(next("https://forum.example/t/42.json", 21),
                 QStringLiteral("https://forum.example/t/42.json?page=2"));
        QCOMPARE(next("https://forum.example/t/42.json?page=2", 41),
                 QStringLiteral("https://forum.example/t/42.json?page=3"));
        QCOMPARE(next("https://forum.example/t/42.json?page=3", 41), QString());
        QCOMPARE(next("https://forum.example/t/42.json", 41, 0), QString());
    }

    void lobsters()
    {
        const auto read = readComments(DiscussionSite::Lobsters, recorded("lobsters.json"),
                                       QUrl(QStringLiteral("https://lobste.rs/s/abc123/the_tide")));
        QVERIFY(read.has_value());
        QCOMPARE(lines(*read),
                 (QStringList{QStringLiteral("c1< ada: Good"), QStringLiteral("c2<c1 bo: Bad")}));
        QCOMPARE(read->first().created, QDateTime({2026, 3, 10}, {13, 0}, Qt::UTC));
        QVERIFY(read->at(1).url.isEmpty());
    }

    void hackerNews()
    {
        const auto read = readComments(DiscussionSite::HackerNews, recorded("hackernews.json"),
                                       QUrl(QStringLiteral("https://news.ycombinator.com/item?id=123")));
        QVERIFY(read.has_value());
        QCOMPARE(lines(*read),
                 (QStringList{QStringLiteral("124< ada: One\nTwo"), QStringLiteral("125<124 bo: Three")}));
        QCOMPARE(read->first().url, QUrl(QStringLiteral("https://news.ycombinator.com/item?id=124")));
    }

    void reddit()
    {
        const auto read =
            readComments(DiscussionSite::Reddit, recorded("reddit.json"),
                         QUrl(QStringLiteral("https://www.reddit.com/r/harbours/comments/x/t/")));
        QVERIFY(read.has_value());
        QCOMPARE(lines(*read), (QStringList{QStringLiteral("t1_a< ada: Salt & water"),
                                            QStringLiteral("t1_b<t1_a bo: Mud")}));
        QVERIFY(!read->first().edited.isValid());
        QVERIFY(read->at(1).edited.isValid());
    }

    void mastodon()
    {
        const auto read = readComments(DiscussionSite::Mastodon, recorded("mastodon.json"),
                                       QUrl(QStringLiteral("https://mastodon.example/@host/109876")));
        QVERIFY(read.has_value());
        QCOMPARE(lines(*read), (QStringList{QStringLiteral("200< Ada: Fine @x"),
                                            QStringLiteral("201<200 bo: Fish\nHerring")}));
    }

    void whatIsNoAnswer()
    {
        for (const DiscussionSite site :
             {DiscussionSite::Discourse, DiscussionSite::Lobsters, DiscussionSite::HackerNews,
              DiscussionSite::Reddit, DiscussionSite::Mastodon}) {
            const QUrl page(QStringLiteral("https://forum.example/t/42"));
            for (const char *bytes : {"", "<html>", "{}", "[]", "5", "{\"post_stream\":5,\"comments\":{}}"})
                QCOMPARE(readComments(site, bytes, page).error().code, ErrorCode::Malformed);
        }
    }
};

BROADSHEET_TEST_MAIN(DiscussionSitesTest, QCoreApplication)
#include "discussionsites.moc"
