// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page.h"

#include <QByteArray>

#include <functional>

namespace broadsheet::render {

struct MarkupOptions
{
    /** What to write as a picture's src; an empty answer leaves its alternative text in its place. Not set: the
     * publisher's address. */
    std::function<QString(const QString &source)> pictureSource;
    /** Links to anchors of the page stay links. */
    bool anchors = true;
};

/**
 * A page as markup, UTF-8, well-formed as XML and as HTML alike: what is saved, packed into a book or printed
 * by others. Only elements that Page knows, all text and attributes escaped.
 */
QByteArray toMarkup(const Page &page, const MarkupOptions &options = {});

/** \a text with &, <, > and quotation marks escaped, and without what XML does not allow (XML 1.0 §2.2). */
QByteArray escapedForXml(const QString &text);

} // namespace broadsheet::render
