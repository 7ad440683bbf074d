// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/imageloader.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/imageservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "widgets/reader/imagedecoder.h"

#include <QBuffer>
#include <QPainter>
#include <QPainterPath>

#include <chrono>

namespace broadsheet {

using imagedecoder::Decoded;
using namespace std::chrono_literals;

namespace {

const SystemClock systemClock;

QString sizesName()
{
    return QStringLiteral("sizes of pictures");
}

constexpr qint64 megabyte = 1024 * 1024;
constexpr int pixmapKilobytes = 96 * 1024;
constexpr int thumbnailKilobytes = 24 * 1024;

int cost(const QPixmap &pixmap)
{
    return int(qMax<qint64>(1, qint64(pixmap.width()) * pixmap.height() * 4 / 1024));
}

QString keyOf(const QUrl &url, const QSize &pixels, const char *what)
{
    return QStringLiteral("%1 %2x%3 %4")
        .arg(QLatin1String(what))
        .arg(pixels.width())
        .arg(pixels.height())
        .arg(url.toString(QUrl::FullyEncoded));
}

QPixmap rounded(const QImage &image, int radius, double devicePixelRatio)
{
    QImage target(image.size(), QImage::Format_ARGB32_Premultiplied);
    target.fill(Qt::transparent);
    QPainter painter(&target);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(image));
    painter.drawRoundedRect(QRectF(QPointF(), QSizeF(image.size())), radius * devicePixelRatio,
                            radius * devicePixelRatio);
    painter.end();
    QPixmap pixmap = QPixmap::fromImage(target);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QByteArray encoded(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, image.hasAlphaChannel() ? "PNG" : "JPEG", image.hasAlphaChannel() ? -1 : 88);
    return bytes;
}

} // namespace

ImageLoader::ImageLoader(ImageService &service, Workers &workers, Settings &settings, const Clock &clock,
                         QObject *parent)
    : ThumbnailLoader(parent)
    , m_service(service)
    , m_workers(workers)
    , m_settings(settings)
    , m_clock(clock)
    , m_pixmaps(pixmapKilobytes)
    , m_thumbnails(thumbnailKilobytes)
{
    m_sizesTimer.setSingleShot(true);
    m_sizesTimer.setInterval(5s);
    connect(&m_sizesTimer, &QTimer::timeout, this,
            [this] { m_service.keep(sizesName(), m_sizes.toBytes()); });
    const auto setLimit = [this] { m_service.setLimit(m_settings.pictureMegabytes() * megabyte); };
    setLimit();
    connect(&settings, &Settings::pictureMegabytesChanged, this, setLimit);
    m_service.setAcceptedTypes(imagedecoder::acceptedTypes());
    readSizes();
}

ImageLoader::ImageLoader(ImageService &service, Workers &workers, Settings &settings, QObject *parent)
    : ImageLoader(service, workers, settings, systemClock, parent)
{
}

void ImageLoader::readSizes()
{
    whenAnswered(m_service.kept(sizesName()), this, [this](const Result<QByteArray> &bytes) {
        if (bytes)
            m_sizes.add(*bytes);
    });
}

void ImageLoader::rememberSize(const QUrl &url, const QSize &size)
{
    if (m_sizes.remember(url, size) && url.scheme() != u"data")
        m_sizesTimer.start();
}

std::optional<ImageLoader::State> ImageLoader::refusal(const QUrl &url, Policy policy) const
{
    if (url.scheme() == u"data")
        return {}; // came with the article; nobody learns that it is looked at
    if (!isWebUrl(url))
        return State::Refused;
    if (m_allowed.contains(url))
        return {};
    switch (policy.value_or(m_settings.imagePolicy())) {
    case ImagePolicy::Always:
        break;
    case ImagePolicy::Never:
        return State::Refused;
    case ImagePolicy::Ask:
        return State::Waiting;
    case ImagePolicy::Unmetered:
        if (m_service.isMetered())
            return State::Waiting;
        break;
    }
    return {};
}

bool ImageLoader::isHeldBack(const QUrl &url, Policy policy) const
{
    return isWebUrl(url) && refusal(url, policy).has_value();
}

bool ImageLoader::failedLately(const QString &key)
{
    const auto it = m_failed.constFind(key);
    if (it == m_failed.cend())
        return false;
    if (m_clock.now() < *it)
        return true;
    m_failed.erase(it);
    return false;
}

ImageLoader::Picture ImageLoader::picture(const QUrl &url, const QSize &box, double devicePixelRatio,
                                          Policy policy)
{
    const QSize pixels = box * devicePixelRatio;
    const QString key = keyOf(url, pixels, "picture");
    if (const QPixmap *pixmap = m_pixmaps.object(key))
        return {State::Ready, *pixmap, m_animated.contains(url)};
    if (const auto state = refusal(url, policy))
        return {*state, {}, false};
    if (failedLately(key))
        return {State::Failed, {}, false};
    if (!m_loading.contains(key))
        load(url, key, pixels);
    return {State::Loading, {}, false};
}

std::optional<QSize> ImageLoader::knownSize(const QUrl &url) const
{
    return m_sizes.of(url);
}

void ImageLoader::allow(const QUrl &url)
{
    m_allowed.insert(url);
    m_failedUrls.remove(url);
    for (auto it = m_failed.begin(); it != m_failed.end();)
        it = it.key().endsWith(url.toString(QUrl::FullyEncoded)) ? m_failed.erase(it) : std::next(it);
    Q_EMIT pictureChanged(url);
}

QFuture<Result<QByteArray>> ImageLoader::bytes(const QUrl &url, Policy policy)
{
    if (refusal(url, policy)) {
        return QtFuture::makeReadyFuture(Result<QByteArray>(
            Error{ErrorCode::InvalidArgument, QStringLiteral("the reader does not want it loaded"), {}, {}}));
    }
    return m_service.fetch(url);
}

QFuture<qint64> ImageLoader::keptBytes() const
{
    return m_service.usedBytes();
}

QFuture<qint64> ImageLoader::forgetKept()
{
    m_sizesTimer.stop(); // their addresses go, too
    return m_service.clear();
}

void ImageLoader::load(const QUrl &url, const QString &key, const QSize &pixels)
{
    m_loading.insert(key);
    whenAnswered(m_service.fetch(url), this, [this, url, key, pixels](const Result<QByteArray> &bytes) {
        if (!bytes)
            return fail(url, key, bytes.error());
        const auto decoding = m_workers.run([bytes, pixels] { return imagedecoder::decode(*bytes, pixels); });
        whenAnswered(decoding, this, [this, url, key](const Result<Decoded> &decoded) {
            if (!decoded)
                return fail(url, key, decoded.error());
            m_loading.remove(key);
            auto pixmap = std::make_unique<QPixmap>(QPixmap::fromImage(decoded->image));
            const int kilobytes = cost(*pixmap);
            rememberSize(url, decoded->size);
            m_failedUrls.remove(url);
            if (decoded->animated)
                m_animated.insert(url);
            m_pixmaps.insert(key, pixmap.release(), kilobytes);
            Q_EMIT pictureChanged(url);
        });
    });
}

void ImageLoader::fail(const QUrl &url, const QString &key, const Error &error)
{
    m_loading.remove(key);
    // Networks come back soon; a picture that is none stays none.
    const bool lasting = error.code == ErrorCode::Unsupported || error.code == ErrorCode::Malformed ||
                         error.code == ErrorCode::TooLarge || error.code == ErrorCode::InvalidArgument;
    const auto pause = lasting ? std::chrono::seconds(6h) : std::chrono::seconds(60s);
    m_failedUrls.insert(url);
    m_failed.insert(key, m_clock.now().addSecs(pause.count()));
    Q_EMIT pictureChanged(url);
}

QPixmap ImageLoader::thumbnail(const QUrl &url, QSize size, int radius, double devicePixelRatio)
{
    const QSize pixels = size * devicePixelRatio;
    const QString key = keyOf(url, pixels, "thumbnail");
    const QString drawn = key + u' ' + QString::number(radius);
    if (const QPixmap *pixmap = m_thumbnails.object(drawn))
        return *pixmap;
    if (const QPixmap *square = m_thumbnails.object(key)) {
        // The corners are cut when it is first drawn: callers differ in their radius.
        auto pixmap = std::make_unique<QPixmap>(rounded(square->toImage(), radius, devicePixelRatio));
        const QPixmap answer = *pixmap;
        const int kilobytes = cost(answer);
        m_thumbnails.insert(drawn, pixmap.release(), kilobytes);
        return answer;
    }
    if (url.isEmpty() || refusal(url, {}) || m_loading.contains(key) || failedLately(key))
        return {};
    loadThumbnail(url, key, pixels);
    return {};
}

void ImageLoader::loadThumbnail(const QUrl &url, const QString &key, const QSize &pixels)
{
    m_loading.insert(key);
    whenAnswered(m_service.kept(key), this, [this, url, key, pixels](const Result<QByteArray> &small) {
        const auto bytes = small ? QtFuture::makeReadyFuture(small) : m_service.fetch(url);
        whenAnswered(bytes, this, [this, url, key, pixels](const Result<QByteArray> &picture) {
            const auto decoding = m_workers.run([picture, pixels]() -> Result<QImage> {
                return picture ? imagedecoder::decodeCropped(*picture, pixels)
                               : Result<QImage>(picture.error());
            });
            whenAnswered(decoding, this, [this, url, key](const Result<QImage> &image) {
                if (image)
                    thumbnailArrived(url, key, *image);
                else
                    fail(url, key, image.error());
            });
        });
    });
}

void ImageLoader::thumbnailArrived(const QUrl &url, const QString &key, const QImage &image)
{
    m_loading.remove(key);
    auto pixmap = std::make_unique<QPixmap>(QPixmap::fromImage(image));
    const int kilobytes = cost(*pixmap);
    m_thumbnails.insert(key, pixmap.release(), kilobytes);
    whenAnswered(m_workers.run([image] { return encoded(image); }), this,
                 [this, key](const QByteArray &bytes) { m_service.keep(key, bytes); });
    Q_EMIT ready(url);
}

} // namespace broadsheet
