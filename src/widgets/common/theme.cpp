// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

namespace broadsheet {

namespace {

QColor color(QRgb rgb, double opacity = 1.0)
{
    QColor result = QColor::fromRgb(rgb);
    result.setAlphaF(float(opacity));
    return result;
}

} // namespace

Theme Theme::light()
{
    Theme t;
    t.dark = false;
    t.sidebar = color(0xF1F0EC);
    t.list = color(0xFAF9F6);
    t.reader = color(0xFFFFFF);
    t.raised = color(0xFFFFFF);
    t.hairline = color(0xE4E1DA);
    t.strong = color(0x141312);
    t.text = color(0x2A2826);
    t.text2 = color(0x5F5B55);
    t.text3 = color(0x6F6A63);
    t.accent = color(0x1D5FC2);
    t.accentText = color(0xFFFFFF);
    t.kicker = color(0xB3322A);
    t.star = color(0xD99000);
    t.green = color(0x2E8B57);
    t.violet = color(0x7B4FC9);
    t.hover = color(0x141312, 0.05);
    t.sel = color(0xE3E8F1);
    t.selIdle = color(0xDEDBD3, 0.55);
    t.selSide = color(0xDDE3EE);
    t.selText = color(0x141312);
    t.selMuted = color(0x55524D);
    t.codeBg = color(0xF5F4F0);
    t.quoteBar = color(0xD8D3C8);
    t.chip = color(0xF5F4F0);
    t.chipBorder = color(0xE4E1DA);
    t.field = color(0xFFFFFF);
    t.fieldBorder = color(0xDAD6CD);
    t.thread = color(0xE4E1DA);
    t.placeholder = color(0xEFEDE8);
    t.find = color(0xFFE9A8);
    t.findCurrent = color(0xFFC83D);
    t.textSelection = color(0x1D5FC2, 0.24);
    t.readThumbnailOpacity = 0.82;
    t.pictureDim = 0;
    return t;
}

Theme Theme::darkTheme()
{
    Theme t;
    t.dark = true;
    t.sidebar = color(0x1B1B1D);
    t.list = color(0x202022);
    t.reader = color(0x18181A);
    t.raised = color(0x29292C);
    t.hairline = color(0x313135);
    t.strong = color(0xF4F2EE);
    t.text = color(0xD9D6D0);
    t.text2 = color(0xA5A29B);
    t.text3 = color(0x96938C);
    t.accent = color(0x7FB2FF);
    t.accentText = color(0x0E1A2B);
    t.kicker = color(0xF0877C);
    t.star = color(0xF2BE4A);
    t.green = color(0x7CCB9B);
    t.violet = color(0xC3A0F0);
    t.hover = color(0xFFFFFF, 0.05);
    t.sel = color(0x2F3A4C);
    t.selIdle = color(0x343438, 0.55);
    t.selSide = color(0x323A48);
    t.selText = color(0xFFFFFF);
    t.selMuted = color(0xB9C0CC);
    t.codeBg = color(0x222225);
    t.quoteBar = color(0x45454A);
    t.chip = color(0x242427);
    t.chipBorder = color(0x36363A);
    t.field = color(0x29292C);
    t.fieldBorder = color(0x3A3A3F);
    t.thread = color(0x37373B);
    t.placeholder = color(0x242427);
    t.find = color(0x5A4A14);
    t.findCurrent = color(0x8A6A10);
    t.textSelection = color(0x7FB2FF, 0.35);
    t.readThumbnailOpacity = 0.72;
    t.pictureDim = 0.11;
    return t;
}

Theme Theme::sepia()
{
    Theme t = light();
    t.sidebar = color(0xEADFC9);
    t.list = color(0xF3EAD8);
    t.reader = color(0xF8F1E3);
    t.raised = color(0xFCF7EC);
    t.hairline = color(0xDCCFB5);
    t.strong = color(0x2A2015);
    t.text = color(0x3A2F23);
    t.text2 = color(0x5C4F3E);
    t.text3 = color(0x695B48);
    t.accent = color(0x1C5796);
    t.kicker = color(0xA12F22);
    t.star = color(0xB87A00);
    t.green = color(0x2A7A4B);
    t.violet = color(0x6F45B5);
    t.hover = color(0x2A2015, 0.06);
    t.sel = color(0xE2D5B8);
    t.selIdle = color(0xDCCFB5, 0.55);
    t.selSide = color(0xDED0B0);
    t.selText = color(0x2A2015);
    t.selMuted = color(0x54473A);
    t.codeBg = color(0xF1E7D3);
    t.quoteBar = color(0xD3C4A4);
    t.chip = color(0xF1E7D3);
    t.chipBorder = color(0xDCCFB5);
    t.field = color(0xFCF7EC);
    t.fieldBorder = color(0xD2C3A4);
    t.thread = color(0xDCCFB5);
    t.placeholder = color(0xEBE0CA);
    t.find = color(0xFFDF8F);
    t.findCurrent = color(0xF5BB3D);
    t.textSelection = color(0x1C5796, 0.24);
    return t;
}

Theme Theme::highContrast(const Theme &base, const QPalette &palette)
{
    Theme t = base;
    t.hairline = base.text3;
    t.fieldBorder = base.text3;
    t.chipBorder = base.text3;
    t.text2 = base.text;
    t.text3 = base.text;
    t.sel = palette.color(QPalette::Highlight);
    t.selIdle = t.sel;
    t.selSide = t.sel;
    t.selText = palette.color(QPalette::HighlightedText);
    t.selMuted = t.selText;
    return t;
}

QPalette Theme::palette() const
{
    // What is not painted by ourselves (dialogs, menus, text fields) takes its colours from here.
    QPalette p;
    p.setColor(QPalette::Window, list);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, field);
    p.setColor(QPalette::AlternateBase, list);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::BrightText, strong);
    p.setColor(QPalette::PlaceholderText, text3);
    p.setColor(QPalette::Button, field);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::ToolTipBase, raised);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::Light, raised);
    p.setColor(QPalette::Midlight, hairline);
    p.setColor(QPalette::Mid, fieldBorder);
    p.setColor(QPalette::Dark, text3);
    p.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : text3);
    // Selected text keeps its colour; the tint is opaque here, since Fusion draws it under widgets of its
    // own.
    const auto mixed = [](const QColor &over, const QColor &under) {
        const float a = over.alphaF();
        return QColor::fromRgbF(over.redF() * a + under.redF() * (1 - a),
                                over.greenF() * a + under.greenF() * (1 - a),
                                over.blueF() * a + under.blueF() * (1 - a));
    };
    p.setColor(QPalette::Highlight, mixed(textSelection, field));
    p.setColor(QPalette::HighlightedText, text);
    QColor faint = text3;
    faint.setAlphaF(0.5f);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, mixed(faint, list));
    return p;
}

} // namespace broadsheet
