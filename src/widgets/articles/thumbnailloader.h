// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPixmap>
#include <QUrl>

namespace broadsheet {

/** Small square pictures for rows and cards; implemented by the reader's image loader, the only thing that
 * loads pictures. */
class ThumbnailLoader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /**
     * The picture cropped to \a size (device-independent px) with corners of \a radius, or a null pixmap
     * while it is not there; then ready() follows if it can be had. Never blocks.
     */
    virtual QPixmap thumbnail(const QUrl &url, QSize size, int radius, double devicePixelRatio) = 0;

Q_SIGNALS:
    void ready(const QUrl &url);
};

} // namespace broadsheet
