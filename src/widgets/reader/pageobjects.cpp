// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/pageobjects.h"

#include "widgets/common/appearance.h"
#include "widgets/common/favicons.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/documentformat.h"
#include "widgets/reader/imageloader.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>

namespace broadsheet {

using namespace documentformat;

namespace {

constexpr double tallest = 720;

QTextCharFormat formatAt(const QTextDocument &document, int position)
{
    const QTextBlock block = document.findBlock(position);
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (it.fragment().contains(position))
            return it.fragment().charFormat();
    }
    return {};
}

} // namespace

QSizeF figureSize(const QSize &own, const QSize &declared, double column)
{
    QSizeF size = own;
    if (size.isEmpty())
        size = declared;
    else if (declared.width() > 0)
        size *= declared.width() / size.width(); // the same picture with more pixels, for finer screens
    if (size.isEmpty())
        return {column, qRound(column * 9 / 16.0) * 1.0};
    double factor = size.width() >= column * 0.55 ? column / size.width() : 1.0;
    factor = qMin(factor, tallest / size.height());
    return {qMax(1.0, size.width() * factor), qMax(1.0, size.height() * factor)};
}

PageObjects::PageObjects(ImageLoader &images, const Appearance &appearance, QObject *parent)
    : QObject(parent), m_images(images), m_appearance(appearance)
{
}

void PageObjects::reset()
{
    m_places.clear();
    m_given.clear();
}

void PageObjects::setColumn(double column, int widest, double scale)
{
    m_column = column;
    m_widest = widest;
    m_scale = scale;
}

void PageObjects::registerWith(QTextDocument &document)
{
    for (const int type : {int(PictureObject), int(IconObject), int(FootObject)})
        document.documentLayout()->registerHandler(type, this);
}

QSize PageObjects::box() const
{
    return {m_widest, int(tallest)};
}

QSizeF PageObjects::sizeOf(QTextDocument &document, int position, const QTextCharFormat &format) const
{
    const QUrl url(format.property(ImageUrlProperty).toString());
    const QSize own = m_images.knownSize(url).value_or(QSize());
    const QSize declared = format.property(ImageSizeProperty).toSize();
    const QTextBlockFormat block = document.findBlock(position).blockFormat();
    const double room = qMax(40.0, m_column - block.leftMargin() - block.rightMargin());
    if (format.property(ImageFigureProperty).toBool())
        return figureSize(own, declared, room);
    // In a line of text: its own size, and while that is unknown as high as a letter.
    QSizeF size = declared.isEmpty() ? QSizeF(own) : QSizeF(declared);
    if (size.isEmpty())
        size = QSizeF(20, 20) * m_scale;
    const double widest = format.hasProperty(ImageMaxWidthProperty)
                              ? qMin(room, format.doubleProperty(ImageMaxWidthProperty))
                              : room;
    const double factor = qMin(1.0, qMin(widest / size.width(), tallest / size.height()));
    return size * factor;
}

QSizeF PageObjects::intrinsicSize(QTextDocument *document, int position, const QTextFormat &format)
{
    switch (format.objectType()) {
    case IconObject:
        // Icon and the gap after it; the tile hangs a little below the baseline.
        return QSizeF(26, 16) * m_scale;
    case FootObject:
        return {m_column, m_footHeight};
    default:
        break;
    }
    const QTextCharFormat characters = format.toCharFormat();
    const QUrl url(characters.property(ImageUrlProperty).toString());
    if (!m_places.contains(url, position))
        m_places.insert(url, position);
    const QSizeF size = sizeOf(*document, position, characters);
    m_given.insert(position, size);
    return size;
}

QList<int> PageObjects::outgrown(QTextDocument &document, const QUrl &url) const
{
    QList<int> positions;
    const auto [begin, end] = m_places.equal_range(url);
    for (auto it = begin; it != end; ++it) {
        const QTextCharFormat format = formatAt(document, *it);
        if (format.objectType() == PictureObject && sizeOf(document, *it, format) != m_given.value(*it))
            positions.append(*it);
    }
    return positions;
}

void PageObjects::prefetch(int from, int to, double devicePixelRatio)
{
    for (auto it = m_places.cbegin(); it != m_places.cend(); ++it) {
        if (it.value() >= from && it.value() <= to)
            m_images.picture(it.key(), box(), devicePixelRatio);
    }
}

void PageObjects::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int,
                             const QTextFormat &format)
{
    const QTextCharFormat characters = format.toCharFormat();
    if (format.objectType() == IconObject) {
        const int side = qRound(18 * m_scale);
        const QPixmap tile = favicons::letterTile(characters.property(IconTitleProperty).toString(), side,
                                                  painter->device()->devicePixelRatioF());
        const QPointF corner(rect.left(), rect.bottom() - side + 4 * m_scale);
        painter->drawPixmap(QRectF(corner, QSizeF(side, side)), tile, QRectF(tile.rect()));
    } else if (format.objectType() == PictureObject) {
        drawPicture(*painter, rect, characters);
    }
}

void PageObjects::drawPicture(QPainter &painter, const QRectF &rect, const QTextCharFormat &format) const
{
    const QUrl url(format.property(ImageUrlProperty).toString());
    const auto picture = m_images.picture(url, box(), painter.device()->devicePixelRatioF());
    const QString alt = format.property(ImageAltProperty).toString();
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    const double radius = format.property(ImageFigureProperty).toBool() ? 6 : 2;
    if (picture.state == ImageLoader::State::Ready) {
        QBrush brush(picture.pixmap);
        brush.setTransform(
            QTransform::fromTranslate(rect.left(), rect.top())
                .scale(rect.width() / picture.pixmap.width(), rect.height() / picture.pixmap.height()));
        painter.setBrush(brush);
        painter.drawRoundedRect(rect, radius, radius);
        if (m_appearance.theme().pictureDim > 0) {
            painter.setBrush(QColor::fromRgbF(0, 0, 0, float(m_appearance.theme().pictureDim)));
            painter.drawRoundedRect(rect, radius, radius);
        }
    } else if (picture.state == ImageLoader::State::Waiting) {
        drawPlaceholder(painter, rect,
                        alt.isEmpty() ? tr("Click to load this picture") : tr("Click to load: %1").arg(alt));
    } else if (picture.state == ImageLoader::State::Loading) {
        drawPlaceholder(painter, rect, {});
    } else {
        drawPlaceholder(painter, rect, alt.isEmpty() ? tr("Picture") : alt);
    }
    painter.restore();
}

void PageObjects::drawPlaceholder(QPainter &painter, const QRectF &rect, const QString &words) const
{
    painter.setBrush(m_appearance.theme().placeholder);
    painter.drawRoundedRect(rect, 6, 6);
    if (words.isEmpty() || rect.width() < 60)
        return;
    painter.setFont(fonts::sans(13.5 * m_scale));
    painter.setPen(m_appearance.theme().text3);
    painter.drawText(rect.adjusted(18, 8, -18, -8), Qt::AlignCenter | Qt::TextWordWrap, words);
}

} // namespace broadsheet
