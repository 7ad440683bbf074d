// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTextObjectInterface>
#include <QUrl>

namespace broadsheet {

class Appearance;
class ImageLoader;

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
    /** \a column is the width now, \a widest the one for which pictures are decoded. */
    void setColumn(double column, int widest, double scale);
    double column() const { return m_column; }
    void setFootHeight(double height) { m_footHeight = height; }
    void registerWith(QTextDocument &document);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

    /** Where \a url stands in a size that is no longer right. */
    QList<int> outgrown(QTextDocument &document, const QUrl &url) const;
    bool has(const QUrl &url) const { return m_places.contains(url); }
    /** Asks for the pictures between two positions, so that they are there when they are scrolled to. */
    void prefetch(int from, int to, double devicePixelRatio);

private:
    QSizeF sizeOf(QTextDocument &document, int position, const QTextCharFormat &format) const;
    void drawPicture(QPainter &painter, const QRectF &rect, const QTextCharFormat &format) const;
    void drawPlaceholder(QPainter &painter, const QRectF &rect, const QString &words) const;
    QSize box() const;

    ImageLoader &m_images;
    const Appearance &m_appearance;
    double m_column = 660;
    double m_scale = 1;
    int m_widest = 660;
    double m_footHeight = 0;
    QMultiHash<QUrl, int> m_places;
    QHash<int, QSizeF> m_given; ///< what the layout was told
};

} // namespace broadsheet
