// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/discover.h"

#include "base/url.h"

#include <QRegularExpression>

#include <array>

namespace broadsheet::html {

namespace {

constexpr const char *rss = "application/rss+xml";
constexpr const char *atom = "application/atom+xml";

/** A host with a fixed rule: a pattern for host + path, and the feed's address with its groups. */
struct Rule
{
    const char *pattern; ///< matched against "host/path" without "www."
    const char *feed;    ///< %0 the host, %1 %2 … the groups
    const char *title;
    const char *type;
};

constexpr auto rules = std::to_array<Rule>({
    {"^(?:m\\.)?youtube\\.com/channel/(UC[\\w-]{22})(?:/|$)",
     "https://www.youtube.com/feeds/videos.xml?channel_id=%1", "YouTube", atom},
    {"^(?:m\\.)?youtube\\.com/user/([\\w.-]+)", "https://www.youtube.com/feeds/videos.xml?user=%1", "YouTube",
     atom},
    {"^(?:m\\.)?youtube\\.com/playlist\\?(?:.*&)?list=([\\w-]+)",
     "https://www.youtube.com/feeds/videos.xml?playlist_id=%1", "YouTube", atom},
    {"^vimeo\\.com/((?!categories|watch|upgrade|features)[a-z][\\w-]+)/?$", "https://vimeo.com/%1/videos/rss",
     "Vimeo", rss},
    {"^(?:old\\.|new\\.|np\\.)?reddit\\.com/(r/\\w+(?:/(?:top|new|hot|rising))?)/?$",
     "https://www.reddit.com/%1/.rss", "Reddit", atom},
    {"^(?:old\\.|new\\.|np\\.)?reddit\\.com/(r/\\w+/comments/\\w+)", "https://www.reddit.com/%1/.rss",
     "Reddit", atom},
    {"^(?:old\\.|new\\.|np\\.)?reddit\\.com/(?:u|user)/([\\w-]+)/?", "https://www.reddit.com/user/%1/.rss",
     "Reddit", atom},
    {"^github\\.com/([\\w-]+/[\\w.-]+)/commits/([\\w./-]+?)/?$", "https://github.com/%1/commits/%2.atom",
     "Commits", atom},
    {"^github\\.com/((?!orgs/|topics/|features/|settings/)[\\w-]+/[\\w.-]+)(?:/|$)",
     "https://github.com/%1/releases.atom", "Releases", atom},
    {"^github\\.com/((?!orgs/|topics/|features/|settings/)[\\w-]+/[\\w.-]+)(?:/|$)",
     "https://github.com/%1/commits.atom", "Commits", atom},
    {"^github\\.com/((?!features$|pricing$|about$|topics$|explore$|login$)[\\w-]+)/?$",
     "https://github.com/%1.atom", "Activity", atom},
    {"^gitlab\\.com/([\\w-]+/[\\w.-]+)/?$", "https://gitlab.com/%1/-/tags?format=atom", "Tags", atom},
    {"^codeberg\\.org/([\\w-]+/[\\w.-]+)/?$", "https://codeberg.org/%1/releases.rss", "Releases", rss},
    {"^medium\\.com/(@[\\w.-]+|(?!m/|tag/|p/|about$|search$)[\\w-]+)(?:/|$)", "https://medium.com/feed/%1",
     "Medium", rss},
    {"^medium\\.com/tag/([\\w-]+)", "https://medium.com/feed/tag/%1", "Medium", rss},
    {"^(?!www\\.)([\\w-]+)\\.medium\\.com(?:/|$)", "https://%1.medium.com/feed", "Medium", rss},
    {"^([\\w-]+)\\.substack\\.com(?:/|$)", "https://%1.substack.com/feed", "Substack", rss},
    {"^([\\w-]+)\\.wordpress\\.com(?:/|$)", "https://%1.wordpress.com/feed/", "WordPress", rss},
    {"^([\\w-]+)\\.tumblr\\.com(?:/|$)", "https://%1.tumblr.com/rss", "Tumblr", rss},
    {"^tumblr\\.com/(?!explore|login|tagged)([\\w-]+)(?:/|$)", "https://%1.tumblr.com/rss", "Tumblr", rss},
    {"^([\\w-]+)\\.blogspot\\.com(?:/|$)", "https://%1.blogspot.com/feeds/posts/default", "Blogger", atom},
    {"^([\\w-]+)\\.livejournal\\.com(?:/|$)", "https://%1.livejournal.com/data/rss", "LiveJournal", rss},
    {"^([\\w-]+)\\.dreamwidth\\.org(?:/|$)", "https://%1.dreamwidth.org/data/rss", "Dreamwidth", rss},
    {"^([\\w-]+)\\.bearblog\\.dev(?:/|$)", "https://%1.bearblog.dev/feed/", "Bear Blog", atom},
    {"^([\\w-]+)\\.itch\\.io/([\\w-]+)/?$", "https://%1.itch.io/%2/devlog.rss", "Devlog", rss},
    {"^dev\\.to/((?!t/|tags$|about$)[\\w-]+)(?:/|$)", "https://dev.to/feed/%1", "DEV", rss},
    {"^bsky\\.app/profile/([\\w.:-]+)(?:/|$)", "https://bsky.app/profile/%1/rss", "Bluesky", rss},
    {"^(?:[\\w-]+\\.)?stackexchange\\.com/questions/tagged/([\\w.+#-]+)", "https://%0/feeds/tag?tagnames=%1",
     "Questions", atom},
    {"^stackoverflow\\.com/questions/tagged/([\\w.+#-]+)", "https://stackoverflow.com/feeds/tag?tagnames=%1",
     "Questions", atom},
    {"^news\\.ycombinator\\.com(?:/|$)", "https://news.ycombinator.com/rss", "Hacker News", rss},
    {"^lobste\\.rs/?$", "https://lobste.rs/rss", "Lobsters", rss},
    {"^arxiv\\.org/list/([\\w.-]+)", "https://rss.arxiv.org/rss/%1", "arXiv", rss},
    {"^pypi\\.org/project/([\\w.-]+)", "https://pypi.org/rss/project/%1/releases.xml", "Releases", rss},
    {"^letterboxd\\.com/(?!film/|films)([\\w-]+)/?$", "https://letterboxd.com/%1/rss/", "Letterboxd", rss},
    // Any host: the shape of a Mastodon (or kindred) profile.
    {"^[\\w.-]+\\.[a-z]{2,}/@([\\w.-]+)/?$", "https://%0/@%1.rss", "Mastodon", rss},
});

} // namespace

QList<FoundFeed> feedsOfKnownHost(const QUrl &pageUrl)
{
    QList<FoundFeed> feeds;
    if (!isWebUrl(pageUrl))
        return feeds;
    QString host = pageUrl.host().toLower();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    QString subject = host + pageUrl.path(QUrl::FullyEncoded);
    if (pageUrl.hasQuery())
        subject += u'?' + pageUrl.query(QUrl::FullyEncoded);
    QString first;
    for (const Rule &rule : rules) {
        // The first rule that fits a host decides; more feeds come from rules with the same pattern.
        if (!first.isEmpty() && first != QLatin1String(rule.pattern))
            continue;
        const QRegularExpressionMatch match = QRegularExpression(QLatin1String(rule.pattern)).match(subject);
        if (!match.hasMatch())
            continue;
        const bool aMastodonRule = QLatin1String(rule.title) == QLatin1String("Mastodon");
        if (aMastodonRule &&
            (host.endsWith(QLatin1String("youtube.com")) || host == QLatin1String("tiktok.com")))
            continue; // handles of others; YouTube's pages declare their feed
        QString address = QLatin1String(rule.feed);
        address.replace(QLatin1String("%0"), host);
        for (int group = 1; group <= match.lastCapturedIndex(); ++group)
            address.replace(u'%' + QString::number(group), match.captured(group));
        feeds.append({QUrl(address), QLatin1String(rule.title), QLatin1String(rule.type)});
        first = QLatin1String(rule.pattern);
    }
    return feeds;
}

QList<QUrl> guessFeeds(const QUrl &pageUrl)
{
    static constexpr auto names = std::to_array<const char *>(
        {"feed", "rss.xml", "atom.xml", "index.xml", "feed.xml", "rss", "feed.json", "feed/",
         "feeds/posts/default", "index.rdf", "atom", "feed.rss", "blog/feed", "blog/rss.xml",
         "blog/index.xml", "blog/atom.xml", "news/rss.xml", "?feed=rss2"});
    QList<QUrl> urls;
    if (!isWebUrl(pageUrl))
        return urls;
    const auto add = [&urls](const QUrl &url) {
        if (!urls.contains(url))
            urls.append(url);
    };
    const QUrl root = pageUrl.resolved(QUrl(QStringLiteral("/")));
    const QUrl folder = pageUrl.adjusted(QUrl::RemoveFilename | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (folder.path() != QLatin1String("/")) {
        for (const char *name : {"feed", "rss.xml", "atom.xml", "index.xml"})
            add(folder.resolved(QUrl(QLatin1String(name))));
    }
    for (const char *name : names)
        add(root.resolved(QUrl(QLatin1String(name))));
    return urls;
}

} // namespace broadsheet::html
