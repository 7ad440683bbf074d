// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/quietlink.h"

#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"

#include <QEvent>
#include <QPainter>

namespace broadsheet {

QuietLink::QuietLink(Appearance &appearance, QWidget *parent)
    : QAbstractButton(parent), m_appearance(appearance)
{
    setFont(fonts::sans(12));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

QSize QuietLink::sizeHint() const
{
    // A fraction of a pixel too few, and the words are cut.
    return {fontMetrics().horizontalAdvance(text()) + 2, qMax(24, fontMetrics().height() + 8)};
}

QSize QuietLink::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void QuietLink::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::EnabledChange) {
        setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
        setFocusPolicy(isEnabled() ? Qt::TabFocus : Qt::NoFocus);
    }
}

void QuietLink::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    QFont words = font();
    words.setUnderline(isEnabled() && underMouse());
    painter.setFont(words);
    painter.setPen(isEnabled() ? theme.text2 : theme.text3);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading, shown);
    setToolTip(shown == text() ? QString() : text());
    if (showsFocusRing(this)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
}

} // namespace broadsheet
