// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace broadsheet::html {

/**
 * Writes text into clean markup: references replaced, control characters dropped, broken UTF-8 as U+FFFD, &,
 * < and > escaped, a zero-width space in words without end.
 */
class TextWriter
{
public:
    explicit TextWriter(QByteArray &out) : m_out(out) {}

    enum class Source { Markup, Plain }; ///< Plain: "&" begins no reference

    void text(QByteArrayView raw, Source source = Source::Markup);

    /** The same within a double-quoted attribute; line breaks become blanks. */
    void attribute(QByteArrayView raw, Source source = Source::Markup);

    /** A block begins or ends: so does the word. */
    void breakWord() { m_letters = 0; }

private:
    template <bool InAttribute>
    void write(QByteArrayView raw, Source source);
    template <bool InAttribute>
    void special(char c);
    void plain(QByteArrayView run);
    void countLetter();

    QByteArray &m_out;
    int m_letters = 0;
};

} // namespace broadsheet::html
