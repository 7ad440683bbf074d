// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

#include <QByteArray>

namespace broadsheet::html {

/** What is kept of the roots, as markup that is still to be cleaned. */
QByteArray assemble(const PageView &view, const std::vector<int> &roots);

} // namespace broadsheet::html
