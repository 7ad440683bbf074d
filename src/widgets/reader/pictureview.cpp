// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/pictureview.h"

#include "widgets/reader/imageloader.h"

#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>

namespace broadsheet {

PictureView::PictureView(ImageLoader &images, const QUrl &url, QWidget *window)
    : QWidget(window), m_images(images), m_url(url)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Picture. Escape closes it."));
    window->installEventFilter(this);
    connect(&images, &ImageLoader::pictureChanged, this, [this](const QUrl &changed) {
        if (changed == m_url)
            update();
    });
}

void PictureView::open()
{
    m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void PictureView::finish()
{
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    close();
}

void PictureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 215));
    const QRect room = rect().adjusted(32, 32, -32, -32);
    const auto picture = m_images.picture(m_url, room.size(), devicePixelRatioF());
    if (picture.state != ImageLoader::State::Ready)
        return;
    const QSizeF own = QSizeF(picture.pixmap.size()) / devicePixelRatioF();
    QRectF target(QPointF(), own);
    target.moveCenter(QRectF(room).center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(target, picture.pixmap, QRectF(picture.pixmap.rect()));
}

void PictureView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    // Whoever took the focus by a key wants to be seen; another window may have it for a while.
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
        m_focusBefore.clear();
        finish();
    }
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
        finish();
}

void PictureView::mouseReleaseEvent(QMouseEvent *)
{
    finish();
}

bool PictureView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace broadsheet
