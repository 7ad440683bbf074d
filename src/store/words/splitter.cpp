// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words/splitter.h"

#include <QChar>
#include <QList>
#include <QString>

namespace broadsheet::store::words {

namespace {

constexpr std::array<char, 128> lowerAscii()
{
    std::array<char, 128> table{};
    for (int c = '0'; c <= '9'; ++c)
        table[size_t(c)] = char(c);
    for (int c = 'a'; c <= 'z'; ++c) {
        table[size_t(c)] = char(c);
        table[size_t(c - 'a' + 'A')] = char(c);
    }
    return table;
}

/** Accents and points that one may leave out. The vowels of Indian scripts are marks too, and are no accents.
 */
bool isAccent(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0591 && c <= 0x05c7) || (c >= 0x0610 && c <= 0x061a) ||
           (c >= 0x064b && c <= 0x065f) || c == 0x0670 || c == 0x0640 || (c >= 0x1ab0 && c <= 0x1aff) ||
           (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe20 && c <= 0xfe2f);
}

/** The letter below the accents; wide and narrow forms as the usual one. */
char32_t withoutAccents(char32_t c)
{
    for (int i = 0; i < 4; ++i) {
        const auto tag = QChar::decompositionTag(c);
        if (tag != QChar::Canonical && tag != QChar::Wide && tag != QChar::Narrow)
            return c;
        const auto parts = QChar::decomposition(c).toUcs4();
        if (parts.isEmpty())
            return c;
        for (qsizetype k = 1; k < parts.size(); ++k) {
            if (!isAccent(parts[k]))
                return c; // a syllable, not an accent
        }
        c = parts[0];
    }
    return c;
}

} // namespace

const std::array<char, 128> Splitter::ascii = lowerAscii();

char32_t Splitter::folded(char32_t character)
{
    const auto look = [](char32_t c) -> char32_t {
        if (isAccent(c))
            return nothing;
        if (!QChar::isLetterOrNumber(c) && !QChar::isMark(c) && QChar::category(c) != QChar::Other_PrivateUse)
            return separator;
        return withoutAccents(QChar::toCaseFolded(withoutAccents(c)));
    };
    if (character > 0xffff)
        return look(character);
    auto &page = m_pages[character >> 8];
    if (!page) {
        page = std::make_unique<Page>();
        for (char32_t low = 0; low < 256; ++low)
            (*page)[low] = look((character & 0xff00) | low);
    }
    return (*page)[character & 0xff];
}

void Splitter::appendCharacter(char32_t letter)
{
    if (letter < 0x80)
        return append(char(letter));
    if (m_length + 4 > maximumWord)
        return; // never half a character
    const auto put = [this](char32_t bits) { m_word[size_t(m_length++)] = char(bits); };
    if (letter < 0x800) {
        put(0xc0 | (letter >> 6));
    } else {
        if (letter < 0x10000) {
            put(0xe0 | (letter >> 12));
        } else {
            put(0xf0 | (letter >> 18));
            put(0x80 | ((letter >> 12) & 0x3f));
        }
        put(0x80 | ((letter >> 6) & 0x3f));
    }
    put(0x80 | (letter & 0x3f));
}

} // namespace broadsheet::store::words
