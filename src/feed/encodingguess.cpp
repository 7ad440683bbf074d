// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/encodingguess.h"

#include "feed/bytedecoder.h"
#include "feed/encodinglabel.h"
#include "feed/letterstatistics.h"
#include "feed/windows1252.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <uchardet/uchardet.h>
#include <unordered_map>

namespace broadsheet::feed {
namespace {

constexpr qsizetype guessLength = 65536;

QByteArrayView sampleOf(QByteArrayView bytes)
{
    return bytes.first(qMin(bytes.size(), guessLength));
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** windows-1250 and ISO-8859-2 differ in few letters; only the former has any below 0xA0. */
QByteArray centralEuropean(QByteArrayView sample)
{
    const auto isC1 = [](char c) { return uchar(c) >= 0x80 && uchar(c) < 0xA0; };
    return std::any_of(sample.begin(), sample.end(), isC1) ? "windows-1250" : "iso-8859-2";
}

/** The language that a feed names for itself ("cs", "tr"), in lower case; empty: it does not. */
QByteArray namedLanguage(QByteArrayView bytes)
{
    const QByteArray head = bytes.first(qMin<qsizetype>(bytes.size(), 8192)).toByteArray().toLower();
    for (const char *mark : {"<language>", "<dc:language>", "xml:lang=\"", "xml:lang='", "<html lang=\""}) {
        const qsizetype at = head.indexOf(mark);
        if (at >= 0)
            return head.mid(at + qsizetype(qstrlen(mark)), 10).trimmed().left(2);
    }
    return {};
}

/** The encoding of languages written in Latin letters that windows-1252 does not have. */
QByteArray encodingOfLanguage(QByteArrayView bytes, QByteArrayView sample)
{
    const QByteArray language = namedLanguage(bytes);
    const auto isOneOf = [&language](std::initializer_list<const char *> names) {
        return std::ranges::any_of(names, [&language](const char *name) { return language == name; });
    };
    if (isOneOf({"pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro"}))
        return centralEuropean(sample);
    if (isOneOf({"tr", "az"}))
        return "windows-1254";
    return isOneOf({"lt", "lv"}) ? QByteArray("windows-1257") : QByteArray();
}

/** What speaks against windows-1252: in Western languages a letter with an accent stands among others. */
struct Oddities
{
    qsizetype high = 0;         ///< bytes from 0x80 on
    qsizetype inRuns = 0;       ///< of these, the ones in rows of three or more
    qsizetype signsInWords = 0; ///< signs (¹, ³, ¿ …) with letters on both sides
};

Oddities odditiesOf(QByteArrayView sample)
{
    Oddities found;
    qsizetype run = 0;
    for (qsizetype i = 0; i < sample.size(); ++i) {
        const uchar c = uchar(sample[i]);
        if (c < 0x80) {
            run = 0;
            continue;
        }
        ++found.high;
        ++run;
        found.inRuns += run == 3 ? 3 : run > 3 ? 1 : 0;
        const bool isSign =
            c > 0xA0 && c < 0xC0 && c != 0xAA && c != 0xAD && c != 0xB4 && c != 0xB7 && c != 0xBA;
        if (isSign && i > 0 && i + 1 < sample.size() && isLetter(sample[i - 1]) && isLetter(sample[i + 1]))
            ++found.signsInWords;
    }
    return found;
}

/** Languages that windows-1252 is for: what a detector takes for a neighbour of it is most likely that. */
bool namesWesternLanguage(QByteArrayView bytes)
{
    static constexpr QByteArrayView western(" en fr de es pt it nl sv da no nb nn fi is fo ga ca gl eu ");
    const QByteArray language = namedLanguage(bytes);
    return language.size() == 2 && western.contains(' ' + language + ' ');
}

bool isNeighbour(const QByteArray &encoding)
{
    static constexpr std::array<const char *, 9> neighbours{
        "windows-1250", "windows-1254", "windows-1257", "iso-8859-2",       "iso-8859-3",
        "iso-8859-4",   "iso-8859-10",  "iso-8859-13",  "mac-centraleurope"};
    return std::ranges::any_of(neighbours, [&encoding](const char *one) { return encoding == one; });
}

bool isWesternOrUnknown(const QByteArray &encoding)
{
    return encoding.isEmpty() || encoding == "windows-1252" || encoding == "iso-8859-15" ||
           encoding == "utf-8" || (encoding.startsWith("mac") && encoding != "mac-cyrillic");
}

/** False where \a bytes, read as \a encoding, are Cyrillic words whose capitals stand inside, or capitals
 * alone: in another of its encodings the small letters stand where these have the capitals. */
bool isWritten(QByteArrayView bytes, const QByteArray &encoding)
{
    const QString text = QString::fromUtf8(decodeAs(bytes, encoding).utf8);
    int letters = 0;
    int capitals = 0;
    int mixed = 0;
    bool wasSmall = false;
    for (const QChar c : text) {
        const bool isCyrillic = c.unicode() >= 0x400 && c.unicode() < 0x460;
        letters += isCyrillic;
        capitals += isCyrillic && c.isUpper();
        mixed += isCyrillic && wasSmall && c.isUpper();
        wasSmall = isCyrillic && c.isLower();
    }
    return letters < 20 || (mixed * 20 < letters && capitals * 2 < letters);
}

/** The bytes of \a encoding by their characters, from 0x80 on. */
std::unordered_map<char32_t, uchar> reverseTable(const QByteArray &encoding)
{
    std::unordered_map<char32_t, uchar> table;
    for (int byte = 0x80; byte < 0x100; ++byte) {
        const char c = char(byte);
        table[char32_t(byte)] = uchar(byte); // C1 where the byte has no meaning
        const QString text = encoding == "windows-1252"
                                 ? QString::fromUcs4(std::array{windows1252(uchar(byte))}.data(), 1)
                                 : QString::fromUtf8(decodeAs(QByteArrayView(&c, 1), encoding).utf8);
        if (text.size() == 1)
            table[text[0].unicode()] = uchar(byte);
    }
    return table;
}

/** \a utf8 with its characters as bytes again, as long as these are UTF-8. */
QByteArray narrowed(QByteArrayView utf8, const std::unordered_map<char32_t, uchar> &table)
{
    constexpr qsizetype telling = 5; // what is no chance any more
    QByteArray out;
    qsizetype high = 0;
    qsizetype pending = 0; // bytes that the present sequence still wants
    for (qsizetype at = 0; at < utf8.size();) {
        const uchar lead = uchar(utf8[at]);
        if (lead < 0x80) {
            if (pending > 0)
                return {};
            out.append(char(lead));
            ++at;
            continue;
        }
        if (lead >= 0xF0)
            return {};
        const bool isLong = lead >= 0xE0;
        char32_t c = isLong ? lead & 0x0F : lead & 0x1F;
        c = c << 6 | (uchar(utf8[at + 1]) & 0x3F);
        if (isLong)
            c = c << 6 | (uchar(utf8[at + 2]) & 0x3F);
        at += isLong ? 3 : 2;
        const auto found = table.find(c);
        if (found == table.end())
            return {};
        const uchar byte = found->second;
        if (pending == 0 && byte >= 0xC2 && byte < 0xF5) {
            pending = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
            ++high;
        } else if (pending > 0 && byte >= 0x80 && byte < 0xC0) {
            --pending;
        } else {
            return {};
        }
        out.append(char(byte));
    }
    return high >= telling && out.isValidUtf8() ? out : QByteArray();
}

/** True where bytes from 0x80 on stand among letters, one by one. */
bool isLatinLike(QByteArrayView sample)
{
    const Oddities odd = odditiesOf(sample);
    return odd.inRuns * 2 <= odd.high;
}

/** The encodings of Latin letters that nobody uses any more, and that are guessed where nothing fits. */
bool isOldLatin(const QByteArray &encoding)
{
    return encoding == "ibm850" || encoding == "ibm852" || encoding == "macintosh" ||
           encoding == "mac-centraleurope" || encoding == "ibm865" || encoding == "ibm863" ||
           encoding == "ibm437";
}

/** The encoding of words of Latin letters, by these letters; a detector is worse at telling them apart.
 * Empty: it is something else, or not to be told. */
QByteArray latinEncoding(QByteArrayView bytes)
{
    const QByteArrayView sample = sampleOf(bytes);
    if (!isLatinLike(sample))
        return {};
    const QByteArray found = encodingByLetters(sample);
    if (found == "windows-1250" || found == "iso-8859-2")
        return namesWesternLanguage(bytes) ? QByteArray() : centralEuropean(sample);
    return isNeighbour(found) && namesWesternLanguage(bytes) ? QByteArray() : found;
}

/** Korean in the one encoding that detectors do not know: all of it has a meaning, and the commonest
 * syllables are common. */
bool isJohab(QByteArrayView sample)
{
    while (sample.size() == guessLength && !sample.isEmpty() && uchar(sample.back()) >= 0x80)
        sample.chop(1); // not in the middle of a character
    const DecodedText text = decodeAs(sample, "johab");
    if (!text.asDeclared)
        return false;
    static const QString common = QStringLiteral("이다는에의가을하고은지로기사한를");
    qsizetype syllables = 0;
    qsizetype commonOnes = 0;
    qsizetype others = 0;
    for (const QChar c : QString::fromUtf8(text.utf8)) {
        const bool isSyllable = c.unicode() >= 0xAC00 && c.unicode() < 0xD7A4;
        syllables += isSyllable;
        commonOnes += isSyllable && common.contains(c);
        others += !isSyllable && c.unicode() >= 0x80;
    }
    return syllables >= 10 && commonOnes * 8 > syllables && others * 10 < syllables;
}

} // namespace

QByteArray guessedEncoding(QByteArrayView bytes)
{
    constexpr qsizetype telling = 6;
    const QByteArrayView sample = sampleOf(bytes);
    if (std::count_if(sample.begin(), sample.end(), [](char c) { return uchar(c) >= 0x80; }) < telling)
        return {};
    if (isJohab(sample))
        return "johab";
    if (const QByteArray latin = latinEncoding(bytes); !latin.isEmpty())
        return latin;
    const uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, sample.data(), size_t(sample.size()));
    uchardet_data_end(detector);
    const QByteArray guess = encodingForLabel(uchardet_get_charset(detector));
    uchardet_delete(detector);
    // The two differ where KOI8-R has lines of boxes and KOI8-U the letters of Ukrainian.
    const auto isUkrainian = [](char c) {
        return QByteArrayView("\xA4\xA6\xA7\xAD\xB4\xB6\xB7\xBD").contains(c);
    };
    if (guess == "koi8-r" && std::any_of(sample.begin(), sample.end(), isUkrainian))
        return "koi8-u";
    if (isOldLatin(guess) && isLatinLike(sample)) // which the letters would have told
        return "windows-1252";
    if (isNeighbour(guess) && namesWesternLanguage(bytes))
        return "windows-1252";
    if (guess == "windows-1250" || guess == "iso-8859-2")
        return centralEuropean(sample);
    return isKnownEncoding(guess) ? guess : QByteArray();
}

QByteArray shiftedEncoding(QByteArrayView bytes)
{
    for (qsizetype at = bytes.indexOf('\x1B'); at >= 0 && at + 3 < bytes.size();
         at = bytes.indexOf('\x1B', at + 1)) {
        const QByteArrayView escape = bytes.sliced(at + 1, 3);
        if (escape.startsWith("$B") || escape.startsWith("$@") || escape.startsWith("$(D"))
            return "iso-2022-jp";
        if (escape.startsWith("$)C"))
            return "iso-2022-kr";
    }
    // HZ: several runs of pairs between ~{ and ~}, each on its line, and no byte of eight bits.
    const QByteArrayView sample = sampleOf(bytes);
    int runs = 0;
    for (qsizetype at = sample.indexOf('~'); at >= 0;
         at = sample.indexOf('~', at)) { // the fast kind of search
        if (!sample.sliced(at).startsWith("~{")) {
            ++at;
            continue;
        }
        const qsizetype end = sample.indexOf("~}", at + 2);
        const QByteArrayView inside = end < 0 ? QByteArrayView() : sample.sliced(at + 2, end - at - 2);
        bool fits = !inside.isEmpty() && inside.size() % 2 == 0;
        for (qsizetype i = 0; fits && i < inside.size(); ++i)
            fits = uchar(inside[i]) > 0x20 && uchar(inside[i]) < (i % 2 ? 0x7F : 0x78);
        if (end >= 0 && !fits)
            return {};
        if (end < 0)
            break;
        ++runs;
        at = end + 2;
    }
    const bool isSevenBit =
        runs > 2 && std::all_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) < 0x80; });
    return isSevenBit ? QByteArray("hz") : QByteArray();
}

QByteArray belyingWindows1252(QByteArrayView bytes, const QByteArray &other)
{
    constexpr qsizetype telling = 12;
    const QByteArrayView sample = sampleOf(bytes);
    const Oddities odd = odditiesOf(sample);
    if (odd.high == 0)
        return {};
    const bool isOtherScript = odd.high >= telling && odd.inRuns * 2 > odd.high;
    const bool hasSigns = odd.signsInWords >= 4 && odd.signsInWords * 20 > odd.high;
    const QByteArray ofLanguage = encodingOfLanguage(bytes, sample);
    const QByteArray byLetters = isOtherScript ? QByteArray() : latinEncoding(bytes);
    const bool isTold = !byLetters.isEmpty() && byLetters != "windows-1252";
    if (!isOtherScript && !hasSigns)
        return isTold ? byLetters : ofLanguage;
    if (!isWesternOrUnknown(other) && decodeAs(bytes, other).asDeclared)
        return other;
    if (isTold || (!isOtherScript && !ofLanguage.isEmpty()))
        return isTold ? byLetters : ofLanguage;
    const QByteArray guess = guessedEncoding(bytes);
    return isWesternOrUnknown(guess) ? QByteArray() : guess;
}

QByteArray otherCyrillic(QByteArrayView bytes, const QByteArray &declared)
{
    static constexpr std::array<const char *, 5> cyrillic{"windows-1251", "koi8-r", "koi8-u", "iso-8859-5",
                                                          "ibm866"};
    const auto isOne = [](const QByteArray &name) {
        return std::ranges::any_of(cyrillic, [&name](const char *one) { return name == one; });
    };
    const QByteArrayView sample = sampleOf(bytes);
    if (!isOne(declared) || isWritten(sample, declared))
        return {};
    const QByteArray guess = guessedEncoding(bytes);
    return isOne(guess) && guess != declared && isWritten(sample, guess) ? guess : QByteArray();
}

QByteArray withoutSecondEncoding(QByteArrayView utf8)
{
    // The first character tells nearly always: a lead byte of UTF-8, read as a letter.
    const QByteArrayView sample = sampleOf(utf8);
    const auto first = std::find_if(sample.begin(), sample.end(), [](char c) { return uchar(c) >= 0x80; });
    if (first == sample.end())
        return {};
    const uchar lead = uchar(*first);
    static const auto western = reverseTable("windows-1252");
    static const auto cyrillic = reverseTable("windows-1251");
    if (lead == 0xC3)
        return narrowed(utf8, western);
    return lead == 0xD0 || lead == 0xD1 ? narrowed(utf8, cyrillic) : QByteArray();
}

} // namespace broadsheet::feed
