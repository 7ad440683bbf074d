// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "render/book.h"

#include <QByteArray>

namespace broadsheet::render {

/** The article as a page of its own, UTF-8: headline, byline and text with a quiet style sheet. Nothing in it loads but its pictures. */
QByteArray articleDocument(const Article &article);

/**
 * The same made of its page, with \a pictures inside, so that one file holds everything: what is not among them is
 * left out, its words stay.
 */
QByteArray savedDocument(const Article &article, const Page &page, const SavedPictures &pictures);

} // namespace broadsheet::render
