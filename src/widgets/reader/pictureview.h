// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/imagepolicy.h"

#include <QPointer>
#include <QUrl>
#include <QWidget>

#include <optional>

namespace broadsheet {

class ImageLoader;

/**
 * A picture large over the whole window. Wheel, + and − make it larger and smaller, dragging and the arrows move
 * it, a double click or 0 fits it again; a click beside it or Esc takes it away.
 */
class PictureView : public QWidget
{
    Q_OBJECT
public:
    PictureView(ImageLoader &images, const QUrl &url, const QString &words, QWidget *window);

    void setPolicy(std::optional<ImagePolicy> policy) { m_policy = policy; }
    /** Covers the window and takes the focus; deletes itself when it is done. */
    void open();
    /** 1: as large as it fits. */
    double zoom() const { return m_zoom; }
    /** Keeps what lies under \a anchor (of this widget) where it is. */
    void setZoom(double zoom, const QPointF &anchor);

Q_SIGNALS:
    void saveWanted(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QRect room() const;
    QRectF target() const;
    QSizeF fitted() const;
    void moveBy(const QPointF &by);
    void finish();

    ImageLoader &m_images;
    QUrl m_url;
    QString m_words;
    std::optional<ImagePolicy> m_policy;
    QPointer<QWidget> m_focusBefore;
    QWidget *m_buttons;
    double m_zoom = 1;
    QPointF m_offset; ///< of the picture's centre from the window's
    QPointF m_pressed;
    QPointF m_last;
    bool m_moved = false;
};

} // namespace broadsheet
