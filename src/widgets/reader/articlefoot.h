// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "model/siteaccount.h"
#include "model/story.h"

#include <QHash>
#include <QUrl>
#include <QWidget>

namespace broadsheet {

class Appearance;
class Chip;
class DiscussionView;
class FlowChips;
class RelatedList;
class StoryCards;
class ThumbnailLoader;

/**
 * What follows an article in its column: what is attached to it, topics, where its publisher can be followed,
 * who else tells its story, what is related, more from the category, more stories of the day, the discussion.
 * Parts that have nothing are absent. Each part begins with a hairline, 20 above and below.
 */
class ArticleFoot : public QWidget
{
    Q_OBJECT
public:
    /** \a discussion is taken over. */
    ArticleFoot(Appearance &appearance, ThumbnailLoader &thumbnails, DiscussionView *discussion,
                QWidget *parent = nullptr);

    void setArticle(const Article &article);
    void setMore(const QString &heading, const QList<ArticleHeadline> &headlines);
    /** The other tellings of the article's story, in the order in which they came. */
    void setTold(const QList<ArticleHeadline> &headlines);
    /** The day's other stories by weight; none: the part is absent. */
    void setStories(const QList<Story> &stories);
    /** What shares its rare words. */
    void setRelated(const QList<ArticleHeadline> &headlines);
    /** The publisher's accounts, after its feed and its site. */
    void setAccounts(const QList<SiteAccount> &accounts);
    /** Nobody has looked for accounts yet: a chip that does. */
    void offerLookUp();
    /** How far a file that is attached has been saved; empty: nothing is going on. */
    void setSaving(const QUrl &url, const QString &state);
    DiscussionView *discussion() const { return m_discussion; }
    /** \a rect of the discussion in this widget's coordinates. */
    QRect ofDiscussion(const QRect &rect) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {660, heightForWidth(660)}; }

Q_SIGNALS:
    void heightChanged();
    void filterWanted(const broadsheet::ArticleFilter &filter, const QString &title);
    void articleWanted(broadsheet::ArticleId id);
    void linkWanted(const QUrl &url);
    /** A menu for a topic; \a chip stands for it. */
    void topicMenuWanted(const QString &tag, QWidget *chip);
    /** Something is to be done with what is attached; \a chip stands for it. */
    void enclosureChosen(const QUrl &url, QWidget *chip);
    void storyWanted(broadsheet::StoryId id);
    /** The reader wants to know where else the publisher can be followed. */
    void accountsWanted();
    /** The account has a feed, and the reader wants it. */
    void followWanted(const broadsheet::SiteAccount &account);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part
    {
        QWidget *widget;
        bool ruled; ///< begins with a hairline; else it belongs to the part above
    };
    QList<Part> parts() const;
    int place(int width, bool move) const;
    void addEnclosures(const Article &article);
    void addTopics(const Article &article);
    void addPublisher(const Article &article);
    void addAccount(const SiteAccount &account);
    void relayout();

    Appearance &m_appearance;
    FlowChips *m_enclosures;
    QHash<QUrl, std::pair<Chip *, QString>> m_enclosureChips; ///< with their words
    FlowChips *m_topics;
    FlowChips *m_publisher;
    RelatedList *m_told;
    RelatedList *m_related;
    Chip *m_lookUp = nullptr; ///< among the publisher's; nullptr: not offered
    RelatedList *m_more;
    StoryCards *m_stories;
    DiscussionView *m_discussion;
    mutable QList<int> m_rules; ///< y of the hairlines
};

} // namespace broadsheet
