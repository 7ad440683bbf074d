// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "render/page.h"

#include "base/ids.h"

#include <QString>
#include <QUrl>

namespace broadsheet {

/** What stands above the text of an article, as words for people. */
struct ArticleHeader
{
    QString kicker; ///< the category
    QString headline;
    QString standfirst; ///< empty where the summary is the beginning of the text
    QString source;
    QString author;
    QString date;
    QString readingTime;
    QString edited;   ///< "edited 2×"
    QUrl leadImage;   ///< empty where the text begins with a picture or holds this one
    QString leadAlt;  ///< what is read for the lead picture
    QString language; ///< BCP 47; empty: not known
    FeedId feed;      ///< whose icon stands before the source
    bool operator==(const ArticleHeader &) const = default;
};

/** \a page is the body of \a article. */
ArticleHeader articleHeader(const Article &article, const render::Page &page);

} // namespace broadsheet
