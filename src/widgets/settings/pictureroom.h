// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace broadsheet {

class ImageLoader;

/** A number of bytes as people say it: "256 MB". */
QString inBytes(qint64 bytes);

/** How much room pictures take on the disk, counted when it is shown, and a button that takes them off it. */
class PictureRoom : public QWidget
{
    Q_OBJECT
public:
    explicit PictureRoom(ImageLoader &images, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void clear();
    void tell(qint64 bytes);

    ImageLoader &m_images;
    QLabel *m_words;
    QPushButton *m_clear;
};

} // namespace broadsheet
