// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/wrapping.h"

#include "feed/entities.h"
#include "feed/json/jsonrepair.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <zlib.h>

namespace broadsheet::feed {
namespace {

constexpr qsizetype maxBefore = 65536; ///< bytes that may stand before a wrapped document

bool isBlank(char c)
{
    return uchar(c) <= ' ';
}

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || c == '.';
}

qsizetype skipBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && (isBlank(text[at]) || text.sliced(at).startsWith("\xEF\xBB\xBF")))
        at += isBlank(text[at]) ? 1 : 3;
    return at;
}

/** \a html without its tags, scripts, styles and comments; references stay as they are. */
QByteArray withoutTags(QByteArrayView html)
{
    QByteArray out;
    for (qsizetype at = 0; at < html.size();) {
        const qsizetype tag = html.indexOf('<', at);
        const QByteArrayView before = html.sliced(at, (tag < 0 ? html.size() : tag) - at);
        out.append(before.data(), before.size());
        if (tag < 0)
            break;
        const QByteArrayView rest = html.sliced(tag);
        const char *close = ">";
        for (const auto &[start, end] : {std::pair{"<script", "</script>"},
                                         {"<style", "</style>"},
                                         {"<title", "</title>"},
                                         {"<!--", "-->"}}) {
            if (rest.startsWith(start))
                close = end;
        }
        const qsizetype end = html.indexOf(close, tag);
        at = end < 0 ? html.size() : end + qsizetype(qstrlen(close));
    }
    return out;
}

/** True where \a text could be a heading, a button and a notice around a document of \a size bytes. */
bool isMereFrame(QByteArrayView text, qsizetype size)
{
    const auto words = std::count_if(text.begin(), text.end(), [](char c) { return !isBlank(c); });
    return words < 300 || words * 8 < size;
}

/** What zlib makes of \a bytes, as far as they go; empty beyond \a limit. Several gzip files in a row are
 * one. */
QByteArray inflatedAs(int windowBits, const QByteArray &bytes, qsizetype limit)
{
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(qMin<qsizetype>(bytes.size(), limit));
    QByteArray out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= limit) {
        const qsizetype before = out.size();
        out.resize(before + qMax<qsizetype>(65536, before));
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
        stream.avail_out = uInt(out.size() - before);
        state = inflate(&stream, Z_NO_FLUSH);
        out.truncate(out.size() - qsizetype(stream.avail_out));
        if (state == Z_STREAM_END && stream.avail_in > 18 && stream.next_in[0] == 0x1F &&
            stream.next_in[1] == 0x8B)
            state = inflateReset(&stream);
        else if (stream.avail_in == 0 && out.size() == before)
            break; // cut off
    }
    inflateEnd(&stream);
    return out.size() <= limit ? out : QByteArray();
}

/** True for what cannot be text of any encoding that feeds are in. */
bool isBinary(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(qMin<qsizetype>(bytes.size(), 256));
    if (head.size() < 16 || QByteArrayView("\0<{[\xEF\xFE\xFF\x4C", 8).contains(head[0]))
        return false;
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        return uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != 0x1B;
    });
    return controls * 40 > head.size();
}

bool isMarkup(QByteArrayView bytes)
{
    const qsizetype start = skipBlanks(bytes, 0);
    return bytes.size() > start + 20 && (bytes[start] == '<' || bytes[start] == '{');
}

} // namespace

QByteArray inflated(const QByteArray &bytes, qsizetype limit)
{
    constexpr int gzipOrZlib = 32;
    const QByteArrayView head(bytes);
    const bool isGzip = head.startsWith("\x1F\x8B\x08");
    const bool isZlib =
        head.size() > 6 && head[0] == 0x78 && (uchar(head[0]) * 256 + uchar(head[1])) % 31 == 0;
    if (isGzip || isZlib)
        return inflatedAs(MAX_WBITS + gzipOrZlib, bytes, limit);
    if (!isBinary(head) ||
        !isMarkup(inflatedAs(-MAX_WBITS, bytes.first(qMin<qsizetype>(bytes.size(), 4096)), limit)))
        return {};
    return inflatedAs(-MAX_WBITS, bytes, limit); // without a header, as some servers understand "deflate"
}

qsizetype behindScript(QByteArrayView utf8)
{
    static constexpr auto guards = std::to_array<const char *>(
        {")]}',", ")]}'", ")]}", "while(1);", "while (1);", "for(;;);", "for (;;);", "throw 1;", "{}&&",
         "{} &&", "&&", "(", "=", ";", "var ", "let ", "const "});
    qsizetype at = skipBlanks(utf8, 0);
    for (bool moved = true; moved && at < qMin(utf8.size(), maxBefore);) {
        moved = false;
        const QByteArrayView rest = utf8.sliced(at);
        for (const char *guard : guards) {
            if (!moved && rest.startsWith(guard)) {
                at += qsizetype(qstrlen(guard));
                moved = true;
            }
        }
        if (!moved && (rest.startsWith("/*") || rest.startsWith("//"))) {
            const char *const close = rest[1] == '*' ? "*/" : "\n";
            const qsizetype end = utf8.indexOf(close, at + 2);
            if (end < 0)
                return 0;
            at = end + qsizetype(qstrlen(close));
            moved = true;
        }
        if (!moved && !rest.isEmpty() && isWordByte(rest[0])) { // a name, of which something must come
            while (at < utf8.size() && isWordByte(utf8[at]))
                ++at;
            at = skipBlanks(utf8, at);
            if (at == utf8.size() || (utf8[at] != '(' && utf8[at] != '=' && utf8[at] != '&'))
                return 0;
            moved = true;
        }
        at = skipBlanks(utf8, at);
    }
    const char first = at < utf8.size() ? utf8[at] : '\0';
    if (first == '"' || first == '\'') {
        const qsizetype inside = skipBlanks(utf8, at + 1);
        return inside < utf8.size() && (utf8[inside] == '<' || utf8[inside] == '{') ? at : 0;
    }
    return first == '{' || first == '[' ? at : 0;
}

QByteArray stringLiteral(QByteArrayView utf8)
{
    const QByteArray list = repairJson('[' + utf8.toByteArray() + ']');
    return QJsonDocument::fromJson(list).array().first().toString().toUtf8();
}

QByteArray escapedFeed(QByteArrayView utf8)
{
    for (const auto &[mark, entry, end] : {std::array{"&lt;rss", "&lt;item", "&lt;/rss&gt;"},
                                           {"&lt;feed", "&lt;entry", "&lt;/feed&gt;"},
                                           {"&lt;rdf:RDF", "&lt;item", "&lt;/rdf:RDF&gt;"},
                                           {"{&quot;", "&quot;items&quot;", "]}"},
                                           {"{&#34;", "&#34;items&#34;", "]}"}}) {
        const qsizetype start = utf8.indexOf(mark);
        if (start < 0 || utf8.indexOf(entry, start) < 0)
            continue;
        const qsizetype last = utf8.lastIndexOf(end);
        const qsizetype stop = last < start ? utf8.size() : last + qsizetype(qstrlen(end));
        const qsizetype instruction = utf8.first(start).lastIndexOf("&lt;?xml");
        const qsizetype from = instruction < 0 ? start : instruction;
        const QByteArray around = withoutTags(utf8.first(from)) + withoutTags(utf8.sliced(stop));
        if (isMereFrame(around, stop - from))
            return unescapedHtml(withoutTags(utf8.sliced(from, stop - from)));
    }
    return {};
}

qsizetype embeddedJson(QByteArrayView utf8)
{
    const qsizetype version = utf8.indexOf("jsonfeed.org/version");
    if (version < 0)
        return -1;
    const qsizetype limit = qMin(version, maxBefore);
    for (qsizetype at = utf8.indexOf('{'); at >= 0 && at < limit; at = utf8.indexOf('{', at + 1)) {
        const qsizetype key = skipBlanks(utf8, at + 1);
        if (utf8[key] == '"')
            return isMereFrame(withoutTags(utf8.first(at)), utf8.size() - at) ? at : -1;
    }
    return -1;
}

} // namespace broadsheet::feed
