// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace broadsheet::store {

class Connection;

namespace words {

/** The articles that the index holds, ascending. Those of a damaged segment are left out. */
std::vector<qint64> articlesHeld(Connection &connection);

/** Reads the whole index; what is wrong with it, in English, or nothing. */
QString faults(Connection &connection);

} // namespace words

} // namespace broadsheet::store
