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

// Not the services that have handles and no such feeds.
#define MASTODON                                                                                             \
    "^(?!(?:[\\w-]+\\.)?(?:youtube|tiktok|threads|substack|instagram|telegram|patreon)\\.(?:com|net|org)/"   \
    ")[\\w.-]+\\.[a-z]{2,}"
#define STACK                                                                                                \
    "^(?:[\\w-]+\\.)*(?:stackexchange|stackoverflow|superuser|serverfault|askubuntu|stackapps)\\.com"

constexpr auto rules = std::to_array<Rule>({
    {"^(?:m\\.)?youtube\\.com/channel/(UC[\\w-]{22})(?:/|$)",
     "https://www.youtube.com/feeds/videos.xml?channel_id=%1", "YouTube", atom},
    {"^(?:m\\.)?youtube\\.com/user/([\\w.-]+)", "https://www.youtube.com/feeds/videos.xml?user=%1", "YouTube",
     atom},
    {"^(?:m\\.)?youtube\\.com/playlist\\?(?:.*&)?list=([\\w-]+)",
     "https://www.youtube.com/feeds/videos.xml?playlist_id=%1", "YouTube", atom},
    {"^vimeo\\.com/((?!categories|watch|upgrade|features)[a-z][\\w-]+)/?$", "https://vimeo.com/%1/videos/rss",
     "Vimeo", rss},
    {"^(?:old\\.|new\\.|np\\.)?reddit\\.com/(user/[\\w-]+/m/\\w+)/?$", "https://www.reddit.com/%1/.rss",
     "Reddit", atom},
    {"^(?:old\\.|new\\.|np\\.)?reddit\\.com/(r/[\\w+]+(?:/(?:top|new|hot|rising))?)/?$",
     "https://www.reddit.com/%1/.rss", "Reddit", atom},
    {"^(?:old\\.|new\\.|np\\.)?reddit\\.com/(r/\\w+/comments/\\w+)", "https://www.reddit.com/%1/.rss",
     "Reddit", atom},
    {"^(?:old\\.|new\\.|np\\.)?reddit\\.com/(?:u|user)/([\\w-]+)/?", "https://www.reddit.com/user/%1/.rss",
     "Reddit", atom},
    {"^(?:old\\.|new\\.|np\\.)?reddit\\.com/(?:(?:best|hot|new|top|rising)/?)?$",
     "https://www.reddit.com/.rss", "Reddit", atom},
    {"^(?:old\\.|new\\.|np\\.)?reddit\\.com/(domain/[\\w.-]+)/?$", "https://www.reddit.com/%1/.rss", "Reddit",
     atom},
    {"^gist\\.github\\.com/([\\w-]+)/?$", "https://gist.github.com/%1.atom", "Gists", atom},
    {"^github\\.com/([\\w-]+/[\\w.-]+)/discussions/?$", "https://github.com/%1/discussions.atom",
     "Discussions", atom},
    {"^github\\.com/([\\w-]+/[\\w.-]+)/commits/([\\w./-]+?)/?$", "https://github.com/%1/commits/%2.atom",
     "Commits", atom},
    {"^github\\.com/([\\w-]+/[\\w.-]+)/tags/?$", "https://github.com/%1/tags.atom", "Tags", atom},
    {"^github\\.com/([\\w-]+/[\\w.-]+)/wiki", "https://github.com/%1/wiki.atom", "Wiki", atom},
    {"^github\\.com/orgs/([\\w-]+)(?:/|$)", "https://github.com/%1.atom", "Activity", atom},
    {"^github\\.com/((?!orgs/|topics/|features/|settings/)[\\w-]+/[\\w.-]+)(?:/|$)",
     "https://github.com/%1/releases.atom", "Releases", atom},
    {"^github\\.com/((?!orgs/|topics/|features/|settings/)[\\w-]+/[\\w.-]+)(?:/|$)",
     "https://github.com/%1/commits.atom", "Commits", atom},
    {"^github\\.com/((?!features$|pricing$|about$|topics$|explore$|login$)[\\w-]+)/?$",
     "https://github.com/%1.atom", "Activity", atom},
    {"^gitlab\\.com/([\\w./-]+?)/-/(commits|releases|tags)(?:/[\\w./-]+)?/?$",
     "https://gitlab.com/%1/-/%2?format=atom", "GitLab", atom},
    {"^gitlab\\.com/((?!explore/|users/)[\\w-]+/[\\w./-]+?)(?:/-/.*|/)?$",
     "https://gitlab.com/%1/-/tags?format=atom", "Tags", atom},
    {"^gitlab\\.com/((?!explore/|users/)[\\w-]+/[\\w./-]+?)(?:/-/.*|/)?$", "https://gitlab.com/%1.atom",
     "Activity", atom},
    {"^gitlab\\.com/((?!explore$|users$|help$)[\\w.-]+)/?$", "https://gitlab.com/%1.atom", "Activity", atom},
    {"^codeberg\\.org/((?!explore/|user/|org/)[\\w-]+/[\\w.-]+)(?:/|$)",
     "https://codeberg.org/%1/releases.rss", "Releases", rss},
    {"^codeberg\\.org/((?!explore/|user/|org/)[\\w-]+/[\\w.-]+)(?:/|$)", "https://codeberg.org/%1.rss",
     "Activity", rss},
    {"^codeberg\\.org/((?!explore$|about$)[\\w.-]+)/?$", "https://codeberg.org/%1.rss", "Activity", rss},
    {"^medium\\.com/(@[\\w.-]+|(?!m/|tag/|p/|about$|search$)[\\w-]+)(?:/|$)", "https://medium.com/feed/%1",
     "Medium", rss},
    {"^medium\\.com/tag/([\\w-]+)", "https://medium.com/feed/tag/%1", "Medium", rss},
    {"^(?!www\\.)([\\w-]+)\\.medium\\.com(?:/|$)", "https://%1.medium.com/feed", "Medium", rss},
    {"^open\\.substack\\.com/pub/([\\w-]+)", "https://%1.substack.com/feed", "Substack", rss},
    {"^([\\w-]+)\\.substack\\.com(?:/|$)", "https://%1.substack.com/feed", "Substack", rss},
    {"^([\\w.-]+)\\.wordpress\\.com(?:/|$)", "https://%1.wordpress.com/feed/", "WordPress", rss},
    {"^([\\w-]+)\\.tumblr\\.com/tagged/([^/]+)", "https://%1.tumblr.com/tagged/%2/rss", "Tumblr", rss},
    {"^tumblr\\.com/blog/view/([\\w-]+)", "https://%1.tumblr.com/rss", "Tumblr", rss},
    {"^([\\w-]+)\\.tumblr\\.com(?:/|$)", "https://%1.tumblr.com/rss", "Tumblr", rss},
    {"^tumblr\\.com/(?!explore|login|tagged)([\\w-]+)(?:/|$)", "https://%1.tumblr.com/rss", "Tumblr", rss},
    {"^([\\w-]+)\\.blogspot\\.(?:com|(?:com?\\.)?[a-z]{2})(?:/|$)",
     "https://%1.blogspot.com/feeds/posts/default", "Blogger", atom},
    {"^([\\w-]+)\\.livejournal\\.com(?:/|$)", "https://%1.livejournal.com/data/rss", "LiveJournal", rss},
    {"^([\\w-]+)\\.dreamwidth\\.org(?:/|$)", "https://%1.dreamwidth.org/data/rss", "Dreamwidth", rss},
    {"^([\\w-]+)\\.bearblog\\.dev(?:/|$)", "https://%1.bearblog.dev/feed/", "Bear Blog", atom},
    {"^([\\w-]+)\\.itch\\.io/([\\w-]+)/?$", "https://%1.itch.io/%2/devlog.rss", "Devlog", rss},
    {"^dev\\.to/((?!t/|tags$|about$)[\\w-]+)(?:/|$)", "https://dev.to/feed/%1", "DEV", rss},
    {"^bsky\\.app/profile/([\\w.:-]+)(?:/|$)", "https://bsky.app/profile/%1/rss", "Bluesky", rss},
    {STACK "/questions/tagged/([\\w.+#%-]+)", "https://%0/feeds/tag?tagnames=%1", "Questions", atom},
    {STACK "/questions/(\\d+)", "https://%0/feeds/question/%1", "Answers", atom},
    {STACK "/users/(\\d+)", "https://%0/feeds/user/%1", "Posts", atom},
    {STACK "(?:/questions)?/?$", "https://%0/feeds", "Questions", atom},
    {"^flickr\\.com/(?:photos|people)/(\\d+@N\\d+)",
     "https://www.flickr.com/services/feeds/photos_public.gne?id=%1&format=atom", "Flickr", atom},
    {"^pinterest\\.(?:com|[a-z]{2}|co\\.uk)/([\\w-]+/[\\w-]+)/?$", "https://www.pinterest.com/%1.rss",
     "Pinterest", rss},
    {"^pinterest\\.(?:com|[a-z]{2}|co\\.uk)/((?!ideas$|today$|search$)[\\w-]+)/?$",
     "https://www.pinterest.com/%1/feed.rss", "Pinterest", rss},
    {"^deviantart\\.com/([\\w-]+)/?(?:gallery.*)?$", "https://backend.deviantart.com/rss.xml?q=gallery:%1",
     "DeviantArt", rss},
    {"^([\\w-]+)\\.podbean\\.com(?:/|$)", "https://feed.podbean.com/%1/feed.xml", "Podcast", rss},
    {"^(?!www\\.|html5-player\\.|play\\.)([\\w-]+)\\.libsyn\\.com(?:/|$)", "https://%1.libsyn.com/rss",
     "Podcast", rss},
    {"^crates\\.io/crates/([\\w-]+)", "https://static.crates.io/rss/crates/%1.xml", "Releases", rss},
    {"^git\\.sr\\.ht/(~[\\w-]+/[\\w.-]+)", "https://git.sr.ht/%1/log/rss.xml", "Commits", rss},
    {"^buttondown\\.(?:com|email)/((?!features|pricing|blog|login)[\\w-]+)(?:/|$)",
     "https://buttondown.com/%1/rss", "Buttondown", rss},
    {"^([\\w-]+)\\.hashnode\\.dev(?:/|$)", "https://%1.hashnode.dev/rss.xml", "Hashnode", rss},
    {"^([\\w-]+)\\.ghost\\.io(?:/|$)", "https://%1.ghost.io/rss/", "Ghost", rss},
    {"^([\\w-]+)\\.micro\\.blog(?:/|$)", "https://%1.micro.blog/feed.xml", "Micro.blog", rss},
    {"^write\\.as/([\\w-]+)/?$", "https://write.as/%1/feed/", "Write.as", rss},
    {"^store\\.steampowered\\.com/(?:app|news/app)/(\\d+)",
     "https://store.steampowered.com/feeds/news/app/%1", "Steam", rss},
    {"^sourceforge\\.net/projects/([\\w.-]+)", "https://sourceforge.net/projects/%1/rss", "Files", rss},
    {"^dailymotion\\.com/(?:user/)?((?!video$|embed$|playlist$)[\\w-]+)/?$",
     "https://www.dailymotion.com/rss/user/%1", "Dailymotion", rss},
    {"^odysee\\.com/(@[\\w.-]+(?::\\w+)?)", "https://odysee.com/$/rss/%1", "Odysee", rss},
    {"^news\\.ycombinator\\.com(?:/|$)", "https://news.ycombinator.com/rss", "Hacker News", rss},
    {"^lobste\\.rs/?$", "https://lobste.rs/rss", "Lobsters", rss},
    {"^arxiv\\.org/list/([\\w.-]+)", "https://rss.arxiv.org/rss/%1", "arXiv", rss},
    {"^pypi\\.org/project/([\\w.-]+)", "https://pypi.org/rss/project/%1/releases.xml", "Releases", rss},
    {"^letterboxd\\.com/(?!film/|films)([\\w-]+)/?$", "https://letterboxd.com/%1/rss/", "Letterboxd", rss},
    // Any host: the shape of a Mastodon (or kindred) profile.
    {MASTODON "/@([\\w.-]+)(?:/(?:with_replies|media|\\d+))?/?$", "https://%0/@%1.rss", "Mastodon", rss},
    {"^((?:mastodon|mstdn|mas|fosstodon|hachyderm|infosec|techhub)\\.[\\w.-]+)/tags/([\\w]+)/?$",
     "https://%1/tags/%2.rss", "Mastodon", rss},
    {MASTODON "/users/([\\w.-]+)/?$", "https://%0/users/%1.rss", "Mastodon", rss},
});

#undef STACK
#undef MASTODON

/** A host whose pages hold the feed's address, or the number it is made of, in a script or a meta element. */
struct PageRule
{
    const char *host; ///< the host, or what it ends with
    const char *pattern;
    const char *feed; ///< %1: the first group that matched
    const char *title;
    const char *type;
};

constexpr auto pageRules = std::to_array<PageRule>({
    {"youtube.com",
     "(?:\"(?:externalId|channelId|browseId)\"\\s*:\\s*\"|itemprop=\"(?:channelId|identifier)\"\\s+content="
     "\"|"
     "/channel/)(UC[\\w-]{22})",
     "https://www.youtube.com/feeds/videos.xml?channel_id=%1", "YouTube", atom},
    {"podcasts.apple.com", "\"feedUrl\"\\s*:\\s*\"(https?:[^\"\\s<>]{1,1000})\"", "%1", "Podcast", rss},
    {"itunes.apple.com", "\"feedUrl\"\\s*:\\s*\"(https?:[^\"\\s<>]{1,1000})\"", "%1", "Podcast", rss},
    {"soundcloud.com", "soundcloud://users:(\\d+)",
     "https://feeds.soundcloud.com/users/soundcloud:users:%1/sounds.rss", "SoundCloud", rss},
    {"flickr.com", "\"(?:ownerNsid|nsid)\"\\s*:\\s*\"(\\d+@N\\d+)\"",
     "https://www.flickr.com/services/feeds/photos_public.gne?id=%1&format=atom", "Flickr", atom},
});

constexpr qsizetype maxSearched = 4 * 1024 * 1024; ///< bytes of a page

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
    static const auto patterns = [] {
        std::array<QRegularExpression, rules.size()> made;
        for (size_t i = 0; i < rules.size(); ++i)
            made[i] = QRegularExpression(QLatin1String(rules[i].pattern));
        return made;
    }();
    QString first;
    for (size_t i = 0; i < rules.size(); ++i) {
        const Rule &rule = rules[i];
        // The first rule that fits a host decides; more feeds come from rules with the same pattern.
        if (!first.isEmpty() && first != QLatin1String(rule.pattern))
            continue;
        const QRegularExpressionMatch match = patterns[i].match(subject);
        if (!match.hasMatch())
            continue;
        QString address = QLatin1String(rule.feed);
        address.replace(QLatin1String("%0"), host);
        for (int group = 1; group <= match.lastCapturedIndex(); ++group)
            address.replace(u'%' + QString::number(group), match.captured(group));
        feeds.append({QUrl(address), QLatin1String(rule.title), QLatin1String(rule.type)});
        first = QLatin1String(rule.pattern);
    }
    return feeds;
}

QList<FoundFeed> feedsOfKnownPage(QByteArrayView utf8Page, const QUrl &pageUrl)
{
    const QString host = pageUrl.host().toLower();
    for (const PageRule &rule : pageRules) {
        const QLatin1String wanted(rule.host);
        if (host != wanted && !host.endsWith(QLatin1Char('.') + wanted))
            continue;
        const QString page = QString::fromUtf8(utf8Page.first(qMin(utf8Page.size(), maxSearched)));
        const QRegularExpressionMatch match = QRegularExpression(QLatin1String(rule.pattern)).match(page);
        if (!match.hasMatch())
            continue;
        QString found = match.captured(1);
        found.replace(QLatin1String("\\/"), QLatin1String("/")); // JSON may escape it
        const QUrl url(QString(QLatin1String(rule.feed)).replace(QLatin1String("%1"), found));
        if (isWebUrl(url))
            return {{url, QLatin1String(rule.title), QLatin1String(rule.type)}};
    }
    return {};
}

QList<QUrl> guessFeeds(const QUrl &pageUrl)
{
    static constexpr auto names = std::to_array<const char *>(
        {"feed",          "rss.xml",      "atom.xml",   "index.xml",           "feed.xml",
         "rss",           "feed.json",    "feed/",      "feeds/posts/default", "index.rdf",
         "atom",          "feed.rss",     "blog/feed",  "blog/rss.xml",        "blog/index.xml",
         "blog/atom.xml", "news/rss.xml", "?feed=rss2", "blog-feed.xml",       "?format=rss"});
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
