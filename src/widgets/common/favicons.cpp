// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/favicons.h"

#include "widgets/common/fonts.h"

#include <QHash>
#include <QPainter>
#include <QPixmapCache>

#include <array>

namespace broadsheet::favicons {

namespace {

/** Twelve dark colours on which white text has a contrast of at least 4.5:1. */
constexpr std::array<QRgb, 12> tileColors{0x8F1D1D, 0x1F4B77, 0x0B6699, 0x14706A, 0xB5173E, 0x1B2030,
                                          0x6A28C9, 0x45751A, 0xB44710, 0x3A4353, 0x6E4423, 0x8A1F6A};

/** The same on every start: qHash() is seeded. */
int colorIndex(const QString &title)
{
    quint32 hash = 2166136261u;
    for (const QChar c : title)
        hash = (hash ^ c.unicode()) * 16777619u;
    return int(hash % tileColors.size());
}

/** Where the name begins behind an article: "The Meridian" is looked for under M. */
qsizetype nameStart(const QString &title)
{
    static const std::array articles{u"the ", u"der ", u"die ", u"das ", u"le ",  u"la ",
                                     u"les ", u"l’",   u"l'",   u"el ",  u"los ", u"las ",
                                     u"il ",  u"o ",   u"os ",  u"de ",  u"het "};
    for (const char16_t *article : articles) {
        const QStringView word(article);
        if (title.size() > word.size() && title.startsWith(word, Qt::CaseInsensitive))
            return word.size();
    }
    return 0;
}

/** Publishers' pictures, small ones: the same in all windows. Main thread. */
QHash<FeedId, QImage> &icons()
{
    static QHash<FeedId, QImage> known;
    return known;
}

} // namespace

QString initial(const QString &title)
{
    for (qsizetype i = nameStart(title); i < title.size(); ++i) {
        if (title[i].isHighSurrogate() && i + 1 < title.size())
            return title.mid(i, 2);
        if (title[i].isLetterOrNumber())
            return title.mid(i, 1).toUpper();
    }
    return QStringLiteral("·");
}

QPixmap letterTile(const QString &title, int size, double devicePixelRatio)
{
    const QString letter = initial(title);
    const int index = colorIndex(title);
    const QString key =
        QStringLiteral("tile/%1/%2/%3/%4").arg(letter).arg(index).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSizeF(size, size).toSize() * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(tileColors[size_t(index)]));
    const QRectF tile(0, 0, size, size);
    painter.drawRoundedRect(tile, size * 4.0 / 16.0, size * 4.0 / 16.0);
    QFont font = fonts::serif(size * 0.63 / fonts::scale(), QFont::Bold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    // By the letter's own ink, since the line box of a serif sits too low in so small a tile.
    const QRectF ink = QFontMetricsF(font).tightBoundingRect(letter);
    painter.drawText(tile.center() - ink.center(), letter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QPixmap tile(FeedId feed, const QString &title, int size, double devicePixelRatio)
{
    const auto icon = icons().constFind(feed);
    if (icon == icons().constEnd())
        return letterTile(title, size, devicePixelRatio);
    const QString key = QStringLiteral("icon/%1/%2/%3").arg(icon->cacheKey()).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const QSize pixels = QSizeF(size * devicePixelRatio, size * devicePixelRatio).toSize();
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const QImage scaled = icon->scaled(pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(QPoint((pixels.width() - scaled.width()) / 2, (pixels.height() - scaled.height()) / 2),
                      scaled);
    painter.end();
    pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

bool isIcon(const QImage &image)
{
    constexpr int smallestSide = 8;
    constexpr int hardlySeen = 32; // of 255
    if (qMin(image.width(), image.height()) < smallestSide || image.width() > 2 * image.height())
        return false;
    if (!image.hasAlphaChannel())
        return true;
    const QImage small =
        image.scaled(smallestSide, smallestSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x)
            if (qAlpha(small.pixel(x, y)) > hardlySeen)
                return true;
    }
    return false;
}

void setIcon(FeedId feed, const QImage &icon)
{
    if (icon.isNull())
        icons().remove(feed);
    else
        icons().insert(feed, icon);
}

} // namespace broadsheet::favicons
