// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/imagepolicy.h"
#include "base/result.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/reader/picturesizes.h"

#include <QCache>
#include <QFuture>
#include <QHash>
#include <QImage>
#include <QSet>
#include <QSize>
#include <QTimer>

#include <optional>

namespace broadsheet {

class ImageService;
class Settings;
class Workers;

/**
 * The only thing that loads pictures: asks ImageService for the bytes, decodes and scales them on the pool
 * and keeps what was drawn lately. Obeys Settings::imagePolicy, or the one of the article's feed. Main
 * thread.
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
        QPixmap pixmap;        ///< at most as large as the box; null unless Ready
        bool animated = false; ///< a film; the pixmap is its first frame
    };
    /** What the reader set for a feed; empty: as for all. */
    using Policy = std::optional<ImagePolicy>;

    /** \a clock tells when a failure is old enough to be tried again. */
    ImageLoader(ImageService &service, Workers &workers, Settings &settings, const Clock &clock,
                QObject *parent = nullptr);
    ImageLoader(ImageService &service, Workers &workers, Settings &settings, QObject *parent = nullptr);

    /**
     * The picture made to fit \a box (device-independent px), or why it is not there. Asks for it where it
     * may; pictureChanged() follows. A failure is tried again after a while.
     */
    Picture picture(const QUrl &url, const QSize &box, double devicePixelRatio, Policy policy = {});
    /** The picture's own size in px, once it is known; in later runs as well. */
    std::optional<QSize> knownSize(const QUrl &url) const;
    /** The reader asked for this one: it is loaded whatever the setting says, for this run. */
    void allow(const QUrl &url);
    /** Whether picture() would wait for the reader's word or refuse. */
    bool isHeldBack(const QUrl &url, Policy policy) const;
    /** ImagePolicy::Never, or no address that may be loaded. */
    bool isRefused(const QUrl &url, Policy policy) const { return refusal(url, policy) == State::Refused; }
    /** The last attempt came to nothing. */
    bool hasFailed(const QUrl &url) const { return m_failedUrls.contains(url); }
    /** The picture's bytes as they came, for saving or playing: from the cache, or loaded where it may be. */
    QFuture<Result<QByteArray>> bytes(const QUrl &url, Policy policy = {});

    /** How many bytes pictures have on the disk. */
    QFuture<qint64> keptBytes() const;
    /** Takes all pictures off the disk; what is left of them in bytes. Those on the screen stay there. */
    QFuture<qint64> forgetKept();

    QPixmap thumbnail(const QUrl &url, QSize size, int radius, double devicePixelRatio) override;

Q_SIGNALS:
    /** State, size or pixels of \a url are others now. */
    void pictureChanged(const QUrl &url);

private:
    std::optional<State> refusal(const QUrl &url, Policy policy) const;
    bool failedLately(const QString &key);
    void load(const QUrl &url, const QString &key, const QSize &pixels);
    void loadThumbnail(const QUrl &url, const QString &key, const QSize &pixels);
    void thumbnailArrived(const QUrl &url, const QString &key, const QImage &image);
    void fail(const QUrl &url, const QString &key, const Error &error);
    void readSizes();
    void rememberSize(const QUrl &url, const QSize &size);

    ImageService &m_service;
    Workers &m_workers;
    Settings &m_settings;
    const Clock &m_clock;
    QCache<QString, QPixmap> m_pixmaps; ///< cost in kB
    QCache<QString, QPixmap> m_thumbnails;
    PictureSizes m_sizes;
    QTimer m_sizesTimer;
    QSet<QUrl> m_animated;
    QSet<QString> m_loading;
    QHash<QString, QDateTime> m_failed; ///< until when nothing is tried
    QSet<QUrl> m_failedUrls;
    QSet<QUrl> m_allowed;
};

} // namespace broadsheet
