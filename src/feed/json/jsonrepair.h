// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace broadsheet::feed {

/**
 * JSON as RFC 8259 wants it, made of what programs write: cut off (then closed behind its last whole value),
 * commas missing or too many, control characters and unescaped quotes in strings, JavaScript's own spellings
 * (comments, single quotes, bare keys, undefined, NaN), levels beyond two hundred. Linear in its size.
 */
QByteArray repairJson(const QByteArray &utf8);

} // namespace broadsheet::feed
