// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/textwriter.h"

#include "html/entities.h"
#include "html/limits.h"

#include <array>

namespace broadsheet::html {

namespace {

enum Class : quint8 { Plain, Special, HighByte };

constexpr std::array<quint8, 256> classes = [] {
    std::array<quint8, 256> table{};
    for (size_t c = 0; c < 0x20; ++c)
        table[c] = Special;
    table['\n'] = table['\t'] = Plain;
    for (const char c : {'&', '<', '>', '"', '\x7f'})
        table[quint8(c)] = Special;
    for (size_t c = 0x80; c < 0x100; ++c)
        table[c] = HighByte;
    return table;
}();

constexpr char replacement[] = "\xEF\xBF\xBD";

/** Bytes of the UTF-8 sequence at the start of \a text, 0 if it is none (RFC 3629 §4) or a non-character. */
qsizetype sequenceLength(QByteArrayView text)
{
    const auto byte = [text](qsizetype i) { return i < text.size() ? quint8(text[i]) : quint8(0); };
    const auto trail = [&byte](qsizetype i) { return (byte(i) & 0xC0) == 0x80; };
    const quint8 a = byte(0);
    const quint8 b = byte(1);
    if (a < 0xC2 || a > 0xF4 || !trail(1))
        return 0;
    if (a < 0xE0)
        return a == 0xC2 && b < 0xA0 ? 0 : 2; // C1 controls are none of ours
    if ((a == 0xE0 && b < 0xA0) || (a == 0xED && b >= 0xA0) || !trail(2))
        return 0;
    if (a < 0xF0)
        return a == 0xEF && b == 0xBF && byte(2) >= 0xBE ? 0 : 3;
    if ((a == 0xF0 && b < 0x90) || (a == 0xF4 && b >= 0x90) || !trail(3))
        return 0;
    return 4;
}

/** Where a line may break anyway: blanks, and all from U+2000 on (CJK, punctuation, the zero-width space). */
bool endsWord(quint8 byte)
{
    return byte <= ' ' || byte >= 0xE2;
}

bool isTrail(quint8 byte)
{
    return (byte & 0xC0) == 0x80;
}

} // namespace

void TextWriter::plain(QByteArrayView run)
{
    if (m_letters + run.size() <= maxWord) {
        int letters = 0;
        for (qsizetype i = run.size() - 1; i >= 0; --i) {
            const auto byte = quint8(run[i]);
            if (endsWord(byte)) {
                m_letters = letters;
                m_out.append(run);
                return;
            }
            letters += isTrail(byte) ? 0 : 1;
        }
        m_letters += letters;
        m_out.append(run);
        return;
    }
    qsizetype from = 0;
    for (qsizetype i = 0; i < run.size(); ++i) {
        const auto byte = quint8(run[i]);
        if (endsWord(byte)) {
            m_letters = 0;
        } else if (!isTrail(byte) && ++m_letters > maxWord) {
            m_out.append(run.sliced(from, i - from)).append("\xE2\x80\x8B");
            from = i;
            m_letters = 1;
        }
    }
    m_out.append(run.sliced(from));
}

void TextWriter::countLetter()
{
    if (++m_letters > maxWord) {
        m_out.append("\xE2\x80\x8B");
        m_letters = 1;
    }
}

template <bool InAttribute>
void TextWriter::special(char c)
{
    if constexpr (!InAttribute) {
        if (c == '&' || c == '<' || c == '>')
            countLetter();
    }
    switch (c) {
    case '&':
        m_out.append("&amp;", 5);
        break;
    case '<':
        m_out.append("&lt;", 4);
        break;
    case '>':
        m_out.append("&gt;", 4);
        break;
    case '"':
        m_out.append("&quot;", 6); // within attributes alone
        break;
    case '\f':
        m_out.append(' ');
        if constexpr (!InAttribute)
            m_letters = 0;
        break;
    default: // a control character
        break;
    }
}

template <bool InAttribute>
void TextWriter::write(QByteArrayView raw, Source source)
{
    const qsizetype size = raw.size();
    qsizetype from = 0;
    qsizetype at = 0;
    const auto flush = [&] {
        if (at == from)
            return;
        if constexpr (InAttribute)
            m_out.append(raw.sliced(from, at - from));
        else
            plain(raw.sliced(from, at - from));
    };
    while (at < size) {
        const auto byte = quint8(raw[at]);
        if (classes[byte] == Plain) {
            if (InAttribute && byte < ' ') {
                flush();
                m_out.append(' ');
                from = ++at;
                continue;
            }
            ++at;
            continue;
        }
        if (classes[byte] == HighByte) {
            if (const qsizetype length = sequenceLength(raw.sliced(at)); length > 0) {
                at += length;
                continue;
            }
            flush();
            m_out.append(replacement, 3);
            m_letters = InAttribute ? m_letters : 0;
            from = ++at;
            continue;
        }
        if (byte == '"' && !InAttribute) {
            ++at;
            continue;
        }
        flush();
        from = at;
        if (byte == '&' && source == Source::Markup) {
            if (const auto reference = readReference(raw.sliced(at), InAttribute); reference.length > 0) {
                at += reference.length;
                from = at;
                write<InAttribute>(QByteArrayView(reference.utf8, reference.size), Source::Plain);
                continue;
            }
        }
        if (byte == '\r') {
            // HTML5 §13.2.3.5: one line break, whichever way it is written.
            if (at + 1 >= size || raw[at + 1] != '\n')
                write<InAttribute>("\n", Source::Plain);
        } else {
            special<InAttribute>(char(byte));
        }
        from = ++at;
    }
    flush();
}

void TextWriter::text(QByteArrayView raw, Source source)
{
    write<false>(raw, source);
}

void TextWriter::attribute(QByteArrayView raw, Source source)
{
    write<true>(raw, source);
}

} // namespace broadsheet::html
