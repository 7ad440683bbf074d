// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/articlefoot.h"

#include "base/text.h"
#include "base/url.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/comments/discussionview.h"
#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/related/flowchips.h"
#include "widgets/related/relatedlist.h"
#include "widgets/related/storycards.h"

#include <QLocale>
#include <QPainter>
#include <QSet>

#include <utility>

namespace broadsheet {

namespace {

constexpr int air = 20; ///< above and below a hairline
constexpr int chipsGap = 18;
constexpr int tagLimit = 12;

int heightOf(const QWidget *widget, int width)
{
    return widget->hasHeightForWidth() ? widget->heightForWidth(width) : widget->sizeHint().height();
}

icons::Name enclosureIcon(const Enclosure &enclosure)
{
    if (enclosure.mimeType.startsWith(u"audio/") || enclosure.mimeType.startsWith(u"video/"))
        return icons::Name::Play;
    return enclosure.mimeType.startsWith(u"image/") ? icons::Name::Image : icons::Name::Link;
}

/** "The tide, part 2 · 42 min · 38 MB". */
QString enclosureWords(const Enclosure &enclosure)
{
    QString name = collapsed(enclosure.title);
    if (name.isEmpty())
        name = QUrl(enclosure.url).fileName();
    QStringList parts{excerpt(name.isEmpty() ? QUrl(enclosure.url).host() : name, 48)};
    if (enclosure.durationInSeconds && *enclosure.durationInSeconds >= 60)
        //: How long a recording is, in minutes.
        parts.append(
            ArticleFoot::tr("%1 min").arg(QLocale().toString(qRound64(*enclosure.durationInSeconds / 60))));
    if (enclosure.sizeInBytes && *enclosure.sizeInBytes > 0)
        parts.append(QLocale().formattedDataSize(*enclosure.sizeInBytes, 0, QLocale::DataSizeSIFormat));
    return parts.join(QStringLiteral("  ·  "));
}

struct AccountWords
{
    QString name;
    icons::Name icon;
};

/** Names of networks are the same in all languages. */
AccountWords accountWords(const SiteAccount &account)
{
    using Kind = SiteAccount::Kind;
    using icons::Name;
    switch (account.kind) {
    case Kind::Mastodon:
        return {QStringLiteral("Mastodon"), Name::Mastodon};
    case Kind::Bluesky:
        return {QStringLiteral("Bluesky"), Name::Globe};
    case Kind::YouTube:
        return {QStringLiteral("YouTube"), Name::Video};
    case Kind::Reddit:
        return {QStringLiteral("Reddit"), Name::Comment};
    case Kind::GitHub:
        return {QStringLiteral("GitHub"), Name::Globe};
    case Kind::Medium:
        return {QStringLiteral("Medium"), Name::Newspaper};
    case Kind::Substack:
        return {QStringLiteral("Substack"), Name::Mail};
    case Kind::Podcast:
        return {ArticleFoot::tr("Podcast"), Name::Play};
    case Kind::X:
        return {QStringLiteral("X"), Name::Globe};
    case Kind::Facebook:
        return {QStringLiteral("Facebook"), Name::Globe};
    case Kind::Instagram:
        return {QStringLiteral("Instagram"), Name::Image};
    case Kind::LinkedIn:
        return {QStringLiteral("LinkedIn"), Name::Globe};
    case Kind::TikTok:
        return {QStringLiteral("TikTok"), Name::Video};
    case Kind::Telegram:
        return {QStringLiteral("Telegram"), Name::Globe};
    case Kind::Threads:
        return {QStringLiteral("Threads"), Name::Globe};
    case Kind::Newsletter:
        return {ArticleFoot::tr("Newsletter"), Name::Mail};
    case Kind::Vimeo:
        return {QStringLiteral("Vimeo"), Name::Video};
    case Kind::Tumblr:
        return {QStringLiteral("Tumblr"), Name::Globe};
    case Kind::Other:
        break;
    }
    return {account.url.host(), Name::Globe};
}

} // namespace

ArticleFoot::ArticleFoot(Appearance &appearance, ThumbnailLoader &thumbnails, DiscussionView *discussion,
                         QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_enclosures(new FlowChips(appearance, this))
    , m_topics(new FlowChips(appearance, this))
    , m_publisher(new FlowChips(appearance, this))
    , m_told(new RelatedList(appearance, thumbnails, this))
    , m_related(new RelatedList(appearance, thumbnails, this))
    , m_more(new RelatedList(appearance, thumbnails, this))
    , m_stories(new StoryCards(appearance, thumbnails, this))
    , m_discussion(discussion)
{
    m_discussion->setParent(this);
    //: Files that a feed attaches to an article: an episode, a document.
    m_enclosures->setHeading(tr("Attached:"));
    m_topics->setHeading(tr("Read more about:"));
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    for (const RelatedList *list : {m_told, m_related, m_more})
        connect(list, &RelatedList::articleWanted, this, &ArticleFoot::articleWanted);
    connect(m_stories, &StoryCards::storyWanted, this, &ArticleFoot::storyWanted);
    connect(m_discussion, &DiscussionView::heightChanged, this, &ArticleFoot::heightChanged);
}

void ArticleFoot::setArticle(const Article &article)
{
    m_enclosures->clear();
    m_enclosureChips.clear();
    m_topics->clear();
    m_publisher->clear();
    m_lookUp = nullptr;
    for (RelatedList *list : {m_told, m_related, m_more})
        list->setArticles({}, {});
    m_stories->setStories({});
    addEnclosures(article);
    addTopics(article);
    addPublisher(article);
    place(width(), true);
    Q_EMIT heightChanged();
}

void ArticleFoot::addEnclosures(const Article &article)
{
    constexpr qsizetype limit = 20;
    for (const Enclosure &enclosure : article.enclosures) {
        const QUrl url(enclosure.url);
        // The picture of the article stands above its text already.
        if (!isWebUrl(url) || url == article.headline.image || m_enclosures->chips().size() >= limit)
            continue;
        auto *chip = new Chip(m_appearance, enclosureWords(enclosure), nullptr, enclosureIcon(enclosure));
        chip->setToolTip(displayUrl(url));
        connect(chip, &QAbstractButton::clicked, this,
                [this, url, chip] { Q_EMIT enclosureChosen(url, chip); });
        m_enclosures->add(chip);
        m_enclosureChips.insert(url, {chip, chip->text()});
    }
}

void ArticleFoot::setSaving(const QUrl &url, const QString &state)
{
    const auto [chip, words] = m_enclosureChips.value(url);
    if (!chip)
        return;
    chip->setText(state.isEmpty() ? words : words + QStringLiteral("  ·  ") + state);
    relayout();
}

void ArticleFoot::addTopics(const Article &article)
{
    const auto add = [this](const ArticleFilter &filter, const QString &title) {
        auto *chip = new Chip(m_appearance, title);
        connect(chip, &QAbstractButton::clicked, this,
                [this, filter, title] { Q_EMIT filterWanted(filter, title); });
        if (!filter.tag.isEmpty()) {
            chip->setHasMenu(true);
            chip->setToolTip(tr("Shows what has this topic. A long press or the menu key follows it."));
            connect(chip, &Chip::menuWanted, this,
                    [this, tag = filter.tag, chip] { Q_EMIT topicMenuWanted(tag, chip); });
        }
        m_topics->add(chip);
    };
    const ArticleHeadline &headline = article.headline;
    QSet<QString> seen;
    if (headline.category.isValid() && !headline.categoryName.isEmpty()) {
        ArticleFilter filter;
        filter.category = headline.category;
        add(filter, headline.categoryName);
        seen.insert(headline.categoryName.toCaseFolded());
    }
    for (const QString &tag : article.tags) {
        const QString title = excerpt(collapsed(tag), 40);
        if (title.isEmpty() || seen.contains(title.toCaseFolded()) || m_topics->chips().size() >= tagLimit)
            continue;
        seen.insert(title.toCaseFolded());
        ArticleFilter filter;
        filter.tag = tag;
        add(filter, title);
    }
}

void ArticleFoot::addPublisher(const Article &article)
{
    const ArticleHeadline &headline = article.headline;
    //: %1 is a publisher: "Follow The Meridian on:", then chips such as "Feed" and "Website".
    m_publisher->setHeading(tr("Follow %1 on:").arg(headline.feedTitle));
    if (headline.feed.isValid()) {
        auto *feed = new Chip(m_appearance, tr("Feed"), nullptr, icons::Name::Feed);
        feed->setToolTip(displayUrl(article.feedUrl));
        connect(feed, &QAbstractButton::clicked, this,
                [this, id = headline.feed, title = headline.feedTitle] {
                    ArticleFilter filter;
                    filter.feed = id;
                    Q_EMIT filterWanted(filter, title);
                });
        m_publisher->add(feed);
    }
    if (isWebUrl(article.siteUrl)) {
        auto *site = new Chip(m_appearance, tr("Website"), nullptr, icons::Name::Website);
        site->setToolTip(displayUrl(article.siteUrl));
        connect(site, &QAbstractButton::clicked, this,
                [this, url = article.siteUrl] { Q_EMIT linkWanted(url); });
        m_publisher->add(site);
    }
}

void ArticleFoot::relayout()
{
    place(width(), true);
    Q_EMIT heightChanged();
}

void ArticleFoot::offerLookUp()
{
    if (m_lookUp)
        return;
    m_lookUp = new Chip(m_appearance, tr("Find more…"), nullptr, icons::Name::Search);
    m_lookUp->setToolTip(tr("Looks at the publisher's home page, once"));
    connect(m_lookUp, &QAbstractButton::clicked, this, [this] {
        m_lookUp->setEnabled(false);
        Q_EMIT accountsWanted();
    });
    m_publisher->add(m_lookUp);
    relayout();
}

void ArticleFoot::setAccounts(const QList<SiteAccount> &accounts)
{
    if (Chip *offer = std::exchange(m_lookUp, nullptr))
        m_publisher->remove(offer);
    for (const SiteAccount &account : accounts)
        addAccount(account);
    relayout();
}

void ArticleFoot::addAccount(const SiteAccount &account)
{
    const AccountWords words = accountWords(account);
    auto *chip = new Chip(m_appearance, words.name, nullptr, words.icon);
    const QString where = account.name.isEmpty() ? displayUrl(account.url) : account.name;
    const bool hasFeed = !account.feedUrl.isEmpty();
    chip->setAddMark(hasFeed);
    //: On a chip of a publisher's account; %1 is its name there.
    chip->setToolTip(hasFeed ? tr("Subscribe to %1").arg(where) : where);
    connect(chip, &QAbstractButton::clicked, this, [this, chip, account, hasFeed] {
        if (!hasFeed) {
            Q_EMIT linkWanted(account.url);
            return;
        }
        chip->setEnabled(false); // once is enough
        Q_EMIT followWanted(account);
    });
    m_publisher->add(chip);
}

void ArticleFoot::setMore(const QString &heading, const QList<ArticleHeadline> &headlines)
{
    m_more->setArticles(heading, headlines);
    place(width(), true);
    Q_EMIT heightChanged();
}

void ArticleFoot::setTold(const QList<ArticleHeadline> &headlines)
{
    m_told->setArticles(tr("Also told by"), headlines);
    place(width(), true);
    Q_EMIT heightChanged();
}

void ArticleFoot::setStories(const QList<Story> &stories)
{
    m_stories->setStories(stories);
    relayout();
}

void ArticleFoot::setRelated(const QList<ArticleHeadline> &headlines)
{
    m_related->setArticles(tr("Related"), headlines);
    place(width(), true);
    Q_EMIT heightChanged();
}

QRect ArticleFoot::ofDiscussion(const QRect &rect) const
{
    return rect.translated(m_discussion->pos());
}

QList<ArticleFoot::Part> ArticleFoot::parts() const
{
    QList<Part> list;
    if (!m_enclosures->isEmpty())
        list.append({m_enclosures, true});
    if (!m_topics->isEmpty())
        list.append({m_topics, m_enclosures->isEmpty()});
    if (!m_publisher->isEmpty())
        list.append({m_publisher, list.isEmpty()});
    for (RelatedList *part : {m_told, m_related, m_more}) {
        if (!part->isEmpty())
            list.append({part, true});
    }
    if (!m_stories->isEmpty())
        list.append({m_stories, true});
    list.append({m_discussion, true});
    return list;
}

int ArticleFoot::place(int width, bool move) const
{
    if (move) {
        m_rules.clear();
        for (QWidget *widget : {static_cast<QWidget *>(m_enclosures), static_cast<QWidget *>(m_topics),
                                static_cast<QWidget *>(m_publisher), static_cast<QWidget *>(m_told),
                                static_cast<QWidget *>(m_related), static_cast<QWidget *>(m_more),
                                static_cast<QWidget *>(m_stories)})
            widget->hide();
    }
    int y = 0;
    for (const Part &part : parts()) {
        if (part.ruled) {
            y += air;
            if (move)
                m_rules.append(y);
            y += air;
        } else {
            y += chipsGap;
        }
        const int height = heightOf(part.widget, width);
        if (move) {
            part.widget->setGeometry(0, y, width, height);
            part.widget->show();
        }
        y += height;
    }
    return y;
}

int ArticleFoot::heightForWidth(int width) const
{
    return place(width, false);
}

void ArticleFoot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place(width(), true);
}

void ArticleFoot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (const int y : m_rules)
        painter.fillRect(QRect(0, y, width(), 1), m_appearance.theme().hairline);
}

} // namespace broadsheet
