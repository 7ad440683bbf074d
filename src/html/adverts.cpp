// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/adverts.h"

#include "html/limits.h"
#include "html/tokenizer.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace broadsheet::html {

namespace {

using namespace std::string_view_literals;

constexpr qsizetype longestAdvert = 600; ///< bytes of text
constexpr size_t longestName = 80;

constexpr auto advertWords = std::to_array<std::string_view>(
    {"ad",          "ads",        "adbox",       "adslot",         "adspot",      "adunit",  "adwrap",
     "adwrapper",   "adblock",    "adsense",     "adsbygoogle",    "advert",      "adverts", "advertisement",
     "advertising", "advertise",  "advertorial", "advertisements", "advertentie", "anuncio", "anzeige",
     "anzeigen",    "publicidad", "publicite",   "reklama",        "werbung",     "dfp",     "pubblicita",
     "sponsored",   "outbrain",   "taboola"});

/** "no-ads", "after-ad", "ad-free", "ad-hoc": the box is something else. */
constexpr auto otherwise =
    std::to_array<std::string_view>({"no", "non", "not", "has", "with", "without", "free", "hoc", "after",
                                     "before", "blocker", "disabled", "enabled", "supported"});

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

/** True for one name whose words speak of an advert: "ad-slot", "inlineAd", "google_ads_3". */
bool isAdvertName(QByteArrayView name)
{
    if (size_t(name.size()) > longestName)
        return false;
    std::array<char, longestName> letters{};
    size_t length = 0, wordStart = 0;
    bool found = false, refused = false;
    const auto endWord = [&] {
        const std::string_view word(letters.data() + wordStart, length - wordStart);
        found = found || std::ranges::find(advertWords, word) != advertWords.end();
        refused = refused || std::ranges::find(otherwise, word) != otherwise.end();
        wordStart = length;
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (isUpper(c) && i > 0 && isLower(name[i - 1]))
            endWord();
        if (isUpper(c) || isLower(c))
            letters[length++] = char(c | 0x20);
        else
            endWord();
    }
    endWord();
    return found && !refused;
}

/** The same of the value of a class or id: names parted by blanks. */
bool speaksOfAdvert(QByteArrayView names)
{
    qsizetype at = 0;
    while (at < names.size()) {
        while (at < names.size() && quint8(names[at]) <= ' ')
            ++at;
        const qsizetype first = at;
        while (at < names.size() && quint8(names[at]) > ' ')
            ++at;
        if (at > first && isAdvertName(names.sliced(first, at - first)))
            return true;
    }
    return false;
}

/** A look at what follows "class=" or "id=" costs little; most texts need no more. */
bool mayHaveAdvert(QByteArrayView utf8, QByteArrayView attribute)
{
    for (qsizetype at = utf8.indexOf(attribute); at >= 0; at = utf8.indexOf(attribute, at)) {
        at += attribute.size();
        qsizetype end = at;
        const char quote = at < utf8.size() && (utf8[at] == '"' || utf8[at] == '\'') ? utf8[at] : '\0';
        for (end = at + (quote ? 1 : 0); end < utf8.size() && end - at < 1000; ++end) {
            if (quote ? utf8[end] == quote : utf8[end] == '>' || quint8(utf8[end]) <= ' ')
                break;
        }
        const qsizetype first = at + (quote ? 1 : 0);
        if (end > first && speaksOfAdvert(utf8.sliced(first, end - first)))
            return true;
    }
    return false;
}

bool isBox(Tag tag)
{
    return tag == Tag::Div || tag == Tag::Aside || tag == Tag::Section || tag == Tag::P || tag == Tag::Span ||
           tag == Tag::Ins || tag == Tag::Figure;
}

bool isAdvert(const Token &token)
{
    // An id on a paragraph or a phrase is a place to link to: "ad-astra".
    const bool block = token.tag != Tag::P && token.tag != Tag::Span;
    return isBox(token.tag) && !token.selfClosing &&
           std::ranges::any_of(token.attributes, [block](const Attribute &attribute) {
               return (equalsIgnoringCase(attribute.name, "class") ||
                       (block && equalsIgnoringCase(attribute.name, "id"))) &&
                      speaksOfAdvert(attribute.value);
           });
}

qsizetype lettersIn(QByteArrayView text)
{
    return std::ranges::count_if(text, [](char c) { return quint8(c) > ' '; });
}

struct Span
{
    qsizetype from = 0, to = 0;
};

/** Walks through the markup and notes where its adverts are. */
class Finder
{
public:
    explicit Finder(QByteArrayView input) : m_input(input), m_tokens(input) {}

    std::vector<Span> run()
    {
        for (;;) {
            const Token &token = m_tokens.next();
            if (token.kind == Token::Kind::EndOfInput)
                break;
            if (token.kind == Token::Kind::Text)
                take(lettersIn(token.text));
            else if (token.kind == Token::Kind::StartTag)
                start(token);
            else if (token.kind == Token::Kind::EndTag && m_depth > 0 && token.tag == m_box && --m_depth == 0)
                end(token);
        }
        if (m_depth > 0)
            m_text += m_within; // it has no end
        return m_advertText * 2 < m_text + m_advertText ? m_spans : std::vector<Span>();
    }

private:
    void take(qsizetype letters) { (m_depth > 0 ? m_within : m_text) += letters; }

    void start(const Token &token)
    {
        const Tag tag = token.tag;
        if (m_depth == 0 && isAdvert(token)) {
            m_box = tag;
            m_depth = 1;
            m_within = 0;
            m_from = token.name.data() - m_input.data() - 1;
        } else if (m_depth > 0 && tag == m_box && !token.selfClosing) {
            ++m_depth;
        }
        if (has(tag, RawText))
            m_tokens.takeRawText(tag);
    }

    void end(const Token &token)
    {
        const qsizetype name = token.name.data() - m_input.data() + token.name.size();
        const qsizetype close = m_input.indexOf('>', name);
        if (close < 0 || m_within > longestAdvert) {
            m_text += m_within;
            return;
        }
        m_advertText += m_within;
        m_spans.push_back({m_from, close + 1});
    }

    QByteArrayView m_input;
    Tokenizer m_tokens;
    std::vector<Span> m_spans;
    Tag m_box = Tag::Unknown; ///< what the advert is that is open
    int m_depth = 0;          ///< of elements like it
    qsizetype m_from = 0;
    qsizetype m_within = 0, m_advertText = 0, m_text = 0; ///< bytes of text but blanks
};

} // namespace

QByteArray withoutAdverts(QByteArrayView utf8)
{
    const QByteArrayView input = utf8.first(std::min(utf8.size(), maxInput));
    if (!mayHaveAdvert(input, "class=") && !mayHaveAdvert(input, "id="))
        return {};
    const std::vector<Span> adverts = Finder(input).run();
    if (adverts.empty())
        return {};
    QByteArray rest;
    rest.reserve(input.size());
    qsizetype at = 0;
    for (const Span &advert : adverts) {
        rest.append(input.sliced(at, advert.from - at));
        rest.append('\n'); // what stood before and after are two words still
        at = advert.to;
    }
    return rest.append(input.sliced(at));
}

} // namespace broadsheet::html
