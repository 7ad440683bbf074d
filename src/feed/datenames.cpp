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
constexpr auto zones = std::to_array<Zone>({
    {"ut", 0},
    {"utc", 0},
    {"gmt", 0},
    {"z", 0},
    {"wet", 0},
    {"west", 60},
    {"bst", 60},
    {"ist", 330},
    {"cet", 60},
    {"cest", 120},
    {"met", 60},
    {"mest", 120},
    {"mez", 60},
    {"mesz", 120},
    {"eet", 120},
    {"eest", 180},
    {"msk", 180},
    {"msd", 240},
    {"est", -300},
    {"edt", -240},
    {"et", -300},
    {"cst", -360},
    {"cdt", -300},
    {"ct", -360},
    {"mst", -420},
    {"mdt", -360},
    {"mt", -420},
    {"pst", -480},
    {"pdt", -420},
    {"pt", -480},
    {"akst", -540},
    {"akdt", -480},
    {"hst", -600},
    {"hast", -600},
    {"hadt", -540},
    {"ast", -240},
    {"adt", -180},
    {"nst", -210},
    {"ndt", -150},
    {"brt", -180},
    {"brst", -120},
    {"jst", 540},
    {"kst", 540},
    {"hkt", 480},
    {"sgt", 480},
    {"pht", 480},
    {"awst", 480},
    {"acst", 570},
    {"acdt", 630},
    {"aest", 600},
    {"aedt", 660},
    {"nzst", 720},
    {"nzdt", 780},
    {"aet", 600},
    {"awdt", 540},
    {"wib", 420},
    {"wita", 480},
    {"wit", 540},
    {"ict", 420},
    {"myt", 480},
    {"pkt", 300},
    {"npt", 345},
    {"uzt", 300},
    {"gst", 240},
    {"irst", 210},
    {"trt", 180},
    {"eat", 180},
    {"cat", 120},
    {"sast", 120},
    {"wat", 60},
    {"idt", 180},
    {"art", -180},
    {"clt", -240},
    {"clst", -180},
    {"cot", -300},
    {"pet", -300},
    {"vet", -240},
    {"uyt", -180},
    {"bot", -240},
    {"ect", -300},
    {"sst", -660},
    {"chst", 600},
    {"hdt", -540},
    {"samt", 240},
    {"yekt", 300},
    {"omst", 360},
    {"krat", 420},
    {"vlat", 600},
    // words of "Pacific Daylight Time"; "daylight" itself is an hour more
    {"eastern", -300},
    {"central", -360},
    {"mountain", -420},
    {"pacific", -480},
    {"daylight", 60},
});

/** Letters in lower case without accents, which feeds lose or keep as they like; no full stop at the end. */
QString key(const QString &name)
{
    QString folded = name.toLower().normalized(QString::NormalizationForm_D);
    folded.removeIf([](QChar c) {
        const char16_t u = c.unicode(); // Latin, Greek and Cyrillic accents, hamza and madda
        return (u >= 0x300 && u < 0x370) || (u >= 0x653 && u <= 0x655);
    });
    folded.replace(u'ı', u'i');
    folded.replace(u'ς', u'σ'); // the small letter of a capital at the end is this one or that one
    folded = folded.normalized(QString::NormalizationForm_C);
    while (folded.endsWith(u'.') || folded.endsWith(u'׳') || folded.endsWith(u'॰')) // marks of abbreviation
        folded.chop(1);
    return folded;
}

struct MonthName
{
    const char *name;
    int month;
};

// Forms in use that today's tables of languages do not have: short ones, older ones, other countries' ones.
constexpr auto moreMonths = std::to_array<MonthName>({
    {"sept", 9},         {"mrz", 3},           {"maerz", 3},   {"mär", 3},          {"jän", 1},
    {"jänner", 1},       {"feber", 2},         {"dez", 12},    {"ago", 8},          {"fév", 2},
    {"déc", 12},         {"aoû", 8},           {"mei", 5},     {"maj", 5},          {"setiembre", 9},
    {"set", 9},          {"čer", 6},           {"čvn", 6},     {"čvc", 7},          {"ιον", 6},
    {"ιολ", 7},          {"ιουν", 6},          {"ιουλ", 7},    {"сен", 9},          {"ноя", 11},
    {"мая", 5},          {"фев", 2},           {"ağu", 8},     {"كانون الثاني", 1}, {"كانون الأول", 12},
    {"تشرين الأول", 10}, {"تشرين الثاني", 11}, {"شباط", 2},    {"آذار", 3},         {"نيسان", 4},
    {"أيار", 5},         {"حزيران", 6},        {"تموز", 7},    {"آب", 8},           {"أيلول", 9},
    {"جانفي", 1},        {"فيفري", 2},         {"أفريل", 4},   {"ماي", 5},          {"جوان", 6},
    {"جويلية", 7},       {"أوت", 8},           {"غشت", 8},     {"يوليوز", 7},       {"شتنبر", 9},
    {"نونبر", 11},       {"دجنبر", 12},        {"一月", 1},    {"二月", 2},         {"三月", 3},
    {"四月", 4},         {"五月", 5},          {"六月", 6},    {"七月", 7},         {"八月", 8},
    {"九月", 9},         {"十月", 10},         {"十一月", 11}, {"十二月", 12},
});

/** Adds the names of \a locale's months that are not known yet. */
void addMonths(const QLocale &locale, QHash<QString, int> &names)
{
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

/** Of the languages in which most feeds are written: parts of these names tell a month, too. */
QHash<QString, int> usualMonths()
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
    for (const QLocale::Language language : languages)
        addMonths(QLocale(language), names);
    for (const MonthName &more : moreMonths) {
        const QString one = key(QString::fromUtf8(more.name));
        if (!names.contains(one))
            names.insert(one, more.month);
    }
    return names;
}

/** Of further languages, whole names alone. */
QHash<QString, int> rarerMonths()
{
    static constexpr std::array languages{
        QLocale::Galician,      QLocale::Basque,         QLocale::Belarusian,  QLocale::Macedonian,
        QLocale::Albanian,      QLocale::Bosnian,        QLocale::Icelandic,   QLocale::NorwegianNynorsk,
        QLocale::Irish,         QLocale::Welsh,          QLocale::Afrikaans,   QLocale::Faroese,
        QLocale::Luxembourgish, QLocale::WesternFrisian, QLocale::Maltese,     QLocale::Malay,
        QLocale::Filipino,      QLocale::Swahili,        QLocale::Azerbaijani, QLocale::Kazakh,
        QLocale::Uzbek,         QLocale::Mongolian,      QLocale::Armenian,    QLocale::Georgian,
        QLocale::Urdu,          QLocale::Bengali,        QLocale::Tamil,       QLocale::Telugu,
        QLocale::Marathi,       QLocale::Gujarati,       QLocale::Kannada,     QLocale::Malayalam,
        QLocale::Nepali,        QLocale::Khmer,          QLocale::Lao,         QLocale::Burmese};
    QHash<QString, int> names;
    for (const QLocale::Language language : languages)
        addMonths(QLocale(language), names);
    addMonths(QLocale(QLocale::Serbian, QLocale::LatinScript, QLocale::AnyCountry), names);
    return names;
}

} // namespace

int croatianMonthOfName(const QString &name)
{
    const QString wanted = key(name);
    for (const auto &[start, month] : {std::pair(u"lip", 6), {u"srp", 7}, {u"list", 10}, {u"lis", 10}}) {
        if (wanted.startsWith(start) && (wanted.size() == 3 || QStringView(start).size() > 3))
            return month;
    }
    return monthOfName(name);
}

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
    static const QHash<QString, int> names = usualMonths();
    const auto found = names.constFind(wanted);
    if (found != names.cend())
        return *found;
    if (wanted.size() > 3 && wanted[0] == u'ב') { // Hebrew: "in January"
        if (const int month = names.value(wanted.mid(1)))
            return month;
    }
    static const QHash<QString, int> rarer = rarerMonths();
    if (const int month = rarer.value(wanted))
        return month;
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
    QString wanted = word.toLower().remove(u'.');
    if (wanted == u"pmz" || wanted == u"amz") // the zone stands right behind
        wanted.chop(1);
    if (wanted == u"pm" || wanted == QStringLiteral("오후") || wanted == QStringLiteral("午後") ||
        wanted.endsWith(QStringLiteral("下午")) || wanted.endsWith(QStringLiteral("晚上")) ||
        wanted.endsWith(QStringLiteral("中午")) || wanted.endsWith(QStringLiteral("傍晚")) ||
        wanted == QStringLiteral("م") || wanted == QStringLiteral("مساء") || wanted == QStringLiteral("μμ") ||
        wanted == QStringLiteral("ös") || wanted == QStringLiteral("بعدازظهر") ||
        wanted == QStringLiteral("अपराह्न") || wanted == QStringLiteral("பிற்பகல்"))
        return true;
    if (wanted == u"am" || wanted == QStringLiteral("오전") || wanted == QStringLiteral("午前") ||
        wanted.endsWith(QStringLiteral("上午")) || wanted.endsWith(QStringLiteral("凌晨")) ||
        wanted.endsWith(QStringLiteral("清晨")) || wanted.endsWith(QStringLiteral("早上")) ||
        wanted.endsWith(QStringLiteral("午夜")) || wanted == QStringLiteral("ص") ||
        wanted == QStringLiteral("صباحا") || wanted == QStringLiteral("πμ") ||
        wanted == QStringLiteral("öö") || wanted == QStringLiteral("قبلازظهر") ||
        wanted == QStringLiteral("पूर्वाह्न") || wanted == QStringLiteral("முற்பகல்"))
        return false;
    return std::nullopt;
}

} // namespace broadsheet::feed
