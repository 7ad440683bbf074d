// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/metadata.h"

#include "base/text.h"
#include "base/url.h"
#include "html/entities.h"
#include "html/extract/jsonld.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

QString decoded(QByteArrayView raw)
{
    return collapsed(QString::fromUtf8(withoutReferences(raw)));
}

/** The page's meta elements by name, property or itemprop, in lower case. */
class Metas
{
public:
    explicit Metas(const Dom &dom)
    {
        for (int node = 0; node < dom.size(); ++node) {
            if (dom.tag(node) != Tag::Meta)
                continue;
            const QString content = decoded(dom.attribute(node, "content"));
            if (content.isEmpty())
                continue;
            for (const char *kind : {"property", "name", "itemprop", "http-equiv"}) {
                const QByteArray names = dom.attribute(node, kind).toByteArray().toLower().simplified();
                if (names.isEmpty())
                    continue;
                for (QByteArray name : names.split(' ')) {
                    name.replace('.', ':');
                    QStringList &values = m_values[name];
                    // RDFa's property is meant for machines, name is often left over from another page.
                    if (values.size() < 20 && m_values.size() < 500)
                        values.insert(qstrcmp(kind, "property") == 0 ? 0 : values.size(), content);
                }
            }
        }
    }

    QString first(std::initializer_list<const char *> names) const
    {
        for (const char *name : names) {
            const QStringList values = m_values.value(name);
            for (const QString &value : values) {
                if (!value.isEmpty())
                    return value;
            }
        }
        return {};
    }
    QStringList all(const char *name) const { return m_values.value(name); }

private:
    QHash<QByteArray, QStringList> m_values;
};

bool looksLikeName(const QString &text)
{
    return !text.isEmpty() && text.size() < 120 && !text.startsWith(QLatin1String("http")) &&
           !text.contains(QLatin1String("://")) && !text.contains(QLatin1String("www.")) &&
           !text.startsWith(u'{') && !text.contains(u'@');
}

bool isRealName(const QString &name, const QString &siteName)
{
    static const QRegularExpression roles(
        QStringLiteral("^(admin|administrator|editor|editors|author|staff|webmaster|"
                       "root|user|guest|redacción|redaccion|redaktion|rédaction|"
                       "null|undefined|none|unknown|anonymous|wordpress|\\d+)$"),
        QRegularExpression::CaseInsensitiveOption);
    return looksLikeName(name) && !roles.match(name).hasMatch() &&
           (siteName.isEmpty() || lettersOf(name) != lettersOf(siteName));
}

/** The text of an itemprop: content attribute, name within, or text. */
QString itemText(const Dom &dom, int node)
{
    const QString content = decoded(dom.attribute(node, "content"));
    if (!content.isEmpty())
        return content;
    for (int i = node + 1; i < dom.end(node); ++i) {
        if (dom.isElement(i) && dom.attribute(i, "itemprop").toByteArray().split(' ').contains("name")) {
            const QString inner = decoded(dom.attribute(i, "content"));
            return inner.isEmpty() ? dom.text(i, 400) : inner;
        }
    }
    return dom.text(node, 400);
}

/** Elements that show the author's name, the surest first. */
QString visibleByline(const PageView &view, int heading, const QString &siteName)
{
    const Dom &dom = view.dom;
    QString best;
    int bestRank = 0;
    const int from = std::max(0, heading - 400);
    int seen = 0;
    for (int node = from; node < dom.size() && seen < 4000; ++node, ++seen) {
        if (!dom.isElement(node))
            continue;
        const Tag tag = dom.tag(node);
        int rank = 0;
        if (dom.attribute(node, "itemprop").toByteArray().toLower().contains("author"))
            rank = 5;
        else if (tag == Tag::A && dom.attribute(node, "rel").toByteArray().toLower().contains("author"))
            rank = 4;
        else if (tag != Tag::Img && tag != Tag::Input && tag != Tag::Meta && tag != Tag::Script) {
            const quint16 hints = view.hints(node);
            if ((hints & BylineName) && !(hints & (CommentList | Furniture | CaptionText)))
                rank = dom.attribute(node, "class").toByteArray().toLower().contains("byline") ? 3 : 2;
        }
        if (rank <= bestRank)
            continue;
        const QString name = cleanByline(itemText(dom, node));
        if (name.size() >= 2 && name.size() < 100 && isRealName(name, siteName) && name.count(u' ') < 12) {
            best = name;
            bestRank = rank;
        }
    }
    return best;
}

/** Names alone: words with a capital, or of a script without any, and what stands between names. */
bool isRowOfNames(const QString &text)
{
    static const QRegularExpression row(
        QString::fromUtf8(
            "^([\\p{Lu}\\p{Lt}\\p{Lo}][\\w.'’-]*|and|und|et|y|e|en|och|og|ja|i|a|de|van|von|der|den|"
            "la|le|di|da|dos|del|bin|al|и|та|&)([ ,]+(?1))*$"),
        QRegularExpression::UseUnicodePropertiesOption);
    return text.size() >= 4 && text.size() < 90 && text.count(u' ') >= 1 && text.count(u' ') < 10 &&
           row.match(text).hasMatch();
}

/** The line "By Jane Doe" near the heading, whatever it is named. */
QString writtenByline(const Dom &dom, int heading, const QString &siteName)
{
    constexpr int before = 60;
    constexpr int after = 250;
    if (heading == Dom::none)
        return {};
    const int end = std::min(dom.size(), heading + after);
    for (int node = std::max(1, heading - before); node < end; ++node) {
        if (!dom.isElement(node) || dom.end(node) - node > 30 || dom.contains(node, heading))
            continue;
        const QString text = dom.text(node, 200);
        if (text.size() > 140)
            continue;
        const QString name = cleanByline(text);
        if (!text.startsWith(name) && isRowOfNames(name) && isRealName(name, siteName))
            return name;
    }
    return {};
}

QString findByline(const PageView &view, const Metas &metas, const JsonLdArticle &json, int heading,
                   const QString &siteName)
{
    QStringList names;
    for (const QString &author : json.authors) {
        if (isRealName(author, siteName) || (json.authors.size() == 1 && looksLikeName(author)))
            names.append(cleanByline(author));
    }
    if (!names.isEmpty() && (names.size() > 1 || isRealName(names[0], siteName)))
        return names.join(QStringLiteral(", "));
    QString fallback = names.value(0);
    for (const char *key : {"dc:creator", "dcterm:creator", "dcterms:creator", "author", "article:author",
                            "article:author_name", "parsely-author", "sailthru:author", "byl", "byline",
                            "citation_author", "og:article:author", "authors", "weibo:article:author"}) {
        QStringList values = metas.all(key);
        values.erase(std::remove_if(values.begin(), values.end(),
                                    [](const QString &value) { return !looksLikeName(value); }),
                     values.end());
        values.removeDuplicates();
        if (values.isEmpty())
            continue;
        const QString joined = cleanByline(values.mid(0, 6).join(QStringLiteral(", ")));
        if (isRealName(joined, siteName))
            return joined;
        if (fallback.isEmpty() && !joined.isEmpty())
            fallback = joined;
    }
    const QString visible = visibleByline(view, heading, siteName);
    if (!visible.isEmpty())
        return visible;
    return fallback.isEmpty() ? writtenByline(view.dom, heading, siteName) : fallback;
}

/** The first date that follows the patterns of addresses: /2016/05/12/, /2016-05-12. */
QString dateOfAddress(const QUrl &url)
{
    static const QRegularExpression pattern(
        QStringLiteral("/((?:19|20)\\d\\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\\d|3[01])(?:/|-|_|\\.|$)"));
    const auto match = pattern.match(url.path());
    return match.hasMatch() ? match.captured(1) + u'-' + match.captured(2) + u'-' + match.captured(3)
                            : QString();
}

QStringList findDates(const Dom &dom, const Metas &metas, const JsonLdArticle &json, int heading,
                      const QUrl &url)
{
    QStringList dates;
    const auto add = [&dates](const QString &date) {
        if (date.size() >= 6 && date.size() < 80 && !dates.contains(date))
            dates.append(date);
    };
    add(json.datePublished);
    for (const char *key : {"article:published_time",
                            "article:published",
                            "og:published_time",
                            "og:article:published_time",
                            "datepublished",
                            "parsely-pub-date",
                            "sailthru:date",
                            "dc:date:issued",
                            "dcterms:issued",
                            "dc:issued",
                            "dcterms:created",
                            "dc:created",
                            "dcterms:date",
                            "citation_publication_date",
                            "pubdate",
                            "publishdate",
                            "publish-date",
                            "publish_date",
                            "ptime",
                            "publication_date",
                            "article_date_original",
                            "originalpublicationdate",
                            "weibo:article:create_at",
                            "article:create_at",
                            "cxenseparse:recs:publishtime",
                            "dc:date",
                            "dcterm:date",
                            "date",
                            "displaydate",
                            "datecreated"})
        for (const QString &value : metas.all(key))
            add(value);
    // Times in the text: those near the heading first.
    QStringList weaker;
    const int from = heading == Dom::none ? 0 : heading;
    for (int pass = 0; pass < 2; ++pass) {
        const int begin = pass == 0 ? from : 0;
        const int end = pass == 0 ? dom.size() : from;
        for (int node = begin; node < end && dates.size() + weaker.size() < 12; ++node) {
            if (!dom.isElement(node) || dom.tag(node) == Tag::Meta)
                continue;
            const QByteArray prop = dom.attribute(node, "itemprop").toByteArray().toLower();
            const bool published = prop.contains("datepublished") || dom.hasAttribute(node, "pubdate");
            if (dom.tag(node) == Tag::Time || published) {
                QString date = decoded(dom.attribute(node, "datetime"));
                if (date.isEmpty())
                    date = decoded(dom.attribute(node, "content"));
                if (date.isEmpty())
                    date = dom.text(node, 100);
                if (published)
                    add(date);
                else if (!date.isEmpty())
                    weaker.append(date);
            }
        }
    }
    // The address knows the day, a time of that day knows the hour.
    const QString day = dateOfAddress(url);
    const auto hour = std::ranges::find_if(weaker, [&day](const QString &date) {
        return !day.isEmpty() && date.size() > day.size() && date.startsWith(day);
    });
    add(hour != weaker.end() ? *hour : day);
    for (const QString &date : weaker)
        add(date);
    return dates;
}

/** Dates shown as text by elements whose name says so, near the heading. */
void addShownDates(const PageView &view, int heading, QStringList &dates)
{
    const Dom &dom = view.dom;
    const int from = std::max(0, heading - 200);
    for (int node = from; node < dom.size() && node < from + 3000 && dates.size() < 12; ++node) {
        if (!dom.isElement(node) || dom.tag(node) == Tag::Meta || dom.end(node) - node > 30)
            continue;
        if (!(view.hints(node) & DateName))
            continue;
        static const QRegularExpression numeric(
            QStringLiteral("((?:19|20)\\d\\d)\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/"
                           ".月]\\s*(\\d{1,2})|(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d)"));
        const QString text = dom.text(node, 200);
        const auto match = numeric.match(text);
        if (match.hasMatch()) {
            const bool yearFirst = !match.captured(1).isEmpty();
            dates.append(QStringLiteral("%1-%2-%3")
                             .arg(match.captured(yearFirst ? 1 : 6))
                             .arg(match.captured(yearFirst ? 2 : 5).toInt(), 2, 10, QLatin1Char('0'))
                             .arg(match.captured(yearFirst ? 3 : 4).toInt(), 2, 10, QLatin1Char('0')));
        } else if (text.size() < 60) {
            dates.append(text);
        }
    }
}

QString normalisedLanguage(QString tag)
{
    tag = tag.section(u',', 0, 0).section(u';', 0, 0).trimmed();
    tag.replace(u'_', u'-');
    static const QRegularExpression valid(QStringLiteral("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"));
    return valid.match(tag).hasMatch() ? tag : QString();
}

QString findLanguage(const Dom &dom, const Metas &metas, const JsonLdArticle &json)
{
    QStringList candidates;
    for (const int node : {dom.html(), dom.body()}) {
        if (node == Dom::none || !dom.isElement(node))
            continue;
        candidates << decoded(dom.attribute(node, "lang")) << decoded(dom.attribute(node, "xml:lang"));
    }
    candidates << metas.first({"content-language"}) << metas.first({"language"})
               << metas.first({"dc:language"}) << metas.first({"dcterms:language"})
               << metas.first({"inlanguage"}) << json.language << metas.first({"og:locale"});
    for (const QString &candidate : candidates) {
        if (const QString language = normalisedLanguage(candidate); !language.isEmpty())
            return language;
    }
    return {};
}

/** The heading of the article: the h1 that is most like the declared title, else the first with text. */
int findHeading(const Dom &dom, const QString &declared)
{
    const QString wanted = lettersOf(declared);
    int first = Dom::none;
    int lower = Dom::none;
    for (int node = 0; node < dom.size(); ++node) {
        const Tag tag = dom.tag(node);
        if (tag < Tag::H1 || tag > Tag::H3)
            continue;
        const QString text = lettersOf(dom.text(node, 500));
        if (text.size() < 3)
            continue;
        const bool isNamed = !wanted.isEmpty() && text.size() >= 8;
        if (tag <= Tag::H2 && isNamed && (wanted.contains(text) || text.contains(wanted)))
            return node;
        if (lower == Dom::none && isNamed && wanted.startsWith(text))
            lower = node;
        if (first == Dom::none && tag == Tag::H1)
            first = node;
    }
    return lower == Dom::none ? first : lower;
}

QUrl findImage(const Metas &metas, const JsonLdArticle &json, const QUrl &base)
{
    for (const QString &address : {metas.first({"og:image:secure_url", "og:image", "og:image:url"}),
                                   metas.first({"twitter:image", "twitter:image:src"}), json.image,
                                   metas.first({"image", "thumbnail", "sailthru:image:full"})}) {
        if (address.isEmpty())
            continue;
        const QUrl url = base.resolved(QUrl(address.trimmed()));
        if (isWebUrl(url))
            return url;
    }
    return {};
}

} // namespace

Metadata readMetadata(const PageView &view, const QUrl &pageUrl)
{
    const Dom &dom = view.dom;
    const Metas metas(dom);
    QString pageTitle;
    for (int node = 0; node < dom.size() && pageTitle.isEmpty(); ++node) {
        if (dom.tag(node) == Tag::Title)
            pageTitle = decoded(dom.rawText(node));
    }
    const QString declared =
        metas.first({"dc:title", "dcterm:title", "dcterms:title", "og:title", "weibo:article:title",
                     "weibo:webpage:title", "title", "headline", "twitter:title", "parsely-title",
                     "sailthru:title", "citation_title"});
    const JsonLdArticle json = findJsonLdArticle(dom, declared.isEmpty() ? pageTitle : declared);
    const int heading = findHeading(dom, declared.isEmpty() ? pageTitle : declared);
    const QString headingText = heading == Dom::none ? QString() : dom.text(heading, 1000);

    Metadata result;
    result.siteName = metas.first({"og:site_name"});
    if (result.siteName.isEmpty())
        result.siteName = json.publisher;
    if (result.siteName.isEmpty())
        result.siteName = metas.first({"application-name", "dc:publisher", "twitter:app:name:iphone"});
    if (result.siteName.isEmpty())
        result.siteName = findJsonLdSite(dom);
    QString title = json.headline;
    if (title.isEmpty() || title.endsWith(QLatin1String("...")) || title.endsWith(u'…'))
        title = declared.isEmpty() ? title : declared;
    if (title.isEmpty())
        title = pageTitle.isEmpty() ? headingText : pageTitle;
    result.title = withoutSiteName(title, result.siteName, pageUrl, headingText);
    if (result.title.isEmpty())
        result.title = headingText;
    for (const QString &variant : {result.title, title, json.headline, declared, pageTitle, headingText,
                                   withoutSiteName(pageTitle, result.siteName, pageUrl, headingText)}) {
        if (!variant.isEmpty() && !result.titleVariants.contains(variant))
            result.titleVariants.append(variant);
    }
    result.byline = findByline(view, metas, json, heading, result.siteName);
    result.dates = findDates(dom, metas, json, heading, pageUrl);
    addShownDates(view, heading, result.dates);
    result.dates << metas.all("article:modified_time");
    result.language = findLanguage(dom, metas, json);
    for (const int node : {dom.html(), dom.body()}) {
        const QByteArray dir = node == Dom::none || !dom.isElement(node)
                                   ? QByteArray()
                                   : dom.attribute(node, "dir").toByteArray().toLower();
        if (result.direction.isEmpty() && (dir == "rtl" || dir == "ltr"))
            result.direction = QString::fromLatin1(dir);
    }
    result.description = metas.first(
        {"og:description", "dc:description", "dcterms:description", "description", "twitter:description"});
    if (result.description.isEmpty())
        result.description = json.description;
    result.image = findImage(metas, json, pageUrl);
    result.articleBody = json.body;
    return result;
}

} // namespace broadsheet::html
