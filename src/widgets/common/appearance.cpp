// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/appearance.h"

#include "settings/settings.h"
#include "widgets/common/desktopportal.h"
#include "widgets/common/fonts.h"
#include "widgets/common/inputmode.h"
#include "widgets/common/style.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QToolTip>

#include <cmath>

namespace broadsheet {

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/** Pure black against pure white: no usual theme goes so far, every high-contrast one does. */
bool isHighContrast(const QPalette &palette)
{
    return contrastRatio(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > 20.5;
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

class Appearance::Private
{
public:
    explicit Private(Settings &s) : settings(s) {}

    Settings &settings;
    DesktopPortal portal;
    QPalette system;       ///< the desktop's own, before ours was laid over it
    QPointer<Style> style; ///< owned by the application
};

Appearance::Appearance(Settings &settings, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(settings))
{
    fonts::loadFirst();
    d->system = QApplication::palette();
    d->style = new Style;
    QApplication::setStyle(d->style);
    QApplication::setFont(fonts::sans(13));
    qApp->installEventFilter(this);
    watchInputMode();
    connect(&settings, &Settings::colorSchemeChanged, this, &Appearance::update);
    connect(&settings, &Settings::reduceMotionChanged, this, &Appearance::changed);
    connect(&d->portal, &DesktopPortal::changed, this, &Appearance::update);
    update();
}

Appearance::~Appearance() = default;

int Appearance::motion(int usual) const
{
    return d->settings.reduceMotion() || !d->portal.animations() ? 0 : usual;
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop changed its colours: ask for its palette anew, which ours covers.
    if (event->type() == QEvent::ThemeChange && watched == qApp) {
        QApplication::setPalette(QPalette());
        d->system = QApplication::palette();
        QApplication::setPalette(m_theme.palette());
        update();
    }
    return QObject::eventFilter(watched, event);
}

void Appearance::update()
{
    bool dark = false;
    switch (d->settings.colorScheme()) {
    case ColorScheme::Light:
    case ColorScheme::Sepia:
        break;
    case ColorScheme::Dark:
        dark = true;
        break;
    case ColorScheme::System:
        dark = d->portal.prefersDark().value_or(d->system.color(QPalette::Window).lightness() <
                                                d->system.color(QPalette::WindowText).lightness());
    }
    Theme theme = dark ? Theme::darkTheme() : Theme::light();
    if (d->settings.colorScheme() == ColorScheme::Sepia)
        theme = Theme::sepia();
    if (d->portal.highContrast() || isHighContrast(d->system))
        theme = Theme::highContrast(theme, d->system);
    if (theme == m_theme)
        return;
    m_theme = theme;
    if (d->style)
        d->style->setTheme(theme);
    QApplication::setPalette(theme.palette());
    QToolTip::setPalette(theme.palette());
    Q_EMIT changed();
}

} // namespace broadsheet
