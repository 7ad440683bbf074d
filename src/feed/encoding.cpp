// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/encoding.h"

#include "feed/encodinglabel.h"
#include "feed/windows1252.h"

#include <QByteArrayView>

#include <cerrno>
#include <iconv.h>
#include <optional>
#include <uchardet/uchardet.h>

namespace broadsheet::feed {
namespace {

constexpr qsizetype guessLength = 65536;

struct Mark
{
    const char *encoding;
    qsizetype length; ///< of the byte order mark; 0: seen by the pattern of "<?" alone
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
    if (bytes.startsWith(QByteArrayView("<\0\0\0", 4)))
        return Mark{"utf-32le", 0};
    if (bytes.startsWith(QByteArrayView("\0\0\0<", 4)))
        return Mark{"utf-32be", 0};
    // The declaration inside may say anything: whoever can read it knows better (lesson of many readers).
    if (bytes.size() > 3 && bytes[0] == '<' && bytes[1] == 0 && bytes[3] == 0)
        return Mark{"utf-16le", 0};
    if (bytes.size() > 3 && bytes[0] == 0 && bytes[1] == '<' && bytes[2] == 0)
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

/** iconv, leaving out what has no meaning. Nothing if the name is unknown. */
std::optional<QByteArray> viaIconv(QByteArrayView bytes, const QByteArray &encoding, bool *lossy)
{
    const iconv_t converter = iconv_open("UTF-8", encoding.constData());
    if (converter == reinterpret_cast<iconv_t>(-1))
        return std::nullopt;
    QByteArray out(bytes.size() + bytes.size() / 2 + 64, Qt::Uninitialized);
    qsizetype used = 0;
    char *in = const_cast<char *>(bytes.data());
    size_t left = size_t(bytes.size());
    while (left > 0) {
        char *to = out.data() + used;
        size_t room = size_t(out.size() - used);
        const size_t rc = iconv(converter, &in, &left, &to, &room);
        used = to - out.constData();
        if (rc != size_t(-1))
            break;
        if (errno == E2BIG) {
            out.resize(out.size() * 2);
        } else if (errno == EILSEQ) {
            *lossy = true;
            ++in;
            --left;
        } else { // cut off within a character
            *lossy = true;
            break;
        }
    }
    iconv_close(converter);
    out.truncate(used);
    return out;
}

qsizetype sequenceLength(const uchar *at, const uchar *end)
{
    const uchar lead = *at;
    const qsizetype length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
    if (length == 0 || end - at < length)
        return 0;
    for (qsizetype i = 1; i < length; ++i) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    }
    const bool overlong = (lead == 0xE0 && at[1] < 0xA0) || (lead == 0xF0 && at[1] < 0x90);
    const bool outside = (lead == 0xED && at[1] > 0x9F) || (lead == 0xF4 && at[1] > 0x8F);
    return overlong || outside ? 0 : length;
}

/** True where the document ends within the character that starts at \a at. */
bool isCutOff(const uchar *at, const uchar *end)
{
    bool tail = *at >= 0xC2 && end - at < 4;
    for (const uchar *next = at + 1; tail && next < end; ++next)
        tail = (*next & 0xC0) == 0x80;
    return tail;
}

/** UTF-8 with strangers in it: each byte that fits nowhere is taken for windows-1252. \a multibyte counts
 * what fitted. */
QByteArray mendedUtf8(QByteArrayView bytes, qsizetype *multibyte)
{
    QByteArray out;
    out.reserve(bytes.size() + 64);
    const uchar *at = reinterpret_cast<const uchar *>(bytes.data());
    const uchar *const end = at + bytes.size();
    while (at < end) {
        const qsizetype length = sequenceLength(at, end);
        if (length > 0) {
            out.append(reinterpret_cast<const char *>(at), length);
            *multibyte += length > 1;
            at += length;
            continue;
        }
        if (isCutOff(at, end) && *multibyte > 0)
            break;
        appendWindows1252(out, *at++);
    }
    return out;
}

QByteArray guessedEncoding(QByteArrayView bytes)
{
    const uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, bytes.data(), size_t(qMin(bytes.size(), guessLength)));
    uchardet_data_end(detector);
    const QByteArray guess = encodingForLabel(uchardet_get_charset(detector));
    uchardet_delete(detector);
    return guess;
}

bool isPlainAscii(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (uchar(c) >= 0x80)
            return false;
    }
    return true;
}

QByteArray ianaName(const QByteArray &encoding)
{
    if (encoding == "cp932")
        return "shift_jis";
    if (encoding == "cp949")
        return "euc-kr";
    if (encoding == "big5-hkscs")
        return "big5";
    return encoding;
}

DecodedText decodeAs(QByteArrayView bytes, const QByteArray &encoding)
{
    DecodedText result;
    result.encoding = QString::fromLatin1(ianaName(encoding));
    if (encoding == "windows-1252") {
        result.utf8.reserve(bytes.size() + bytes.size() / 8);
        for (const char c : bytes)
            appendWindows1252(result.utf8, uchar(c));
        return result;
    }
    bool lossy = false;
    std::optional<QByteArray> text = viaIconv(bytes, encoding, &lossy);
    if (!text) {
        result = decodeAs(bytes, "windows-1252");
        result.asDeclared = false;
        result.warnings.append(
            QStringLiteral("The encoding \"%1\" is unknown.").arg(QString::fromLatin1(encoding)));
        return result;
    }
    result.utf8 = *text;
    if (lossy) {
        result.asDeclared = false;
        result.warnings.append(
            QStringLiteral("Some bytes mean nothing in %1 and were left out.").arg(result.encoding));
    }
    return result;
}

DecodedText decodeUtf8(const QByteArray &bytes, qsizetype skip)
{
    DecodedText result;
    result.encoding = QStringLiteral("utf-8");
    const QByteArrayView view = QByteArrayView(bytes).sliced(skip);
    if (view.isValidUtf8()) {
        result.utf8 = skip ? bytes.mid(skip) : bytes;
        return result;
    }
    qsizetype multibyte = 0;
    result.utf8 = mendedUtf8(view, &multibyte);
    result.asDeclared = false;
    if (multibyte == 0)
        result.encoding = QStringLiteral("windows-1252");
    result.warnings.append(
        QStringLiteral("The document says UTF-8 and is not; its other bytes were read as windows-1252."));
    return result;
}

DecodedText decodeUndeclared(const QByteArray &bytes)
{
    if (QByteArrayView(bytes).isValidUtf8())
        return decodeUtf8(bytes, 0);
    const QByteArray guess = guessedEncoding(bytes);
    DecodedText result = guess.isEmpty() || guess == "utf-8" ? decodeUtf8(bytes, 0) : decodeAs(bytes, guess);
    result.asDeclared = false;
    result.warnings.append(
        QStringLiteral("The document does not say its encoding; %1 was guessed.").arg(result.encoding));
    return result;
}

bool isUtf16Or32(const QByteArray &encoding)
{
    return encoding.startsWith("utf-16") || encoding.startsWith("utf-32") || encoding.startsWith("ucs");
}

DecodedText decode(const QByteArray &bytes, const QString &contentType, const QByteArray &declared)
{
    if (const std::optional<Mark> mark = markOf(bytes)) {
        if (qstrcmp(mark->encoding, "utf-8") == 0)
            return decodeUtf8(bytes, mark->length);
        return decodeAs(QByteArrayView(bytes).sliced(mark->length), mark->encoding);
    }
    const QByteArray fromHttp = encodingForLabel(parameter(contentType.toLatin1(), "charset"));
    const QByteArray fromXml = encodingForLabel(declared);
    QByteArray encoding = fromHttp.isEmpty() ? fromXml : fromHttp;
    if (isUtf16Or32(encoding)) // without its pattern in the first bytes it is a lie
        encoding = isUtf16Or32(fromXml) ? QByteArray() : fromXml;
    if (encoding.isEmpty())
        return decodeUndeclared(bytes);
    if (encoding == "utf-8")
        return decodeUtf8(bytes, 0);
    // Servers say iso-8859-1 by habit. Text that is UTF-8 by chance as well has never been seen.
    if (encoding == "windows-1252" && QByteArrayView(bytes).isValidUtf8() && !isPlainAscii(bytes)) {
        DecodedText result = decodeUtf8(bytes, 0);
        result.asDeclared = fromXml == "utf-8";
        result.warnings.append(
            QStringLiteral("The document says windows-1252 (or iso-8859-1) and is UTF-8."));
        return result;
    }
    return decodeAs(bytes, encoding);
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
    qsizetype multibyte = 0;
    qsizetype high = 0;
    qsizetype strange = 0;
    qsizetype letters = 0;
    const uchar *at = reinterpret_cast<const uchar *>(bytes.constData());
    const uchar *const end = at + bytes.size();
    while (at < end) {
        const qsizetype length = sequenceLength(at, end);
        multibyte += length > 1;
        high += *at >= 0x80;
        strange += length == 0;
        letters += (*at | 0x20) >= 'a' && (*at | 0x20) <= 'z';
        at += qMax<qsizetype>(length, 1);
    }
    const bool isLie = declared == "utf-8" ? strange > 20 && strange > multibyte : high > 200 && high * 8 > letters;
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
        if (bytes.size() > 0 && !isPlainAscii(bytes) && QByteArrayView(bytes).isValidUtf8())
            return decodeUtf8(bytes, 0);
        if (const std::optional<QByteArray> guess = guessedInstead(bytes, contentType))
            return decodeAs(bytes, *guess);
    }
    const QByteArray declared = declaredEncoding(bytes);
    return decode(bytes, contentType, declared.isEmpty() ? metaEncoding(bytes) : declared);
}

} // namespace broadsheet::feed
