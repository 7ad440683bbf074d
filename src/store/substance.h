// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace broadsheet::store {

/**
 * A hash of what a reader would call the content: title and text without what moves by itself, that is,
 * counters
 * ("12 comments"), times of change ("Updated 3 hours ago"), advertisements' labels, and the ways to write one
 * punctuation mark. White space and markup do not count.
 */
QByteArray substanceHash(const QString &title, const QString &text);

} // namespace broadsheet::store
