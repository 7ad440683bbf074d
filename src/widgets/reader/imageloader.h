// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/articles/thumbnailloader.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QSet>
#include <QSize>

#include <optional>

namespace broadsheet {

class ImageService;
class Settings;
class Workers;

/**
 * The only thing that loads pictures: asks ImageService for the bytes, decodes and scales them on the pool
 * and keeps what was drawn lately. Obeys Settings::imagePolicy. Main thread.
 */
class ImageLoader : public ThumbnailLoader
{
    Q_OBJECT
public:
    enum class State {
        Loading,
        Ready,
        Failed,
        Waiting, ///< the reader has to ask for it (ImagePolicy::Ask)
        Refused  ///< ImagePolicy::Never, or no address that may be loaded
    };
    struct Picture
    {
        State state = State::Loading;
        QPixmap pixmap; ///< at most as large as the box; null unless Ready
    };

    ImageLoader(ImageService &service, Workers &workers, Settings &settings, QObject *parent = nullptr);

    /**
     * The picture made to fit \a box (device-independent px), or why it is not there. Asks for it where it
     * may; pictureChanged() follows.
     */
    Picture picture(const QUrl &url, const QSize &box, double devicePixelRatio);
    /** The picture's own size in px, once it is known. */
    std::optional<QSize> knownSize(const QUrl &url) const;
    /** The reader asked for this one: it is loaded whatever the setting says, for this run. */
    void allow(const QUrl &url);

    QPixmap thumbnail(const QUrl &url, QSize size, int radius, double devicePixelRatio) override;

Q_SIGNALS:
    /** State, size or pixels of \a url are others now. */
    void pictureChanged(const QUrl &url);

private:
    std::optional<State> refusal(const QUrl &url) const;
    void load(const QUrl &url, const QString &key, const QSize &pixels);
    void loadThumbnail(const QUrl &url, const QString &key, const QSize &pixels);
    void thumbnailArrived(const QUrl &url, const QString &key, const QImage &image);
    void fail(const QUrl &url, const QString &key);

    ImageService &m_service;
    Workers &m_workers;
    Settings &m_settings;
    QCache<QString, QPixmap> m_pixmaps; ///< cost in kB
    QCache<QString, QPixmap> m_thumbnails;
    QHash<QUrl, QSize> m_sizes;
    QSet<QString> m_loading;
    QSet<QString> m_failed;
    QSet<QUrl> m_allowed;
};

} // namespace broadsheet
