// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/pictureplayer.h"

#include "base/answer.h"
#include "widgets/reader/imagedecoder.h"
#include "widgets/reader/imageloader.h"

#include <QBuffer>
#include <QMovie>

namespace broadsheet {

struct PicturePlayer::Film
{
    QBuffer buffer;
    QMovie movie;
};

PicturePlayer::PicturePlayer(ImageLoader &images, QObject *parent) : QObject(parent), m_images(images) {}

PicturePlayer::~PicturePlayer() = default;

void PicturePlayer::toggle(const QUrl &url, std::optional<ImagePolicy> policy)
{
    if (m_films.remove(url) > 0) {
        Q_EMIT frameChanged(url);
        return;
    }
    whenAnswered(m_images.bytes(url, policy), this, [this, url](const Result<QByteArray> &bytes) {
        if (bytes && !m_films.contains(url))
            play(url, *bytes);
    });
}

void PicturePlayer::play(const QUrl &url, const QByteArray &bytes)
{
    const QByteArray format = imagedecoder::formatOf(bytes);
    if (format != "gif" && format != "webp")
        return;
    auto film = std::make_shared<Film>();
    film->buffer.setData(bytes);
    film->buffer.open(QIODevice::ReadOnly);
    film->movie.setDevice(&film->buffer);
    film->movie.setFormat(format);
    connect(&film->movie, &QMovie::frameChanged, this, [this, url] { Q_EMIT frameChanged(url); });
    m_films.insert(url, film);
    film->movie.start();
}

void PicturePlayer::stopAll()
{
    m_films.clear();
}

std::optional<QPixmap> PicturePlayer::frame(const QUrl &url) const
{
    const auto film = m_films.value(url);
    if (!film)
        return {};
    const QPixmap pixmap = film->movie.currentPixmap();
    return pixmap.isNull() ? std::nullopt : std::optional(pixmap);
}

} // namespace broadsheet
