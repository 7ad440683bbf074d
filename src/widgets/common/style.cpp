// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/style.h"

#include "widgets/common/compositing.h"
#include "widgets/common/fonts.h"
#include "widgets/common/icons.h"
#include "widgets/common/inputmode.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTextFormat>

namespace broadsheet {

namespace {

constexpr int scrollBarExtent = 10;
constexpr int smallestThumb = 36;

void drawShape(QPainter *painter, const QRectF &rect, double radius, const QBrush &fill,
               const QPen &pen = Qt::NoPen)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(pen);
    const double inset = pen.style() == Qt::NoPen ? 0 : pen.widthF() / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

/** What lies under an item: round where the row begins and ends, whole where columns meet. */
void drawItemPanel(QPainter *painter, const QStyleOption *option, const QColor &color)
{
    constexpr double radius = 7;
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    const auto position = item ? item->viewItemPosition : QStyleOptionViewItem::OnlyOne;
    const bool mirrored = option->direction == Qt::RightToLeft;
    const bool middle = position == QStyleOptionViewItem::Middle;
    const bool first = position == QStyleOptionViewItem::Beginning;
    const bool last = position == QStyleOptionViewItem::End;
    QRectF shape = option->rect;
    if (middle || (mirrored ? first : last))
        shape.setLeft(shape.left() - radius);
    if (middle || (mirrored ? last : first))
        shape.setRight(shape.right() + radius);
    painter->save();
    painter->setClipRect(option->rect, Qt::IntersectClip);
    drawShape(painter, shape, radius, color);
    painter->restore();
}

double ratio(const QPainter *painter)
{
    return painter->device()->devicePixelRatioF();
}

bool isDefault(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && (button->features & QStyleOptionButton::DefaultButton);
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")), m_theme(Theme::light()) {}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget))
        widget->setFont(fonts::sans(13, QFont::DemiBold));
    // What lies behind a bar shows through, so that it belongs to its list and not to the window.
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    if (auto *menu = qobject_cast<QMenu *>(widget)) {
        // The corners outside the rounded panel show what lies under the menu, where that is possible.
        menu->setAttribute(Qt::WA_TranslucentBackground, isCompositing());
        menu->setWindowFlag(Qt::FramelessWindowHint);
        menu->setWindowFlag(Qt::NoDropShadowWindowHint);
    }
}

void Style::drawField(QPainter *painter, const QRect &rect, bool focused, bool enabled) const
{
    const QPen pen = focused ? QPen(m_theme.accent, 2) : QPen(m_theme.fieldBorder, 1);
    drawShape(painter, rect, 8, enabled ? m_theme.field : m_theme.list, pen);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
    case PE_IndicatorItemViewItemDrop: // the sidebar draws its own
        return;
    case PE_PanelLineEdit: {
        const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!panel || panel->lineWidth > 0)
            drawField(painter, option->rect, option->state & State_HasFocus, option->state & State_Enabled);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            drawShape(painter, option->rect, 8, option->palette.base(),
                      showsFocusRing(widget) ? QPen(m_theme.accent, 2) : QPen(m_theme.fieldBorder, 1));
            return;
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter, widget, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(option, painter, widget, true);
        return;
    case PE_PanelMenu:
        drawShape(painter, option->rect,
                  widget && widget->testAttribute(Qt::WA_TranslucentBackground) ? 9 : 0, m_theme.raised,
                  QPen(m_theme.hairline, 1));
        return;
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.hairline);
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), m_theme.raised);
        return;
    case PE_PanelItemViewItem: {
        const bool selected = option->state & State_Selected;
        if (selected || option->state & State_MouseOver) {
            const QColor idle = option->state & State_HasFocus || option->state & State_Active
                                    ? m_theme.sel
                                    : m_theme.selIdle;
            drawItemPanel(painter, option, selected ? idle : m_theme.hover);
        }
        return;
    }
    case PE_PanelItemViewRow:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawCheck(const QStyleOption *option, QPainter *painter, const QWidget *widget, bool round) const
{
    const QRectF box = option->rect;
    const bool on = option->state & (State_On | State_NoChange);
    const bool enabled = option->state & State_Enabled;
    painter->save();
    if (!enabled)
        painter->setOpacity(0.5);
    const double radius = round ? box.height() / 2 : 5;
    if (on)
        drawShape(painter, box, radius, m_theme.accent);
    else
        drawShape(painter, box, radius, m_theme.field, QPen(m_theme.text3, 1.2));
    if (on && round) {
        drawShape(painter, QRectF(box.center().x() - 3, box.center().y() - 3, 6, 6), 3, m_theme.accentText);
    } else if (option->state & State_NoChange) {
        painter->fillRect(QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2),
                          m_theme.accentText);
    } else if (on) {
        const int size = int(box.width()) - 2;
        painter->drawPixmap(QPointF(box.left() + 1, box.top() + 1),
                            icons::pixmap(icons::Name::Check, m_theme.accentText, size, ratio(painter)));
    }
    if (widget && showsFocusRing(widget) && !qobject_cast<const QAbstractItemView *>(widget))
        drawShape(painter, box.adjusted(-2, -2, 2, 2), radius + 2, Qt::NoBrush, QPen(m_theme.accent, 1.5));
    painter->restore();
}

void Style::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const bool enabled = option->state & State_Enabled;
    const bool down = option->state & (State_Sunken | State_On);
    const bool hovered = enabled && option->state & State_MouseOver;
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    if (!enabled)
        painter->setOpacity(0.5);
    if (isDefault(option)) {
        drawShape(painter, option->rect, 8, m_theme.accent);
        if (hovered || down)
            drawShape(painter, option->rect, 8, QColor(0, 0, 0, down ? 40 : 20));
    } else {
        drawShape(painter, option->rect, 8, m_theme.field, QPen(m_theme.fieldBorder, 1));
        if (hovered || down)
            drawShape(painter, rect, 8, m_theme.hover);
        if (down)
            drawShape(painter, rect, 8, m_theme.hover);
    }
    if (widget && showsFocusRing(widget)) {
        const bool filled = isDefault(option);
        drawShape(painter, filled ? rect.adjusted(2, 2, -2, -2) : QRectF(option->rect), filled ? 6 : 8,
                  Qt::NoBrush, QPen(filled ? m_theme.accentText : m_theme.accent, filled ? 1.5 : 2));
    }
    painter->restore();
}

void Style::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const QRect rect = item->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(rect.left() + 6, rect.center().y(), rect.width() - 12, 1, m_theme.hairline);
        return;
    }
    const bool enabled = item->state & State_Enabled;
    const bool selected = enabled && item->state & State_Selected;
    if (selected)
        drawShape(painter, rect, 6, m_theme.sel);
    painter->save();
    painter->setFont(item->font);
    const QColor ink = selected ? m_theme.selText : m_theme.text;
    if (!enabled)
        painter->setOpacity(0.5);
    const bool rtl = item->direction == Qt::RightToLeft;
    const auto place = [&](const QRect &r) { return visualRect(item->direction, rect, r); };
    if (item->checked) {
        const QRect mark = place(QRect(rect.left() + 8, rect.center().y() - 7, 16, 16));
        painter->drawPixmap(mark.topLeft(), icons::pixmap(icons::Name::Check, selected ? ink : m_theme.accent,
                                                          16, ratio(painter)));
    } else if (!item->icon.isNull()) {
        item->icon.paint(painter, place(QRect(rect.left() + 7, rect.center().y() - 8, 18, 18)),
                         Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const QStringList parts = item->text.split(u'\t');
    const QRect text = rect.adjusted(32, 0, -12, 0);
    const int flags =
        Qt::AlignVCenter | Qt::TextSingleLine |
        (styleHint(SH_UnderlineShortcut, option, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter->setPen(enabled ? ink : m_theme.text3);
    painter->drawText(place(text), flags | (rtl ? Qt::AlignRight : Qt::AlignLeft), parts.value(0));
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow = place(QRect(rect.right() - 22, rect.center().y() - 5, 12, 12));
        painter->drawPixmap(arrow.topLeft(),
                            icons::pixmap(icons::Name::ChevronRight, m_theme.text2, 12, ratio(painter)));
    } else if (parts.size() > 1) {
        painter->setPen(selected ? m_theme.selMuted : m_theme.text3);
        painter->drawText(place(text), flags | (rtl ? Qt::AlignLeft : Qt::AlignRight), parts.value(1));
    }
    painter->restore();
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_Splitter:
        painter->fillRect(option->rect, m_theme.hairline);
        return;
    case CE_PushButtonBevel:
        drawButton(option, painter, widget);
        return;
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            break;
        QStyleOptionButton label = *button;
        const QColor ink = isDefault(option) ? m_theme.accentText : m_theme.text;
        label.palette.setColor(QPalette::ButtonText, ink);
        painter->save();
        if (!(option->state & State_Enabled)) {
            // The colour of the enabled text, faded with its button.
            label.state |= State_Enabled;
            painter->setOpacity(0.5);
        }
        QProxyStyle::drawControl(element, &label, painter, widget);
        painter->restore();
        return;
    }
    case CE_MenuItem:
        drawMenuItem(option, painter, widget);
        return;
    case CE_MenuEmptyArea:
    case CE_MenuBarEmptyArea:
        if (element == CE_MenuBarEmptyArea)
            painter->fillRect(option->rect, m_theme.sidebar);
        return;
    case CE_MenuBarItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        painter->fillRect(option->rect, m_theme.sidebar);
        if (item && item->state & (State_Selected | State_Sunken))
            drawShape(painter, option->rect.adjusted(1, 2, -1, -2), 6, m_theme.hover);
        if (item) {
            painter->setPen(m_theme.text);
            painter->drawText(item->rect, Qt::AlignCenter | Qt::TextShowMnemonic, item->text);
        }
        return;
    }
    case CE_ProgressBarGroove:
        drawShape(painter,
                  QRectF(option->rect.left(), option->rect.center().y() - 1.5, option->rect.width(), 4), 2,
                  m_theme.placeholder);
        return;
    case CE_ProgressBarContents: {
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        if (!bar)
            return;
        const double range = bar->maximum - bar->minimum;
        const double width =
            option->rect.width() * (range > 0 ? (bar->progress - bar->minimum) / range : 1.0);
        drawShape(painter, QRectF(option->rect.left(), option->rect.center().y() - 1.5, width, 4), 2,
                  m_theme.accent);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const bool active = option->state & State_MouseOver || option->state & State_Sunken;
    QColor ink = m_theme.dark ? QColor(0xFFFFFF) : QColor(0x141312);
    ink.setAlphaF(active ? 0.34f : 0.20f);
    const QRectF thumb = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, nullptr);
    const double gap = active ? 2 : 2.5;
    const QRectF shape = bar->orientation == Qt::Vertical ? thumb.adjusted(gap, 2, -gap, -2)
                                                          : thumb.adjusted(2, gap, -2, -gap);
    drawShape(painter, shape, qMin(shape.width(), shape.height()) / 2, ink);
}

void Style::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    const bool focused = combo->editable ? option->state & State_HasFocus : widget && showsFocusRing(widget);
    drawField(painter, option->rect, focused, option->state & State_Enabled);
    if (option->state & State_MouseOver && option->state & State_Enabled)
        drawShape(painter, option->rect, 8, m_theme.hover);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    painter->drawPixmap(arrow.center() - QPoint(7, 6),
                        icons::pixmap(icons::Name::Down, m_theme.text2, 14, ratio(painter)));
}

void Style::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    drawField(painter, option->rect, option->state & State_HasFocus, option->state & State_Enabled);
    for (const auto &[control, name] :
         {std::pair(SC_SpinBoxUp, icons::Name::Up), {SC_SpinBoxDown, icons::Name::Down}}) {
        const QRect rect = subControlRect(CC_SpinBox, option, control, widget);
        painter->drawPixmap(rect.center() - QPoint(4, 4),
                            icons::pixmap(name, m_theme.text2, 10, ratio(painter)));
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(option, painter);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                            const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar) {
        // No arrows: the groove is the whole bar.
        const bool vertical = bar->orientation == Qt::Vertical;
        const int length = vertical ? bar->rect.height() : bar->rect.width();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int thumb = length;
        if (range > 0)
            thumb = qBound(qMin(smallestThumb, length),
                           int(qint64(bar->pageStep) * length / (range + bar->pageStep)), length);
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - thumb, bar->upsideDown);
        QRect rect;
        switch (subControl) {
        case SC_ScrollBarGroove:
            rect = QRect(0, 0, length, scrollBarExtent);
            break;
        case SC_ScrollBarSlider:
            rect = QRect(start, 0, thumb, scrollBarExtent);
            break;
        case SC_ScrollBarSubPage:
            rect = QRect(0, 0, start, scrollBarExtent);
            break;
        case SC_ScrollBarAddPage:
            rect = QRect(start + thumb, 0, length - start - thumb, scrollBarExtent);
            break;
        default:
            return {};
        }
        if (vertical)
            rect = QRect(rect.y(), rect.x(), bar->rect.width(), rect.width());
        else
            rect.setHeight(bar->rect.height());
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    }
    if (control == CC_ComboBox) {
        const QRect r = option->rect;
        if (subControl == SC_ComboBoxArrow)
            return visualRect(option->direction, r, QRect(r.right() - 27, r.top(), 28, r.height()));
        if (subControl == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(9, 2, -28, -2));
    }
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(8, 2, -26, -2));
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(8, 2, -8, -2);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const double scale = fonts::scale();
    switch (type) {
    case CT_PushButton:
        return {qMax(size.width() + 30, int(72 * scale)), qMax(size.height() + 10, int(33 * scale))};
    case CT_LineEdit:
        return {result.width(), qMax(result.height(), int(34 * scale))};
    case CT_SpinBox:
        return {result.width() + 12, qMax(result.height(), int(34 * scale))};
    case CT_ComboBox:
        return {size.width() + 46, qMax(size.height() + 8, int(34 * scale))};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {10, 9};
            const int shortcut = item->text.contains(u'\t') ? 24 + item->reservedShortcutWidth : 0;
            return {size.width() + 64 + shortcut, int(30 * scale)};
        }
        return result;
    case CT_MenuBarItem:
        return {result.width() + 8, int(28 * scale)};
    case CT_ItemViewItem:
        return {result.width(), qMax(result.height(), int(28 * scale))};
    default:
        return result;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return smallestThumb;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 17;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 9;
    case PM_MenuPanelWidth:
        return 0;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 5;
    case PM_MenuDesktopFrameWidth:
        return 0;
    case PM_DefaultFrameWidth:
        // Room for the rounded corners of a list's frame.
        return qobject_cast<const QAbstractScrollArea *>(widget)
                   ? 4
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 18;
    case PM_LayoutHorizontalSpacing:
        return 10;
    case PM_LayoutVerticalSpacing:
        return 10;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_ItemView_ShowDecorationSelected:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_UnderlineShortcut:
    case SH_MenuBar_AltKeyNavigation:
        return hint == SH_ScrollBar_LeftClickAbsolutePosition ? 0 : 1;
    case SH_TextControl_FocusIndicatorTextCharFormat:
        // A link of a page to which one came by key: the ring that everything else has, not a dotted frame.
        if (auto *format = qstyleoption_cast<QStyleHintReturnVariant *>(data)) {
            QTextCharFormat ring;
            ring.setProperty(QTextFormat::OutlinePen, QPen(m_theme.accent, 2));
            format->variant = ring;
            return 1;
        }
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace broadsheet
