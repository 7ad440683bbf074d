// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace broadsheet::html {

/**
 * Formulas in MathML as a line of text, where their author gave no words for them: the TeX that many have
 * beside the symbols, else the symbols with what their places mean, "a/(b + c)" and "x^2" instead of "ab+c"
 * and "x2". Bounded: beyond 4 KB or 64 levels symbols follow each other plainly. Texts are taken and given
 * with their references.
 */
class MathText
{
public:
    /** \a name of a tag in any case. */
    void start(QByteArrayView name);
    void end(QByteArrayView name);
    void text(QByteArrayView raw);
    /** What stands in an annotation with the encoding application/x-tex. */
    void tex(QByteArrayView raw);

    QByteArray tex() const { return m_tex.trimmed(); }
    QByteArray symbols() const { return m_symbols; }

private:
    enum class Kind : quint8 { Row, Fraction, Upper, Lower, Both, Root };
    struct Open
    {
        Kind kind = Kind::Row;
        int children = 0;
        int pieces = 0; ///< texts within
        qsizetype begin = 0;
    };
    static Kind kindOf(QByteArrayView name);
    void close();

    std::vector<Open> m_open;
    int m_beyond = 0; ///< elements open below the deepest that counts
    QByteArray m_symbols;
    QByteArray m_tex;
};

} // namespace broadsheet::html
