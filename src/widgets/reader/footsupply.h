// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "model/siteaccount.h"
#include "widgets/reader/readingparts.h"

#include <QObject>

namespace broadsheet {

class ArticleFoot;

/** Fills the foot of the article after its text is shown: more of the category, the story's other tellings,
 * what is related, the day's stories, the publisher's accounts. Each part comes by itself; none waits for
 * another. */
class FootSupply : public QObject
{
    Q_OBJECT
public:
    FootSupply(const ReadingParts &parts, ArticleFoot &foot, QObject *parent = nullptr);

    /** Asks for everything about the article that is shown now. */
    void ask();

private:
    void askForMore(const Article &article);
    void askForRelated(ArticleId id);
    void askForTellings(const Article &article);
    void askForStories(const Article &article);
    void askForAccounts(const Article &article);
    void lookUpAccounts();
    void follow(const SiteAccount &account);

    ReadingParts m_parts;
    ArticleFoot &m_foot;
    QList<ArticleHeadline> m_more; ///< what is listed of the category
};

} // namespace broadsheet
