// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page.h"

#include <QString>

namespace broadsheet::render {

/**
 * The article as text: an empty line between blocks, list items marked, quotations begun by "> ", code indented by four
 * blanks, the cells of a table row parted by tabs. Captions and films are left out.
 */
QString toPlainText(const Page &page);

} // namespace broadsheet::render
