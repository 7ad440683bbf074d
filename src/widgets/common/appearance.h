// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QObject>

#include <memory>

namespace broadsheet {

class Settings;

/** WCAG 2.1's contrast ratio of two opaque colours, 1 to 21. */
double contrastRatio(const QColor &a, const QColor &b);

/**
 * Which theme holds now: the reader's wish, else the desktop's (portal "color-scheme" by D-Bus, else the
 * palette). Sets the application's palette and style. Every widget that paints for itself takes a reference
 * and repaints on changed().
 */
class Appearance : public QObject
{
    Q_OBJECT
public:
    explicit Appearance(Settings &settings, QObject *parent = nullptr);
    ~Appearance() override;

    const Theme &theme() const { return m_theme; }
    /** Milliseconds for an animation of \a usual; 0 where motion is to be reduced. */
    int motion(int usual) const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    void update();

    Theme m_theme;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet
