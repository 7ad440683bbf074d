// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/related/flowchips.h"

#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"

#include <QLabel>

namespace broadsheet {

namespace {

constexpr int headingHeight = 20;
constexpr int headingGap = 8;
constexpr int gap = 8;

} // namespace

FlowChips::FlowChips(Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_heading(new QLabel(this))
{
    m_heading->setFont(fonts::sans(13, QFont::DemiBold));
    m_heading->setTextFormat(Qt::PlainText);
    restyle();
    connect(&appearance, &Appearance::changed, this, &FlowChips::restyle);
}

void FlowChips::restyle()
{
    QPalette palette = m_heading->palette();
    palette.setColor(QPalette::WindowText, m_appearance.theme().text);
    m_heading->setPalette(palette);
}

void FlowChips::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    setAccessibleName(heading);
}

void FlowChips::add(Chip *chip)
{
    chip->setParent(this);
    chip->show();
    m_chips.append(chip);
    place(width(), true);
}

void FlowChips::clear()
{
    for (Chip *chip : std::exchange(m_chips, {})) {
        chip->hide();
        chip->deleteLater(); // it may be the one whose click led here
    }
}

void FlowChips::remove(Chip *chip)
{
    if (!m_chips.removeOne(chip))
        return;
    chip->hide();
    chip->deleteLater();
    place(width(), true);
}

int FlowChips::heightForWidth(int width) const
{
    return place(width, false);
}

void FlowChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place(width(), true);
}

int FlowChips::place(int width, bool move) const
{
    if (move)
        m_heading->setGeometry(0, 0, width, headingHeight);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    int x = 0;
    int y = headingHeight + headingGap;
    int rowHeight = 0;
    for (Chip *chip : m_chips) {
        const QSize size = chip->sizeHint().boundedTo(QSize(qMax(40, width), 1000));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += rowHeight + gap;
            rowHeight = 0;
        }
        if (move)
            chip->setGeometry(QRect(QPoint(rtl ? width - x - size.width() : x, y), size));
        x += size.width() + gap;
        rowHeight = qMax(rowHeight, size.height());
    }
    return y + rowHeight;
}

} // namespace broadsheet
