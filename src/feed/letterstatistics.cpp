// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/letterstatistics.h"

#include "feed/bytedecoder.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace broadsheet::feed {
namespace {

struct Language
{
    const char *letters; ///< with accents, in small letters, the most frequent first
    const char *encodings;
};

#define WESTERN "windows-1252 macintosh ibm850"
#define CENTRAL "windows-1250 iso-8859-2 mac-centraleurope ibm852"

constexpr auto languages = std::to_array<Language>({
    {"éèêëáàâäãåæçíìîïñóòôöõøœßúùûüýÿðþšž", "windows-1252"}, // several of the West at once
    {"üäößé", WESTERN},                                      // German
    {"éàèêçôâîûùïœë", WESTERN},                              // French
    {"óíáñéúü", WESTERN},                                    // Spanish
    {"ãáéçíóêõúâàô", WESTERN},                               // Portuguese
    {"àèòùéì", WESTERN},                                     // Italian
    {"éëïöóèü", WESTERN},                                    // Dutch
    {"äåöé", WESTERN},                                       // Swedish, Finnish
    {"øåæéö", WESTERN},                                      // Danish, Norwegian
    {"íáðéóúþöýæ", WESTERN},                                 // Icelandic
    {"àéèíóçúòïü", WESTERN},                                 // Catalan
    {"ëç", WESTERN},                                         // Albanian
    {"łąężóśćńź", CENTRAL},                                  // Polish
    {"íáéěžřščýůúňťóď", CENTRAL},                            // Czech
    {"áíéčšžýúľťňôäóďĺŕ", CENTRAL},                          // Slovak
    {"áéöóüíőúű", CENTRAL},                                  // Hungarian
    {"čšžćđ", "windows-1250 iso-8859-2 ibm852"},             // Croatian, Slovenian
    {"ăîţşâ", "windows-1250 iso-8859-2 ibm852"},             // Romanian
    {"ıüşçğöiâ", "windows-1254"},                            // Turkish
    {"ėšųžūįčąę", "windows-1257"},                           // Lithuanian
    {"āīēšžņūļģķč", "windows-1257"},                         // Latvian
    {"äõüöšž", "windows-1252 windows-1257"},                 // Estonian
});

#undef WESTERN
#undef CENTRAL

constexpr std::array encodingNames{"windows-1252", "windows-1250", "iso-8859-2",
                                   "windows-1254", "windows-1257", "mac-centraleurope",
                                   "macintosh",    "ibm850",       "ibm852"};
constexpr size_t western = 0; ///< the place of windows-1252 above
constexpr size_t mixture = 0; ///< the place of several languages of the West further up

/** What stands around a byte. */
enum Place {
    InWord,      ///< letters on both sides, a small one before
    InCapitals,  ///< letters on both sides, a capital before
    Start,       ///< of a word
    End,         ///< of a word, behind a small letter
    CapitalsEnd, ///< of a word, behind a capital
    Alone,
    PlaceCount
};

using Histogram = std::array<std::array<int, PlaceCount>, 128>;

bool isSmall(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/** The bytes from 0x80 on by what stands around them. */
Histogram histogramOf(QByteArrayView bytes)
{
    Histogram counts{};
    const auto isWord = [](char c) { return isSmall(c) || isCapital(c) || uchar(c) >= 0x80; };
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const uchar byte = uchar(bytes[i]);
        if (byte < 0x80)
            continue;
        const char before = i > 0 ? bytes[i - 1] : ' ';
        const char after = i + 1 < bytes.size() ? bytes[i + 1] : ' ';
        Place place = Alone;
        if (isWord(before))
            place = isWord(after) ? (isCapital(before) ? InCapitals : InWord)
                                  : (isCapital(before) ? CapitalsEnd : End);
        else if (isWord(after))
            place = Start;
        ++counts[byte - 0x80][place];
    }
    return counts;
}

/** The characters of an encoding from 0x80 on; 0: the byte means nothing. */
std::array<char16_t, 128> charactersOf(const char *encoding)
{
    QByteArray lines; // one a byte: what means nothing leaves its line empty
    for (int i = 0; i < 128; ++i)
        lines.append(char(0x80 + i)).append('\n');
    const QStringList characters = QString::fromUtf8(decodeAs(lines, encoding).utf8).split(u'\n');
    std::array<char16_t, 128> table{};
    for (int i = 0; i < 128; ++i) {
        const QString &text = characters.value(i);
        table[size_t(i)] = text.size() == 1 && text[0].unicode() >= 0xA0 ? text[0].unicode() : u'\0';
    }
    return table;
}

/** Quotation marks, dashes and their like where they belong; other signs are rare anywhere. */
double likelihoodOfSign(char16_t c, Place place)
{
    constexpr double usual = -1.2;
    constexpr double rare = -5;
    constexpr double wrong = -8;
    const bool within = place == InWord || place == InCapitals;
    const bool behind = place == End || place == CapitalsEnd;
    if (c == u'’' || c == u'ʼ')
        return place == Start ? rare : usual;
    if (c == u'“' || c == u'„' || c == u'«' || c == u'‘' || c == u'‚' || c == u'¡' || c == u'¿' ||
        c == u'»' || c == u'”')
        return within ? wrong : usual;
    if (c == u'–' || c == u'—' || c == u'…' || c == 0xA0 || c == u'·')
        return within ? -3 : usual;
    if (c == 0xAD) // soft hyphen
        return within ? usual : wrong;
    if (c == u'º' || c == u'ª' || c == u'°' || c == u'²' || c == u'³' || c == u'™' || c == u'®')
        return behind || place == Alone ? -3 : wrong;
    return within ? wrong : rare;
}

double likelihood(char16_t c, Place place, const QString &letters)
{
    constexpr double impossible = -9;
    constexpr double foreign = -7;
    if (c == 0)
        return impossible;
    const QChar letter(c);
    if (!letter.isLetter() || c == u'º' || c == u'ª')
        return likelihoodOfSign(c, place);
    const qsizetype rank = letters.indexOf(letter.toLower());
    if (rank < 0)
        return foreign;
    constexpr qsizetype mixed = 20; // letters: no language has so many
    constexpr double decay = 0.8;   // from one letter to the next frequent one
    const auto count = double(letters.size());
    const double usual = letters.size() > mixed ? std::log(0.8 / count)
                                                : std::log(0.9 * (1 - decay) / (1 - std::pow(decay, count))) +
                                                      double(rank) * std::log(decay);
    if (letter.isUpper()) {
        if (place == InWord || place == End)
            return impossible;
        return place == Alone ? foreign : usual - 2;
    }
    if (place == Alone)
        return usual - 1;
    return place == InCapitals || place == CapitalsEnd ? usual - 0.5 : usual;
}

/** How well an encoding and a language explain a text. */
struct Hypothesis
{
    size_t encoding = 0;
    size_t language = 0;
    double score = -1e12;
};

class Judge
{
public:
    explicit Judge(const Histogram &counts) : m_counts(counts)
    {
        for (const auto &places : counts)
            m_bytes = std::accumulate(places.begin(), places.end(), m_bytes);
    }

    QByteArray verdict() const;

private:
    double score(size_t encoding, const QString &letters) const;
    bool isFarBetter(const Hypothesis &best, const Hypothesis &usual) const;

    const Histogram &m_counts;
    int m_bytes = 0;
};

const std::array<char16_t, 128> &tableOf(size_t encoding)
{
    static const auto tables = [] {
        std::array<std::array<char16_t, 128>, encodingNames.size()> made;
        for (size_t i = 0; i < made.size(); ++i)
            made[i] = charactersOf(encodingNames[i]);
        return made;
    }();
    return tables[encoding];
}

const QString &lettersOf(size_t language)
{
    static const auto texts = [] {
        std::array<QString, languages.size()> made;
        for (size_t i = 0; i < made.size(); ++i)
            made[i] = QString::fromUtf8(languages[i].letters);
        return made;
    }();
    return texts[language];
}

bool isIn(size_t language, size_t encoding)
{
    return (' ' + QByteArray(languages[language].encodings) + ' ')
        .contains(' ' + QByteArray(encodingNames[encoding]) + ' ');
}

double Judge::score(size_t encoding, const QString &letters) const
{
    double sum = 0;
    for (size_t byte = 0; byte < 128; ++byte) {
        for (int place = 0; place < PlaceCount; ++place) {
            if (const int count = m_counts[byte][size_t(place)])
                sum += count * likelihood(tableOf(encoding)[byte], Place(place), letters);
        }
    }
    return sum;
}

/** Of the bytes that \a best reads otherwise than windows-1252 does: they must say so, whether the text is in
 * the language that fits that encoding best (\a usual) or in several, and not by one letter alone. */
bool Judge::isFarBetter(const Hypothesis &best, const Hypothesis &usual) const
{
    constexpr double enough = 6;
    constexpr double enoughOfOne = 15;
    // A language that explains the whole so much worse is none that it could be in.
    constexpr double hopeless = 0.5; // a byte
    const size_t rival = best.score - usual.score < hopeless * m_bytes ? usual.language : mixture;
    double gain = 0;
    int kinds = 0;
    for (size_t byte = 0; byte < 128; ++byte) {
        const char16_t meant = tableOf(best.encoding)[byte];
        const char16_t other = tableOf(western)[byte];
        double gainOfByte = 0;
        for (int place = 0; place < PlaceCount && meant != other; ++place) {
            const double otherwise = std::max(likelihood(other, Place(place), lettersOf(rival)),
                                              likelihood(other, Place(place), lettersOf(mixture)));
            gainOfByte += m_counts[byte][size_t(place)] *
                          (likelihood(meant, Place(place), lettersOf(best.language)) - otherwise);
        }
        gain += gainOfByte;
        kinds += gainOfByte > 0;
    }
    return gain >= (kinds >= 2 ? enough : enoughOfOne);
}

QByteArray Judge::verdict() const
{
    constexpr double margin = 4;
    constexpr double plausible = -4; // a byte, on average
    std::array<Hypothesis, encodingNames.size()> best;
    for (size_t language = 0; language < languages.size(); ++language) {
        for (size_t encoding = 0; encoding < encodingNames.size(); ++encoding) {
            if (!isIn(language, encoding))
                continue;
            const double sum = score(encoding, lettersOf(language));
            if (sum > best[encoding].score)
                best[encoding] = {encoding, language, sum};
        }
    }
    std::ranges::stable_sort(best,
                             [](const Hypothesis &a, const Hypothesis &b) { return a.score > b.score; });
    const auto rival =
        std::ranges::find_if(best.begin() + 1, best.end(), [this, &best](const Hypothesis &other) {
            for (size_t byte = 0; byte < 128; ++byte) {
                const bool used = std::ranges::any_of(m_counts[byte], [](int count) { return count > 0; });
                if (used && tableOf(other.encoding)[byte] != tableOf(best[0].encoding)[byte])
                    return true;
            }
            return false; // the same text by another name
        });
    if (best[0].score < plausible * m_bytes || (rival != best.end() && best[0].score - rival->score < margin))
        return {};
    const bool isUsual = best[0].encoding == western;
    const auto usual =
        std::ranges::find_if(best, [](const Hypothesis &one) { return one.encoding == western; });
    return isUsual || isFarBetter(best[0], *usual) ? QByteArray(encodingNames[best[0].encoding])
                                                   : QByteArray();
}

} // namespace

QByteArray encodingByLetters(QByteArrayView bytes)
{
    constexpr auto telling = 8;
    constexpr qsizetype sampleLength = 65536;
    const QByteArrayView sample = bytes.first(qMin(bytes.size(), sampleLength));
    if (std::ranges::count_if(sample, [](char c) { return uchar(c) >= 0x80; }) < telling)
        return {};
    return Judge(histogramOf(sample)).verdict();
}

} // namespace broadsheet::feed
