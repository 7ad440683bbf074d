// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/pictureroom.h"

#include "base/answer.h"
#include "widgets/reader/imageloader.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace broadsheet {

QString inBytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes % (1024 * 1024) == 0 ? 0 : 1,
                                       QLocale::DataSizeTraditionalFormat);
}

PictureRoom::PictureRoom(ImageLoader &images, QWidget *parent)
    : QWidget(parent)
    , m_images(images)
    , m_words(new QLabel(this))
    , m_clear(new QPushButton(tr("&Clear"), this))
{
    m_words->setObjectName(QStringLiteral("pictureRoom"));
    m_clear->setObjectName(QStringLiteral("clearPictures"));
    m_clear->setAccessibleName(tr("Clear the pictures on this computer"));
    m_clear->setAutoDefault(false);
    m_clear->setEnabled(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_words, 1);
    row->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, &PictureRoom::clear);
}

void PictureRoom::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    whenAnswered(m_images.keptBytes(), this, [this](qint64 bytes) { tell(bytes); });
}

void PictureRoom::clear()
{
    m_clear->setEnabled(false);
    whenAnswered(m_images.forgetKept(), this, [this](qint64 bytes) { tell(bytes); });
}

void PictureRoom::tell(qint64 bytes)
{
    m_words->setText(bytes > 0 ? tr("Pictures take %1 on this computer now.").arg(inBytes(bytes))
                               : tr("No pictures are kept on this computer now."));
    m_clear->setEnabled(bytes > 0);
}

} // namespace broadsheet
