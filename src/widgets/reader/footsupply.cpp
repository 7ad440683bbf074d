// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/footsupply.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/followservice.h"
#include "services/readingservice.h"
#include "services/storyservice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/strip.h"
#include "widgets/reader/articlefoot.h"
#include "widgets/reader/currentarticle.h"
#include "widgets/reader/readingpane.h"

#include <QDateTime>

#include <algorithm>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

constexpr int moreArticles = 5;
constexpr int moreAsked = 25; ///< some of them tell one story
constexpr int relatedArticles = 3;
constexpr int tellingsShown = 6;
constexpr int storyCards = 3;
constexpr int storiesRanked = 30; ///< of a day

} // namespace

FootSupply::FootSupply(const ReadingParts &parts, ArticleFoot &foot, QObject *parent)
    : QObject(parent), m_parts(parts), m_foot(foot)
{
    connect(&foot, &ArticleFoot::accountsWanted, this, &FootSupply::lookUpAccounts);
    connect(&foot, &ArticleFoot::followWanted, this, &FootSupply::follow);
}

void FootSupply::ask()
{
    const Article *article = m_parts.current.article();
    if (!article)
        return;
    m_more.clear();
    askForMore(*article);
    askForRelated(article->headline.id);
    askForTellings(*article);
    askForStories(*article);
    askForAccounts(*article);
}

void FootSupply::askForMore(const Article &article)
{
    const ArticleId id = article.headline.id;
    const QString category = article.headline.categoryName;
    whenAnswered(m_parts.services.reading.moreFromCategory(id, moreAsked), this,
                 [this, id, category](const Result<QList<ArticleHeadline>> &answer) {
                     if (!m_parts.current.isWanted(id) || !answer)
                         return;
                     // What several feeds tell stands here once.
                     m_more.clear();
                     for (const ArticleHeadline &headline : *answer) {
                         const bool told = headline.story.isValid() &&
                                           std::ranges::any_of(m_more, [&](const ArticleHeadline &other) {
                                               return other.story == headline.story;
                                           });
                         if (!told && m_more.size() < moreArticles)
                             m_more.append(headline);
                     }
                     m_foot.setMore(
                         category.isEmpty() ? tr("More articles") : tr("More from %1").arg(category), m_more);
                 });
}

void FootSupply::askForRelated(ArticleId id)
{
    whenAnswered(m_parts.services.reading.related(id, relatedArticles), this,
                 [this, id](const Result<QList<ArticleHeadline>> &answer) {
                     if (!m_parts.current.isWanted(id) || !answer)
                         return;
                     // Once is enough: the list below comes before this answer.
                     QList<ArticleHeadline> others = *answer;
                     others.removeIf([this](const ArticleHeadline &headline) {
                         return std::ranges::any_of(m_more,
                                                    [&](const auto &more) { return more.id == headline.id; });
                     });
                     m_foot.setRelated(others);
                 });
}

/** The others that tell the same story, in the order in which they published. */
void FootSupply::askForTellings(const Article &article)
{
    const ArticleId id = article.headline.id;
    const FeedId feed = article.headline.feed;
    if (!m_parts.services.stories || !article.headline.story.isValid())
        return;
    whenAnswered(m_parts.services.stories->story(article.headline.story), this,
                 [this, id, feed](const Result<Story> &answer) {
                     if (!m_parts.current.isWanted(id) || !answer)
                         return;
                     QList<ArticleHeadline> others;
                     for (const StoryTelling &telling : answer->tellings) {
                         // By others: what this feed has more of it stands among its own articles.
                         if (telling.headline.feed != feed && others.size() < tellingsShown)
                             others.append(telling.headline);
                     }
                     m_foot.setTold(others);
                 });
}

/** The day's stories, but the article's own. */
void FootSupply::askForStories(const Article &article)
{
    if (!m_parts.services.stories)
        return;
    const ArticleId id = article.headline.id;
    const StoryId own = article.headline.story;
    const QDateTime today = QDate::currentDate().startOfDay().toUTC();
    whenAnswered(m_parts.services.stories->stories(today, {}, storiesRanked), this,
                 [this, id, own](const Result<QList<Story>> &answer) {
                     if (!m_parts.current.isWanted(id) || !answer)
                         return;
                     QList<Story> others = *answer;
                     others.removeIf(
                         [own](const Story &story) { return story.id == own || story.sources < 2; });
                     m_foot.setStories(others.mid(0, storyCards));
                 });
}

void FootSupply::askForAccounts(const Article &article)
{
    if (!m_parts.services.follow || !isWebUrl(article.siteUrl))
        return;
    const ArticleId id = article.headline.id;
    whenAnswered(m_parts.services.follow->known(article.siteUrl), this,
                 [this, id](const Result<QList<SiteAccount>> &known) {
                     if (!m_parts.current.isWanted(id))
                         return;
                     if (known)
                         m_foot.setAccounts(*known);
                     else if (known.error().code == ErrorCode::NotFound)
                         m_foot.offerLookUp();
                 });
}

void FootSupply::lookUpAccounts()
{
    const Article *article = m_parts.current.article();
    if (!article || !m_parts.services.follow)
        return;
    const ArticleId id = article->headline.id;
    const QString publisher = article->headline.feedTitle;
    whenAnswered(m_parts.services.follow->lookUp(article->siteUrl), this,
                 [this, id, publisher](const Result<QList<SiteAccount>> &found) {
                     if (!m_parts.current.isWanted(id))
                         return;
                     m_foot.setAccounts(found ? *found : QList<SiteAccount>());
                     if (!found)
                         m_parts.strip.warn(errorText(found.error()), {}, 8s);
                     else if (found->isEmpty())
                         m_parts.strip.say(tr("The home page of %1 names no other places.").arg(publisher),
                                           {}, 5s);
                 });
}

void FootSupply::follow(const SiteAccount &account)
{
    const Article *article = m_parts.current.article();
    const CategoryId category = article ? article->headline.category : CategoryId();
    whenAnswered(m_parts.services.follow->subscribe(account, category), this,
                 [this](const Result<Subscription> &made) {
                     if (made)
                         m_parts.strip.say(tr("Subscribed to %1.").arg(made->title()), {}, 5s);
                     else
                         m_parts.strip.warn(errorText(made.error()), {}, 8s);
                 });
}

} // namespace broadsheet
