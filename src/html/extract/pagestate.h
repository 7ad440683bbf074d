// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/dom.h"

namespace broadsheet::html {

/**
 * The article in the data from which scripts build a page: the list in any JSON of the page whose items hold
 * most sentences, or one long text, as markup that is still to be cleaned. Empty: there is none of 600
 * letters.
 */
QByteArray findStateBody(const Dom &dom);

} // namespace broadsheet::html
