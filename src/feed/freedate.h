// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace broadsheet::feed {

/** A date as a row of words and numbers in any order and language that people use; invalid if it is none. */
QDateTime readFreeDate(const QString &text);

} // namespace broadsheet::feed
