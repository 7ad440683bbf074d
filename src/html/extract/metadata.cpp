// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/metadata.h"

#include "base/url.h"
#include "html/entities.h"
#include "html/extract/bylines.h"
#include "html/extract/jsonld.h"
#include "html/extract/metas.h"
#include "html/extract/pagedates.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace broadsheet::html {

namespace {

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
    int part = Dom::none; // of the title
    qsizetype letters = 0;
    for (int node = 0; node < dom.size(); ++node) {
        const Tag tag = dom.tag(node);
        if (tag < Tag::H1 || tag > Tag::H3)
            continue;
        const QString text = lettersOf(dom.text(node, 500));
        if (text.size() < 3)
            continue;
        const bool isNamed = !wanted.isEmpty() && text.size() >= 8;
        if (tag <= Tag::H2 && isNamed && text.contains(wanted))
            return node;
        // Where the site's name is a heading, too, that of the article is the longer part.
        const bool isPart = tag <= Tag::H2 ? wanted.contains(text)
                                           : part != Dom::none && text.size() > 2 * letters &&
                                                 (wanted.startsWith(text) || wanted.endsWith(text));
        if (isNamed && isPart && text.size() > letters) {
            part = node;
            letters = text.size();
        }
        if (lower == Dom::none && isNamed && wanted.startsWith(text))
            lower = node;
        if (first == Dom::none && tag == Tag::H1)
            first = node;
    }
    if (part != Dom::none)
        return part;
    return lower == Dom::none ? first : lower;
}

bool holdsLink(const Dom &dom, int heading)
{
    for (int node = heading; node >= 0 && node < dom.end(heading); ++node) {
        if (dom.tag(node) == Tag::A && !dom.attribute(node, "href").startsWith('#'))
            return true;
    }
    return false;
}

/** Letters and digits between others; where no blanks divide words, each letter. */
QSet<QString> wordsOf(const QString &text)
{
    QSet<QString> words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words.insert(word);
        word.clear();
    };
    for (const QChar c : text) {
        const bool isWord = c.unicode() >= 0x3040 && c.unicode() < 0xFB00;
        if (isWord || !(c.isLetterOrNumber() || c.isSurrogate() || c.isMark()))
            end();
        if (isWord)
            words.insert(c);
        else if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark())
            word.append(c.toLower());
    }
    end();
    return words;
}

/** True where a heading says what the title says, if in other words: most of the shorter are in the longer. */
bool saysTheSame(const QString &heading, const QStringList &titles)
{
    const QSet<QString> words = wordsOf(heading);
    return std::ranges::any_of(titles, [&](const QString &title) {
        const QSet<QString> others = wordsOf(title);
        const auto shared =
            std::ranges::count_if(words, [&](const QString &word) { return others.contains(word); });
        return 3 * shared > words.size() || shared == others.size() ||
               lettersOf(title).contains(lettersOf(heading));
    });
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
    constexpr qsizetype longest = 1'000; // letters of a title; it is compared with each heading
    QString pageTitle;
    for (int node = 0; node < dom.size() && pageTitle.isEmpty(); ++node) {
        if (dom.tag(node) == Tag::Title)
            pageTitle = decoded(dom.rawText(node).first(std::min(dom.rawText(node).size(), 4 * longest)))
                            .left(longest);
    }
    const QString declared =
        metas
            .first({"dc:title", "dcterm:title", "dcterms:title", "og:title", "weibo:article:title",
                    "weibo:webpage:title", "title", "headline", "twitter:title", "parsely-title",
                    "sailthru:title", "citation_title"})
            .left(longest);
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
    // A name that only stands in the title may be that of somebody whose site it is, and so of the author.
    const QString declaredSite = result.siteName;
    if (result.siteName.isEmpty())
        result.siteName = siteNameIn(pageTitle, headingText);
    QString title = json.headline.left(longest);
    if (title.isEmpty() || title.endsWith(QLatin1String("...")) || title.endsWith(u'…'))
        title = declared.isEmpty() ? title : declared;
    if (title.isEmpty())
        title = pageTitle.isEmpty() ? headingText : pageTitle;
    result.title = withoutSiteName(title, result.siteName, pageUrl, headingText);
    if (result.title.isEmpty())
        result.title = headingText;
    const auto addVariant = [&result](const QString &variant) {
        if (!variant.isEmpty() && !result.titleVariants.contains(variant))
            result.titleVariants.append(variant);
    };
    for (const QString &variant : {result.title, title, declared, pageTitle,
                                   withoutSiteName(pageTitle, result.siteName, pageUrl, headingText)})
        addVariant(variant);
    // A heading that says something else is read nowhere but in the text; a link in it leads home.
    if (saysTheSame(headingText, result.titleVariants) || holdsLink(dom, heading) ||
        lettersOf(headingText) == lettersOf(result.siteName))
        addVariant(headingText);
    result.language = findLanguage(dom, metas, json);
    result.byline = findByline(view, metas, json, {heading, declaredSite, result.language});
    result.dates = findDates(view, metas, json, {heading, pageUrl, result.language});
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
