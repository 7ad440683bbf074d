// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/buttons.h"

#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleHints>

namespace broadsheet {

namespace {

constexpr int chipPadding = 13;
constexpr int chipIcon = 15;

void paintRing(QPainter &painter, const QWidget *widget, const QColor &color, double radius)
{
    if (!showsFocusRing(widget))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2));
    painter.drawRoundedRect(QRectF(widget->rect()).adjusted(1, 1, -1, -1), radius, radius);
}

/** Hover once, pressed twice. */
void paintHover(QPainter &painter, const QAbstractButton *button, const Theme &theme, double radius)
{
    if (!button->isEnabled())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.hover);
    for (const bool layer : {button->underMouse(), button->isDown()})
        if (layer)
            painter.drawRoundedRect(button->rect(), radius, radius);
}

} // namespace

IconButton::IconButton(Appearance &appearance, icons::Name icon, const QString &name, QWidget *parent,
                       const QString &key)
    : QAbstractButton(parent), m_appearance(appearance), m_icon(icon)
{
    setText(name);
    setAccessibleName(name);
    setToolTip(key.isEmpty() ? name : tr("%1 (%2)", "what a button does, and its key").arg(name, key));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    connect(&m_fade, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_hover = value.toDouble();
        update();
    });
    m_spin.setStartValue(0.0);
    m_spin.setEndValue(360.0);
    m_spin.setDuration(1000);
    m_spin.setLoopCount(-1);
    connect(&m_spin, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

void IconButton::setIconName(icons::Name icon)
{
    m_icon = icon;
    update();
}

void IconButton::setIconColor(std::optional<QColor> color)
{
    m_color = std::move(color);
    update();
}

void IconButton::setMetrics(int side, int iconSize)
{
    m_side = side;
    m_iconSize = iconSize;
    updateGeometry();
}

void IconButton::setSpinning(bool on)
{
    if (on && m_appearance.motion(1) > 0)
        m_spin.start();
    else
        m_spin.stop();
    update();
}

void IconButton::enterEvent(QEnterEvent *event)
{
    m_fade.stop();
    m_hover = 1; // at once in
    QAbstractButton::enterEvent(event);
}

void IconButton::leaveEvent(QEvent *event)
{
    m_fade.stop();
    m_fade.setStartValue(m_hover);
    m_fade.setEndValue(0.0);
    m_fade.setDuration(m_appearance.motion(120));
    m_fade.start();
    QAbstractButton::leaveEvent(event);
}

void IconButton::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    update();
}

void IconButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    if (isChecked() && m_checkedBackground) {
        painter.setBrush(theme.sel);
        painter.drawRoundedRect(rect(), 7, 7);
    }
    if (isEnabled() && m_hover > 0) {
        QColor tint = theme.hover;
        tint.setAlphaF(float(tint.alphaF() * m_hover * (isDown() ? 2 : 1)));
        painter.setBrush(tint);
        painter.drawRoundedRect(rect(), 7, 7);
    }
    QColor ink = m_color.value_or(isChecked() && m_checkedBackground ? theme.accent : theme.text2);
    if (!isEnabled()) {
        ink = theme.text3;
        ink.setAlphaF(0.5f);
    }
    const QPixmap pixmap = icons::pixmap(m_icon, ink, m_iconSize, devicePixelRatioF());
    const bool spinning = m_spin.state() == QAbstractAnimation::Running;
    painter.save();
    painter.translate(QRectF(rect()).center());
    if (spinning)
        painter.rotate(m_spin.currentValue().toDouble());
    painter.drawPixmap(QPointF(-m_iconSize / 2.0, -m_iconSize / 2.0), pixmap);
    painter.restore();
    paintRing(painter, this, theme.accent, 7);
}

TextButton::TextButton(Appearance &appearance, Kind kind, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_appearance(appearance), m_kind(kind)
{
    setText(text);
    setFont(fonts::sans(13, QFont::DemiBold));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

QSize TextButton::sizeHint() const
{
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    const bool quiet = m_kind == Kind::Quiet;
    return {words.width() + (quiet ? 16 : 31), qMax(words.height() + 10, quiet ? 28 : 33)};
}

void TextButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.5);
    QColor ink = theme.text;
    if (m_kind == Kind::Filled) {
        ink = theme.accentText;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(rect(), 8, 8);
    } else if (m_kind == Kind::Plain) {
        painter.setPen(QPen(theme.fieldBorder, 1));
        painter.setBrush(theme.field);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    } else {
        ink = theme.accent;
    }
    paintHover(painter, this, theme, 8);
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    if (m_kind == Kind::Filled && showsFocusRing(this)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accentText, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5), 6, 6);
    } else {
        paintRing(painter, this, theme.accent, 8);
    }
}

Chip::Chip(Appearance &appearance, const QString &text, QWidget *parent, std::optional<icons::Name> icon)
    : QAbstractButton(parent), m_appearance(appearance), m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setFont(fonts::sans(13, QFont::Medium));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    m_hold.setSingleShot(true);
    m_hold.setInterval(QGuiApplication::styleHints()->mousePressAndHoldInterval());
    connect(&m_hold, &QTimer::timeout, this, [this] {
        if (!isDown())
            return;     // the pointer has left it
        setDown(false); // letting go is no click any more
        Q_EMIT menuWanted();
    });
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void Chip::mousePressEvent(QMouseEvent *event)
{
    QAbstractButton::mousePressEvent(event);
    if (m_hasMenu && event->button() == Qt::LeftButton)
        m_hold.start();
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    m_hold.stop();
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::contextMenuEvent(QContextMenuEvent *event)
{
    event->setAccepted(m_hasMenu);
    if (m_hasMenu)
        Q_EMIT menuWanted();
}

void Chip::setAddMark(bool on)
{
    m_addMark = on;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    int width = fontMetrics().horizontalAdvance(text()) + 2 * chipPadding + 1;
    if (m_icon)
        width += chipIcon + 7;
    if (m_addMark)
        width += chipIcon + 3;
    return {width, qMax(32, fontMetrics().height() + 12)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    const double radius = height() / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.chipBorder, 1));
    painter.setBrush(isChecked() ? theme.sel : theme.chip);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
    paintHover(painter, this, theme, radius);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double y = (height() - chipIcon) / 2.0;
    const auto drawIcon = [&](icons::Name name, double x) {
        painter.drawPixmap(QPointF(mirrored ? width() - x - chipIcon : x, y),
                           icons::pixmap(name, theme.text2, chipIcon, devicePixelRatioF()));
    };
    QRect words = rect().adjusted(chipPadding, 0, -chipPadding, 0);
    if (m_icon) {
        drawIcon(*m_icon, chipPadding);
        words.setLeft(words.left() + (mirrored ? 0 : chipIcon + 7));
        words.setRight(words.right() - (mirrored ? chipIcon + 7 : 0));
    }
    if (m_addMark)
        drawIcon(icons::Name::Add, width() - chipPadding - chipIcon + 3);
    painter.setFont(font());
    painter.setPen(theme.text);
    painter.drawText(words, Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft), text());
    paintRing(painter, this, theme.accent, radius - 1);
}

} // namespace broadsheet
