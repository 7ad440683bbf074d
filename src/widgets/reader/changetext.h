// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

class QTextBlock;

namespace broadsheet {

class Appearance;

/**
 * Shows a changeDocument(). Draws itself what lies under the words that came and went: rich text fills a line from edge
 * to edge, which for a headline reaches into the lines above and below. Beside what was moved stands a bar.
 */
class ChangeText : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ChangeText(Appearance &appearance, QWidget *parent = nullptr);

    /** Under a stretch of text of a font's size, in the document: a rectangle a line, as high as its letters. */
    static QList<QRectF> tiles(const QTextDocument &document, const QTextBlock &block, int from, int to,
                               double size);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBlock(QPainter &painter, const QTextBlock &block) const;

    Appearance &m_appearance;
};

} // namespace broadsheet
