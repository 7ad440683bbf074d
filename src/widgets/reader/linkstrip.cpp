// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/linkstrip.h"

#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"

#include <QPainter>

namespace broadsheet {

LinkStrip::LinkStrip(Appearance &appearance, QWidget *parent) : QWidget(parent), m_appearance(appearance)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setFont(fonts::sans(12));
    hide();
}

void LinkStrip::showAddress(const QString &address)
{
    m_address = address;
    if (address.isEmpty()) {
        hide();
        return;
    }
    const QFontMetrics metrics(font());
    const int width = qMin(metrics.horizontalAdvance(address) + 22, parentWidget()->width() * 2 / 3);
    const int height = metrics.height() + 10;
    setGeometry(0, parentWidget()->height() - height, width, height);
    show();
    raise();
    update();
}

void LinkStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.hairline);
    painter.setBrush(theme.raised);
    // Only the corner that stands free is round.
    painter.drawRoundedRect(QRectF(rect()).adjusted(-8.5, 0.5, -0.5, 8.5), 7, 7);
    painter.setPen(theme.text2);
    painter.drawText(rect().adjusted(10, 0, -12, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_address, Qt::ElideMiddle, width() - 22));
}

} // namespace broadsheet
