// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/mathtext.h"

namespace broadsheet::html {

namespace {

constexpr size_t deepest = 64;
constexpr qsizetype longest = 4096;

bool is(QByteArrayView name, const char *other)
{
    return name.compare(QByteArrayView(other), Qt::CaseInsensitive) == 0;
}

} // namespace

MathText::Kind MathText::kindOf(QByteArrayView name)
{
    if (is(name, "mfrac"))
        return Kind::Fraction;
    if (is(name, "msup") || is(name, "mover"))
        return Kind::Upper;
    if (is(name, "msub") || is(name, "munder"))
        return Kind::Lower;
    if (is(name, "msubsup") || is(name, "munderover"))
        return Kind::Both;
    return is(name, "msqrt") ? Kind::Root : Kind::Row;
}

void MathText::start(QByteArrayView name)
{
    if (m_open.size() >= deepest) {
        ++m_beyond;
        return;
    }
    if (!m_open.empty() && m_symbols.size() < longest) {
        const Open &parent = m_open.back();
        const int at = parent.children;
        if (parent.kind == Kind::Fraction && at == 1)
            m_symbols += '/';
        else if ((parent.kind == Kind::Upper && at == 1) || (parent.kind == Kind::Both && at == 2))
            m_symbols += '^';
        else if ((parent.kind == Kind::Lower || parent.kind == Kind::Both) && at == 1)
            m_symbols += '_';
    }
    Open open;
    open.kind = kindOf(name);
    open.begin = m_symbols.size();
    m_open.push_back(open);
}

void MathText::end(QByteArrayView)
{
    if (m_beyond > 0)
        --m_beyond;
    else if (!m_open.empty())
        close();
}

/** Several pieces in the place of one need parentheses. */
void MathText::close()
{
    const Open child = m_open.back();
    m_open.pop_back();
    const bool rooted = child.kind == Kind::Root;
    const bool placed =
        !m_open.empty() && m_open.back().kind != Kind::Row && m_open.back().kind != Kind::Root;
    if (child.pieces > 0 && (rooted || placed) && m_symbols.size() < longest) {
        if (child.pieces > 1) {
            m_symbols.insert(child.begin, '(');
            m_symbols += ')';
        }
        if (rooted)
            m_symbols.insert(child.begin, "\u221A");
    }
    if (m_open.empty())
        return;
    ++m_open.back().children;
    m_open.back().pieces += child.pieces;
}

void MathText::text(QByteArrayView raw)
{
    const QByteArrayView piece = raw.trimmed();
    if (piece.isEmpty())
        return;
    m_symbols += piece;
    if (!m_open.empty())
        ++m_open.back().pieces;
}

void MathText::tex(QByteArrayView raw)
{
    if (m_tex.size() < longest)
        m_tex += raw;
}

} // namespace broadsheet::html
