// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "widgets/common/theme.h"
#include "widgets/reader/readingstyle.h"

#include <QObject>

#include <functional>
#include <memory>

namespace broadsheet {

class LibraryEvents;
class PreparedPage;
class ReadingService;
class Workers;

/**
 * The article that the reader asked for: brings it as a page, keeps it true while it is read, and makes ready
 * the one that is likely to be asked for next. Answers to yesterday's question are dropped here, so that
 * nobody else has to.
 */
class CurrentArticle : public QObject
{
    Q_OBJECT
public:
    /** With what a page is to be built, were it shown now. */
    struct Look
    {
        Theme theme;
        ReadingStyle style;
    };

    CurrentArticle(ReadingService &reading, Workers &workers, LibraryEvents &events,
                   std::function<Look()> look, QObject *parent = nullptr);
    ~CurrentArticle() override;

    /** The present question; invalid: none. */
    ArticleId wanted() const { return m_wanted; }
    bool isWanted(ArticleId id) const { return id == m_wanted; }
    /** What is shown; nullptr for nothing. It may still be the one before the one that is wanted. */
    const Article *article() const { return m_article ? &*m_article : nullptr; }
    /** The article that is shown is the one that is wanted. */
    bool isHere() const { return m_article && m_article->headline.id == m_wanted; }

    void want(ArticleId id);
    /** Reads and builds it on the pool, so that want() has it at once. */
    void prepare(ArticleId id);
    /** The same once more, as it looks now. */
    void buildAgain();
    /** Shows this content of the wanted article, wherever it came from. */
    void show(const Article &article);

    /** What the reader just set for the article's feed, told before the store says so. */
    void setImagePolicy(std::optional<ImagePolicy> policy);
    void setFullTextWish(FullTextWish wish);

Q_SIGNALS:
    /** Another article is wanted; the view still has the one before. */
    void leaving();
    /** \a again: another content of what was shown before. */
    void pageReady(const std::shared_ptr<broadsheet::PreparedPage> &page, bool again);
    /** Nothing is wanted any more, or (\a error) it could not be had. */
    void emptied(const std::optional<broadsheet::Error> &error);
    /** Read, starred or the like, in article(). */
    void stateChanged();
    /** The reader's other text of the article came or was chosen. */
    void otherTextCame(const broadsheet::Article &article);
    /** The publisher changed what is shown; article() is as it was. */
    void edited(const broadsheet::Article &article);
    /** It was taken out of the library. */
    void removed();

private:
    void opened(ArticleId id, const Result<Article> &answer);
    void takeAhead(ArticleId id, const Result<Article> &answer);
    void take(const std::shared_ptr<PreparedPage> &page);
    void takeChanges(const ArticleChanges &changes);
    void reload();
    void takeReloaded(const Article &fresh);

    ReadingService &m_reading;
    Workers &m_workers;
    std::function<Look()> m_look;
    ArticleId m_wanted;
    std::optional<Article> m_article;
    ArticleId m_aheadWanted; ///< what is being prepared, or is
    std::shared_ptr<PreparedPage> m_ahead;
};

} // namespace broadsheet
