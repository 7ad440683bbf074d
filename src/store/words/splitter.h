// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>
#include <memory>
#include <string_view>

namespace broadsheet::store::words {

/** Bytes of a word that count; what is longer is nobody's word, and found by its beginning. */
inline constexpr int maximumWord = 96;

/**
 * Splits a text into words as the index knows them: letters, numbers and private characters, in lower case
 * and without accents, in UTF-8. Texts and questions go the same way. One thread at a time.
 */
class Splitter
{
public:
    /** Calls \a take with each word, in order. */
    template <typename Take>
    void split(QStringView text, Take take)
    {
        m_length = 0;
        const char16_t *at = text.utf16();
        const char16_t *const end = at + text.size();
        while (at != end) {
            const char16_t unit = *at++;
            if (unit < 0x80) {
                if (const char letter = ascii[unit])
                    append(letter);
                else
                    endWord(take);
                continue;
            }
            char32_t character = unit;
            if (QChar::isHighSurrogate(unit) && at != end && QChar::isLowSurrogate(*at))
                character = QChar::surrogateToUcs4(unit, *at++);
            const char32_t letter = folded(character);
            if (letter == separator)
                endWord(take);
            else if (letter != nothing)
                appendCharacter(letter);
        }
        endWord(take);
    }

private:
    static constexpr char32_t separator = 0, nothing = 0x110000;
    static const std::array<char, 128> ascii;
    using Page = std::array<char32_t, 256>;

    /** The letter as which it is kept; an accent by itself is nothing. */
    char32_t folded(char32_t character);
    void append(char letter)
    {
        if (m_length < maximumWord)
            m_word[size_t(m_length++)] = letter;
    }
    void appendCharacter(char32_t letter);
    template <typename Take>
    void endWord(Take &take)
    {
        if (m_length > 0)
            take(std::string_view(m_word.data(), size_t(m_length)));
        m_length = 0;
    }

    std::array<std::unique_ptr<Page>, 256> m_pages; ///< of the first 65,536 characters, made when first met
    std::array<char, maximumWord + 4> m_word;
    int m_length = 0;
};

} // namespace broadsheet::store::words
