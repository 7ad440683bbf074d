// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/json/jsonrepair.h"

#include <QByteArrayView>

namespace broadsheet::feed {
namespace {

constexpr qsizetype maxDepth = 200; ///< deeper values are left out; Qt refuses more than some hundreds

bool isBlank(char c)
{
    return uchar(c) <= ' ';
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/** A number as JSON has it (RFC 8259 §6). */
bool isNumber(QByteArrayView word)
{
    qsizetype at = word.startsWith('-') ? 1 : 0;
    const auto digits = [&word, &at] {
        const qsizetype start = at;
        while (at < word.size() && word[at] >= '0' && word[at] <= '9')
            ++at;
        return at - start;
    };
    const qsizetype first = at;
    const qsizetype whole = digits();
    if (whole == 0 || (whole > 1 && word[first] == '0'))
        return false;
    if (at < word.size() && word[at] == '.') {
        ++at;
        if (digits() == 0)
            return false;
    }
    if (at < word.size() && (word[at] | 0x20) == 'e') {
        ++at;
        at += at < word.size() && (word[at] == '+' || word[at] == '-');
        if (digits() == 0)
            return false;
    }
    return at == word.size();
}

/** Reads JSON as JavaScript and sloppy programs write it, and writes it as RFC 8259 wants it. */
class Repairer
{
public:
    explicit Repairer(QByteArrayView text) : m_text(text) {}

    QByteArray run();

private:
    bool inObject() const { return !m_open.isEmpty() && m_open.back() == '}'; }
    bool wantsKey() const { return inObject() && !m_hasKey; }
    void beginValue();
    void beginKey();
    void string(char quote);
    bool endsString(qsizetype behind) const;
    void escape();
    void word();
    void comment();
    void openBracket(char c);
    void closeBracket(char c);
    void closeOne();

    const QByteArrayView m_text;
    qsizetype m_at = 0;
    QByteArray m_out;
    QByteArray m_open;      ///< the brackets that are wanted
    QByteArray m_filled;    ///< for each whether something stands in it
    bool m_hasKey = false;  ///< of the innermost object: a key whose value comes
    qsizetype m_deeper = 0; ///< brackets open beyond maxDepth
    qsizetype m_whole = 0; ///< length of what can be closed as it stands: behind the last bracket that closes
    QByteArray m_openThen;
};

void Repairer::beginValue()
{
    if (wantsKey()) { // a value nobody named
        beginKey();
        m_out.append("\"\":");
    } else if (!m_open.isEmpty() && !inObject()) {
        if (m_filled.back())
            m_out.append(',');
        m_filled.back() = 1;
    }
    m_hasKey = false;
}

void Repairer::beginKey()
{
    if (m_filled.back())
        m_out.append(',');
    m_filled.back() = 1;
}

/** A quote ends its string where the syntax goes on behind it; within text it is a quote that nobody escaped.
 */
bool Repairer::endsString(qsizetype behind) const
{
    const bool apart = behind < m_text.size() && isBlank(m_text[behind]);
    while (behind < m_text.size() && isBlank(m_text[behind]))
        ++behind;
    if (behind == m_text.size())
        return true;
    const char next = m_text[behind];
    return QByteArrayView(",}]:;/)").contains(next) || (apart && (next == '"' || next == '\''));
}

void Repairer::escape()
{
    const char c = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
    const auto hexAt = [this](qsizetype from, qsizetype count) {
        for (qsizetype i = from; i < from + count; ++i) {
            if (i >= m_text.size() || !isHex(m_text[i]))
                return false;
        }
        return true;
    };
    if (c == 'x' && hexAt(m_at + 2, 2)) {
        m_out.append("\\u00").append(m_text.data() + m_at + 2, 2);
        m_at += 4;
    } else if (c == 'u' && hexAt(m_at + 2, 4)) {
        m_out.append(m_text.data() + m_at, 6);
        m_at += 6;
    } else if (c != '\0' && QByteArrayView("\"\\/bfnrt").contains(c)) {
        m_out.append('\\').append(c);
        m_at += 2;
    } else {
        m_at += c == '\n' ? 2 : 1; // "\'" and its like are the character alone
    }
}

void Repairer::string(char quote)
{
    const bool isKey = wantsKey();
    if (isKey)
        beginKey();
    else
        beginValue();
    m_out.append('"');
    ++m_at;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '\\') {
            escape();
            continue;
        }
        if (c == quote && endsString(m_at + 1))
            break;
        if (c == '"')
            m_out.append("\\\"");
        else if (uchar(c) >= 0x20)
            m_out.append(c);
        else if (c == '\n' || c == '\t')
            m_out.append(c == '\n' ? "\\n" : "\\t");
        ++m_at;
    }
    ++m_at;
    m_out.append(isKey ? "\":" : "\"");
    m_hasKey = isKey;
}

void Repairer::word()
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && !isBlank(m_text[m_at]) &&
           !QByteArrayView(",:;{}[]\"'").contains(m_text[m_at]))
        ++m_at;
    const QByteArrayView word = m_text.sliced(start, m_at - start);
    if (wantsKey()) {
        beginKey();
        m_out.append('"').append(word.toByteArray().replace('\\', "")).append("\":");
        m_hasKey = true;
        return;
    }
    beginValue();
    if (word == "true" || word == "false" || isNumber(word))
        m_out.append(word.data(), word.size());
    else if (word == "True" || word == "False")
        m_out.append(word == "True" ? "true" : "false");
    else
        m_out.append("null"); // undefined, NaN, None …
}

void Repairer::comment()
{
    const bool isLine = m_text[m_at + 1] == '/';
    const qsizetype end = m_text.indexOf(isLine ? "\n" : "*/", m_at + 2);
    m_at = end < 0 ? m_text.size() : end + (isLine ? 1 : 2);
}

void Repairer::openBracket(char c)
{
    ++m_at;
    if (m_deeper > 0 || m_open.size() >= maxDepth) {
        if (m_deeper == 0) {
            beginValue();
            m_out.append("null");
        }
        ++m_deeper;
        return;
    }
    beginValue();
    m_out.append(c);
    m_open.append(c == '{' ? '}' : ']');
    m_filled.append('\0');
}

void Repairer::closeOne()
{
    if (m_hasKey)
        m_out.append("null");
    m_hasKey = false;
    m_out.append(m_open.back());
    m_open.chop(1);
    m_filled.chop(1);
}

void Repairer::closeBracket(char c)
{
    ++m_at;
    if (m_deeper > 0) {
        --m_deeper;
        return;
    }
    if (!m_open.contains(c))
        return;
    while (m_open.back() != c)
        closeOne();
    closeOne();
    m_whole = m_out.size();
    m_openThen = m_open;
}

QByteArray Repairer::run()
{
    m_out.reserve(m_text.size() + 64);
    while (m_at < m_text.size() && (m_whole == 0 || !m_open.isEmpty())) {
        const char c = m_text[m_at];
        const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (c == '/' && (next == '/' || next == '*'))
            comment();
        else if (m_open.isEmpty() && c != '{' && c != '[')
            ++m_at;
        else if (c == '{' || c == '[')
            openBracket(c);
        else if (c == '}' || c == ']')
            closeBracket(c);
        else if (m_deeper > 0 && c != '"')
            ++m_at;
        else if (c == '"' && m_deeper > 0) { // its brackets do not count
            const qsizetype length = m_out.size();
            const bool hadKey = m_hasKey;
            const QByteArray filled = m_filled;
            string(c);
            m_out.truncate(length);
            m_hasKey = hadKey;
            m_filled = filled;
        } else if (c == '"' || c == '\'')
            string(c);
        else if (isBlank(c) || c == ',' || c == ':' || c == ';')
            ++m_at;
        else
            word();
    }
    while (m_whole == 0 && !m_open.isEmpty()) { // cut off before anything was whole
        closeOne();
        m_openThen.clear();
    }
    m_out.truncate(m_whole == 0 ? m_out.size() : m_whole);
    while (!m_openThen.isEmpty()) {
        m_out.append(m_openThen.back());
        m_openThen.chop(1);
    }
    return m_out;
}

} // namespace

QByteArray repairJson(const QByteArray &utf8)
{
    return Repairer(utf8).run();
}

} // namespace broadsheet::feed
