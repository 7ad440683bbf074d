// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/imagepolicy.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTextFormat>
#include <QTextObjectInterface>
#include <QUrl>

#include <optional>
#include <utility>

namespace broadsheet {

class Appearance;
class ImageLoader;
class PicturePlayer;

/** A picture that only counts its readers: too small to be seen. */
bool isSpent(const QSize &own);

/** How large a picture stands in a column \a column wide; \a own is empty while its own size is unknown,
 * \a declared what the publisher says. At least 55 % of the column: all of it; never taller than 720. */
QSizeF figureSize(const QSize &own, const QSize &declared, double column);

/** The objects of a page's text: pictures, the feed's icon, the room for the foot. */
class PageObjects : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    PageObjects(ImageLoader &images, const Appearance &appearance, QObject *parent = nullptr);

    /** A new document comes: what was known of the positions is forgotten. */
    void reset();
    /** What the reader set for the feed of the article; empty: as for all. */
    void setPolicy(std::optional<ImagePolicy> policy) { m_policy = policy; }
    std::optional<ImagePolicy> policy() const { return m_policy; }
    /** \a column is the width now, \a widest the one for which pictures are decoded. */
    void setColumn(double column, int widest, double scale);
    double column() const { return m_column; }
    /** True if that is another height than before. */
    bool setFootHeight(double height) { return std::exchange(m_footHeight, height) != height; }
    void registerWith(QTextDocument &document);
    /** Puts captions where pictures will stand whose size is known; \a document has no layout yet. */
    void placeCaptions(QTextDocument &document) const;

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

    /** Where \a url stands in a size that is no longer right. */
    QList<int> outgrown(QTextDocument &document, const QUrl &url);
    bool has(const QUrl &url) const { return m_places.contains(url); }
    /** Where pictures stand for which no room is to be kept; told once. */
    QList<int> takeSpent() { return std::exchange(m_spent, {}); }
    /** Captions that do not stand where their pictures do, and how they are to; told once. */
    QHash<int, QTextBlockFormat> takeMisplaced(const QTextDocument &document);
    /** A film begins or stops to move in its place. */
    void togglePlaying(const QUrl &url);
    /** Asks for the pictures between two positions, so that they are there when they are scrolled to. */
    void prefetch(int from, int to, double devicePixelRatio);

Q_SIGNALS:
    /** takeSpent() or takeMisplaced() has something. */
    void fitWanted();
    /** The picture of \a url looks different now, in the same place. */
    void repaintWanted(const QUrl &url);

private:
    /** What holds for a picture whose pixels are not there and will not come by themselves. */
    enum class Absence { None, Failed, Waiting, Refused };
    Absence absenceOf(const QUrl &url) const;
    bool isSpentFigure(const QTextCharFormat &format) const;
    double compactHeight(const QString &words, double width) const;
    static QString wordsFor(Absence absence, const QString &alt);
    void drawPixels(QPainter &painter, const QRectF &rect, const QPixmap &pixmap, double radius) const;
    void drawPlayMark(QPainter &painter, const QRectF &rect, bool large) const;
    double roomAt(const QTextDocument &document, int position) const;
    bool give(const QTextDocument &document, int position, const QTextCharFormat &format, const QSizeF &size);
    QSizeF sizeOf(const QTextDocument &document, int position, const QTextCharFormat &format) const;
    void drawPicture(QPainter &painter, const QRectF &rect, const QTextCharFormat &format) const;
    void drawPlaceholder(QPainter &painter, const QRectF &rect, const QString &words) const;
    QSize box() const;

    ImageLoader &m_images;
    PicturePlayer *m_player;
    std::optional<ImagePolicy> m_policy;
    QList<int> m_spent;
    QList<int> m_misplaced; ///< pictures
    const Appearance &m_appearance;
    double m_column = 660;
    double m_scale = 1;
    int m_widest = 660;
    double m_footHeight = 0;
    QMultiHash<QUrl, int> m_places;
    QHash<int, QSizeF> m_given; ///< what the layout was told
    QSet<int> m_failedBefore;   ///< positions of pictures that were known not to come when they were laid out
};

} // namespace broadsheet
