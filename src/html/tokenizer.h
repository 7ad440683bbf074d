// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tag.h"

#include <QByteArrayView>

#include <array>
#include <bitset>
#include <span>

namespace broadsheet::html {

/** An attribute as it stands in the source: its value still has references. */
struct Attribute
{
    QByteArrayView name; ///< in any case
    QByteArrayView value;
};

struct Token
{
    enum class Kind : quint8 { Text, StartTag, EndTag, Comment, EndOfInput };
    Kind kind = Kind::EndOfInput;
    Tag tag = Tag::Unknown;
    bool selfClosing = false;
    QByteArrayView name; ///< of a tag, as written
    QByteArrayView text; ///< of Text: still with references
    std::span<const Attribute> attributes;
};

/**
 * HTML5's tokens (§13.2.5) of a text in memory, as views into it. Bounded: 64 attributes a tag, values of 64
 * KB (data: addresses of pictures 1 MB); what is beyond is left out. Linear for any input.
 *
 * It differs from the standard where that would swallow the rest of a text which somebody cut off: a comment
 * or an iframe without an end hides nothing but itself.
 */
class Tokenizer
{
public:
    explicit Tokenizer(QByteArrayView input) : m_input(input) {}

    /** The next token; its views live as long as the input, its attributes until the next call. */
    const Token &next();

    /** Right after the start tag of an element with RawText: its content; goes on after its end tag. */
    QByteArrayView takeRawText(Tag tag);

private:
    void readMarkup();
    void readTag(qsizetype at, bool isEnd);
    qsizetype readAttribute(qsizetype at);
    void readComment(qsizetype at);
    void addAttribute(QByteArrayView name, QByteArrayView value);
    char at(qsizetype position) const { return position < m_input.size() ? m_input[position] : '\0'; }

    static constexpr size_t maxAttributes = 64;
    QByteArrayView m_input;
    qsizetype m_position = 0;
    Token m_token;
    std::array<Attribute, maxAttributes> m_attributes;
    size_t m_attributeCount = 0;
    bool m_noCommentEnd = false;
    std::bitset<size_t(Tag::Count)> m_noRawEnd;
};

/** Equal without regard to the case of ASCII letters; \a lower is in lower case. */
bool equalsIgnoringCase(QByteArrayView text, QByteArrayView lower);

} // namespace broadsheet::html
