// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/sitecomments.h"

#include "base/text.h"

#include <QCryptographicHash>
#include <QHash>

namespace broadsheet::ingest {

namespace {

constexpr qsizetype mostComments = 5'000;
constexpr qsizetype longestText = 100'000;

QString nameOf(const ParsedEntry &entry)
{
    for (const Person &person : entry.authors) {
        if (!person.name.isEmpty())
            return collapsed(person.name).left(200);
    }
    // WordPress writes the name into the title where a theme leaves the author out.
    const QString by = QStringLiteral("By: ");
    return entry.title.startsWith(by) ? collapsed(QStringView(entry.title).mid(by.size())).left(200)
                                      : QString();
}

QString nameless(const ParsedEntry &entry, const SiteComment &comment)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(comment.name.toUtf8());
    hash.addData(QByteArray::number(entry.published.toMSecsSinceEpoch()));
    hash.addData(comment.text.toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

SiteComment fromEntry(const ParsedEntry &entry)
{
    SiteComment comment;
    comment.name = nameOf(entry);
    comment.text = entry.contentText.isEmpty() ? entry.summary : entry.contentText;
    comment.html = entry.content.isEmpty() ? entry.summaryHtml : entry.content;
    if (comment.text.isEmpty() && comment.html.isEmpty())
        comment.text = entry.title;
    if (comment.text.size() > longestText) {
        comment.text.truncate(longestText);
        comment.html = {};
    }
    comment.url = QUrl(entry.url, QUrl::TolerantMode);
    comment.created = entry.published.isValid() ? entry.published.toUTC() : entry.modified.toUTC();
    if (entry.published.isValid() && entry.modified > entry.published)
        comment.edited = entry.modified.toUTC();
    comment.id = !entry.id.isEmpty()        ? entry.id
                 : entry.url.contains(u'#') ? entry.url
                                            : nameless(entry, comment);
    return comment;
}

} // namespace

QList<SiteComment> commentsOfFeed(const ParsedFeed &feed)
{
    QList<SiteComment> comments;
    QHash<QString, QString> idByUrl;
    QHash<QString, int> uses;
    const qsizetype count = qMin(feed.entries.size(), mostComments);
    for (const ParsedEntry &entry : feed.entries)
        ++uses[entry.id];
    for (qsizetype i = 0; i < count; ++i) {
        SiteComment comment = fromEntry(feed.entries.at(i));
        // One id for all (the article's, say) names none of them.
        if (uses.value(comment.id) > 1)
            comment.id = nameless(feed.entries.at(i), comment);
        idByUrl.insert(feed.entries.at(i).url, comment.id);
        comments.append(comment);
    }
    for (qsizetype i = 0; i < count; ++i) {
        const QList<InReplyTo> &answered = feed.entries.at(i).inReplyTo;
        if (answered.isEmpty())
            continue;
        const InReplyTo &first = answered.first();
        const bool byAddress =
            !uses.contains(first.ref) && !first.href.isEmpty() && idByUrl.contains(first.href);
        comments[i].replyTo = byAddress ? idByUrl.value(first.href) : first.ref;
    }
    return comments;
}

} // namespace broadsheet::ingest
