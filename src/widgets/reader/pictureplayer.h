// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/imagepolicy.h"

#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QUrl>

#include <memory>
#include <optional>

namespace broadsheet {

class ImageLoader;

/** Lets animated pictures move in their place; they stand still until somebody asks. */
class PicturePlayer : public QObject
{
    Q_OBJECT
public:
    explicit PicturePlayer(ImageLoader &images, QObject *parent = nullptr);
    ~PicturePlayer() override;

    /** Begins, or stops at the first frame again. */
    void toggle(const QUrl &url, std::optional<ImagePolicy> policy);
    void stopAll();
    /** Of a film that plays now. */
    std::optional<QPixmap> frame(const QUrl &url) const;

Q_SIGNALS:
    void frameChanged(const QUrl &url);

private:
    struct Film;
    void play(const QUrl &url, const QByteArray &bytes);

    ImageLoader &m_images;
    QHash<QUrl, std::shared_ptr<Film>> m_films;
};

} // namespace broadsheet
