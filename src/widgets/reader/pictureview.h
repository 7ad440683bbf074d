// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QUrl>
#include <QWidget>

namespace broadsheet {

class ImageLoader;

/** A picture large over the whole window; a click or Esc takes it away. */
class PictureView : public QWidget
{
    Q_OBJECT
public:
    PictureView(ImageLoader &images, const QUrl &url, QWidget *window);

    /** Covers the window and takes the focus; deletes itself when it is done. */
    void open();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finish();

    ImageLoader &m_images;
    QUrl m_url;
    QPointer<QWidget> m_focusBefore;
};

} // namespace broadsheet
