// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/reader/readerview.h"

#include <QHash>
#include <QImage>

class QPagedPaintDevice;

namespace broadsheet {

/**
 * Sets an article on sheets of paper: dark on white, headings with what follows them, pictures and rows of
 * tables whole, the number of the page at its foot. May run on any thread if the device does.
 */
class PagePrinter
{
public:
    /** Pictures that are not among \a pictures are told by their words. */
    PagePrinter(const PageContent &content, const QHash<QUrl, QImage> &pictures);

    /** Draws all pages on \a device, whose page layout has its margins already; false if it cannot be drawn on. */
    bool print(QPagedPaintDevice &device) const;
    /** A PDF, A4 or Letter by the reader's country. Empty if it could not be made. */
    QByteArray pdf() const;

private:
    PageContent m_content;
    QHash<QUrl, QImage> m_pictures;
};

} // namespace broadsheet
