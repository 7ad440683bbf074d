// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/newpill.h"

#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/common/icons.h"

#include <QPainter>

namespace broadsheet {
namespace {
constexpr int Height = 32;
constexpr int Icon = 14;
constexpr int Padding = 14;
constexpr int Gap = 6;
} // namespace

NewPill::NewPill(Appearance &appearance, QWidget *parent) : QAbstractButton(parent), m_appearance(appearance)
{
    setFont(fonts::sans(13, QFont::DemiBold));
    setCursor(Qt::PointingHandCursor);
    // Home does the same from the keyboard.
    setFocusPolicy(Qt::NoFocus);
    setToolTip(tr("Go to the new articles (Home)"));
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void NewPill::setCount(int count)
{
    setText(tr("%n new", nullptr, count));
    setVisible(count > 0);
    adjustSize();
}

QSize NewPill::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(text());
    return {Padding + Icon + Gap + words + Padding, qRound(Height * fonts::scale())};
}

void NewPill::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isDown() ? theme.accent.darker(110) : theme.accent);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const int iconLeft = leftToRight ? Padding : width() - Padding - Icon;
    painter.drawPixmap(QPoint(iconLeft, (height() - Icon) / 2),
                       icons::pixmap(icons::Name::Up, theme.accentText, Icon, devicePixelRatioF()));
    painter.setPen(theme.accentText);
    const int textLeft = leftToRight ? Padding + Icon + Gap : Padding;
    painter.drawText(QRect(textLeft, 0, width() - 2 * Padding - Icon - Gap, height()), Qt::AlignCenter,
                     text());
}

} // namespace broadsheet
