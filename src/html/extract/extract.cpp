// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/extract.h"

#include "base/text.h"
#include "base/url.h"
#include "html/clean.h"
#include "html/entities.h"
#include "html/extract/assemble.h"
#include "html/extract/boxes.h"
#include "html/extract/candidates.h"
#include "html/extract/captions.h"
#include "html/extract/chrome.h"
#include "html/extract/endings.h"
#include "html/extract/guide.h"
#include "html/extract/lines.h"
#include "html/extract/metadata.h"
#include "html/extract/pagestate.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

struct Attempt
{
    std::vector<int> roots;
    SafeHtml html;
    QString text;
    qsizetype letters = 0;
    bool isBelowHeading = false; ///< it begins with a sentence right below the heading
};

/** The heading that shows the title; one of a lower level must be the title to the letter. The title may stand
 * behind a word or two on what the article is about. */
int headingOf(const Dom &dom, const Metadata &metadata)
{
    constexpr qsizetype longestKicker = 60; // letters
    const QString title = lettersOf(metadata.title);
    int lower = Dom::none;
    int kicked = Dom::none;
    for (int node = 0; node < dom.size(); ++node) {
        const Tag tag = dom.tag(node);
        if (tag < Tag::H1 || tag > Tag::H4)
            continue;
        const QString text = lettersOf(dom.text(node, 1000));
        if (text.size() < 5)
            continue;
        if (tag <= Tag::H2 && (text == title || (text.size() >= 10 && title.contains(text))))
            return node;
        if (lower == Dom::none && text == title)
            lower = node;
        if (kicked == Dom::none && tag <= Tag::H2 && title.size() >= 15 && text.endsWith(title) &&
            text.size() <= title.size() + longestKicker)
            kicked = node;
    }
    return lower != Dom::none ? lower : kicked;
}

/** True where the first paragraph of the article is one of the first lines below the heading. */
bool beginsBelow(const PageView &view, const std::vector<int> &roots, int heading)
{
    constexpr int near = 8; // lines
    if (heading == Dom::none || roots.empty())
        return false;
    const int from = view.firstSegment(view.dom.end(heading));
    const int end = std::min(int(view.segments().size()), from + near);
    for (int i = std::max(from, view.firstSegment(roots.front())); i < end; ++i) {
        const Segment &line = view.segments()[size_t(i)];
        if (line.weight > 0)
            return line.size.stops > 0 && line.size.length >= 40;
    }
    return false;
}

QUrl baseOf(const Dom &dom, const QUrl &pageUrl)
{
    for (int node = 0; node < dom.size(); ++node) {
        if (dom.tag(node) != Tag::Base || dom.attribute(node, "href").isEmpty())
            continue;
        const QUrl base =
            pageUrl.resolved(QUrl(QString::fromUtf8(withoutReferences(dom.attribute(node, "href")))));
        return isWebUrl(base) ? base : pageUrl;
    }
    return pageUrl;
}

qsizetype lettersIn(const QString &text)
{
    qsizetype letters = 0;
    for (const QChar c : text)
        letters += c.isLetterOrNumber() ? (c.unicode() >= 0x3040 && c.unicode() < 0xFB00 ? 3 : 1) : 0;
    return letters;
}

/** True where the page holds this many letters at all, references left out. */
bool holdsLetters(const Dom &dom, qsizetype least)
{
    qsizetype letters = 0;
    for (int node = 0; node < dom.size() && letters < least; ++node) {
        bool isReference = false;
        for (const char c : dom.rawText(node)) {
            const bool isLetter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            isReference = c == '&' || (isReference && (isLetter || c == '#'));
            letters += (isLetter && !isReference) || quint8(c) >= 0x80 ? 1 : 0;
        }
    }
    return letters >= least;
}

Attempt attempt(PageView &view, const Metadata &metadata, int heading, const QUrl &base,
                Strictness strictness)
{
    Attempt result;
    dropChrome(view, heading, strictness);
    Guide guide = readGuide(view, metadata.articleBody);
    result.roots = findRoots(view, guide, heading, metadata.description);
    if (result.roots.empty())
        return result;
    markCaptions(view, result.roots);
    if (strictness == Strictness::Careful) {
        dropBoxes(view, result.roots, guide, heading);
        dropEndings(view, result.roots);
        view.buildSegments();
        Guide again = readGuide(view, metadata.articleBody);
        again.isUsable = guide.isUsable && again.isUsable;
        again.isComplete = guide.isComplete;
        guide = std::move(again);
    }
    result.isBelowHeading = beginsBelow(view, result.roots, heading);
    dropLines(view, result.roots, guide, metadata, heading);
    result.html = clean(assemble(view, result.roots), {base});
    result.text = bodyText(result.html);
    result.letters = lettersIn(result.text);
    return result;
}

/** Pages that scripts fill have their text in JSON-LD alone. */
void takeDeclaredBody(const Metadata &metadata, const QUrl &base, Attempt &best)
{
    constexpr qsizetype least = 600;
    const QString &body = metadata.articleBody;
    if (body.size() < least || best.letters > lettersIn(body) / 2)
        return;
    QByteArray markup;
    if (body.contains(QLatin1String("</p>")) || body.contains(QLatin1String("<br"))) {
        markup = body.toUtf8();
    } else {
        for (const QStringView line : QStringView(body).split(u'\n')) {
            if (!line.trimmed().isEmpty())
                markup += "<p>" + escapeText(withoutReferences(line.toUtf8())) + "</p>";
        }
    }
    best.html = clean(markup, {base});
    best.text = bodyText(best.html);
    best.letters = lettersIn(best.text);
}

/** Others have it in the data of their scripts, and may show its beginning. */
void takeStateBody(const Dom &dom, const QUrl &base, Attempt &best)
{
    constexpr qsizetype enough = 200;
    constexpr qsizetype beginning = 1'200;
    constexpr qsizetype telling = 60;
    if (best.letters >= beginning)
        return;
    const QByteArray markup = findStateBody(dom);
    if (markup.isEmpty())
        return;
    Attempt state;
    state.html = clean(markup, {base});
    state.text = bodyText(state.html);
    state.letters = lettersIn(state.text);
    const bool isMore = state.letters >= 2 * best.letters &&
                        lettersOf(state.text).contains(lettersOf(best.text).left(telling));
    if (best.letters < enough || isMore) {
        best.html = std::move(state.html);
        best.text = std::move(state.text);
        best.letters = state.letters;
    }
}

QString directionOf(const Dom &dom, int node)
{
    for (; node > 0; node = dom.parent(node)) {
        const QByteArray dir = dom.attribute(node, "dir").toByteArray().toLower();
        if (dir == "rtl" || dir == "ltr")
            return QString::fromLatin1(dir);
    }
    return {};
}

/** \a url as a page number is told from its neighbours: all digits as one mark. */
QString withoutNumbers(const QUrl &url)
{
    static const QRegularExpression pageMark(
        QStringLiteral("(/(page|seite|pagina|p)?/?\\d{1,3}/?$)|([-_](p|page)?\\d{1,3}(?=\\.\\w+$|$))|/$"),
        QRegularExpression::CaseInsensitiveOption);
    return url.host() + url.path().remove(pageMark);
}

/** Where the article goes on: what rel=next names, unless that is another article. */
QUrl findNextPage(const Dom &dom, const QUrl &pageUrl, const QUrl &base)
{
    for (int node = 0; node < dom.size(); ++node) {
        if (dom.tag(node) != Tag::Link && dom.tag(node) != Tag::A)
            continue;
        if (!dom.attribute(node, "rel").toByteArray().toLower().split(' ').contains("next"))
            continue;
        const QUrl next =
            base.resolved(QUrl(QString::fromUtf8(withoutReferences(dom.attribute(node, "href").trimmed()))))
                .adjusted(QUrl::RemoveFragment);
        if (isWebUrl(next) && next != pageUrl && next.host() == pageUrl.host() &&
            withoutNumbers(next) == withoutNumbers(pageUrl))
            return next;
    }
    return {};
}

} // namespace

std::optional<PageArticle> extractArticle(QByteArrayView utf8Page, const QUrl &pageUrl)
{
    constexpr qsizetype enough = 250;
    constexpr qsizetype little = 120; // with less than that, even what looks like a frame may be the text
    constexpr qsizetype sentence = 60;
    constexpr qsizetype least = 25;
    const Dom dom(utf8Page);
    PageView view(dom);
    const Metadata metadata = readMetadata(view, pageUrl);
    const int heading = headingOf(dom, metadata);
    const QUrl base = baseOf(dom, pageUrl);
    Attempt best;
    const bool isEmpty = !holdsLetters(dom, least);
    for (const Strictness strictness :
         {Strictness::Careful, Strictness::Lenient, Strictness::OnlyHidden, Strictness::WithoutScripts}) {
        if (isEmpty)
            break;
        Attempt next = attempt(view, metadata, heading, base, strictness);
        if (best.roots.empty() || next.letters > 2 * best.letters)
            best = std::move(next);
        const qsizetype suffices = best.isBelowHeading ? sentence : little;
        if (best.letters >= (strictness == Strictness::Careful ? enough : suffices))
            break;
    }
    takeDeclaredBody(metadata, base, best);
    takeStateBody(dom, base, best);
    if (best.letters < least)
        return std::nullopt;
    PageArticle article;
    article.title = metadata.title;
    article.byline = metadata.byline;
    article.siteName = metadata.siteName;
    article.language = languageOf(best.text, metadata.language);
    article.direction = best.roots.empty() ? QString() : directionOf(dom, best.roots.front());
    if (article.direction.isEmpty())
        article.direction = metadata.direction;
    if (article.direction.isEmpty() && isRightToLeft(article.language))
        article.direction = QStringLiteral("rtl");
    article.dates = metadata.dates;
    article.excerpt = metadata.description.isEmpty() ? excerpt(best.text, 240) : metadata.description;
    article.image = metadata.image.isEmpty() ? leadImage(best.html) : metadata.image;
    article.nextPage = findNextPage(dom, pageUrl, base);
    article.html = std::move(best.html);
    article.text = std::move(best.text);
    return article;
}

} // namespace broadsheet::html
