// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/discover.h"

#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;

namespace {

QStringList found(const char *page, const char *url = "https://site.example/blog/post")
{
    QStringList lines;
    const auto feeds = html::findFeeds(page, QUrl(QString::fromUtf8(url)));
    for (const FoundFeed &feed : feeds)
        lines.append(feed.url.toString() + u'|' + feed.title + u'|' + feed.type);
    return lines;
}

} // namespace

class DiscoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void pages_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *page, const char *expected) {
            QTest::newRow(name) << QByteArray(page) << QString::fromUtf8(expected);
        };
        row("declared",
            "<head><link rel=alternate type=application/rss+xml title='Posts &amp; more' href='/feed'>"
            "<LINK REL='Alternate' TYPE='application/atom+xml; charset=utf-8' HREF=atom.xml>"
            "<link rel=alternate type=application/feed+json href=feed.json>",
            "https://site.example/feed|Posts & more|application/rss+xml\n"
            "https://site.example/blog/atom.xml||application/atom+xml\n"
            "https://site.example/blog/feed.json||application/feed+json");
        row("base",
            "<base href=https://cdn.example/x/><link rel=alternate type=application/rss+xml href=rss>",
            "https://cdn.example/x/rss||application/rss+xml");
        row("comments last",
            "<link rel=alternate type=application/rss+xml title='Comments Feed' href=/comments/feed>"
            "<link rel=alternate type=application/rss+xml title=Feed href=/feed>",
            "https://site.example/feed|Feed|application/rss+xml\n"
            "https://site.example/comments/feed|Comments Feed|application/rss+xml");
        row("no feeds",
            "<link rel=stylesheet href=/feed.css><link rel=alternate hreflang=de href=/de>"
            "<link rel=alternate type=application/json href=/wp-json/wp/v2/posts/1><a href=/about>RSS</a>",
            "");
        row("other devices and languages",
            "<link rel=alternate media='only screen and (max-width: 640px)' href=/m/feed>"
            "<link rel=alternate hreflang=de href=/de/feed/>",
            "");
        row("named, and made by a program",
            "<a href='/syndication.php?lang=en'>RSS</a><a href=/pages?id=2>RSS help</a>",
            "https://site.example/syndication.php?lang=en|RSS|application/rss+xml");
        row("podcast", "<a href=/podcast.xml>Podcast (RSS)</a><a href=/sitemap.xml>XML sitemap</a>",
            "https://site.example/podcast.xml|Podcast (RSS)|application/rss+xml");
        row("linked", "<a href='/about'>x</a><a href='feed:https://site.example/rss.xml'><b>RSS</b></a>",
            "https://site.example/rss.xml|RSS|application/rss+xml");
        row("twice", "<a href=/feed>a</a><a href=/feed#x>b</a>",
            "https://site.example/feed|a|application/rss+xml");
        row("within a script", "<script>'<link rel=alternate type=application/rss+xml href=/feed>'</script>",
            "");
        row("bad addresses", "<link rel=alternate type=application/rss+xml href='javascript:x'>", "");
    }
    void pages()
    {
        QFETCH(QByteArray, page);
        QFETCH(QString, expected);
        QCOMPARE(found(page.constData()).join(u'\n'), expected);
    }

    void savedPages()
    {
        const char *feed = "<link rel=alternate type=application/rss+xml href=/feed>";
        QCOMPARE(found(feed, ""), QStringList(QStringLiteral("/feed||application/rss+xml")));
        const QByteArray known = QByteArray("<link rel=canonical href=https://site.example/a/b>") + feed;
        QCOMPARE(found(known.constData(), ""),
                 QStringList(QStringLiteral("https://site.example/feed||application/rss+xml")));
    }

    void knownHosts_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *page, const char *feed) {
            QTest::newRow(page) << QString::fromUtf8(feed);
        };
        row("https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv");
        row("https://m.youtube.com/user/somebody", "https://www.youtube.com/feeds/videos.xml?user=somebody");
        row("https://www.youtube.com/playlist?list=PLabc-1",
            "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabc-1");
        row("https://www.youtube.com/@handle", "");
        row("https://old.reddit.com/r/cpp/", "https://www.reddit.com/r/cpp/.rss");
        row("https://www.reddit.com/user/some-body", "https://www.reddit.com/user/some-body/.rss");
        row("https://social.example/@jane", "https://social.example/@jane.rss");
        row("https://fosstodon.org/tags/qt", "https://fosstodon.org/tags/qt.rss");
        row("https://www.reddit.com/", "https://www.reddit.com/.rss");
        row("https://www.reddit.com/domain/qt.io/", "https://www.reddit.com/domain/qt.io/.rss");
        row("https://gist.github.com/jane", "https://gist.github.com/jane.atom");
        row("https://github.com/o/r/discussions", "https://github.com/o/r/discussions.atom");
        row("https://www.pinterest.com/jane/maps/", "https://www.pinterest.com/jane/maps.rss");
        row("https://www.deviantart.com/jane", "https://backend.deviantart.com/rss.xml?q=gallery:jane");
        row("https://jane.podbean.com/", "https://feed.podbean.com/jane/feed.xml");
        row("https://jane.libsyn.com/", "https://jane.libsyn.com/rss");
        row("https://crates.io/crates/serde", "https://static.crates.io/rss/crates/serde.xml");
        row("https://git.sr.ht/~jane/tool/tree", "https://git.sr.ht/~jane/tool/log/rss.xml");
        row("https://buttondown.com/jane", "https://buttondown.com/jane/rss");
        row("https://bsky.app/profile/jane.example", "https://bsky.app/profile/jane.example/rss");
        row("https://github.com/o/r",
            "https://github.com/o/r/releases.atom https://github.com/o/r/commits.atom");
        row("https://github.com/o/r/commits/main", "https://github.com/o/r/commits/main.atom");
        row("https://github.com/someone", "https://github.com/someone.atom");
        row("https://medium.com/@jane/story-1", "https://medium.com/feed/@jane");
        row("https://jane.medium.com/", "https://jane.medium.com/feed");
        row("https://jane.substack.com/p/x", "https://jane.substack.com/feed");
        row("https://en.blog.wordpress.com/", "https://en.blog.wordpress.com/feed/");
        row("https://jane.wordpress.com", "https://jane.wordpress.com/feed/");
        row("https://jane.tumblr.com/", "https://jane.tumblr.com/rss");
        row("https://jane.blogspot.com/2026/", "https://jane.blogspot.com/feeds/posts/default");
        row("https://stackoverflow.com/questions/tagged/c++",
            "https://stackoverflow.com/feeds/tag?tagnames=c++");
        row("https://www.reddit.com/user/jane/m/news/", "https://www.reddit.com/user/jane/m/news/.rss");
        row("https://www.reddit.com/r/cpp+qt", "https://www.reddit.com/r/cpp+qt/.rss");
        row("https://social.example/@jane/113", "https://social.example/@jane.rss");
        row("https://social.example/users/jane", "https://social.example/users/jane.rss");
        row("https://www.tiktok.com/@jane", "");
        row("https://github.com/o/r/tags", "https://github.com/o/r/tags.atom");
        row("https://github.com/o/r/wiki/Page", "https://github.com/o/r/wiki.atom");
        row("https://gitlab.com/g/sub/p/-/commits/main", "https://gitlab.com/g/sub/p/-/commits?format=atom");
        row("https://gitlab.com/g/p",
            "https://gitlab.com/g/p/-/tags?format=atom https://gitlab.com/g/p.atom");
        row("https://gitlab.com/jane", "https://gitlab.com/jane.atom");
        row("https://codeberg.org/jane/tool",
            "https://codeberg.org/jane/tool/releases.rss https://codeberg.org/jane/tool.rss");
        row("https://codeberg.org/jane", "https://codeberg.org/jane.rss");
        row("https://open.substack.com/pub/jane/p/x", "https://jane.substack.com/feed");
        row("https://jane.tumblr.com/tagged/art", "https://jane.tumblr.com/tagged/art/rss");
        row("https://jane.blogspot.co.uk/", "https://jane.blogspot.com/feeds/posts/default");
        row("https://cooking.stackexchange.com/questions/12/x",
            "https://cooking.stackexchange.com/feeds/question/12");
        row("https://superuser.com/", "https://superuser.com/feeds");
        row("https://stackoverflow.com/users/22/jane", "https://stackoverflow.com/feeds/user/22");
        row("https://vimeo.com/jane", "https://vimeo.com/jane/videos/rss");
        row("https://dev.to/jane/post", "https://dev.to/feed/jane");
        row("https://www.flickr.com/photos/12345@N01/",
            "https://www.flickr.com/services/feeds/photos_public.gne?id=12345@N01&format=atom");
        row("https://odysee.com/@jane:1/film:2", "https://odysee.com/$/rss/@jane:1");
        row("https://site.example/page", "");
        row("ftp://jane.substack.com/", "");
    }
    void knownHosts()
    {
        QFETCH(QString, expected);
        QStringList urls;
        const auto feeds = html::feedsOfKnownHost(QUrl(QString::fromUtf8(QTest::currentDataTag())));
        for (const FoundFeed &feed : feeds)
            urls.append(feed.url.toString());
        QCOMPARE(urls.join(u' '), expected);
    }

    void knownPages_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *url, const char *page, const char *feed) {
            QTest::newRow(url) << QByteArray(page) << QString::fromUtf8(feed);
        };
        row("https://www.youtube.com/@handle",
            "<meta itemprop=\"identifier\" content=\"UCabcdefghijklmnopqrstuv\">",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv");
        row("https://www.youtube.com/c/name",
            "<script>{\"externalId\":\"UCabcdefghijklmnopqrstuv\"}</script>",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv");
        row("https://podcasts.apple.com/us/podcast/x/id1",
            "<script>{\"feedUrl\":\"https:\\/\\/cast.example\\/feed\"}</script>",
            "https://cast.example/feed");
        row("https://soundcloud.com/jane", "<meta property=\"al:ios:url\" content=\"soundcloud://users:77\">",
            "https://feeds.soundcloud.com/users/soundcloud:users:77/sounds.rss");
        row("https://medium.com/x", "<link rel=canonical href='https://medium.com/@jane/x-1'>",
            "https://medium.com/feed/x https://medium.com/feed/@jane");
        row("https://site.example/", "<script>{\"feedUrl\":\"https://cast.example/feed\"}</script>", "");
        row("https://site.example/share",
            "<a href='https://www.facebook.com/dialog/feed?app_id=1'>share</a>"
            "<link rel=canonical href='https://github.com/o/r'>",
            "");
    }
    void knownPages()
    {
        QFETCH(QByteArray, page);
        QFETCH(QString, expected);
        QStringList urls;
        const auto feeds = html::findFeeds(page, QUrl(QString::fromUtf8(QTest::currentDataTag())));
        for (const FoundFeed &feed : feeds)
            urls.append(feed.url.toString());
        QCOMPARE(urls.join(u' '), expected);
    }

    void guesses()
    {
        const QList<QUrl> urls =
            html::guessFeeds(QUrl(QStringLiteral("https://site.example/blog/post.html?x=1")));
        QCOMPARE(urls.first(), QUrl(QStringLiteral("https://site.example/blog/feed")));
        QVERIFY(urls.contains(QUrl(QStringLiteral("https://site.example/rss.xml"))));
        QVERIFY(urls.contains(QUrl(QStringLiteral("https://site.example/?feed=rss2"))));
        QVERIFY(html::guessFeeds(QUrl(QStringLiteral("mailto:x@site.example"))).isEmpty());
    }
};

BROADSHEET_TEST_MAIN(DiscoverTest, QCoreApplication)
#include "discover.moc"
