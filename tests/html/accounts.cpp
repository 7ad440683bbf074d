// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/accounts.h"

#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;
using Kind = SiteAccount::Kind;

namespace {

QString told(const QList<SiteAccount> &accounts)
{
    QStringList lines;
    for (const SiteAccount &account : accounts)
        lines.append(QString::number(int(account.kind)) + u' ' + account.name + u' ' +
                     account.feedUrl.toString());
    return lines.join(u'\n');
}

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void profiles_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("feed");
        const auto row = [](const char *url, Kind kind, const char *name, const char *feed) {
            QTest::newRow(url) << int(kind) << QString::fromUtf8(name) << QString::fromUtf8(feed);
        };
        row("https://mastodon.example/@meridian", Kind::Mastodon, "@meridian@mastodon.example",
            "https://mastodon.example/@meridian.rss");
        row("https://bsky.app/profile/meridian.example", Kind::Bluesky, "meridian.example",
            "https://bsky.app/profile/meridian.example/rss");
        row("https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv", Kind::YouTube,
            "channel/UCabcdefghijklmnopqrstuv",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv");
        row("https://www.youtube.com/@meridian/videos", Kind::YouTube, "@meridian",
            "https://www.youtube.com/@meridian/videos");
        row("https://www.reddit.com/r/harbours/", Kind::Reddit, "r/harbours",
            "https://www.reddit.com/r/harbours/.rss");
        row("https://github.com/meridian", Kind::GitHub, "meridian", "https://github.com/meridian.atom");
        row("https://medium.com/@meridian", Kind::Medium, "@meridian", "https://medium.com/feed/@meridian");
        row("https://meridian.substack.com/", Kind::Substack, "meridian",
            "https://meridian.substack.com/feed");
        row("https://x.com/meridian", Kind::X, "meridian", "");
        row("https://twitter.com/meridian?ref=home", Kind::X, "meridian", "");
        row("https://www.facebook.com/themeridian", Kind::Facebook, "themeridian", "");
        row("https://www.linkedin.com/company/meridian/", Kind::LinkedIn, "meridian", "");
        row("https://t.me/meridian", Kind::Telegram, "meridian", "");
        row("https://podcasts.apple.com/us/podcast/the-tide/id123456", Kind::Podcast, "id123456", "");
    }
    void profiles()
    {
        QFETCH(int, kind);
        QFETCH(QString, name);
        QFETCH(QString, feed);
        const auto account = html::accountAt(QUrl(QString::fromUtf8(QTest::currentDataTag())));
        QVERIFY(account);
        QCOMPARE(int(account->kind), kind);
        QCOMPARE(account->name, name);
        QCOMPARE(account->feedUrl.toString(), feed);
        QVERIFY(!account->url.hasQuery());
    }

    void otherPagesAreNone_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url :
             {"https://twitter.com/intent/tweet?text=x", "https://twitter.com/share",
              "https://x.com/meridian/status/12", "https://www.facebook.com/sharer/sharer.php?u=x",
              "https://www.facebook.com/share.php", "https://www.linkedin.com/shareArticle?x",
              "https://www.youtube.com/watch?v=abcdefghijk", "https://www.reddit.com/submit?url=x",
              "https://t.me/share/url?url=x", "https://www.instagram.com/p/abc/", "https://example.org/about",
              "mailto:a@example.org", "javascript:alert(1)", "https://github.com/features"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void otherPagesAreNone()
    {
        QFETCH(QString, url);
        QVERIFY(!html::accountAt(QUrl(url)));
    }

    void pages_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *page, const char *expected) {
            QTest::newRow(name) << QByteArray(page) << QString::fromUtf8(expected);
        };
        row("rel=me",
            "<link rel='me' href='https://social.example/@a'><a rel='me noopener' "
            "href='https://social.example/@b'>b</a>",
            "1 @a@social.example https://social.example/@a.rss\n1 @b@social.example "
            "https://social.example/@b.rss");
        row("JSON-LD",
            "<script "
            "type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"publisher\":{\"@type\":"
            "\"Organization\",\"sameAs\":[\"https://x.com/meridian\",\"https://example.org/\"]},"
            "\"about\":{\"sameAs\":\"https://x.com/somebody\"}}]}</script>",
            "9 meridian ");
        row("a podcast",
            "<link rel=alternate type='application/rss+xml' title='The Tide Podcast' href='/tide.xml'>"
            "<link rel=alternate type='application/rss+xml' title='News' href='/news.xml'>",
            "8 The Tide Podcast https://site.example/tide.xml");
        row("icons and words",
            "<a class='social' href='https://www.facebook.com/meridian'><i class='icon-facebook'></i></a>"
            "<a href='https://bsky.app/profile/m.example'>Bluesky</a>"
            "<a href='https://x.com/meridian' aria-label='Follow us on Twitter'><svg></svg></a>",
            "10 meridian \n2 m.example https://bsky.app/profile/m.example/rss\n9 meridian ");
        row("of others",
            "<p>The minister wrote on <a href='https://x.com/minister'>her own account last night, and later "
            "said "
            "more</a> about <a href='https://social.example/@expert'>an expert</a>.</p>",
            "");
        row("the page's own word wins",
            "<a href='https://x.com/other'>Twitter</a><link rel=me href='https://x.com/meridian'>",
            "9 meridian ");
        row("share buttons", "<a href='https://www.facebook.com/sharer/sharer.php?u=1'>Facebook</a>", "");
        row("twice",
            "<a rel=me href='https://www.x.com/Meridian'></a><a rel=me href='https://x.com/meridian/'></a>",
            "9 Meridian ");
    }
    void pages()
    {
        QFETCH(QByteArray, page);
        QFETCH(QString, expected);
        QCOMPARE(told(html::findAccounts(page, QUrl(QStringLiteral("https://site.example/")))), expected);
    }

    void hostilePagesEnd()
    {
        const QByteArray nested = QByteArray("{\"publisher\":").repeated(20'000);
        QVERIFY(
            html::findAccounts("<script type='application/ld+json'>" + nested + "</script>", {}).isEmpty());
        const QByteArray many = QByteArray("<a rel=me href='https://social.example/@").repeated(5000);
        QVERIFY(html::findAccounts(many, {}).size() <= 24);
    }
};

BROADSHEET_TEST_MAIN(AccountsTest, QCoreApplication)
#include "accounts.moc"
