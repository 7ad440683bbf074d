// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/pageobjects.h"

#include "widgets/common/appearance.h"
#include "widgets/common/favicons.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/captions.h"
#include "widgets/reader/documentformat.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/pictureplayer.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace broadsheet {

using namespace documentformat;

namespace {

constexpr double tallest = 720;
constexpr int spentSide = 3; ///< px; what is no larger in one direction shows nothing

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

bool isSpent(const QSize &own)
{
    return !own.isEmpty() && qMin(own.width(), own.height()) <= spentSide;
}

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
    : QObject(parent), m_images(images), m_player(new PicturePlayer(images, this)), m_appearance(appearance)
{
    connect(m_player, &PicturePlayer::frameChanged, this, &PageObjects::repaintWanted);
}

void PageObjects::reset()
{
    m_places.clear();
    m_given.clear();
    m_failedBefore.clear();
    m_spent.clear();
    m_misplaced.clear();
    m_player->stopAll();
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

PageObjects::Absence PageObjects::absenceOf(const QUrl &url) const
{
    if (m_images.isHeldBack(url, m_policy))
        return m_images.isRefused(url, m_policy) ? Absence::Refused : Absence::Waiting;
    return m_images.hasFailed(url) ? Absence::Failed : Absence::None;
}

bool PageObjects::isSpentFigure(const QTextCharFormat &format) const
{
    if (!format.property(ImageFigureProperty).toBool())
        return false;
    const QUrl url(format.property(ImageUrlProperty).toString());
    if (isSpent(m_images.knownSize(url).value_or(QSize())))
        return true;
    // A picture that never comes and has no words has nothing to say.
    return format.property(ImageAltProperty).toString().isEmpty() &&
           !format.property(ImagePlayProperty).toBool() && absenceOf(url) == Absence::Refused;
}

QString PageObjects::wordsFor(Absence absence, const QString &alt)
{
    switch (absence) {
    case Absence::Waiting:
        return alt.isEmpty() ? tr("Click to load this picture") : tr("Click to load: %1").arg(alt);
    case Absence::Failed:
        //: In the place of a picture that could not be loaded; %1 describes it.
        return alt.isEmpty() ? tr("This picture could not be loaded. Click to try again.")
                             : tr("%1 (not loaded; click to try again)").arg(alt);
    case Absence::Refused:
        return alt.isEmpty() ? tr("Picture") : alt;
    case Absence::None:
        break;
    }
    return {};
}

double PageObjects::compactHeight(const QString &words, double width) const
{
    const QFontMetricsF metrics(fonts::sans(13.5 * m_scale));
    const QRectF bounds = metrics.boundingRect(QRectF(0, 0, qMax(40.0, width - 36), 10'000),
                                               Qt::AlignLeft | Qt::TextWordWrap, words);
    return qMin(tallest, qRound(bounds.height() + 28 * m_scale) * 1.0);
}

void PageObjects::togglePlaying(const QUrl &url)
{
    m_player->toggle(url, m_policy);
}

double PageObjects::roomAt(const QTextDocument &document, int position) const
{
    const QTextBlockFormat block = document.findBlock(position).blockFormat();
    return qMax(40.0, m_column - block.leftMargin() - block.rightMargin());
}

void PageObjects::placeCaptions(QTextDocument &document) const
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (kind(block.blockFormat()) != BlockKind::Picture)
            continue;
        const int position = block.position();
        const QSizeF size = sizeOf(document, position, formatAt(document, position));
        if (const auto format = captions::formatUnder(block, size.width(), roomAt(document, position))) {
            cursor.setPosition(block.next().position());
            cursor.setBlockFormat(*format);
        }
    }
}

QHash<int, QTextBlockFormat> PageObjects::takeMisplaced(const QTextDocument &document)
{
    QHash<int, QTextBlockFormat> captions;
    for (const int position : std::exchange(m_misplaced, {})) {
        const QTextBlock picture = document.findBlock(position);
        if (const auto format =
                captions::formatUnder(picture, m_given.value(position).width(), roomAt(document, position)))
            captions.insert(picture.next().position(), *format);
    }
    return captions;
}

QSizeF PageObjects::sizeOf(const QTextDocument &document, int position, const QTextCharFormat &format) const
{
    const QUrl url(format.property(ImageUrlProperty).toString());
    const QSize own = m_images.knownSize(url).value_or(QSize());
    const QSize declared = format.property(ImageSizeProperty).toSize();
    const double room = roomAt(document, position);
    if (format.property(ImageFigureProperty).toBool()) {
        const Absence absence = absenceOf(url);
        const bool unknown = own.isEmpty() && declared.isEmpty();
        // Where nothing will come, or nobody knows how much, no empty field is kept for it. A picture that
        // fails under the reader's eyes keeps its place.
        const bool given = absence == Absence::Failed && m_failedBefore.contains(position);
        if (absence == Absence::Refused || given || (absence != Absence::None && unknown)) {
            if (format.property(ImagePlayProperty).toBool())
                return {room, qRound(96 * m_scale) * 1.0}; // its words stand under it
            const QString words = wordsFor(absence, format.property(ImageAltProperty).toString());
            return {room, compactHeight(words, room)};
        }
        return figureSize(own, declared, room);
    }
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

/** True if the caption under a figure of that size has to move. */
bool PageObjects::give(const QTextDocument &document, int position, const QTextCharFormat &format,
                       const QSizeF &size)
{
    m_given.insert(position, size);
    if (!format.property(ImageFigureProperty).toBool() ||
        !captions::formatUnder(document.findBlock(position), size.width(), roomAt(document, position)))
        return false;
    m_misplaced.append(position);
    return true;
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
    if (!m_given.contains(position) && absenceOf(url) == Absence::Failed)
        m_failedBefore.insert(position);
    const QSizeF size = sizeOf(*document, position, characters);
    if (give(*document, position, characters, size))
        Q_EMIT fitWanted();
    if (isSpentFigure(characters)) {
        m_spent.append(position);
        Q_EMIT fitWanted();
    }
    return size;
}

QList<int> PageObjects::outgrown(QTextDocument &document, const QUrl &url)
{
    QList<int> positions;
    const auto [begin, end] = m_places.equal_range(url);
    for (auto it = begin; it != end; ++it) {
        const auto given = m_given.constFind(*it);
        if (given == m_given.cend())
            continue; // the layout has not come to it yet
        const QTextCharFormat format = formatAt(document, *it);
        if (format.objectType() != PictureObject)
            continue;
        const QSizeF size = sizeOf(document, *it, format);
        if (size == *given && !isSpentFigure(format))
            continue;
        positions.append(*it);
        give(document, *it, format, size);
    }
    return positions;
}

void PageObjects::prefetch(int from, int to, double devicePixelRatio)
{
    for (auto it = m_places.cbegin(); it != m_places.cend(); ++it) {
        if (it.value() >= from && it.value() <= to)
            m_images.picture(it.key(), box(), devicePixelRatio, m_policy);
    }
}

void PageObjects::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                             const QTextFormat &format)
{
    const QTextCharFormat characters = format.toCharFormat();
    if (format.objectType() == IconObject) {
        const int side = qRound(18 * m_scale);
        const QPixmap tile = favicons::tile(FeedId(characters.property(IconFeedProperty).toLongLong()),
                                            characters.property(IconTitleProperty).toString(), side,
                                            painter->device()->devicePixelRatioF());
        const bool rtl = document->findBlock(position).blockFormat().layoutDirection() == Qt::RightToLeft;
        const QPointF corner(rtl ? rect.right() - side : rect.left(), rect.bottom() - side + 4 * m_scale);
        painter->drawPixmap(QRectF(corner, QSizeF(side, side)), tile, QRectF(tile.rect()));
    } else if (format.objectType() == PictureObject) {
        drawPicture(*painter, rect, characters);
    }
}

void PageObjects::drawPicture(QPainter &painter, const QRectF &rect, const QTextCharFormat &format) const
{
    const QUrl url(format.property(ImageUrlProperty).toString());
    const auto picture = m_images.picture(url, box(), painter.device()->devicePixelRatioF(), m_policy);
    const QString alt = format.property(ImageAltProperty).toString();
    const bool figure = format.property(ImageFigureProperty).toBool();
    const bool isFilm = format.property(ImagePlayProperty).toBool();
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    if (picture.state == ImageLoader::State::Ready) {
        const std::optional<QPixmap> frame = m_player->frame(url);
        const QPixmap pixels = frame.value_or(picture.pixmap);
        // In a place that was kept while nobody knew how large it is, and that will be fitted in a moment.
        QSizeF size = QSizeF(pixels.size()).scaled(rect.size(), Qt::KeepAspectRatio);
        constexpr double rounding = 2;
        if (rect.width() - size.width() < rounding && rect.height() - size.height() < rounding)
            size = rect.size();
        QRectF place(QPointF(), size);
        place.moveCenter(rect.center());
        drawPixels(painter, place, pixels, figure ? 6 : 2);
        if (isFilm || (picture.animated && figure && !frame))
            drawPlayMark(painter, place, isFilm);
    } else if (picture.state == ImageLoader::State::Loading) {
        drawPlaceholder(painter, rect, {});
    } else {
        drawPlaceholder(painter, rect, isFilm ? QString() : wordsFor(absenceOf(url), alt));
        if (isFilm)
            drawPlayMark(painter, rect, true);
    }
    painter.restore();
}

void PageObjects::drawPixels(QPainter &painter, const QRectF &rect, const QPixmap &pixmap,
                             double radius) const
{
    QBrush brush(pixmap);
    brush.setTransform(QTransform::fromTranslate(rect.left(), rect.top())
                           .scale(rect.width() / pixmap.width(), rect.height() / pixmap.height()));
    painter.setBrush(brush);
    painter.drawRoundedRect(rect, radius, radius);
    if (m_appearance.theme().pictureDim > 0) {
        painter.setBrush(QColor::fromRgbF(0, 0, 0, float(m_appearance.theme().pictureDim)));
        painter.drawRoundedRect(rect, radius, radius);
    }
}

/** Large in the middle for a film that opens outside, small in the corner for one that plays in its place. */
void PageObjects::drawPlayMark(QPainter &painter, const QRectF &rect, bool large) const
{
    const double radius = qMin(large ? 30 * m_scale : 17 * m_scale, qMin(rect.width(), rect.height()) / 3);
    const double inset = radius + 12 * m_scale;
    const QPointF centre = large ? rect.center() : QPointF(rect.left() + inset, rect.bottom() - inset);
    painter.setPen(QPen(QColor(255, 255, 255, 190), 1.5));
    painter.setBrush(QColor(0, 0, 0, 150));
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    const double r = radius * 0.42;
    painter.drawPolygon(QPolygonF(
        {centre + QPointF(-r * 0.8, -r), centre + QPointF(-r * 0.8, r), centre + QPointF(r * 1.1, 0)}));
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
