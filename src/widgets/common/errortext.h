// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace broadsheet {

/** A sentence for the reader: what went wrong and where (Error::subject). Never Error::detail, which is for
 * the log. */
QString errorText(const Error &error);

} // namespace broadsheet
