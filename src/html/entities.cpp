// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/entities.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace broadsheet::html {

namespace {

struct Entity
{
    const char *name;
    const char *utf8;
};

constexpr auto entities = std::to_array<Entity>({
#include "html/entities.inc"
});

constexpr qsizetype longestName = 32;

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** HTML5 §13.2.5.80: what old pages mean by the control characters 128 to 159. */
char32_t windows1252(char32_t code)
{
    static constexpr std::array<char16_t, 32> table{
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    return code >= 0x80 && code < 0xA0 ? table[code - 0x80] : code;
}

void encode(char32_t c, CharacterReference &to)
{
    auto *out = to.utf8;
    if (c < 0x80) {
        *out++ = char(c);
    } else if (c < 0x800) {
        *out++ = char(0xC0 | (c >> 6));
        *out++ = char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        *out++ = char(0xE0 | (c >> 12));
        *out++ = char(0x80 | ((c >> 6) & 0x3F));
        *out++ = char(0x80 | (c & 0x3F));
    } else {
        *out++ = char(0xF0 | (c >> 18));
        *out++ = char(0x80 | ((c >> 12) & 0x3F));
        *out++ = char(0x80 | ((c >> 6) & 0x3F));
        *out++ = char(0x80 | (c & 0x3F));
    }
    to.size = int(out - to.utf8);
}

CharacterReference readNumber(QByteArrayView text)
{
    CharacterReference result;
    qsizetype at = 2;
    const bool hex = at < text.size() && (text[at] == 'x' || text[at] == 'X');
    if (hex)
        ++at;
    const qsizetype first = at;
    char32_t code = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        const int digit = c >= '0' && c <= '9'                            ? c - '0'
                          : hex && (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                                          : -1;
        if (digit < 0)
            break;
        code = std::min<char32_t>(code * (hex ? 16 : 10) + char32_t(digit), 0x110000);
    }
    if (at == first)
        return result;
    if (at < text.size() && text[at] == ';')
        ++at;
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        code = 0xFFFD;
    result.length = at;
    encode(windows1252(code), result);
    return result;
}

const Entity *find(QByteArrayView name)
{
    const auto less = [](const Entity &entity, QByteArrayView wanted) {
        return QByteArrayView(entity.name).compare(wanted) < 0;
    };
    const auto *found = std::lower_bound(entities.begin(), entities.end(), name, less);
    return found != entities.end() && QByteArrayView(found->name) == name ? found : nullptr;
}

} // namespace

CharacterReference readReference(QByteArrayView text, bool inAttribute)
{
    CharacterReference result;
    if (text.size() < 3)
        return result;
    if (text[1] == '#')
        return readNumber(text);
    qsizetype end = 1;
    while (end < text.size() && end <= longestName && isAlnum(text[end]))
        ++end;
    if (end == 1)
        return result;
    const auto take = [&](const Entity *entity, qsizetype length) {
        result.length = length;
        result.size = int(std::strlen(entity->utf8));
        std::memcpy(result.utf8, entity->utf8, size_t(result.size));
        return result;
    };
    if (end < text.size() && text[end] == ';') {
        if (const Entity *entity = find(text.sliced(1, end)))
            return take(entity, end + 1);
    }
    // Old names that need no semicolon: the longest that fits.
    for (qsizetype length = std::min<qsizetype>(end - 1, 6); length >= 2; --length) {
        const Entity *entity = find(text.sliced(1, length));
        if (!entity)
            continue;
        const char next = length + 1 < text.size() ? text[length + 1] : ' ';
        if (inAttribute && (next == '=' || isAlnum(next)))
            return result;
        return take(entity, length + 1);
    }
    return result;
}

QByteArray withoutReferences(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    while (!text.isEmpty()) {
        const qsizetype at = text.indexOf('&');
        if (at < 0) {
            result.append(text);
            break;
        }
        result.append(text.first(at));
        text = text.sliced(at);
        const CharacterReference reference = readReference(text, true);
        if (reference.length == 0) {
            result.append('&');
            text = text.sliced(1);
        } else {
            result.append(reference.utf8, reference.size);
            text = text.sliced(reference.length);
        }
    }
    return result;
}

QString decoded(QByteArrayView raw)
{
    return collapsed(QString::fromUtf8(withoutReferences(raw)));
}

} // namespace broadsheet::html
