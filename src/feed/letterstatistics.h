// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace broadsheet::feed {

/**
 * The encoding in which \a bytes, words of Latin letters in one of some twenty languages, are most likely
 * written, judged by the letters with accents: how often each stands in which language, and next to what.
 * Empty where there are too few of them, or where no encoding is far better than all others.
 */
QByteArray encodingByLetters(QByteArrayView bytes);

} // namespace broadsheet::feed
