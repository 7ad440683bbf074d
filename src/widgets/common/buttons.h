// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/icons.h"

#include <QAbstractButton>
#include <QTimer>
#include <QVariantAnimation>

#include <optional>

namespace broadsheet {

class Appearance;
struct Theme;

/** 32×32, an icon of 18: hover, pressed and checked states of the specification, a ring after a key. */
class IconButton : public QAbstractButton
{
    Q_OBJECT
public:
    /** \a name is what a screen reader says; the tooltip is the same with \a key behind it. */
    IconButton(Appearance &appearance, icons::Name icon, const QString &name, QWidget *parent = nullptr,
               const QString &key = {});

    void setIconName(icons::Name icon);
    /** Another colour than text2 (accent when checked): the filled star. */
    void setIconColor(std::optional<QColor> color);
    /** A checked button has the tint of a pressed toggle behind it, unless switched off. */
    void setCheckedBackground(bool on) { m_checkedBackground = on; }
    /** Other than 32 and 18. */
    void setMetrics(int side, int iconSize);
    /** The icon turns, one turn a second; still where motion is reduced. */
    void setSpinning(bool on);

    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    Appearance &m_appearance;
    icons::Name m_icon;
    std::optional<QColor> m_color;
    bool m_checkedBackground = true;
    int m_side = 32;
    int m_iconSize = 18;
    double m_hover = 0;
    QVariantAnimation m_fade;
    QVariantAnimation m_spin;
};

/** A button of words: filled with the accent, or plain with a border, or a quiet word without either. */
class TextButton : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind { Filled, Plain, Quiet };
    TextButton(Appearance &appearance, Kind kind, const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Appearance &m_appearance;
    Kind m_kind;
};

/** A round-ended chip 32 high, with an icon before its text where one is given. */
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    Chip(Appearance &appearance, const QString &text, QWidget *parent = nullptr,
         std::optional<icons::Name> icon = {});

    /** A "+" at the end: something that can be subscribed. */
    void setAddMark(bool on);
    /** There is a menu for it: menuWanted() is told for the menu key, the right button, and a long press. */
    void setHasMenu(bool on) { m_hasMenu = on; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void menuWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    Appearance &m_appearance;
    std::optional<icons::Name> m_icon;
    bool m_addMark = false;
    bool m_hasMenu = false;
    QTimer m_hold; ///< runs while a press may become a long one
};

} // namespace broadsheet
