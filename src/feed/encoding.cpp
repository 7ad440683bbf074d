// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/encoding.h"

#include "feed/bytedecoder.h"
#include "feed/encodingguess.h"
#include "feed/encodinglabel.h"

#include <QByteArrayView>

#include <algorithm>
#include <optional>

namespace broadsheet::feed {
namespace {

struct Mark
{
    const char *encoding;
    qsizetype length; ///< of the byte order mark; 0: seen by the pattern of the first characters alone
};

std::optional<Mark> markOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return Mark{"utf-8", 3};
    if (bytes.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return Mark{"utf-32le", 4};
    if (bytes.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return Mark{"utf-32be", 4};
    if (bytes.startsWith("\xFF\xFE"))
        return Mark{"utf-16le", 2};
    if (bytes.startsWith("\xFE\xFF"))
        return Mark{"utf-16be", 2};
    // The declaration inside may say anything: whoever can read it knows better.
    if (bytes.size() < 4)
        return std::nullopt;
    const auto begins = [&bytes](qsizetype at) { return QByteArrayView("<{ \t\r\n").contains(bytes[at]); };
    const auto isNull = [&bytes](qsizetype at) { return bytes[at] == 0; };
    if (begins(0) && isNull(1) && isNull(2) && isNull(3))
        return Mark{"utf-32le", 0};
    if (isNull(0) && isNull(1) && isNull(2) && begins(3))
        return Mark{"utf-32be", 0};
    if (begins(0) && isNull(1) && isNull(3))
        return Mark{"utf-16le", 0};
    if (isNull(0) && begins(1) && isNull(2))
        return Mark{"utf-16be", 0};
    return std::nullopt;
}

/** The value of name=value or name="value" behind \a name; empty if there is none. */
QByteArray parameter(const QByteArray &text, const char *name)
{
    const qsizetype at = text.toLower().indexOf(name);
    if (at < 0)
        return {};
    const QByteArray rest = text.mid(at + qsizetype(qstrlen(name))).trimmed();
    if (!rest.startsWith('='))
        return {};
    const QByteArray value = rest.mid(1).trimmed();
    if (value.startsWith('"') || value.startsWith('\'')) {
        const qsizetype end = value.indexOf(value[0], 1);
        return end < 0 ? QByteArray() : value.mid(1, end - 1).trimmed();
    }
    qsizetype end = 0;
    while (end < value.size() && value[end] > ' ' && value[end] != ';' && value[end] != '?')
        ++end;
    return value.left(end);
}

QByteArray declaredEncoding(QByteArrayView bytes)
{
    const QByteArray head = bytes.first(qMin(bytes.size(), qsizetype(2048))).toByteArray();
    const qsizetype start = head.indexOf("<?xml");
    const qsizetype end = start < 0 ? -1 : head.indexOf("?>", start);
    return end < 0 ? QByteArray() : parameter(head.mid(start, end - start), "encoding");
}

/** What <meta charset=…> or <meta http-equiv=… content="…; charset=…"> says within the first bytes. */
QByteArray metaEncoding(QByteArrayView bytes)
{
    const QByteArray head = bytes.first(qMin(bytes.size(), qsizetype(4096))).toByteArray().toLower();
    for (qsizetype at = head.indexOf("<meta"); at >= 0; at = head.indexOf("<meta", at + 5)) {
        const qsizetype end = head.indexOf('>', at);
        QByteArray found = parameter(head.mid(at, end < 0 ? -1 : end - at), "charset");
        while (found.endsWith('"') || found.endsWith('\'') || found.endsWith('/'))
            found.chop(1);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

DecodedText guessed(DecodedText text)
{
    text.asDeclared = false;
    text.warnings.append(
        QStringLiteral("The document does not say its encoding; %1 was guessed.").arg(text.encoding));
    return text;
}

/** Text that some program took for Latin-1 and encoded a second time is what its author wrote again. */
DecodedText decodeValidUtf8(const QByteArray &bytes)
{
    DecodedText text = decodeUtf8(bytes, 0);
    if (const QByteArray meant = withoutSecondEncoding(text.utf8); !meant.isEmpty()) {
        text.utf8 = meant;
        text.warnings.append(QStringLiteral("The document was encoded as UTF-8 twice."));
    }
    return text;
}

DecodedText decodeUndeclared(const QByteArray &bytes)
{
    if (const QByteArray shifted = shiftedEncoding(bytes); !shifted.isEmpty())
        return guessed(decodeAs(bytes, shifted));
    if (QByteArrayView(bytes).isValidUtf8())
        return decodeValidUtf8(bytes);
    const Utf8Statistics utf8 = utf8Statistics(bytes);
    const QByteArray guess = utf8.sequences >= utf8.strangers ? QByteArray() : guessedEncoding(bytes);
    return guessed(guess.isEmpty() || guess == "utf-8" ? decodeUtf8(bytes, 0) : decodeAs(bytes, guess));
}

/** What says that it is UTF-8. Where most of it cannot be, \a other (or nothing) said better. */
DecodedText decodeSaidUtf8(const QByteArray &bytes, const QByteArray &other)
{
    if (QByteArrayView(bytes).isValidUtf8()) {
        const QByteArray shifted = shiftedEncoding(bytes);
        return shifted.isEmpty() ? decodeValidUtf8(bytes) : guessed(decodeAs(bytes, shifted));
    }
    const Utf8Statistics utf8 = utf8Statistics(bytes);
    if (utf8.sequences >= utf8.strangers)
        return decodeUtf8(bytes, 0);
    QByteArray meant = other == "windows-1252" ? belyingWindows1252(bytes, {}) : QByteArray();
    if (meant.isEmpty())
        meant = other.isEmpty() || other == "utf-8" ? guessedEncoding(bytes) : other;
    if (meant.isEmpty() || meant == "utf-8")
        return decodeUtf8(bytes, 0);
    DecodedText result = decodeAs(bytes, meant);
    result.asDeclared = false;
    result.warnings.append(QStringLiteral("The document says UTF-8 and is %1.").arg(result.encoding));
    return result;
}

/** True for UTF-8 that no text of \a declared can be by chance. */
bool isUtf8AllTheSame(const QByteArray &bytes, const QByteArray &declared)
{
    // In Latin-1 the bytes of one character of UTF-8 are nonsense already; in others they may be a word.
    const bool isLatin1 = declared == "windows-1252";
    const Utf8Statistics utf8 = utf8Statistics(bytes);
    if (utf8.strangers == 0)
        return utf8.sequences >= (isLatin1 ? 1 : 6) && QByteArrayView(bytes).isValidUtf8();
    return isLatin1 && utf8.sequences >= 20 && utf8.strangers * 20 < utf8.sequences;
}

/** What \a declared is, unless the bytes belie it: then what they are. */
QByteArray meantEncoding(const QByteArray &bytes, const QByteArray &declared, const QByteArray &other)
{
    const QByteArray shifted = shiftedEncoding(bytes);
    if (!shifted.isEmpty() && (declared == "windows-1252" || declared == "gb18030"))
        return shifted;
    const QByteArray meant =
        declared == "windows-1252" ? belyingWindows1252(bytes, other) : otherCyrillic(bytes, declared);
    return meant.isEmpty() ? declared : meant;
}

bool isUtf16Or32(const QByteArray &encoding)
{
    return encoding.startsWith("utf-16") || encoding.startsWith("utf-32") || encoding.startsWith("ucs");
}

/** The encoding that \a label means; empty for one that nobody knows, or that the first bytes belie. */
QByteArray usable(const QByteArray &label, DecodedText *notes)
{
    const QByteArray encoding = encodingForLabel(label);
    if (encoding.isEmpty() || isUtf16Or32(encoding)) // without its pattern in the first bytes it is a lie
        return {};
    if (isKnownEncoding(encoding))
        return encoding;
    notes->asDeclared = false;
    notes->warnings.append(
        QStringLiteral("The encoding \"%1\" is unknown.").arg(QString::fromLatin1(encoding)));
    return {};
}

DecodedText decodeLabelled(const QByteArray &bytes, const QByteArray &fromHttp, const QByteArray &fromXml)
{
    const QByteArray encoding = fromHttp.isEmpty() ? fromXml : fromHttp;
    if (encoding.isEmpty())
        return decodeUndeclared(bytes);
    if (encoding == "utf-8")
        return decodeSaidUtf8(bytes, fromXml);
    if (isUtf8AllTheSame(bytes, encoding)) {
        DecodedText result = decodeUtf8(bytes, 0);
        result.asDeclared = fromXml == "utf-8";
        result.warnings.append(
            QStringLiteral("The document says %1 and is UTF-8.").arg(QString::fromLatin1(encoding)));
        return result;
    }
    const QByteArray meant = meantEncoding(bytes, encoding, fromXml);
    DecodedText result = decodeAs(bytes, meant);
    if (!result.asDeclared && meant == encoding) {
        // Some bytes mean nothing in it. If they all do in the detector's guess, the label lies.
        const QByteArray guess = guessedEncoding(bytes);
        const DecodedText other = guess.isEmpty() || guess == encoding ? result : decodeAs(bytes, guess);
        if (!other.asDeclared || other.utf8.size() < 100 || guess == "windows-1252")
            return result;
        result = other;
    }
    if (result.encoding != decodedName(encoding)) {
        result.asDeclared = result.encoding == decodedName(fromXml);
        result.warnings.append(
            QStringLiteral("The document says %1 and is %2.").arg(decodedName(encoding), result.encoding));
    }
    return result;
}

/** "<?xm" as mainframes write it (XML 1.0 appendix F.1). Nothing can hide in it: all of it is read so. */
bool isEbcdic(QByteArrayView bytes)
{
    return bytes.startsWith("\x4C\x6F\xA7\x94");
}

DecodedText decodeEbcdic(QByteArrayView bytes)
{
    // The declaration is written in characters that all national kinds have in one place.
    const QByteArray head = decodeAs(bytes.first(qMin<qsizetype>(bytes.size(), 512)), "ibm037").utf8;
    const QByteArray declared = encodingForLabel(declaredEncoding(head));
    const bool fits = !declared.isEmpty() && decodeAs(bytes.first(4), declared).utf8 == "<?xm";
    DecodedText text = decodeAs(bytes, fits ? declared : QByteArray("ibm037"));
    text.utf8.replace("\xC2\x85", "\n"); // NEL is what ends lines there
    return text;
}

DecodedText decode(const QByteArray &bytes, const QString &contentType, const QByteArray &declared)
{
    if (isEbcdic(bytes))
        return decodeEbcdic(bytes);
    if (const std::optional<Mark> mark = markOf(bytes)) {
        if (qstrcmp(mark->encoding, "utf-8") == 0)
            return decodeUtf8(bytes, mark->length);
        return decodeAs(QByteArrayView(bytes).sliced(mark->length), mark->encoding);
    }
    DecodedText notes;
    const QByteArray fromHttp = usable(parameter(contentType.toLatin1(), "charset"), &notes);
    const QByteArray fromXml = usable(declared, &notes);
    DecodedText result = decodeLabelled(bytes, fromHttp, fromXml);
    result.asDeclared = result.asDeclared && notes.asDeclared;
    result.warnings = notes.warnings + result.warnings;
    return result;
}

/**
 * Another encoding than the one declared, where the bytes belie that: it says UTF-8 and hardly a sequence is,
 * or it says windows-1252 (what editors write by habit) and every third letter is none of ASCII.
 */
std::optional<QByteArray> guessedInstead(const QByteArray &bytes, const QString &contentType)
{
    const QByteArray fromHttp = encodingForLabel(parameter(contentType.toLatin1(), "charset"));
    const QByteArray declared = fromHttp.isEmpty() ? encodingForLabel(metaEncoding(bytes)) : fromHttp;
    if (declared != "utf-8" && declared != "windows-1252")
        return std::nullopt;
    const Utf8Statistics utf8 = utf8Statistics(bytes);
    const qsizetype high = utf8.sequences + utf8.strangers;
    const qsizetype letters =
        std::ranges::count_if(bytes, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
    const bool isLie = declared == "utf-8" ? utf8.strangers > 20 && utf8.strangers > utf8.sequences
                                           : high > 200 && high * 8 > letters;
    if (!isLie)
        return std::nullopt;
    const QByteArray guess = guessedEncoding(bytes);
    return guess.isEmpty() || guess == declared ? std::nullopt : std::optional(guess);
}

} // namespace

DecodedText decodeDocument(const QByteArray &bytes, const QString &contentType)
{
    return decode(bytes, contentType, declaredEncoding(bytes));
}

DecodedText decodePage(const QByteArray &bytes, const QString &contentType)
{
    if (!markOf(bytes)) {
        // Saved pages and proxies leave the old declaration in. Text that is UTF-8 by chance is not seen.
        const Utf8Statistics utf8 = utf8Statistics(bytes);
        if (utf8.sequences > 0 && utf8.strangers == 0)
            return decodeUtf8(bytes, 0);
        if (const std::optional<QByteArray> guess = guessedInstead(bytes, contentType))
            return decodeAs(bytes, *guess);
    }
    const QByteArray declared = declaredEncoding(bytes);
    return decode(bytes, contentType, declared.isEmpty() ? metaEncoding(bytes) : declared);
}

} // namespace broadsheet::feed
