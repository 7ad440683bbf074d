// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/discover.h"

#include "base/url.h"
#include "html/linkreader.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

constexpr qsizetype maxFeeds = 100;

bool isFeedType(const QString &type)
{
    static constexpr std::array types{"application/rss+xml",
                                      "application/atom+xml",
                                      "application/feed+json",
                                      "application/rdf+xml",
                                      "application/x.atom+xml",
                                      "application/x-atom+xml",
                                      "text/rss+xml",
                                      "text/atom+xml",
                                      "application/rss",
                                      "application/atom",
                                      "text/rss"};
    const QString plain = type.section(u';', 0, 0).trimmed().toLower();
    return std::ranges::any_of(types, [&plain](const char *known) { return plain == QLatin1String(known); });
}

/** Types that are feeds only where the address says so too. */
bool mayBeFeedType(const QString &type)
{
    const QString plain = type.section(u';', 0, 0).trimmed().toLower();
    return plain == QLatin1String("application/json") || plain == QLatin1String("text/xml") ||
           plain == QLatin1String("application/xml") || plain.isEmpty();
}

/** How much an address looks like a feed: 0 not at all, 2 for certain endings. */
int likeness(const QUrl &url)
{
    static const QRegularExpression certain(
        QStringLiteral(
            "(\\.(rss|atom|rdf)|/(feed|rss|atom|index|rss2|feeds?)\\.(xml|json)|/(feed|rss|atom|rss2)/?)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression likely(
        QStringLiteral("(^|[/._-])(rss|rss2|atom|feeds?|rdf)([/._-]|\\.xml|$)|feeds?\\.feedburner\\.com"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression query(QStringLiteral("(^|&)(feed|format|alt|type)=(rss2?|atom|rdf|feed)"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QString path = url.path();
    if (certain.match(path).hasMatch() || query.match(url.query()).hasMatch())
        return 2;
    return likely.match(path).hasMatch() || url.host().startsWith(QLatin1String("feeds.")) ? 1 : 0;
}

QString guessedType(const QUrl &url)
{
    const QString path = url.path().toLower();
    if (path.contains(QLatin1String("atom")))
        return QStringLiteral("application/atom+xml");
    if (path.endsWith(QLatin1String(".json")))
        return QStringLiteral("application/feed+json");
    return QStringLiteral("application/rss+xml");
}

bool sameSite(const QString &host, const QString &other)
{
    return host == other || host.endsWith(u'.' + other) || other.endsWith(u'.' + host);
}

/** Addresses that have the words of a feed and share or subscribe to something instead. */
bool isService(const QUrl &url)
{
    static const QRegularExpression services(
        QStringLiteral("(^|\\.)(facebook|twitter|x|linkedin|pinterest|addtoany|addthis)\\.com$"),
        QRegularExpression::CaseInsensitiveOption);
    return services.match(url.host()).hasMatch();
}

bool isOfComments(const FoundFeed &feed)
{
    static const QRegularExpression comments(
        QStringLiteral("comment|kommentar|comentario|commentaire|reacties|/replies"),
        QRegularExpression::CaseInsensitiveOption);
    return comments.match(feed.title).hasMatch() || comments.match(feed.url.path()).hasMatch();
}

/** What a page declares and links to, read in one pass over its tokens. */
class FeedFinder : public LinkReader
{
public:
    explicit FeedFinder(const QUrl &pageUrl) : m_page(pageUrl), m_base(pageUrl) {}

    QList<FoundFeed> declared;
    QList<FoundFeed> linked;
    QUrl canonical; ///< the page's own idea of its address, on the same host or where none is known

private:
    void startTag(const Token &token, Tokenizer &tokens) override
    {
        switch (token.tag) {
        case Tag::Base:
            if (!m_baseSeen) {
                m_baseSeen = true;
                const QUrl base = m_page.resolved(QUrl(valueOf(token, "href")));
                m_base = isWebUrl(base) ? base : m_page;
            }
            break;
        case Tag::Link:
            declaration(token);
            break;
        case Tag::A:
            closeLink();
            link(token);
            break;
        case Tag::Img:
            if (isInLink())
                addWords(valueOf(token, "alt"));
            break;
        default:
            if (has(token.tag, RawText) && token.tag != Tag::Noframes)
                tokens.takeRawText(token.tag);
        }
    }

    void declaration(const Token &token)
    {
        const QStringList rel = valueOf(token, "rel").toLower().split(u' ');
        if (rel.contains(QLatin1String("canonical"))) {
            const QUrl own = resolved(valueOf(token, "href"));
            if (isWebUrl(own) && (m_page.isEmpty() || sameSite(own.host(), m_page.host())))
                canonical = own;
            return;
        }
        const bool alternate = rel.contains(QLatin1String("alternate"));
        if ((!alternate && !rel.contains(QLatin1String("feed"))) || rel.contains(QLatin1String("stylesheet")))
            return;
        const QUrl url = resolved(valueOf(token, "href"));
        const QString type = valueOf(token, "type").section(u';', 0, 0).toLower();
        // Nobody said where the page is from: an address that hangs on that is told as it is.
        const bool hangs =
            m_page.isEmpty() && m_base.isEmpty() && !url.isEmpty() && url.isRelative() && isFeedType(type);
        if (!isWebUrl(url) && !hangs)
            return;
        // A page for another device or language says no type: what its address looks like tells nothing.
        if (type.isEmpty() && !rel.contains(QLatin1String("feed")) &&
            (!valueOf(token, "hreflang").isEmpty() || !valueOf(token, "media").isEmpty()))
            return;
        // WordPress declares application/json for its programming interface, which is no feed.
        const bool feed =
            isFeedType(type) || rel.contains(QLatin1String("feed")) ||
            (mayBeFeedType(type) && likeness(url) > 0 && !url.path().contains(QLatin1String("/wp-json")));
        if (feed)
            declared.append({url, valueOf(token, "title"), type.isEmpty() ? guessedType(url) : type});
    }

    void link(const Token &token)
    {
        const QUrl url = resolved(valueOf(token, "href"));
        if (!isWebUrl(url) || isService(url))
            return;
        m_linkType = valueOf(token, "type");
        beginLink(url, valueOf(token, "title"));
    }

    void endLink(const QUrl &url, const QString &text) override
    {
        static const QRegularExpression words(QStringLiteral("\\b(rss|atom|feed|xml)\\b"),
                                              QRegularExpression::CaseInsensitiveOption);
        // "RSS" alone often leads to a page about feeds, but seldom to one that is made by a program.
        static const QRegularExpression nothingElse(
            QStringLiteral("^(?:subscribe )?(?:via )?(?:rss|atom|xml)(?: ?[12]\\.0)?(?:[ -]?feed)?$"),
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression made(QStringLiteral("\\.(?:xml|php|aspx?|cgi|pl|json)$"),
                                             QRegularExpression::CaseInsensitiveOption);
        const int like = likeness(url);
        const bool said = words.match(text).hasMatch();
        const bool saidAlone = said && nothingElse.match(text).hasMatch() &&
                               (made.match(url.path()).hasMatch() || url.hasQuery());
        const bool isXml = said && url.path().endsWith(QLatin1String(".xml")) &&
                           !url.path().contains(QLatin1String("sitemap"));
        const bool own = m_page.isEmpty() || sameSite(url.host(), m_page.host());
        if (linked.size() < maxFeeds &&
            (isFeedType(m_linkType) || like == 2 || (like == 1 && said) || ((saidAlone || isXml) && own)))
            linked.append({url, text, isFeedType(m_linkType) ? m_linkType : guessedType(url)});
    }

    QUrl resolved(const QString &address) const
    {
        if (address.isEmpty())
            return {};
        QString text = address;
        if (text.startsWith(QLatin1String("feed://"), Qt::CaseInsensitive))
            text.replace(0, 4, QStringLiteral("http"));
        else if (text.startsWith(QLatin1String("feed:"), Qt::CaseInsensitive))
            text.remove(0, 5);
        return m_base.resolved(QUrl(text)).adjusted(QUrl::RemoveFragment);
    }

    QUrl m_page;
    QUrl m_base;
    bool m_baseSeen = false;
    QString m_linkType; ///< of the link that is open
};

} // namespace

QList<FoundFeed> findFeeds(QByteArrayView utf8Page, const QUrl &pageUrl)
{
    FeedFinder finder(pageUrl);
    finder.read(utf8Page);
    if (pageUrl.isEmpty() && finder.canonical.isValid()) // a saved page that says where it was
        return findFeeds(utf8Page, finder.canonical);
    QList<FoundFeed> feeds;
    const auto add = [&feeds](const QList<FoundFeed> &found) {
        for (const FoundFeed &feed : found) {
            const auto same = [&feed](const FoundFeed &other) { return other.url == feed.url; };
            if (feeds.size() < maxFeeds && std::ranges::none_of(feeds, same))
                feeds.append(feed);
        }
    };
    add(finder.declared);
    add(feedsOfKnownHost(pageUrl));
    if (finder.canonical.isValid() && finder.canonical != pageUrl)
        add(feedsOfKnownHost(finder.canonical));
    if (feeds.isEmpty()) // and only then is it worth the search
        add(feedsOfKnownPage(utf8Page, pageUrl.isEmpty() ? finder.canonical : pageUrl));
    // Links are a guess: on a page that declares its feeds they are mostly the same ones in another spelling.
    if (finder.declared.isEmpty())
        add(finder.linked);
    std::stable_partition(feeds.begin(), feeds.end(),
                          [](const FoundFeed &feed) { return !isOfComments(feed); });
    return feeds;
}

} // namespace broadsheet::html
