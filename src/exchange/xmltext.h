// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace broadsheet::exchange {

/** \a text without what XML 1.0 has no way to write: most control characters and lone surrogates. */
QString xmlText(const QString &text);

} // namespace broadsheet::exchange
