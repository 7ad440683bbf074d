// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace broadsheet {

/** One sign for those that typographers exchange: quotation marks, primes and dashes as a typewriter has them. */
QChar plainSign(QChar c);

} // namespace broadsheet
