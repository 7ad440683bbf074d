// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/fonts.h"

#include "widgets/log.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPaintDevice>
#include <QScreen>

namespace broadsheet::fonts {

namespace {

void load(std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString path = QStringLiteral(":/fonts/%1.ttf").arg(QLatin1String(name));
        if (QFontDatabase::addApplicationFont(path) < 0)
            qCWarning(widgetsLog) << "cannot load the typeface" << path;
    }
}

QFont make(const QStringList &families, QFont::StyleHint hint, double px, QFont::Weight weight, bool italic)
{
    QFont font;
    font.setFamilies(families);
    font.setStyleHint(hint);
    // Points, since QFont takes only whole pixels; at the usual 96 dots an inch this is px exactly, and a
    // desktop's text scale (more dots an inch) is followed for nothing.
    font.setPointSizeF(px * 72.0 / 96.0);
    font.setWeight(weight);
    font.setItalic(italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

void loadFirst()
{
    static bool done = false;
    if (std::exchange(done, true))
        return;
    load({"Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold", "Literata-SemiBold",
          "Literata-Bold"});
}

void loadRest()
{
    static bool done = false;
    if (std::exchange(done, true))
        return;
    load({"Inter-Italic", "Literata-Regular", "Literata-Italic", "Literata-BoldItalic",
          "JetBrainsMono-Regular", "JetBrainsMono-Bold"});
}

QFont sans(double px, QFont::Weight weight)
{
    static const QStringList families{QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
                                      QStringLiteral("Cantarell"), QStringLiteral("Ubuntu"),
                                      QStringLiteral("sans-serif")};
    return make(families, QFont::SansSerif, px, weight, false);
}

QFont serif(double px, QFont::Weight weight, bool italic)
{
    // The serifs of other scripts stand before the generic family, or those scripts arrive as sans.
    static const QStringList families{
        QStringLiteral("Literata"),          QStringLiteral("Source Serif 4"),
        QStringLiteral("Charter"),           QStringLiteral("Noto Serif"),
        QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Noto Naskh Arabic"),
        QStringLiteral("Noto Serif Hebrew"), QStringLiteral("serif")};
    return make(families, QFont::Serif, px, weight, italic);
}

QFont mono(double px, QFont::Weight weight)
{
    static const QStringList families{QStringLiteral("JetBrains Mono"), QStringLiteral("Cascadia Mono"),
                                      QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"),
                                      QStringLiteral("monospace")};
    QFont font = make(families, QFont::Monospace, px, weight, false);
    font.setFixedPitch(true);
    return font;
}

QFont forHan(QFont font, Han han)
{
    static const QString regions[] = {QStringLiteral("SC"), QStringLiteral("TC"), QStringLiteral("JP"),
                                      QStringLiteral("KR")};
    const bool isSerif = font.styleHint() == QFont::Serif;
    const QString family =
        (isSerif ? QStringLiteral("Noto Serif CJK ") : QStringLiteral("Noto Sans CJK ")) + regions[int(han)];
    QStringList families = font.families();
    families.removeAll(QStringLiteral("Noto Serif CJK SC"));
    families.insert(qMax<qsizetype>(0, families.size() - (isSerif ? 3 : 1)), family);
    font.setFamilies(families);
    return font;
}

QFont onDevice(QFont font, const QPaintDevice &device)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    if (screen && device.logicalDpiY() > 0)
        font.setPointSizeF(font.pointSizeF() * screen->logicalDotsPerInchY() / device.logicalDpiY());
    return font;
}

double scale()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen ? qBound(1.0, screen->logicalDotsPerInchY() / 96.0, 3.0) : 1.0;
}

} // namespace broadsheet::fonts
