// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/bylines.h"

#include "base/text.h"
#include "html/entities.h"
#include "html/extract/jsonld.h"
#include "html/extract/metadata.h"
#include "html/extract/metas.h"

#include <QRegularExpression>

#include <algorithm>

namespace broadsheet::html {

namespace {

constexpr auto unicode =
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

bool looksLikeName(const QString &text)
{
    static const QRegularExpression time(QStringLiteral("\\d[:.]\\d\\d|(19|20)\\d\\d"));
    return !text.isEmpty() && text.size() < 120 && !text.startsWith(QLatin1String("http")) &&
           !text.contains(QLatin1String("://")) && !text.contains(QLatin1String("www.")) &&
           !text.startsWith(u'{') && !text.contains(u'@') && !time.match(text).hasMatch();
}

bool isRealName(const QString &name, const QString &siteName)
{
    static const QRegularExpression roles(
        QString::fromUtf8(
            "^(admin|administrator|editor|editors|author|authors|staff|webmaster|root|user|guest|"
            "redacción|redaccion|redaktion|rédaction|redazione|redakcja|редакция|autor|auteur|"
            "more from this author|view all posts|null|undefined|none|unknown|anonymous|"
            "wordpress|\\d+)$"),
        unicode);
    return looksLikeName(name) && !roles.match(name).hasMatch() &&
           (siteName.isEmpty() || lettersOf(name) != lettersOf(siteName));
}

/** The text of an element with a blank between all parts: names, offices and dates are often set by style
 * sheets alone. */
QString spacedText(const Dom &dom, int node)
{
    constexpr qsizetype enough = 400;
    QString text;
    for (int i = node; i < dom.end(node) && text.size() < enough;) {
        if (dom.isText(i))
            text += decoded(dom.rawText(i)) + u' ';
        const bool skips = dom.isElement(i) && (dom.tag(i) == Tag::Script || dom.tag(i) == Tag::Style ||
                                                dom.tag(i) == Tag::Noscript || dom.tag(i) == Tag::Time);
        i = skips && i != node ? dom.end(i) : i + 1;
    }
    text = collapsed(text);
    return text.replace(QLatin1String(" ,"), QLatin1String(","));
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
            return inner.isEmpty() ? spacedText(dom, i) : inner;
        }
    }
    return spacedText(dom, node);
}

/** Names alone: words with a capital, or of a script without any, and what stands between names. */
bool isRowOfNames(const QString &text)
{
    static const QRegularExpression row(
        QString::fromUtf8(
            "^([\\p{Lu}\\p{Lt}\\p{Lo}][\\w.'’\\p{M}-]*|and|und|et|y|e|en|och|og|ja|i|a|de|van|von|der|den|"
            "la|le|di|da|dos|del|bin|al|и|та|&)([ ,]+(?1))*$"),
        QRegularExpression::UseUnicodePropertiesOption);
    return text.size() >= 4 && text.size() < 90 && text.count(u' ') >= 1 && text.count(u' ') < 10 &&
           row.match(text).hasMatch();
}

/** Of scripts that write a whole name without a blank, with the word that says whose it is. */
QString nameWithoutBlanks(const QString &line)
{
    static const QRegularExpression labelled(QString::fromUtf8(
        "^\\W*(作者|文|撰文|撰稿|记者|記者|執筆|執筆者|執筆・|筆者|ライター|取材・文|写真・文|"
        "글|글쓴이)\\s*[:：／/ 　]\\s*"
        "([\\p{Han}·]{2,6}|[\\p{Han}\\p{Hiragana}\\p{Katakana}ー・ ]{2,14}|[가-힣]{2,4})"
        "(\\s*[·|｜/　,，]\\s*\\d{4}.{0,30}|\\W*)$"));
    static const QRegularExpression titled(
        QString::fromUtf8("^([가-힣]{2,4}) ?(선임|수습|객원)?(기자|특파원|논설위원)\\W*$|"
                          "^(?:本报|本報|见习|實習)?([\\p{Han}]{2,4})(?:記者|记者)\\W*$"));
    if (const auto match = labelled.match(line); match.hasMatch())
        return match.captured(2).trimmed();
    const auto match = titled.match(line);
    return match.hasMatch() ? match.captured(1) + match.captured(4) : QString();
}

/** Leads that are words like others in most languages. */
QString withoutLocalLead(const QString &text, const QString &language)
{
    const QString base = language.section(u'-', 0, 0).toLower();
    const auto leadsWith = [&](const char *tag, QLatin1String lead) {
        return base == QLatin1String(tag) && text.startsWith(lead, Qt::CaseInsensitive);
    };
    if (leadsWith("ro", QLatin1String("de ")))
        return text.mid(3);
    if (leadsWith("ca", QLatin1String("per ")))
        return text.mid(4);
    return text;
}

class BylineFinder
{
public:
    BylineFinder(const PageView &view, const BylineContext &context)
        : m_view(view), m_dom(view.dom), m_context(context)
    {
    }

    /** Elements that show the author's name, the surest first. */
    QString visible() const
    {
        int best = Dom::none;
        int bestRank = 0;
        const int from = std::max(0, m_context.heading - 400);
        const int end = std::min(m_dom.size(), from + 4000);
        for (int node = from; node < end; ++node) {
            const int rank = m_dom.isElement(node) ? rankOf(node) : 0;
            if (rank > bestRank && !nameIn(node).isEmpty()) {
                best = node;
                bestRank = rank;
            }
        }
        return best == Dom::none ? QString() : withNeighbours(best, bestRank);
    }

    /** The line "By Jane Doe" near the heading, whatever it is named. */
    QString written() const
    {
        constexpr int before = 60;
        constexpr int after = 250;
        const int heading = m_context.heading;
        if (heading == Dom::none)
            return {};
        const int end = std::min(m_dom.size(), heading + after);
        QString profile;
        for (int node = std::max(1, heading - before); node < end; ++node) {
            if (!m_dom.isElement(node) || m_dom.end(node) - node > 30 || m_dom.contains(node, heading))
                continue;
            const QString text = m_dom.text(node, 200);
            if (text.size() > 140)
                continue;
            if (const QString name = nameWithoutBlanks(text); !name.isEmpty())
                return name;
            const QString name = cleanByline(withoutLocalLead(text, m_context.language));
            if (!text.startsWith(name) && isRowOfNames(name) && isReal(name))
                return name;
            if (profile.isEmpty() && isProfileLink(node) && isRowOfNames(text) && isReal(text))
                profile = text;
        }
        return profile;
    }

private:
    bool isReal(const QString &name) const { return isRealName(name, m_context.siteName); }

    int rankOf(int node) const
    {
        const Tag tag = m_dom.tag(node);
        if (m_dom.attribute(node, "itemprop").toByteArray().toLower().contains("author"))
            return 5;
        if (tag == Tag::A && m_dom.attribute(node, "rel").toByteArray().toLower().contains("author"))
            return 4;
        if (tag == Tag::Img || tag == Tag::Input || tag == Tag::Meta || tag == Tag::Script)
            return 0;
        const quint16 hints = m_view.hints(node);
        if (!(hints & BylineName) || (hints & (CommentList | Furniture | CaptionText)))
            return 0;
        return m_dom.attribute(node, "class").toByteArray().toLower().contains("byline") ? 3 : 2;
    }

    QString nameIn(int node) const
    {
        const QString text = itemText(m_dom, node);
        if (const QString name = nameWithoutBlanks(text); !name.isEmpty())
            return name;
        const QString name = cleanByline(withoutLocalLead(text, m_context.language));
        const bool fits = name.size() >= 2 && name.size() < 100 && name.count(u' ') < 12 && isReal(name);
        return fits ? name : QString();
    }

    /** Elements of the same kind beside the first: each names one of several authors. */
    QString withNeighbours(int node, int rank) const
    {
        constexpr int near = 40; // nodes
        constexpr qsizetype most = 6;
        QStringList names{nameIn(node)};
        const QByteArrayView kind = m_dom.attribute(node, "class");
        int last = m_dom.end(node);
        for (int next = last; next < std::min(m_dom.size(), last + near) && names.size() < most; ++next) {
            if (m_dom.isText(next) && m_dom.rawText(next).size() > 200)
                break; // the text has begun
            if (!m_dom.isElement(next) || rankOf(next) != rank ||
                (rank <= 3 && (m_dom.attribute(next, "class") != kind || m_dom.tag(next) != m_dom.tag(node))))
                continue;
            const QString name = nameIn(next);
            if (name.isEmpty() || name.count(u' ') > 5)
                continue;
            const bool isNew = std::ranges::none_of(names, [&name](const QString &known) {
                return known.contains(name, Qt::CaseInsensitive) || name.contains(known, Qt::CaseInsensitive);
            });
            if (isNew)
                names.append(name);
            last = m_dom.end(next);
            next = last - 1;
        }
        return names.join(QStringLiteral(", "));
    }

    /** Leads to the page of an author. */
    bool isProfileLink(int node) const
    {
        static const QRegularExpression path(QStringLiteral(
            "/(authors?|autor(es|i)?|auteurs?|autore|by|profiles?|people|staff|contributors?|journalist[ae]?|"
            "reporters?|writers?|redaktion|redacteur|person|avtory?)/[^/]|/@\\w"));
        return m_dom.tag(node) == Tag::A &&
               path.match(QString::fromUtf8(m_dom.attribute(node, "href"))).hasMatch();
    }

    const PageView &m_view;
    const Dom &m_dom;
    const BylineContext &m_context;
};

/** The names that meta elements give; \a fallback: what is no person's name. */
QString declaredByline(const Metas &metas, const QString &siteName, QString &fallback)
{
    for (const char *key : {"dc:creator", "dcterm:creator", "dcterms:creator", "author", "article:author",
                            "article:author_name", "parsely-author", "sailthru:author", "byl", "byline",
                            "citation_author", "og:article:author", "authors", "weibo:article:author"}) {
        QStringList values = metas.all(key);
        values.removeIf([](const QString &value) { return !looksLikeName(value); });
        values.removeDuplicates();
        if (values.isEmpty())
            continue;
        const QString joined = cleanByline(values.mid(0, 6).join(QStringLiteral(", ")));
        if (isRealName(joined, siteName))
            return joined;
        if (fallback.isEmpty() && !joined.isEmpty())
            fallback = joined;
    }
    return {};
}

} // namespace

QString findByline(const PageView &view, const Metas &metas, const JsonLdArticle &json,
                   const BylineContext &context)
{
    QStringList names;
    for (const QString &author : json.authors) {
        const QString name = cleanByline(author);
        if (isRealName(name, context.siteName) || (json.authors.size() == 1 && looksLikeName(name)))
            names.append(name);
    }
    if (!names.isEmpty() && (names.size() > 1 || isRealName(names[0], context.siteName)))
        return names.join(QStringLiteral(", "));
    QString fallback = names.value(0);
    if (const QString declared = declaredByline(metas, context.siteName, fallback); !declared.isEmpty())
        return declared;
    const BylineFinder finder(view, context);
    if (const QString visible = finder.visible(); !visible.isEmpty())
        return visible;
    const QString written = finder.written();
    return written.isEmpty() ? fallback : written;
}

QString cleanByline(const QString &text)
{
    QString name = collapsed(text);
    static const QRegularExpression lead(
        QString::fromUtf8(
            "^(written by|posted by|published by|reported by|reporting by|article by|story by|text by|words "
            "by|"
            "reviewed by|by|von|par|por|di|da|av|af|door|tekst|teksti|text|texto|texte|testo|autora?|autorka|"
            "auteur|autore|author|foto|przez|от|автор(ы|и)?|a cura di|scritto da|írta|szerző|napsal[a]?|oleh|"
            "penulis|yazan|yazar|bởi|tác giả|piše|autorica|γράφει (ο|η)|(του|της)(?= \\p{Lu})|συντάκτης|بقلم|"
            "كتبت?|إعداد|نویسنده|به قلم|מאת|द्वारा|लेखक|โดย|ผู้เขียน|作者|文|撰文|记者|記者|編輯|글)"
            "\\s*[:：]?\\s+(?=\\S)|"
            "^(by|von|par|por|authors?|autora?|auteur|autore|автор(ы|и)?|yazar|penulis|作者|文|撰文|记者|"
            "記者|"
            "取材|執筆者?|筆者|ライター|글)\\s*[:：／]\\s*"),
        unicode);
    for (int i = 0; i < 2; ++i)
        name.remove(lead);
    static const QRegularExpression tail(
        QStringLiteral(
            "\\s*([|•·—–]|, (?=\\d)|\\bon (?=\\w+ \\d)|(?<!\\d)\\d{1,2}[:.]\\d\\d|"
            "(?<!\\d)\\d{1,2}\\.? \\w{3,9}\\.? \\d{4}|\\b\\w{3,9}\\.? \\d{1,2}, \\d{4}|"
            "\\d{4}[-/年]|(?<!\\d)\\d{1,2}[./]\\d{1,2}[./]\\d{2}|"
            "\\bUpdated\\b|\\bPublished\\b|\\bPosted\\b|\\bLast updated\\b|(\\bFollow )?(?<!\\S)@\\w).*$"),
        unicode);
    static const QRegularExpression preposition(QStringLiteral("\\s+(on|at|in|am|le|el|il|em)\\W*$"),
                                                unicode);
    static const QRegularExpression office(
        QString::fromUtf8("(?<=[가-힣]{2}) ?(기자|특파원|논설위원)$|"
                          "((,| -)( the)?|(?=(?5)))( (senior|chief|staff|executive|associate|deputy|managing|"
                          "contributing|special|foreign|political|business|sports|technology|science|news|"
                          "washington|health|education))* "
                          "(writers?|reporters?|correspondents?|editors?|columnist|contributor|producer|"
                          "journalist|critic)$"),
        unicode);
    QString cut = QString(name).remove(tail);
    if (cut.size() < name.size())
        cut.remove(preposition);
    cut = cut.remove(office).trimmed();
    name = cut.size() >= 2 ? cut : name;
    while (!name.isEmpty() && QStringView(u",:;|/-–— ").contains(name.back()))
        name.chop(1);
    return name.trimmed();
}

} // namespace broadsheet::html
