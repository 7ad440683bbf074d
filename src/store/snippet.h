// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace broadsheet::store {

/**
 * A piece of \a text around the first of \a words (one ending in "*" is a prefix), about \a length
 * characters, matches between U+E000 and U+E001. Case and accents do not matter, as in the index. Its
 * beginning where no word is found.
 */
QString snippet(const QString &text, const QStringList &words, int length = 160);

} // namespace broadsheet::store
