// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tagtable.h"

#include "base/text.h"
#include "store/connection.h"

#include <QSet>

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

} // namespace broadsheet::store::tags
