// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/parsedfeed.h"
#include "model/textdiff.h"
#include "store/compression.h"
#include "store/words/wordlist.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>

namespace broadsheet::store {

class Connection;

/** What publishers wrote: rows, bodies, tags, earlier versions. */
namespace articles {

/** An entry as it will lie in its row. */
struct Content
{
    QString title, excerpt, byline, language;
    QUrl url, image, commentsUrl, commentsFeedUrl;
    QString authors, tags, enclosures; ///< JSON arrays, or nothing
    QStringList terms;                 ///< the tags as written
    QDateTime published, modified;
    std::optional<int> siteComments;
    Body body;             ///< empty once prepare() has made the two below of it
    QByteArray packedBody; ///< made beforehand; empty: not yet
    words::WordList words; ///< what the index is told of it, made beforehand; null: not yet
    QByteArray substance;  ///< of title and text as they are; empty: they were made up
    QByteArray whole;      ///< of everything
};

Content fromEntry(const ParsedEntry &entry);
/** Does for \a content what needs no database and takes its time. */
void prepare(Content &content);

/** For an article that has a state row and no content. */
void insertContent(Connection &connection, ArticleId id, const Content &content);
/** Keeps the old version as a revision if the substance changed; says whether it did. */
bool replaceContent(Connection &connection, ArticleId id, const Content &content, const QDateTime &now);
/** Makes \a change to what the index holds of an article beside its content, and tells the index. */
void changeIndexed(Connection &connection, ArticleId id, const std::function<void()> &change);
/** Content, body, tags, revisions and index go; the state stays. */
void removeContent(Connection &connection, ArticleId id);

QList<ArticleHeadline> headlines(Connection &connection, const QList<ArticleId> &ids);
Result<Article> find(Connection &connection, ArticleId id);
/** The earlier contents of an article, the latest first. */
Result<QList<Revision>> revisions(Connection &connection, ArticleId id);
/** All contents that the article had, the present one last. NotFound. */
Result<QList<ArticleVersion>> versions(Connection &connection, ArticleId id);

} // namespace articles

} // namespace broadsheet::store
