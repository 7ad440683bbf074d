// SPDX-License-Identifier: GPL-3.0-or-later
// An entry of a feed as it will lie in the store: the columns, and two hashes that tell what changed.
#include "base/text.h"
#include "store/articletable.h"
#include "store/contentjson.h"

#include <QCryptographicHash>
#include <QStringList>

namespace broadsheet::store::articles {

namespace {

constexpr int excerptLength = 300;

QByteArray hashOf(std::initializer_list<QByteArray> parts)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const QByteArray &part : parts) {
        hash.addData(part);
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result().left(16);
}

QStringList terms(const ParsedEntry &entry)
{
    QStringList texts;
    for (const Term &term : entry.categories) {
        const QString text = collapsed(term.label.isEmpty() ? term.term : term.label);
        if (!text.isEmpty() && !texts.contains(text))
            texts.append(text);
    }
    return texts;
}

QByteArray timeText(const QDateTime &time)
{
    return time.isValid() ? QByteArray::number(time.toMSecsSinceEpoch()) : QByteArray();
}

} // namespace

Content fromEntry(const ParsedEntry &entry)
{
    Content c;
    c.title = entry.title;
    c.body.summary = entry.summary;
    c.body.html = entry.content.isEmpty() ? entry.summaryHtml.utf8() : entry.content.utf8();
    c.body.text = entry.contentText;
    c.excerpt = excerpt(
        collapsed(QStringView(entry.summary.isEmpty() ? entry.contentText : entry.summary).left(2000)),
        excerptLength);
    c.byline = namesOf(entry.authors).join(QStringLiteral(", "));
    c.url = QUrl(entry.url.isEmpty() ? entry.externalUrl : entry.url);
    c.image = QUrl(entry.image);
    c.authors = contentjson::fromPeople(entry.authors);
    c.terms = terms(entry);
    c.tags = contentjson::fromTexts(c.terms);
    c.enclosures = contentjson::fromEnclosures(entry.enclosures);
    c.language = entry.language;
    c.published = entry.published;
    c.modified = entry.modified;
    c.commentsUrl = QUrl(entry.commentsUrl);
    c.commentsFeedUrl = QUrl(entry.commentsFeedUrl);
    c.siteComments = entry.commentCount;
    const QString &text = entry.contentText.isEmpty() ? entry.summary : entry.contentText;
    c.substance = hashOf({c.title.toUtf8(), text.toUtf8()});
    c.whole = hashOf({c.title.toUtf8(), c.body.html, c.body.summary.toUtf8(), c.url.toEncoded(),
                      c.image.toEncoded(), c.authors.toUtf8(), c.tags.toUtf8(), c.enclosures.toUtf8(),
                      timeText(c.published), timeText(c.modified), c.commentsUrl.toEncoded(),
                      c.commentsFeedUrl.toEncoded()});
    return c;
}

} // namespace broadsheet::store::articles
