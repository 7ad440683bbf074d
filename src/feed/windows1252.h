// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace broadsheet::feed {

/** What a byte means in windows-1252 (WHATWG Encoding, index windows-1252); C1 controls where it means
 * nothing. */
char32_t windows1252(uchar byte);

/** Appends a Unicode character as UTF-8. */
void appendUtf8(QByteArray &out, char32_t character);

inline void appendWindows1252(QByteArray &out, uchar byte)
{
    if (byte < 0x80)
        out.append(char(byte));
    else
        appendUtf8(out, windows1252(byte));
}

} // namespace broadsheet::feed
