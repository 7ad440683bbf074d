// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/bytedecoder.h"

#include "feed/windows1252.h"

#include <cerrno>
#include <iconv.h>
#include <optional>

namespace broadsheet::feed {
namespace {

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

/** The character of two halves of three bytes each, as programs write it whose strings are UTF-16 (CESU-8);
 * 0: none stands at \a at. */
char32_t surrogatePair(const uchar *at, const uchar *end)
{
    if (end - at < 6 || at[0] != 0xED || at[3] != 0xED || (at[1] & 0xF0) != 0xA0 || (at[4] & 0xF0) != 0xB0 ||
        (at[2] & 0xC0) != 0x80 || (at[5] & 0xC0) != 0x80)
        return 0;
    const char32_t high = (at[1] & 0x0F) << 6 | (at[2] & 0x3F);
    const char32_t low = (at[4] & 0x0F) << 6 | (at[5] & 0x3F);
    return 0x10000 + (high << 10) + low;
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
        if (const char32_t c = surrogatePair(at, end)) {
            appendUtf8(out, c);
            *multibyte += 1;
            at += 6;
            continue;
        }
        if (isCutOff(at, end) && *multibyte > 0)
            break;
        appendWindows1252(out, *at++);
    }
    return out;
}

QByteArray ianaName(const QByteArray &encoding)
{
    if (encoding == "cp932")
        return "shift_jis";
    if (encoding == "cp949")
        return "euc-kr";
    if (encoding == "big5-hkscs")
        return "big5";
    if (encoding == "hz")
        return "hz-gb-2312";
    return encoding;
}

/** HZ (RFC 1843) as the eight-bit GB 2312 that it stands for; iconv does not know it. */
QByteArray withoutHz(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size());
    bool chinese = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        const char next = i + 1 < bytes.size() ? bytes[i + 1] : '\0';
        if (c == '~' && (next == '{' || next == '}' || next == '~' || next == '\n')) {
            chinese = next == '{' || (chinese && next != '}');
            out.append(next == '~' ? "~" : "");
            ++i;
        } else if (chinese && uchar(c) > 0x20 && uchar(c) < 0x78 && uchar(next) > 0x20) {
            out.append(char(c | 0x80)).append(char(next | 0x80));
            ++i;
        } else {
            chinese = chinese && c != '\n'; // a run ends with its line at the latest
            out.append(c);
        }
    }
    return out;
}

} // namespace

QString decodedName(const QByteArray &encoding)
{
    return QString::fromLatin1(ianaName(encoding));
}

Utf8Statistics utf8Statistics(QByteArrayView bytes)
{
    Utf8Statistics statistics;
    const uchar *at = reinterpret_cast<const uchar *>(bytes.data());
    const uchar *const end = at + bytes.size();
    while (at < end) {
        const qsizetype length = surrogatePair(at, end) ? 6 : sequenceLength(at, end);
        if (length == 0 && isCutOff(at, end))
            break;
        statistics.sequences += length > 1;
        statistics.strangers += length == 0;
        at += qMax<qsizetype>(length, 1);
    }
    return statistics;
}

bool isKnownEncoding(const QByteArray &encoding)
{
    if (encoding == "windows-1252" || encoding == "utf-8" || encoding == "hz")
        return true;
    static constexpr QByteArrayView markup("<a b=\"+ADw-\">&AAA-</a>");
    bool lossy = false;
    return !encoding.contains('/') && viaIconv(markup, encoding, &lossy) == markup.toByteArray();
}

DecodedText decodeAs(QByteArrayView bytes, const QByteArray &encoding)
{
    DecodedText result;
    result.encoding = decodedName(encoding);
    if (encoding == "windows-1252") {
        result.utf8.reserve(bytes.size() + bytes.size() / 8);
        for (const char c : bytes)
            appendWindows1252(result.utf8, uchar(c));
        return result;
    }
    if (encoding == "hz") {
        DecodedText text = decodeAs(withoutHz(bytes), "gb18030");
        text.encoding = result.encoding;
        return text;
    }
    bool lossy = false;
    std::optional<QByteArray> text = viaIconv(bytes, encoding, &lossy);
    if (!text)
        return decodeAs(bytes, "windows-1252");
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

} // namespace broadsheet::feed
