// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"

#include <QByteArray>

namespace broadsheet::render {

/** The article as a page of its own, UTF-8: headline, byline and text with a quiet style sheet. Nothing in it loads but its pictures. */
QByteArray articleDocument(const Article &article);

} // namespace broadsheet::render
