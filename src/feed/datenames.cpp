// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/datenames.h"

#include <QHash>
#include <QLocale>

#include <array>

namespace broadsheet::feed {
namespace {

struct Zone
{
    const char *name;
    int minutes;
};

// RFC 822 §5.1, its military letters aside (RFC 2822 §4.3: they mean nothing), and abbreviations with one
// usual meaning.
constexpr std::array<Zone, 52> zones{{
    {"ut", 0},      {"utc", 0},     {"gmt", 0},    {"z", 0},       {"wet", 0},     {"west", 60},
    {"bst", 60},    {"ist", 330},   {"cet", 60},   {"cest", 120},  {"met", 60},    {"mest", 120},
    {"mez", 60},    {"mesz", 120},  {"eet", 120},  {"eest", 180},  {"msk", 180},   {"msd", 240},
    {"est", -300},  {"edt", -240},  {"et", -300},  {"cst", -360},  {"cdt", -300},  {"ct", -360},
    {"mst", -420},  {"mdt", -360},  {"mt", -420},  {"pst", -480},  {"pdt", -420},  {"pt", -480},
    {"akst", -540}, {"akdt", -480}, {"hst", -600}, {"hast", -600}, {"hadt", -540}, {"ast", -240},
    {"adt", -180},  {"nst", -210},  {"ndt", -150}, {"brt", -180},  {"brst", -120}, {"jst", 540},
    {"kst", 540},   {"hkt", 480},   {"sgt", 480},  {"pht", 480},   {"awst", 480},  {"acst", 570},
    {"acdt", 630},  {"aest", 600},  {"aedt", 660}, {"nzst", 720},
}};

/** Letters and marks in lower case; what follows a name as a full stop is no part of it. */
QString key(const QString &name)
{
    QString folded = name.toLower().normalized(QString::NormalizationForm_C);
    while (folded.endsWith(u'.'))
        folded.chop(1);
    return folded;
}

QHash<QString, int> monthNames()
{
    // English first: where languages disagree about a short form, it is English that feeds mean.
    static constexpr std::array languages{QLocale::English,    QLocale::German,     QLocale::French,
                                          QLocale::Spanish,    QLocale::Italian,    QLocale::Portuguese,
                                          QLocale::Dutch,      QLocale::Danish,     QLocale::NorwegianBokmal,
                                          QLocale::Swedish,    QLocale::Finnish,    QLocale::Polish,
                                          QLocale::Czech,      QLocale::Slovak,     QLocale::Hungarian,
                                          QLocale::Romanian,   QLocale::Turkish,    QLocale::Greek,
                                          QLocale::Russian,    QLocale::Ukrainian,  QLocale::Bulgarian,
                                          QLocale::Serbian,    QLocale::Slovenian,  QLocale::Catalan,
                                          QLocale::Estonian,   QLocale::Latvian,    QLocale::Lithuanian,
                                          QLocale::Indonesian, QLocale::Vietnamese, QLocale::Hebrew,
                                          QLocale::Arabic,     QLocale::Persian,    QLocale::Thai,
                                          QLocale::Hindi,      QLocale::Croatian};
    QHash<QString, int> names;
    for (const QLocale::Language language : languages) {
        const QLocale locale(language);
        for (int month = 1; month <= 12; ++month) {
            for (const QLocale::FormatType format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                for (const QString &name :
                     {locale.monthName(month, format), locale.standaloneMonthName(month, format)}) {
                    const QString one = key(name);
                    if (!one.isEmpty() && !one[0].isDigit() && !names.contains(one))
                        names.insert(one, month);
                }
            }
        }
    }
    // Short forms in use that no table of today has.
    const std::array<std::pair<const char *, int>, 13> more{{{"sept", 9},
                                                             {"mrz", 3},
                                                             {"maerz", 3},
                                                             {"mär", 3},
                                                             {"dez", 12},
                                                             {"ago", 8},
                                                             {"fév", 2},
                                                             {"fev", 2},
                                                             {"déc", 12},
                                                             {"aoû", 8},
                                                             {"mei", 5},
                                                             {"maj", 5},
                                                             {"ιου", 6}}};
    for (const auto &[name, month] : more) {
        if (!names.contains(QString::fromUtf8(name)))
            names.insert(QString::fromUtf8(name), month);
    }
    return names;
}

} // namespace

int monthOfName(const QString &name)
{
    static constexpr std::array english{"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
    const QString wanted = key(name);
    if (wanted.size() == 3) { // nearly always this
        for (size_t i = 0; i < english.size(); ++i) {
            if (wanted == QLatin1String(english[i]))
                return int(i) + 1;
        }
    }
    static const QHash<QString, int> names = monthNames();
    const auto found = names.constFind(wanted);
    if (found != names.cend())
        return *found;
    // A name cut off or inflected ("Ιούλ", "januára"): four letters tell a month in any language listed.
    if (wanted.size() < 4)
        return 0;
    int month = 0;
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        if (it.key().startsWith(wanted) || (it.key().size() > 3 && wanted.startsWith(it.key()))) {
            if (month != 0 && month != it.value())
                return 0;
            month = it.value();
        }
    }
    return month;
}

std::optional<int> offsetOfZone(const QString &name)
{
    const QString wanted = name.toLower();
    for (const Zone &zone : zones) {
        if (wanted == QLatin1String(zone.name))
            return zone.minutes * 60;
    }
    return std::nullopt;
}

std::optional<bool> isAfternoon(const QString &word)
{
    const QString wanted = word.toLower().remove(u'.');
    if (wanted == u"pm" || wanted == QStringLiteral("오후") || wanted == QStringLiteral("午後") ||
        wanted == QStringLiteral("下午"))
        return true;
    if (wanted == u"am" || wanted == QStringLiteral("오전") || wanted == QStringLiteral("午前") ||
        wanted == QStringLiteral("上午"))
        return false;
    return std::nullopt;
}

} // namespace broadsheet::feed
