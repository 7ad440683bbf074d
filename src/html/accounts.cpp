// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/accounts.h"

#include "base/text.h"
#include "base/url.h"
#include "html/discover.h"
#include "html/linkreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

using Kind = SiteAccount::Kind;
constexpr qsizetype maxAccounts = 24;
constexpr qsizetype maxJson = 512 * 1024;

/** The profiles of a network: a pattern for host + path without "www.", whose first group is the name. */
struct Network
{
    Kind kind;
    const char *pattern;
    const char *word; ///< what links to it are called
};

constexpr auto networks = std::to_array<Network>({
    {Kind::Bluesky, "^bsky\\.app/profile/([\\w.:-]+)/?$", "bluesky"},
    {Kind::YouTube,
     "^(?:m\\.)?youtube\\.com/(@[\\w.-]+|channel/UC[\\w-]{22}|c/[^/]+|user/[\\w.-]+)(?:/"
     "(?:videos|featured)?)?$",
     "youtube"},
    {Kind::Reddit, "^(?:old\\.)?reddit\\.com/((?:r|u|user)/[\\w-]+)/?$", "reddit"},
    {Kind::GitHub,
     "^github\\.com/((?!features$|pricing$|about$|topics$|explore$|login$|sponsors$)[\\w-]+)/?$", "github"},
    {Kind::Medium, "^medium\\.com/(@[\\w.-]+)/?$", "medium"},
    {Kind::Medium, "^(?!www\\.|help\\.|policy\\.)([\\w-]+)\\.medium\\.com/?$", "medium"},
    {Kind::Substack, "^(?!www\\.|open\\.|support\\.)([\\w-]+)\\.substack\\.com/?$", "substack"},
    {Kind::Threads, "^threads\\.(?:net|com)/(@[\\w.]+)/?$", "threads"},
    {Kind::TikTok, "^tiktok\\.com/(@[\\w.]+)/?$", "tiktok"},
    {Kind::X,
     "^(?:mobile\\.)?(?:twitter|x)\\.com/"
     "(?!(?:share|intent|home|search|hashtag|i|login|signup|about|tos|privacy)/?$)(\\w{1,15})/?$",
     "twitter"},
    {Kind::Facebook,
     "^(?:m\\.|[a-z]{2}-[a-z]{2}\\.)?facebook\\.com/"
     "(?!(?:sharer|share|dialog|plugins|login|policies|help|tr|groups)(?:\\.php)?(?:/|$))([\\w.-]+)/?$",
     "facebook"},
    {Kind::Instagram, "^instagram\\.com/(?!(?:p|explore|accounts|about)/?$)([\\w.]+)/?$", "instagram"},
    {Kind::LinkedIn, "^(?:[a-z]{2}\\.)?linkedin\\.com/(?:company|in|school|showcase)/([^/]+)/?$", "linkedin"},
    {Kind::Telegram, "^(?:t\\.me|telegram\\.me)/(?:s/)?(?!share(?:/|$)|joinchat)([\\w]+)/?$", "telegram"},
    {Kind::Vimeo, "^vimeo\\.com/((?!categories|watch|upgrade|features|\\d)[\\w-]+)/?$", "vimeo"},
    {Kind::Tumblr, "^(?!www\\.)([\\w-]+)\\.tumblr\\.com/?$", "tumblr"},
    {Kind::Podcast, "^podcasts\\.apple\\.com/(?:[a-z]{2}/)?podcast/(?:[^/]+/)?(id\\d+)/?$", "podcast"},
    {Kind::Podcast, "^open\\.spotify\\.com/show/(\\w+)/?$", "podcast"},
    // Any host: the shape of a Mastodon (or kindred) profile.
    {Kind::Mastodon, "^([\\w.-]+\\.[a-z]{2,})/(@[\\w.-]+)/?$", "mastodon"},
});

QString subjectOf(const QUrl &url)
{
    QString host = url.host().toLower();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    return host + url.path(QUrl::FullyEncoded);
}

QUrl feedOf(const SiteAccount &account)
{
    const QList<FoundFeed> feeds = feedsOfKnownHost(account.url);
    if (!feeds.isEmpty())
        return feeds.constFirst().url;
    // YouTube's handles tell no feed, but the page behind them does: whoever subscribes finds it there.
    return account.kind == Kind::YouTube ? account.url : QUrl();
}

/** What a page says of its accounts, read in one pass over its tokens. */
class AccountFinder : public LinkReader
{
public:
    explicit AccountFinder(const QUrl &pageUrl) : m_page(pageUrl) {}

    QList<SiteAccount> mine;   ///< rel=me
    QList<SiteAccount> same;   ///< JSON-LD
    QList<SiteAccount> shows;  ///< podcasts that the page declares
    QList<SiteAccount> linked; ///< links that are named like a network

private:
    void startTag(const Token &token, Tokenizer &tokens) override
    {
        switch (token.tag) {
        case Tag::Link:
            declaration(token);
            return;
        case Tag::A:
            closeLink();
            link(token);
            return;
        case Tag::Img:
            if (isInLink())
                addWords(valueOf(token, "alt"));
            return;
        case Tag::Script: {
            const bool isData =
                valueOf(token, "type").compare(QLatin1String("application/ld+json"), Qt::CaseInsensitive) ==
                0;
            const QByteArrayView text = tokens.takeRawText(token.tag);
            if (isData && text.size() <= maxJson)
                data(text);
            return;
        }
        default:
            // Icons say what they are by the name of their class: "icon-mastodon".
            if (isInLink())
                addWords(valueOf(token, "class") + u' ' + valueOf(token, "aria-label"));
            if (has(token.tag, RawText) && token.tag != Tag::Noframes)
                tokens.takeRawText(token.tag);
        }
    }

    void declaration(const Token &token)
    {
        const QStringList rel = valueOf(token, "rel").toLower().split(u' ');
        const QUrl url = m_page.resolved(QUrl(valueOf(token, "href")));
        if (rel.contains(QLatin1String("me"))) {
            if (const auto account = accountAt(url))
                mine.append(*account);
        }
        const QString title = valueOf(token, "title");
        const QString type = valueOf(token, "type").toLower();
        if (rel.contains(QLatin1String("alternate")) && type.contains(QLatin1String("rss")) &&
            isWebUrl(url) && title.contains(QLatin1String("podcast"), Qt::CaseInsensitive))
            shows.append({Kind::Podcast, excerpt(title, 60), url, url});
    }

    void link(const Token &token)
    {
        const QUrl url = m_page.resolved(QUrl(valueOf(token, "href")));
        const auto account = accountAt(url);
        if (!account)
            return;
        if (valueOf(token, "rel").toLower().split(u' ').contains(QLatin1String("me"))) {
            mine.append(*account);
            return;
        }
        beginLink(url, valueOf(token, "title") + u' ' + valueOf(token, "aria-label"));
        m_account = *account;
        m_classes = valueOf(token, "class") + u' ' + valueOf(token, "id");
    }

    void endLink(const QUrl &, const QString &words) override
    {
        const QString classes = std::exchange(m_classes, {});
        constexpr qsizetype longestName = 60; // a sentence that links somebody's profile is about them
        const bool isNamed =
            words.size() <= longestName && (names(m_account, words) || names(m_account, classes));
        const bool isIcon = words.isEmpty() && m_account.kind != Kind::Mastodon;
        if (isNamed || isIcon)
            linked.append(m_account);
    }

    static bool names(const SiteAccount &account, const QString &words)
    {
        const auto says = [&words](const char *word) {
            return words.contains(QLatin1String(word), Qt::CaseInsensitive);
        };
        return std::ranges::any_of(networks,
                                   [&](const Network &network) {
                                       return network.kind == account.kind && says(network.word);
                                   }) ||
               (account.kind == Kind::X && words.trimmed().compare(u'X', Qt::CaseInsensitive) == 0) ||
               (!account.name.isEmpty() && words.contains(account.name, Qt::CaseInsensitive) &&
                words.size() <= account.name.size() + 4);
    }

    void data(QByteArrayView text)
    {
        const QJsonDocument document = QJsonDocument::fromJson(text.toByteArray());
        if (document.isArray())
            things(document.array(), 0);
        else
            thing(document.object(), 0);
    }

    void things(const QJsonArray &list, int depth)
    {
        for (const QJsonValue &value : list) {
            if (value.isObject())
                thing(value.toObject(), depth);
        }
    }

    void thing(const QJsonObject &object, int depth)
    {
        constexpr int deepest = 4;
        if (depth > deepest)
            return;
        const QJsonValue addresses = object.value(QLatin1String("sameAs"));
        const QJsonArray list = addresses.isArray() ? addresses.toArray() : QJsonArray{addresses};
        for (const QJsonValue &address : list) {
            if (const auto account = accountAt(QUrl(address.toString())))
                same.append(*account);
        }
        // Whom an article is about has accounts too: only who makes the page is asked.
        for (const char *name : {"@graph", "publisher", "mainEntity", "isPartOf", "parentOrganization"}) {
            const QJsonValue inner = object.value(QLatin1String(name));
            if (inner.isArray())
                things(inner.toArray(), depth + 1);
            else if (inner.isObject())
                thing(inner.toObject(), depth + 1);
        }
    }

    QUrl m_page;
    SiteAccount m_account;
    QString m_classes;
};

} // namespace

std::optional<SiteAccount> accountAt(const QUrl &url)
{
    if (!isWebUrl(url))
        return std::nullopt;
    static const auto patterns = [] {
        std::array<QRegularExpression, networks.size()> made;
        for (size_t i = 0; i < networks.size(); ++i)
            made[i] = QRegularExpression(QLatin1String(networks[i].pattern),
                                         QRegularExpression::CaseInsensitiveOption);
        return made;
    }();
    const QString subject = subjectOf(url);
    for (size_t i = 0; i < networks.size(); ++i) {
        const QRegularExpressionMatch match = patterns[i].match(subject);
        if (!match.hasMatch())
            continue;
        SiteAccount account;
        account.kind = networks[i].kind;
        account.url = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
        account.name =
            account.kind == Kind::Mastodon ? match.captured(2) + u'@' + match.captured(1) : match.captured(1);
        account.feedUrl = feedOf(account);
        return account;
    }
    return std::nullopt;
}

QList<SiteAccount> findAccounts(QByteArrayView utf8Page, const QUrl &pageUrl)
{
    AccountFinder finder(pageUrl);
    finder.read(utf8Page);
    QList<SiteAccount> accounts;
    const auto add = [&accounts](const QList<SiteAccount> &found, bool onePerKind) {
        for (const SiteAccount &account : found) {
            const bool there = std::ranges::any_of(accounts, [&](const SiteAccount &other) {
                return other.kind == account.kind &&
                       (onePerKind || other.name.compare(account.name, Qt::CaseInsensitive) == 0);
            });
            if (!there && accounts.size() < maxAccounts)
                accounts.append(account);
        }
    };
    add(finder.mine, false);
    add(finder.same, false);
    add(finder.shows, false);
    // Links are a guess: of each network the first one, and none where the page said so itself.
    add(finder.linked, true);
    return accounts;
}

} // namespace broadsheet::html
