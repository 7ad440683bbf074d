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

#include <QPainter>
#include <QSet>

namespace broadsheet {

namespace {

constexpr int air = 20; ///< above and below a hairline
constexpr int chipsGap = 18;
constexpr int tagLimit = 12;

int heightOf(const QWidget *widget, int width)
{
    return widget->hasHeightForWidth() ? widget->heightForWidth(width) : widget->sizeHint().height();
}

} // namespace

ArticleFoot::ArticleFoot(Appearance &appearance, ThumbnailLoader &thumbnails, DiscussionView *discussion,
                         QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_topics(new FlowChips(appearance, this))
    , m_publisher(new FlowChips(appearance, this))
    , m_told(new RelatedList(appearance, thumbnails, this))
    , m_related(new RelatedList(appearance, thumbnails, this))
    , m_more(new RelatedList(appearance, thumbnails, this))
    , m_discussion(discussion)
{
    m_discussion->setParent(this);
    m_topics->setHeading(tr("Read more about:"));
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    for (const RelatedList *list : {m_told, m_related, m_more})
        connect(list, &RelatedList::articleWanted, this, &ArticleFoot::articleWanted);
    connect(m_discussion, &DiscussionView::heightChanged, this, &ArticleFoot::heightChanged);
}

void ArticleFoot::setArticle(const Article &article)
{
    m_topics->clear();
    m_publisher->clear();
    for (RelatedList *list : {m_told, m_related, m_more})
        list->setArticles({}, {});
    addTopics(article);
    addPublisher(article);
    place(width(), true);
    Q_EMIT heightChanged();
}

void ArticleFoot::addTopics(const Article &article)
{
    const auto add = [this](const ArticleFilter &filter, const QString &title) {
        auto *chip = new Chip(m_appearance, title);
        connect(chip, &QAbstractButton::clicked, this,
                [this, filter, title] { Q_EMIT filterWanted(filter, title); });
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
    if (!m_topics->isEmpty())
        list.append({m_topics, true});
    if (!m_publisher->isEmpty())
        list.append({m_publisher, m_topics->isEmpty()});
    for (RelatedList *part : {m_told, m_related, m_more}) {
        if (!part->isEmpty())
            list.append({part, true});
    }
    list.append({m_discussion, true});
    return list;
}

int ArticleFoot::place(int width, bool move) const
{
    if (move) {
        m_rules.clear();
        for (QWidget *widget : {static_cast<QWidget *>(m_topics), static_cast<QWidget *>(m_publisher),
                                static_cast<QWidget *>(m_told), static_cast<QWidget *>(m_related),
                                static_cast<QWidget *>(m_more)})
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
