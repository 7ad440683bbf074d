// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/words/coding.h"
#include "store/words/entry.h"

#include <algorithm>

// How the words of a segment lie in its blocks, for those who write and read them.
namespace broadsheet::store::words {

/** A block has the number of its segment in its upper bits: so a segment is walked by the numbers of its
 * blocks. */
inline constexpr int blockBits = 24;
inline qint64 firstBlock(qint64 segment)
{
    return segment << blockBits;
}

/** Two lengths in one byte; what does not fit follows. */
inline constexpr quint8 longestInByte = 15;

inline void appendLengths(std::string &to, size_t shared, size_t rest)
{
    to.push_back(char(std::min<size_t>(shared, longestInByte) << 4 | std::min<size_t>(rest, longestInByte)));
    if (shared >= longestInByte)
        appendNumber(to, shared - longestInByte);
    if (rest >= longestInByte)
        appendNumber(to, rest - longestInByte);
}

inline quint64 longLength(quint8 inByte, ByteReader &bytes)
{
    return inByte < longestInByte ? inByte : bytes.number() + longestInByte;
}

/** The holders of a word that is once in one article, which stands in the place of how many. */
inline void appendOnce(std::string &to, quint64 article)
{
    appendNumber(to, article << kindBits | quint64(HolderKind::OnceInBody));
}

} // namespace broadsheet::store::words
