// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonwriter.h"

#include "base/datetime.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace broadsheet::exchange {
namespace {

constexpr std::array<bool, 256> makeEscaped()
{
    std::array<bool, 256> escaped{};
    for (size_t c = 0; c < 0x20; ++c)
        escaped[c] = true;
    escaped['"'] = escaped['\\'] = escaped[0x7F] = true;
    return escaped;
}
constexpr std::array<bool, 256> mustEscape = makeEscaped();

char *writeEscape(char *to, uchar c)
{
    static constexpr char hex[] = "0123456789abcdef";
    *to++ = '\\';
    switch (c) {
    case '\n':
        *to++ = 'n';
        return to;
    case '\r':
        *to++ = 'r';
        return to;
    case '\t':
        *to++ = 't';
        return to;
    case '"':
    case '\\':
        *to++ = char(c);
        return to;
    default:
        for (const char digit : {'u', '0', '0', hex[c >> 4], hex[c & 15]})
            *to++ = digit;
        return to;
    }
}

} // namespace

void JsonWriter::separate()
{
    if (m_comma)
        m_out.append(',');
    m_comma = true;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_out.append(bracket);
    m_comma = false;
}

void JsonWriter::close(char bracket)
{
    m_out.append(bracket);
    m_comma = true;
}

void JsonWriter::key(const char *name)
{
    value(QByteArrayView(name));
    m_out.append(':');
    m_comma = false;
}

void JsonWriter::value(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    value(QByteArrayView(utf8));
}

void JsonWriter::value(QByteArrayView utf8)
{
    separate();
    m_out.append('"');
    const char *from = utf8.begin();
    const char *const end = utf8.end();
    for (const char *at = from; at < end; ++at) {
        if (!mustEscape[uchar(*at)])
            continue;
        m_out.append(from, at - from);
        char escape[6];
        m_out.append(escape, writeEscape(escape, uchar(*at)) - escape);
        from = at + 1;
    }
    m_out.append(from, end - from);
    m_out.append('"');
}

void JsonWriter::value(qint64 number)
{
    separate();
    m_out.append(QByteArray::number(number));
}

void JsonWriter::value(double number)
{
    separate();
    if (!std::isfinite(number))
        m_out.append("null");
    else
        m_out.append(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
}

void JsonWriter::value(bool flag)
{
    separate();
    m_out.append(flag ? "true" : "false");
}

void JsonWriter::member(const char *name, const QString &text)
{
    if (text.isEmpty())
        return;
    key(name);
    value(text);
}

void JsonWriter::member(const char *name, QByteArrayView utf8)
{
    if (utf8.isEmpty())
        return;
    key(name);
    value(utf8);
}

void JsonWriter::member(const char *name, const QDateTime &time)
{
    member(name, toRfc3339(time));
}

} // namespace broadsheet::exchange
