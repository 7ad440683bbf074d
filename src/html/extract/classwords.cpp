// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/classwords.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace broadsheet::html {

namespace {

using namespace std::string_view_literals;

struct Word
{
    std::string_view word;
    quint16 hints;
};

// Whole words of a name: "social-share" and "socialShare" are "social", "share".
constexpr auto words = [] {
    auto table = std::to_array<Word>({
        {"ad", Furniture},
        {"adbox", Furniture},
        {"addthis", Furniture},
        {"addtoany", Furniture},
        {"ads", Furniture},
        {"adsense", Furniture},
        {"adslot", Furniture},
        {"adunit", Furniture},
        {"adv", Furniture},
        {"advert", Furniture},
        {"advertisement", Furniture},
        {"advertisements", Furniture},
        {"advertising", Furniture},
        {"advertorial", Furniture},
        {"adverts", Furniture},
        {"adwrapper", Furniture},
        {"dfp", Furniture},
        {"gpt", Furniture},
        {"banner", Furniture},
        {"banners", Furniture},
        {"bio", Furniture},
        {"breadcrumb", Furniture},
        {"breadcrumbs", Furniture},
        {"crumbs", Furniture},
        {"consent", Furniture},
        {"cookie", Furniture},
        {"cookies", Furniture},
        {"gdpr", Furniture},
        {"donate", Furniture},
        {"donation", Furniture},
        {"dropdown", Furniture},
        {"footer", Furniture},
        {"jumpmenu", Furniture},
        {"login", Furniture},
        {"masthead", Furniture},
        {"menu", Furniture},
        {"megamenu", Furniture},
        {"modal", Furniture},
        {"mostpopular", Furniture},
        {"mostread", Furniture},
        {"nav", Furniture},
        {"navbar", Furniture},
        {"navi", Furniture},
        {"navigation", Furniture},
        {"newsletter", Furniture},
        {"newsletters", Furniture},
        {"noprint", Furniture},
        {"outbrain", Furniture},
        {"overlay", Furniture},
        {"pagination", Furniture},
        {"pager", Furniture},
        {"paginator", Furniture},
        {"plista", Furniture},
        {"popular", Furniture},
        {"popup", Furniture},
        {"promo", Furniture},
        {"promobox", Furniture},
        {"promos", Furniture},
        {"promotion", Furniture},
        {"promoted", Furniture},
        {"rail", Furniture},
        {"readmore", Furniture},
        {"readnext", Furniture},
        {"recirc", Furniture},
        {"recirculation", Furniture},
        {"recommend", Furniture},
        {"recommendation", Furniture},
        {"recommendations", Furniture},
        {"recommended", Furniture},
        {"related", Furniture},
        {"relatedposts", Furniture},
        {"relateds", Furniture},
        {"rightrail", Furniture},
        {"share", Furniture},
        {"sharebar", Furniture},
        {"sharedaddy", Furniture},
        {"shares", Furniture},
        {"sharethis", Furniture},
        {"sharing", Furniture},
        {"sidebar", Furniture},
        {"sidebars", Furniture},
        {"signin", Furniture},
        {"signup", Furniture},
        {"skiplink", Furniture},
        {"social", Furniture},
        {"socialbar", Furniture},
        {"socials", Furniture},
        {"sociable", Furniture},
        {"sns", Furniture},
        {"jp", NoHint},
        {"sponsor", Furniture},
        {"sponsored", Furniture},
        {"sponsors", Furniture},
        {"submenu", Furniture},
        {"subscribe", Furniture},
        {"subscription", Furniture},
        {"suggested", Furniture},
        {"suggestions", Furniture},
        {"taboola", Furniture},
        {"tagcloud", Furniture},
        {"taglist", Furniture},
        {"tags", Furniture},
        {"ticker", Furniture},
        {"toolbar", Furniture},
        {"topbar", Furniture},
        {"trending", Furniture},
        {"upnext", Furniture},
        {"upsell", Furniture},
        {"zergnet", Furniture},
        {"teads", Furniture},
        {"mailchimp", Furniture},
        {"optin", Furniture},
        {"yarpp", Furniture},
        {"nextprev", Furniture},
        {"prevnext", Furniture},
        {"authorbio", Furniture},
        {"authorbox", Furniture},
        {"cta", Furniture},
        {"poll", Furniture},
        {"crosslink", Furniture},
        {"crosslinks", Furniture},
        {"morelinks", Furniture},
        {"relacionadas", Furniture},
        {"relacionados", Furniture},
        {"relacionada", Furniture},
        {"publicidad", Furniture},
        {"publicidade", Furniture},
        {"publicite", Furniture},
        {"reklama", Furniture},
        {"werbung", Furniture},
        {"anzeige", Furniture},
        {"reklam", Furniture},
        {"compartir", Furniture},
        {"partage", Furniture},
        {"compartilhar", Furniture},
        {"correlati", Furniture},
        {"lexinhalt", NoHint},
        {"seealso", Furniture},
        {"toc", Furniture},
        {"tableofcontents", Furniture},
        {"hatnote", Furniture},
        {"postprofile", Furniture},
        {"signature", MetaLine},
        {"headerlink", ScreenReader},
        {"headeranchor", ScreenReader},
        {"anchorlink", ScreenReader},
        {"editsection", ScreenReader},
        {"vjs", PlayerUi},
        {"jwplayer", PlayerUi},
        {"plyr", PlayerUi},
        {"mejs", PlayerUi},
        {"comment", CommentList},
        {"commentlist", CommentList},
        {"comments", CommentList},
        {"commentarea", CommentList},
        {"disqus", CommentList},
        {"discussion", CommentList},
        {"replies", CommentList},
        {"respond", CommentList},
        {"kommentare", CommentList},
        {"comentarios", CommentList},
        {"commentaires", CommentList},
        {"livefyre", CommentList},
        {"byline", BylineName | MetaLine},
        {"bylines", BylineName | MetaLine},
        {"author", BylineName | MetaLine},
        {"authors", BylineName | MetaLine},
        {"auteur", BylineName | MetaLine},
        {"autor", BylineName | MetaLine},
        {"autore", BylineName | MetaLine},
        {"writer", BylineName | MetaLine},
        {"writtenby", BylineName | MetaLine},
        {"reporter", BylineName | MetaLine},
        {"contributor", BylineName | MetaLine},
        {"date", DateName | MetaLine},
        {"dateline", DateName | MetaLine},
        {"datetime", DateName | MetaLine},
        {"datum", DateName | MetaLine},
        {"fecha", DateName | MetaLine},
        {"data", NoHint},
        {"timestamp", DateName | MetaLine},
        {"pubdate", DateName | MetaLine},
        {"published", DateName},
        {"postmeta", MetaLine},
        {"meta", MetaLine},
        {"metadata", MetaLine},
        {"kicker", MetaLine},
        {"eyebrow", MetaLine},
        {"keywords", MetaLine},
        {"readtime", MetaLine},
        {"readingtime", MetaLine},
        {"views", MetaLine},
        {"counter", MetaLine},
        {"tools", MetaLine},
        {"print", MetaLine},
        {"rating", MetaLine},
        {"ratings", MetaLine},
        {"vote", MetaLine},
        {"votes", MetaLine},
        {"likes", MetaLine},
        {"follow", MetaLine},
        {"topics", MetaLine},
        {"standfirst", LeadText},
        {"sapo", LeadText},
        {"summary", LeadText},
        {"articlesummary", LeadText},
        {"lede", LeadText},
        {"lead", LeadText},
        {"deck", LeadText},
        {"dek", LeadText},
        {"chapo", LeadText},
        {"chapeau", LeadText},
        {"vorspann", LeadText},
        {"entradilla", LeadText},
        {"bajada", LeadText},
        {"copete", LeadText},
        {"sottotitolo", LeadText},
        {"sommario", LeadText},
        {"ingress", LeadText},
        {"keypoints", LeadText},
        {"highlights", LeadText},
        {"perex", LeadText},
        {"subtitle", LeadText},
        {"linhafina", LeadText},
        {"zajawka", LeadText},
        {"spitzmarke", LeadText},
        {"caption", CaptionText},
        {"captions", CaptionText},
        {"credit", CaptionText},
        {"credits", CaptionText},
        {"imgcaption", CaptionText},
        {"figcaption", CaptionText},
        {"thumbcaption", CaptionText},
        {"gallerytext", CaptionText},
        {"photocredit", CaptionText},
        {"imagecredit", CaptionText},
        {"bildunterschrift", CaptionText},
        {"article", ContentLike},
        {"body", ContentLike},
        {"content", ContentLike},
        {"entry", ContentLike},
        {"hentry", ContentLike},
        {"main", ContentLike},
        {"page", ContentLike},
        {"post", ContentLike},
        {"text", ContentLike},
        {"blog", ContentLike},
        {"story", ContentLike},
        {"artikel", ContentLike},
        {"noticia", ContentLike},
        {"column", NoHint},
        {"prose", ContentLike},
        {"paragraph", ContentLike},
        {"contact", ChromeLike},
        {"foot", ChromeLike},
        {"footnote", NoHint},
        {"meta", MetaLine},
        {"outer", NoHint},
        {"galleries", GalleryBox},
        {"photogallery", GalleryBox},
        {"lightbox", GalleryBox},
        {"swiper", GalleryBox},
        {"scroll", ChromeLike},
        {"shoutbox", ChromeLike},
        {"tool", ChromeLike},
        {"widget", ChromeLike},
        {"gallery", GalleryBox},
        {"carousel", GalleryBox},
        {"slider", GalleryBox},
        {"slideshow", GalleryBox},
        {"teaser", ChromeLike},
        {"card", ChromeLike},
        {"extra", ChromeLike},
        {"hidden", ChromeLike},
        {"legal", ChromeLike},
        {"copyright", ChromeLike},
        {"supplemental", ChromeLike},
        {"agegate", ChromeLike},
        {"paywall", ChromeLike},
        {"player", ChromeLike},
        {"playlist", ChromeLike},
        {"disclaimer", ChromeLike},
        {"search", ChromeLike},
        {"filter", ChromeLike},
        {"tab", ChromeLike},
        {"tabs", ChromeLike},
        {"more", ChromeLike},
        {"links", ChromeLike},
        {"profile", ChromeLike},
        {"about", ChromeLike},
        {"feedback", ChromeLike},
        {"tagline", ChromeLike},
    });
    std::ranges::sort(table, {}, &Word::word);
    return table;
}();

// Parts of a name written in one: "articlebody", "relatedstories".
constexpr auto parts = std::to_array<Word>({
    {"newsletter", Furniture},      {"relatedpost", Furniture},       {"relatedarticle", Furniture},
    {"relatedstor", Furniture},     {"relatedcontent", Furniture},    {"relatedlink", Furniture},
    {"relatednews", Furniture},     {"relatedtopic", Furniture},      {"recommended", Furniture},
    {"sharebutton", Furniture},     {"sharetool", Furniture},         {"sociallink", Furniture},
    {"socialshare", Furniture},     {"sharelinks", Furniture},        {"socialmedia", Furniture},
    {"breadcrumb", Furniture},      {"advertisement", Furniture},     {"cookieconsent", Furniture},
    {"sidebar", Furniture},         {"outbrain", Furniture},          {"taboola", Furniture},
    {"pagination", Furniture},      {"authorbio", Furniture},         {"aboutauthor", Furniture},
    {"mostread", Furniture},        {"mostpopular", Furniture},       {"mostviewed", Furniture},
    {"navigation", Furniture},      {"readalso", Furniture},          {"readmore", Furniture},
    {"nextpost", Furniture},        {"previouspost", Furniture},      {"morestories", Furniture},
    {"signupform", Furniture},      {"postfooter", Furniture},        {"articlefooter", Furniture},
    {"screenreader", ScreenReader}, {"visuallyhidden", ScreenReader}, {"sronly", ScreenReader},
    {"offscreen", ScreenReader},    {"commentlist", CommentList},     {"commentform", CommentList},
    {"usercomment", CommentList},   {"editsection", ScreenReader},    {"headeranchor", ScreenReader},
    {"headerlink", ScreenReader},   {"anchorlink", ScreenReader},     {"tableofcontent", Furniture},
    {"popout", Furniture},          {"imgdesc", CaptionText},         {"imagedesc", CaptionText},
    {"photodesc", CaptionText},     {"picdesc", CaptionText},         {"imgcaption", CaptionText},
    {"imagecaption", CaptionText},  {"photocaption", CaptionText},    {"captiontext", CaptionText},
    {"photocredit", CaptionText},   {"imagecredit", CaptionText},     {"signoff", MetaLine},
    {"articlesource", Furniture},
});

// What content systems call the text of an article, in one word.
constexpr auto bodies = std::to_array<std::string_view>(
    {"articlebody",   "articlecontent",  "articletext",     "articlecopy",       "articlemain",
     "articledetail", "articlesection",  "bodycopy",        "bodytext",          "contentbody",
     "contenttext",   "contentdetail",   "detailcontent",   "detailtext",        "detailbody",
     "entrycontent",  "entrybody",       "entrytext",       "fulltext",          "newsbody",
     "newscontent",   "newstext",        "newsdetail",      "postarticle",       "postbody",
     "postcontent",   "postentry",       "posttext",        "storybody",         "storycontent",
     "storytext",     "storycopy",       "singlecontent",   "singlepostcontent", "blogcontent",
     "blogbody",      "blogpostcontent", "bodycontent",     "artikeltext",       "artikelbody",
     "artikelinhalt", "cuerponoticia",   "noticiacuerpo",   "textonoticia",      "noticiatexto",
     "cuerpo",        "corpo",           "textomateria",    "materiatexto",      "conteudomateria",
     "contenido",     "articolo",        "testoarticolo",   "bodyarticle",       "contentarticle",
     "textarticle",   "econtent",        "richtext",        "wysiwyg",           "storydetail",
     "readcontent",   "maincontenttext", "articlewrapbody", "fieldnamebody",     "fieldbody",
     "pagecontent",   "maintext",        "postdetail",      "copybody",          "liveblogbody",
     "textbody",      "newsarticle"});

/** Finds which of many words stand within another, without looking for each: most places are told by two
 * letters to begin none of them. */
template <size_t count>
class WordsWithin
{
public:
    /** Of small letters, two and more each. */
    template <typename Table, typename WordOf>
    constexpr WordsWithin(const Table &table, WordOf wordOf)
    {
        std::ranges::transform(table, m_words.begin(), wordOf);
        for (const std::string_view word : m_words)
            m_begins[pair(word[0], word[1])] = true;
    }

    /** Calls \a found with the index of each that stands in \a whole, small letters alone. */
    template <typename Found>
    void find(std::string_view whole, Found found) const
    {
        for (size_t at = 0; at + 1 < whole.size(); ++at) {
            if (!m_begins[pair(whole[at], whole[at + 1])])
                continue;
            for (size_t i = 0; i < count; ++i) {
                if (m_words[i][0] == whole[at] && whole.substr(at).starts_with(m_words[i]))
                    found(i);
            }
        }
    }

private:
    static constexpr size_t pair(char first, char second)
    {
        return size_t(first - 'a') * 26 + size_t(second - 'a');
    }

    std::array<std::string_view, count> m_words;
    std::array<bool, 26 * 26> m_begins{};
};

constexpr WordsWithin<parts.size()> partsWithin(parts, &Word::word);
constexpr WordsWithin<bodies.size()> bodiesWithin(bodies, std::identity());

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

/** The hints of one word; a long one is searched for known parts. */
quint16 hintsOfWord(std::string_view word)
{
    const auto found = std::ranges::lower_bound(words, word, {}, &Word::word);
    if (found != words.end() && found->word == word)
        return found->hints;
    return NoHint;
}

/** The hints of one name. */
quint16 hintsOfName(QByteArrayView name)
{
    constexpr size_t longest = 80;
    std::array<char, longest> joined;
    size_t length = 0;
    size_t wordStart = 0;
    quint16 hints = 0;
    bool speaksOfOthers = false; // "anchorWithStickyNavbar"
    const auto endWord = [&] {
        const std::string_view word(joined.data() + wordStart, length - wordStart);
        const quint16 found = length > wordStart ? hintsOfWord(word) : quint16(NoHint);
        hints |= speaksOfOthers ? quint16(found & ~(Furniture | CommentList)) : found;
        speaksOfOthers = speaksOfOthers || word == "with" || word == "has" || word == "without";
        wordStart = length;
    };
    for (qsizetype i = 0; i < name.size() && length < longest; ++i) {
        const char c = name[i];
        if (isUpper(c)) {
            if (i > 0 && isLower(name[i - 1]))
                endWord();
            joined[length++] = char(c | 0x20);
        } else if (isLower(c)) {
            joined[length++] = c;
        } else {
            endWord();
        }
    }
    endWord();
    const std::string_view whole(joined.data(), length);
    if (length >= 6) {
        partsWithin.find(whole, [&hints](size_t part) { hints |= parts[part].hints; });
        // "social-embed" is a quotation, "no-sidebar" speaks of the others.
        if (whole.find("embed") != std::string_view::npos || whole.starts_with("no") ||
            whole.starts_with("has") || whole.starts_with("with"))
            hints &= quint16(~(Furniture | CommentList));
        if (!(hints & (Furniture | CommentList | CaptionText | MetaLine)))
            bodiesWithin.find(whole, [&hints](size_t) { hints |= BodyText; });
    }
    return hints;
}

} // namespace

quint16 hintsOf(QByteArrayView names)
{
    quint16 hints = 0;
    qsizetype at = 0;
    for (int count = 0; at < names.size() && count < 24; ++count) {
        while (at < names.size() && quint8(names[at]) <= ' ')
            ++at;
        const qsizetype first = at;
        while (at < names.size() && quint8(names[at]) > ' ')
            ++at;
        if (at > first)
            hints |= hintsOfName(names.sliced(first, at - first));
    }
    return hints;
}

} // namespace broadsheet::html
