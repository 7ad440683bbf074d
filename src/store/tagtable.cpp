// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tagtable.h"

#include "base/text.h"
#include "store/changelog.h"
#include "store/connection.h"

#include <QJsonObject>
#include <QSet>
#include <QVariant>

namespace broadsheet::store::tags {

namespace {

constexpr qsizetype maximumLength = 100; ///< characters; longer ones are sentences, not terms
constexpr qsizetype maximumTags = 50;    ///< of an article

/** Feeds escape twice: "R&amp;D" comes through the parser as text. */
QString withoutEntities(QString text)
{
    static const std::pair<QLatin1String, QChar> known[] = {
        {QLatin1String("&nbsp;"), u' '}, {QLatin1String("&#39;"), u'\''}, {QLatin1String("&apos;"), u'\''},
        {QLatin1String("&quot;"), u'"'}, {QLatin1String("&#038;"), u'&'}, {QLatin1String("&amp;"), u'&'}};
    if (!text.contains(u'&'))
        return text;
    for (const auto &[entity, character] : known)
        text.replace(entity, QString(character), Qt::CaseInsensitive);
    return text;
}

QString singular(const QString &name)
{
    const auto ends = [&name](const char *with) { return name.endsWith(QLatin1String(with)); };
    if (name.size() < 5 || !ends("s") || ends("ss") || ends("us") || ends("is") || ends("news") ||
        ends("series"))
        return name;
    if (ends("ies"))
        return name.chopped(3) + u'y';
    if (ends("ches") || ends("shes") || ends("xes") || ends("sses"))
        return name.chopped(2);
    return name.chopped(1);
}

qint64 idOf(Connection &connection, const QString &name, const QString &label)
{
    {
        Query query(connection, "SELECT id FROM tag WHERE name = ?", name);
        if (query.next())
            return query.integer(0);
    }
    connection.run("INSERT INTO tag (name, label) VALUES (?, ?)", name, label);
    return connection.lastId();
}

} // namespace

QString normalised(const QString &term)
{
    QString name = withoutEntities(term).toCaseFolded();
    for (QChar &c : name) {
        if (c == u'-' || c == u'_' || c == u'+' || c == u'/')
            c = u' ';
    }
    name = collapsed(name);
    while (name.startsWith(u'#') || name.startsWith(u'@'))
        name = name.mid(1).trimmed();
    return singular(name.left(maximumLength));
}

void set(Connection &connection, ArticleId article, const QStringList &terms)
{
    connection.run("DELETE FROM article_tag WHERE article = ?", article);
    give(connection, article, terms);
}

void give(Connection &connection, ArticleId article, const QStringList &terms)
{
    QSet<qint64> given;
    for (const QString &term : terms) {
        const QString name = normalised(term);
        if (name.isEmpty() || given.size() >= maximumTags)
            continue;
        const qint64 tag = idOf(connection, name, collapsed(withoutEntities(term)).left(maximumLength));
        if (given.contains(tag))
            continue;
        given.insert(tag);
        connection.run("INSERT INTO article_tag (tag, article) VALUES (?, ?)", tag, article);
    }
}

bool isFollowed(Connection &connection, const QString &term)
{
    Query query(connection, "SELECT 1 FROM tag WHERE name = ? AND followed IS NOT NULL", normalised(term));
    return query.next();
}

Result<ArticleChanges> setFollowed(Connection &connection, const QString &term, bool wanted,
                                   const QDateTime &now)
{
    const QString name = normalised(term);
    if (name.isEmpty())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("No topic"), term, {}};
    ArticleChanges changes;
    if (isFollowed(connection, name) == wanted)
        return changes;
    const qint64 tag = idOf(connection, name, collapsed(withoutEntities(term)).left(maximumLength));
    connection.run("UPDATE tag SET followed = ? WHERE id = ?",
                   wanted ? QVariant(now.toSecsSinceEpoch()) : QVariant(), tag);
    changes.change = changelog::append(connection, now, QStringLiteral("follow-tag"),
                                       {{QStringLiteral("tag"), name}, {QStringLiteral("value"), wanted}});
    return changes;
}

QList<FollowedTag> followed(Connection &connection)
{
    QList<FollowedTag> found;
    // Counted, not kept: a counter on every tag would cost each mark as read a look at its tags, for the few
    // that somebody follows.
    Query query(
        connection,
        "SELECT name, label, (SELECT count(*) FROM article_tag g JOIN article a ON a.id = g.article "
        "WHERE g.tag = tag.id AND a.present = 1 AND a.read = 0) "
        "FROM tag INDEXED BY tag_followed WHERE followed IS NOT NULL ORDER BY label COLLATE NOCASE, name");
    while (query.next())
        found.append({query.text(0), query.text(1), query.integer(2)});
    return found;
}

} // namespace broadsheet::store::tags
