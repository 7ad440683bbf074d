// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/tokenizer.h"

#include "html/limits.h"

#include <algorithm>

namespace broadsheet::html {

namespace {

constexpr qsizetype maxDataAddress = 1024 * 1024;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

} // namespace

bool equalsIgnoringCase(QByteArrayView text, QByteArrayView lower)
{
    if (text.size() != lower.size())
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? char(c | 0x20) : c) != lower[i])
            return false;
    }
    return true;
}

const Token &Tokenizer::next()
{
    const qsizetype start = m_position;
    while (m_position < m_input.size()) {
        const qsizetype bracket = m_input.indexOf('<', m_position);
        if (bracket < 0) {
            m_position = m_input.size();
            break;
        }
        const char follows = at(bracket + 1);
        const bool markup = isLetter(follows) || follows == '!' || follows == '?' ||
                            (follows == '/' && bracket + 2 < m_input.size());
        if (!markup) {
            m_position = bracket + 1; // a lone "<" is text
            continue;
        }
        if (bracket > start) {
            m_position = bracket;
            break;
        }
        m_position = bracket;
        readMarkup();
        return m_token;
    }
    m_token = {};
    if (m_position > start) {
        m_token.kind = Token::Kind::Text;
        m_token.text = m_input.sliced(start, m_position - start);
    }
    return m_token;
}

void Tokenizer::readMarkup()
{
    m_token = {};
    const char follows = at(m_position + 1);
    if (isLetter(follows)) {
        readTag(m_position + 1, false);
    } else if (follows == '/' && isLetter(at(m_position + 2))) {
        readTag(m_position + 2, true);
    } else {
        m_token.kind = Token::Kind::Comment;
        readComment(m_position + (follows == '/' ? 2 : 1));
    }
}

void Tokenizer::readTag(qsizetype position, bool isEnd)
{
    const qsizetype first = position;
    const qsizetype size = m_input.size();
    while (position < size && !isBlank(m_input[position]) && m_input[position] != '>' &&
           m_input[position] != '/')
        ++position;
    m_token.kind = isEnd ? Token::Kind::EndTag : Token::Kind::StartTag;
    m_token.name = m_input.sliced(first, position - first);
    m_token.tag = tagOf(m_token.name);
    m_attributeCount = 0;
    while (position < size) {
        const char c = m_input[position];
        if (c == '>') {
            m_token.attributes = std::span(m_attributes.data(), m_attributeCount);
            m_position = position + 1;
            return;
        }
        if (c == '/') {
            m_token.selfClosing = at(position + 1) == '>';
            ++position;
        } else if (isBlank(c)) {
            ++position;
        } else {
            position = readAttribute(position);
        }
    }
    // Cut off within the tag: nothing of it counts.
    m_token = {};
    m_token.kind = Token::Kind::Comment;
    m_position = size;
}

qsizetype Tokenizer::readAttribute(qsizetype position)
{
    const qsizetype size = m_input.size();
    const qsizetype first = position;
    ++position; // a "=" in the first place belongs to the name
    while (position < size && !isBlank(m_input[position]) && m_input[position] != '=' &&
           m_input[position] != '>' && m_input[position] != '/')
        ++position;
    const QByteArrayView name = m_input.sliced(first, position - first);
    qsizetype after = position;
    while (after < size && isBlank(m_input[after]))
        ++after;
    if (at(after) != '=') {
        addAttribute(name, {});
        return position;
    }
    position = after + 1;
    while (position < size && isBlank(m_input[position]))
        ++position;
    const char quote = at(position);
    if (quote == '"' || quote == '\'') {
        const qsizetype end = m_input.indexOf(quote, position + 1);
        if (end < 0)
            return size;
        addAttribute(name, m_input.sliced(position + 1, end - position - 1));
        return end + 1;
    }
    const qsizetype value = position;
    while (position < size && !isBlank(m_input[position]) && m_input[position] != '>')
        ++position;
    addAttribute(name, m_input.sliced(value, position - value));
    return position;
}

void Tokenizer::addAttribute(QByteArrayView name, QByteArrayView value)
{
    if (m_attributeCount == maxAttributes || m_token.kind == Token::Kind::EndTag)
        return;
    if (value.size() > maxValue && (value.size() > maxDataAddress || !value.startsWith("data:image/")))
        return;
    m_attributes[m_attributeCount++] = {name, value};
}

void Tokenizer::readComment(qsizetype position)
{
    if (m_input.sliced(position).startsWith("!--")) {
        position += 3;
        if (at(position) == '>' || (at(position) == '-' && at(position + 1) == '>')) {
            m_position = position + (at(position) == '>' ? 1 : 2);
            return;
        }
        if (!m_noCommentEnd) {
            const qsizetype plain = m_input.indexOf("--", position);
            for (qsizetype end = plain; end >= 0; end = m_input.indexOf("--", end + 1)) {
                if (at(end + 2) == '>' || (at(end + 2) == '!' && at(end + 3) == '>')) {
                    m_position = end + (at(end + 2) == '>' ? 3 : 4);
                    return;
                }
            }
            m_noCommentEnd = true;
        }
    }
    const qsizetype end = m_input.indexOf('>', position);
    m_position = end < 0 ? m_input.size() : end + 1;
}

QByteArrayView Tokenizer::takeRawText(Tag tag)
{
    const qsizetype start = m_position;
    const QByteArrayView name = nameOf(tag);
    const bool swallows = tag == Tag::Script || tag == Tag::Style;
    if (m_noRawEnd.test(size_t(tag)) && !swallows)
        return {};
    // One character is looked for much faster than two.
    for (qsizetype at = m_input.indexOf('<', start); at >= 0; at = m_input.indexOf('<', at + 1)) {
        if (this->at(at + 1) != '/')
            continue;
        const qsizetype after = at + 2 + name.size();
        if (after > m_input.size())
            break;
        if (!equalsIgnoringCase(m_input.sliced(at + 2, name.size()), name))
            continue;
        const char c = this->at(after);
        if (after < m_input.size() && c != '>' && c != '/' && !isBlank(c))
            continue;
        const qsizetype end = m_input.indexOf('>', after);
        m_position = end < 0 ? m_input.size() : end + 1;
        return m_input.sliced(start, at - start);
    }
    m_noRawEnd.set(size_t(tag));
    if (!swallows)
        return {};
    m_position = m_input.size();
    return m_input.sliced(start);
}

} // namespace broadsheet::html
