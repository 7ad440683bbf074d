// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/jsonld.h"

#include "base/text.h"
#include "html/entities.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

constexpr qsizetype maxScript = 2 * 1024 * 1024;
constexpr qsizetype maxObjects = 400;

/** Control characters within strings become blanks, a comma before a closing bracket goes. */
QByteArray mended(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size());
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\' && i + 1 < json.size()) {
                out.append(c).append(json[++i]);
                continue;
            }
            out.append(quint8(c) < 0x20 ? ' ' : c);
            inString = c != '"';
            continue;
        }
        if (c == ',') {
            qsizetype next = i + 1;
            while (next < json.size() && quint8(json[next]) <= ' ')
                ++next;
            if (next < json.size() && (json[next] == '}' || json[next] == ']'))
                continue;
        }
        inString = c == '"';
        out.append(c);
    }
    return out;
}

void collect(const QJsonValue &value, QList<QJsonObject> &objects, int depth)
{
    if (depth > 6 || objects.size() >= maxObjects)
        return;
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            collect(item, objects, depth + 1);
        return;
    }
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    objects.append(object);
    for (const char *key :
         {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "item"}) {
        if (const QJsonValue inner = object.value(QLatin1String(key)); inner.isArray() || inner.isObject())
            collect(inner, objects, depth + 1);
    }
}

/** What can be read of an object that is no JSON: the fields that matter most, by their names. */
QJsonObject salvaged(QByteArrayView script)
{
    static const QRegularExpression field(
        QStringLiteral("\"(headline|datePublished|dateModified|articleBody|inLanguage)\"\\s*:\\s*\"((?:[^"
                       "\"\\\\]|\\\\.)++)\""));
    static const QRegularExpression author(
        QStringLiteral("\"author\"\\s*:\\s*[\\[{][^\\]}]{0,400}\"name\"\\s*:\\s*\"([^\"\\\\]{2,100})\""));
    static const QRegularExpression article(
        QStringLiteral("\"@type\"\\s*:\\s*\"(\\w*Article|BlogPosting)\""));
    const QString text = QString::fromUtf8(script.first(std::min(script.size(), maxScript)));
    const auto type = article.match(text);
    if (!type.hasMatch())
        return {};
    QJsonObject object{{QStringLiteral("@type"), type.captured(1)}};
    auto fields = field.globalMatch(text, type.capturedStart());
    while (fields.hasNext()) {
        const auto match = fields.next();
        if (!object.contains(match.captured(1)))
            object.insert(match.captured(1),
                          match.captured(2).replace(QLatin1String("\\\""), QLatin1String("\"")));
    }
    if (const auto match = author.match(text); match.hasMatch())
        object.insert(QStringLiteral("author"), match.captured(1));
    return object;
}

QList<QJsonObject> objectsOf(const Dom &dom)
{
    QList<QJsonObject> objects;
    for (int node = 0; node < dom.size(); ++node) {
        if (dom.tag(node) != Tag::Script ||
            !dom.attribute(node, "type").toByteArray().toLower().contains("ld+json"))
            continue;
        const QJsonDocument document = parseJsonIn(dom.rawText(node));
        if (document.isArray())
            collect(document.array(), objects, 0);
        else if (document.isObject())
            collect(document.object(), objects, 0);
        else if (const QJsonObject object = salvaged(dom.rawText(node)); !object.isEmpty())
            objects.append(object);
    }
    return objects;
}

QStringList typesOf(const QJsonObject &object)
{
    QStringList types;
    const QJsonValue type = object.value(QLatin1String("@type"));
    if (type.isString())
        types.append(type.toString());
    for (const QJsonValue &one : type.toArray())
        types.append(one.toString());
    for (QString &one : types)
        one = one.section(u'/', -1);
    return types;
}

bool isArticle(const QJsonObject &object)
{
    static constexpr auto kinds = std::to_array<const char *>({"Article",
                                                               "NewsArticle",
                                                               "BlogPosting",
                                                               "ReportageNewsArticle",
                                                               "AnalysisNewsArticle",
                                                               "OpinionNewsArticle",
                                                               "BackgroundNewsArticle",
                                                               "ReviewNewsArticle",
                                                               "AskPublicNewsArticle",
                                                               "SocialMediaPosting",
                                                               "TechArticle",
                                                               "ScholarlyArticle",
                                                               "MedicalScholarlyArticle",
                                                               "LiveBlogPosting",
                                                               "AdvertiserContentArticle",
                                                               "SatiricalArticle",
                                                               "Report",
                                                               "Recipe",
                                                               "Review",
                                                               "HowTo",
                                                               "MedicalWebPage",
                                                               "DiscussionForumPosting",
                                                               "WebPage",
                                                               "ItemPage"});
    for (const QString &type : typesOf(object)) {
        if (std::ranges::any_of(kinds, [&type](const char *kind) { return type == QLatin1String(kind); }))
            return true;
    }
    return false;
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return collapsed(QString::fromUtf8(withoutReferences(value.toString().toUtf8())));
    if (value.isArray())
        return textOf(value.toArray().first());
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const char *key : {"name", "@value", "url", "alternateName"}) {
            if (const QString text = textOf(object.value(QLatin1String(key))); !text.isEmpty())
                return text;
        }
    }
    return {};
}

/** Objects that others refer to by their "@id". */
using Known = QHash<QString, QJsonObject>;

Known knownOf(const QList<QJsonObject> &objects)
{
    Known known;
    for (const QJsonObject &object : objects) {
        const QString id = object.value(QLatin1String("@id")).toString();
        if (!id.isEmpty() && object.contains(QLatin1String("name")) && !known.contains(id))
            known.insert(id, object);
    }
    return known;
}

/** The object that \a value refers to, or itself. */
QJsonObject resolved(const QJsonObject &value, const Known &known)
{
    if (value.contains(QLatin1String("name")))
        return value;
    return known.value(value.value(QLatin1String("@id")).toString(), value);
}

void addNames(const QJsonValue &value, const Known &known, QStringList &names)
{
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            addNames(item, known, names);
        return;
    }
    QString name = value.isObject() ? textOf(resolved(value.toObject(), known).value(QLatin1String("name")))
                                    : textOf(value);
    if (name.startsWith(QLatin1String("http")))
        return;
    if (!name.isEmpty() && name.size() < 100 && names.size() < 10 && !names.contains(name))
        names.append(name);
}

QString imageOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return imageOf(value.toArray().first());
    return value.isObject() ? imageOf(value.toObject().value(QLatin1String("url"))) : QString();
}

JsonLdArticle toArticle(const QJsonObject &object, const Known &known)
{
    const auto value = [&object](const char *key) { return object.value(QLatin1String(key)); };
    JsonLdArticle article;
    article.type = typesOf(object).value(0);
    article.headline = textOf(value("headline"));
    if (article.headline.isEmpty() && !article.type.endsWith(QLatin1String("Page")))
        article.headline = textOf(value("name"));
    addNames(value("author"), known, article.authors);
    if (article.authors.isEmpty())
        addNames(value("creator"), known, article.authors);
    article.datePublished = textOf(value("datePublished"));
    if (article.datePublished.isEmpty())
        article.datePublished = textOf(value("dateCreated"));
    for (const char *key : {"articleBody", "text", "reviewBody"}) {
        if (article.body.isEmpty())
            article.body = value(key).toString();
    }
    article.image = imageOf(value("image"));
    if (article.image.isEmpty())
        article.image = imageOf(value("thumbnailUrl"));
    article.publisher =
        value("publisher").isObject()
            ? textOf(resolved(value("publisher").toObject(), known).value(QLatin1String("name")))
            : textOf(value("publisher"));
    article.language = textOf(value("inLanguage"));
    article.description = textOf(value("description"));
    return article;
}

/** How likely this is the article that the page is about. */
int likeness(const JsonLdArticle &article, const QString &title)
{
    int points = article.datePublished.isEmpty() ? 0 : 1;
    points += article.body.isEmpty() ? 0 : 2;
    points += article.authors.isEmpty() ? 0 : 1;
    if (!title.isEmpty() && article.headline.size() >= 8 &&
        (title.contains(article.headline, Qt::CaseInsensitive) ||
         article.headline.contains(title, Qt::CaseInsensitive)))
        points += 8;
    if (article.type.endsWith(QLatin1String("Page")))
        points -= 12; // the frame of the article; it knows the date, though
    if (article.type == QLatin1String("Review") || article.type == QLatin1String("HowTo"))
        points -= 3;
    return points;
}

} // namespace

QJsonDocument parseJsonIn(QByteArrayView script)
{
    // Comments and CDATA marks around the object do not matter.
    const qsizetype first = script.indexOf('{');
    const qsizetype last = script.lastIndexOf('}');
    if (first < 0 || last < first || script.size() > maxScript)
        return {};
    const QByteArrayView before = script.first(first).trimmed();
    const bool isList = before.endsWith('[') && !before.endsWith("CDATA[");
    QByteArray json = script.sliced(first, last - first + 1).toByteArray();
    if (isList)
        json = '[' + json + ']';
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isNull() ? QJsonDocument::fromJson(mended(json)) : document;
}

JsonLdArticle findJsonLdArticle(const Dom &dom, const QString &title)
{
    const QList<QJsonObject> objects = objectsOf(dom);
    const Known known = knownOf(objects);
    JsonLdArticle best;
    JsonLdArticle frame; // the page around the article tells what the article leaves out
    int bestPoints = -100;
    for (const QJsonObject &object : objects) {
        if (!isArticle(object))
            continue;
        const JsonLdArticle article = toArticle(object, known);
        if (frame.type.isEmpty() && article.type.endsWith(QLatin1String("Page")))
            frame = article;
        if (const int points = likeness(article, title); points > bestPoints) {
            bestPoints = points;
            best = article;
        }
    }
    if (best.datePublished.isEmpty())
        best.datePublished = frame.datePublished;
    if (best.language.isEmpty())
        best.language = frame.language;
    return best;
}

QString findJsonLdSite(const Dom &dom)
{
    for (const QJsonObject &object : objectsOf(dom)) {
        if (typesOf(object).contains(QLatin1String("WebSite")))
            return textOf(object.value(QLatin1String("name")));
    }
    return {};
}

} // namespace broadsheet::html
