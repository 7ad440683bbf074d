// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/freedate.h"

#include "feed/datenames.h"
#include "feed/dateparts.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <array>
#include <vector>

namespace broadsheet::feed {
namespace {

enum class Unit { None, Year, Month, Day, Hour, Minute, Second };

/** What a number counts that stands before such a sign. */
Unit unitOf(QChar c)
{
    switch (c.unicode()) {
    case u'年':
    case u'년':
        return Unit::Year;
    case u'月':
    case u'월':
        return Unit::Month;
    case u'日':
    case u'号':
    case u'號':
    case u'일':
        return Unit::Day;
    case u'時':
    case u'时':
    case u'点':
    case u'點':
    case u'시':
        return Unit::Hour;
    case u'分':
    case u'분':
        return Unit::Minute;
    case u'秒':
    case u'초':
        return Unit::Second;
    default:
        return Unit::None;
    }
}

/** Years to add to the year of a Japanese era; 0: none. */
int eraOf(const QString &word)
{
    static constexpr std::array<std::pair<const char16_t *, int>, 4> eras{
        {{u"令和", 2018}, {u"平成", 1988}, {u"昭和", 1925}, {u"大正", 1911}}};
    for (const auto &[name, years] : eras) {
        if (word.endsWith(QStringView(name)))
            return years;
    }
    return 0;
}

/** Digits of any script as ASCII, dashes as "-", blanks as " ", marks of direction gone. */
QString plainSigns(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (c.isDigit())
            out += QChar(u'0' + c.digitValue());
        else if ((u >= 0x2010 && u <= 0x2015) || u == 0x2212 || u == 0xFF0D)
            out += u'-';
        else if (u == 0xFF1A)
            out += u':';
        else if (u == 0xFF0F)
            out += u'/';
        else if (c.isSpace())
            out += u' ';
        else if (c.category() != QChar::Other_Format)
            out += c;
    }
    return out;
}

/** Croatian and its neighbours end a year with a full stop; of these languages it alone has names of months
 * that mean others elsewhere. */
bool isCroatian(const QString &text)
{
    static const QRegularExpression signs(
        QStringLiteral("\\b\\d{4}\\.(?:\\s|$)|^\\s*(?:uto|sri|čet|ned|sub|ponedjeljak|petak|nedjelja)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return signs.match(text).hasMatch();
}

class FreeDate
{
public:
    explicit FreeDate(const QString &text)
        : m_text(plainSigns(text))
        , m_dayFirst(text.contains(QChar(0x200F)))
        , m_countsMonths(text.contains(u"thg", Qt::CaseInsensitive) ||
                         text.contains(u"tháng", Qt::CaseInsensitive))
        , m_isCroatian(isCroatian(text))
    {
    }

    QDateTime read()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.isDigit())
                number();
            else if ((c == u'+' || c == u'-') && m_parts.hour >= 0 && peek(1).isDigit())
                offset();
            else if (c.isLetter())
                word();
            else
                ++m_at;
        }
        return assembled();
    }

private:
    struct Number
    {
        int value;
        int digits;
    };

    QChar peek(qsizetype ahead) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }

    /** Year, month and day are known, so what comes next is a time. */
    bool hasDate() const
    {
        const bool year = m_parts.year >= 0;
        const bool month = m_parts.month > 0;
        const bool day = m_parts.day >= 0;
        return m_numbers.size() + year + month + day >= 3;
    }

    void number()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at].isDigit())
            ++m_at;
        const auto length = int(m_at - start);
        if (length > 8 || peek(0) == u'ش') // Persian counts its weekdays
            return;
        const int value = m_text.mid(start, length).toInt();
        const QChar next = peek(0);
        if (withUnit(value, length))
            return;
        const bool colon = next == u':' && length <= 2;
        const bool dotted = next == u'.' && length <= 2 && hasDate() && peek(1).isDigit() &&
                            peek(2).isDigit() && !peek(3).isDigit();
        const bool hours = next.toLower() == u'h' && length <= 2 && !peek(1).isLetter() && hasDate();
        if (m_parts.hour < 0 && (colon || dotted || hours)) {
            m_at = start;
            time(next);
        } else if (m_parts.hour >= 0 && length == 4 && !m_parts.offset && hasFullYear()) {
            m_parts.offset = (value / 100) * 3600 + (value % 100) * 60; // 0100: the sign was lost
        } else {
            m_numbers.push_back({value, length});
        }
    }

    bool hasFullYear() const
    {
        return m_parts.year >= 0 || std::any_of(m_numbers.begin(), m_numbers.end(),
                                                [](const Number &number) { return number.digits == 4; });
    }

    /** 2004年1月2日10時20分 and its like: each number says what it is. */
    bool withUnit(int value, int digits)
    {
        const Unit unit = unitOf(peek(peek(0) == u' ' ? 1 : 0));
        switch (unit) {
        case Unit::Year:
            m_parts.year = m_era ? m_era + value : fullYear(value, digits);
            break;
        case Unit::Month:
            m_parts.month = value;
            break;
        case Unit::Day:
            m_parts.day = value;
            break;
        case Unit::Hour:
            m_parts.hour = value;
            break;
        case Unit::Minute:
            m_parts.minute = value;
            break;
        case Unit::Second:
            m_parts.second = value;
            break;
        case Unit::None:
            return false;
        }
        m_at += peek(0) == u' ' ? 2 : 1;
        return true;
    }

    void time(QChar separator)
    {
        const QByteArray rest = m_text.mid(m_at, 16).replace(separator, u':').toLatin1();
        DateCursor cursor{rest};
        if (!readTime(cursor, m_parts) && separator != u'h' && separator != u'H')
            m_invalid = true;
        m_parts.minute = qMax(m_parts.minute, 0);
        m_at += qMax<qsizetype>(cursor.at, 1);
    }

    void offset()
    {
        const QByteArray rest = m_text.mid(m_at, 10).toLatin1();
        DateCursor cursor{rest};
        const std::optional<int> found = numericOffset(cursor);
        if (found)
            m_parts.offset = m_parts.offset.value_or(0) + *found; // GMT+2
        m_at += qMax<qsizetype>(cursor.at, 1);
    }

    QString takeWord()
    {
        const qsizetype start = m_at;
        const auto isOfWord = [this](qsizetype ahead) {
            return peek(ahead).isLetter() || peek(ahead).isMark();
        };
        while (isOfWord(0) || (isThai(start) && peek(0) == u'.' && isOfWord(1))) // ม.ค.
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    bool isThai(qsizetype at) const
    {
        return at < m_text.size() && m_text[at].script() == QChar::Script_Thai;
    }

    /** "a.m.", "p. m.": the first letter was read. */
    bool takeHalfOfDay(const QString &first)
    {
        const qsizetype second = peek(0) == u'.' && peek(1) == u' ' ? 2 : 1;
        const QChar last = peek(second).toLower();
        const bool dotted = first.size() == 1 && peek(0) == u'.' && (last == u'm' || last == u'μ') &&
                            !peek(second + 1).isLetter();
        const QString half = first.toLower();
        const bool afternoon = last == u'm' ? half == u"p" : half == u"μ";
        if (!dotted || (!afternoon && half != u"a" && half != u"π"))
            return false;
        m_parts.afternoon = afternoon;
        m_at += second + 1;
        return true;
    }

    void word()
    {
        const QString found = takeWord();
        if (takeHalfOfDay(found))
            return;
        if (const int era = eraOf(found)) {
            m_era = era;
        } else if (const std::optional<bool> afternoon = isAfternoon(found);
                   afternoon && (found.size() > 1 || m_parts.hour >= 0)) {
            m_parts.afternoon = afternoon;
            hourAlone();
        } else if (m_countsMonths && takeCountedMonth(found)) {
            return;
        } else if (isCountedWeekday(found)) {
            skipNumber();
        } else if (m_parts.hour >= 0 && zoneOfRegion(found)) {
            return;
        } else if (const std::optional<int> zone = offsetOfZone(found);
                   zone && (m_parts.hour >= 0 || (found.size() > 2 && (!nothingYet() || *zone == 0)))) {
            if (!m_parts.offset)
                m_parts.offset = zone;
            else if (m_parts.hour >= 0 && found.size() > 4 && *zone == 3600)
                *m_parts.offset += *zone; // "Pacific Daylight Time"
        } else if (peek(0) == u',' && m_numbers.empty() && m_parts.year < 0) {
            return; // "mar," is Tuesday in half of Europe
        } else if (m_parts.month < 0 || m_monthIsFirst) {
            month(found);
        }
    }

    /** Vietnamese counts its weekdays: "Thứ 2", "Th 2", "T2". */
    bool isCountedWeekday(const QString &found) const
    {
        const QString word = found.toLower();
        return word == QStringLiteral("thứ") ||
               (m_countsMonths && nothingYet() && (word == u"t" || word == u"th"));
    }

    void skipNumber()
    {
        while (peek(0) == u' ')
            ++m_at;
        while (peek(0).isDigit())
            ++m_at;
    }

    bool nothingYet() const { return m_numbers.empty() && m_parts.year < 0 && m_parts.hour < 0; }

    /** "tháng 5", the fifth month. */
    bool takeCountedMonth(const QString &found)
    {
        const QString word = found.toLower();
        if (word != u"thg" && word != QStringLiteral("tháng"))
            return false;
        while (peek(0) == u' ')
            ++m_at;
        const qsizetype start = m_at;
        while (peek(0).isDigit() && m_at - start < 2)
            ++m_at;
        if (m_at > start)
            m_parts.month = m_text.mid(start, m_at - start).toInt();
        return true;
    }

    /** "5 PM": the number before is the hour where day, month and year are there without it. */
    void hourAlone()
    {
        const size_t wanted = m_parts.month > 0 ? 2 : 3;
        if (m_parts.hour >= 0 || !hasFullYear() || m_numbers.size() <= wanted)
            return;
        const Number last = m_numbers.back();
        if (last.digits > 2 || last.value < 1 || last.value > 12)
            return;
        m_parts.hour = last.value;
        m_parts.minute = 0;
        m_numbers.pop_back();
    }

    /** "Europe/Berlin", from the system's time zones. */
    bool zoneOfRegion(const QString &area)
    {
        if (peek(0) != u'/' || !peek(1).isLetter())
            return false;
        QString name = area;
        while (m_at < m_text.size() &&
               (m_text[m_at].isLetter() || m_text[m_at] == u'/' || m_text[m_at] == u'_'))
            name += m_text[m_at++];
        m_region = name.toLatin1();
        return true;
    }

    void month(const QString &found)
    {
        int month = m_isCroatian ? croatianMonthOfName(found) : monthOfName(found);
        // Two words in the Levant: كانون الثاني
        const qsizetype after = m_at;
        if (peek(0) == u' ') {
            ++m_at;
            const QString second = takeWord();
            if (const int two = second.isEmpty() ? 0 : monthOfName(found + u' ' + second))
                month = two;
            else
                m_at = after;
        }
        if (month == 0)
            return;
        m_parts.month = month;
        m_monthIsFirst = m_numbers.empty() && m_parts.year < 0;
    }

    QDateTime assembled()
    {
        if (m_invalid)
            return {};
        if (m_parts.year >= 0 && m_parts.month > 0) {
            if (m_parts.day < 0)
                m_parts.day = m_numbers.empty() ? 1 : m_numbers[0].value;
        } else if (m_numbers.empty()) {
            return {};
        } else if (m_parts.month > 0) {
            if (!placeWithMonthName())
                return {};
        } else if (m_numbers.size() < 3) {
            return {};
        } else {
            placeNumbers();
        }
        return finished();
    }

    QDateTime finished()
    {
        constexpr int buddhist = 543; // Thailand counts its years so; nobody publishes in the 25th century
        if (m_parts.year > 2480 && m_parts.year < 2700)
            m_parts.year -= buddhist;
        const QDateTime date = dateOf(m_parts);
        if (m_region.isEmpty() || m_parts.offset || !date.isValid())
            return date;
        const QTimeZone zone(m_region);
        if (!zone.isValid())
            return date;
        m_parts.offset = QDateTime(date.date(), date.time(), zone).offsetFromUtc();
        // Before there were zones, places had times of their own, to the second; RFC 3339 has none.
        const QDateTime placed = dateOf(m_parts);
        return placed.isValid() ? placed.toOffsetFromUtc(*m_parts.offset - *m_parts.offset % 60) : placed;
    }

    void placeNumbers()
    {
        const auto [first, firstDigits] = m_numbers[0];
        const int second = m_numbers[1].value;
        const auto [third, thirdDigits] = m_numbers[2];
        if (firstDigits >= 3) {
            set(first, second, third);
        } else {
            // 12/31/2003 and 31.12.2003: with a slash Americans are more, with a dot there are none.
            const bool monthFirst = m_text.contains(u'/') && !m_dayFirst ? first <= 12 : second > 12;
            set(fullYear(third, thirdDigits), monthFirst ? first : second, monthFirst ? second : first);
        }
        if (m_parts.month > 12 && m_parts.day <= 12)
            std::swap(m_parts.month, m_parts.day);
    }

    /** "31 Dec 2003", "Dec 31, 2003", "2003-Dec-31", "Thu Jan  1 19:48:21 2004". */
    bool placeWithMonthName()
    {
        int year = m_parts.year;
        for (const auto &[value, digits] : m_numbers) {
            if (digits >= 3 && year < 0)
                year = fullYear(value, digits);
            else if (digits <= 2 && m_parts.day < 0)
                m_parts.day = value;
            else if (digits <= 2 && year < 0)
                year = fullYear(value, digits);
        }
        if (m_parts.day > 31 && year >= 0 && year % 100 <= 31) // 03 Jan 31 with the year first
            std::swap(m_parts.day, year);
        m_parts.year = year;
        if (m_parts.day < 0)
            m_parts.day = 1;
        return year >= 0;
    }

    void set(int year, int month, int day)
    {
        m_parts.year = year;
        m_parts.month = month;
        m_parts.day = day;
    }

    const QString m_text;
    const bool m_dayFirst;     ///< a mark of direction tells Arabic and Hebrew
    const bool m_countsMonths; ///< Vietnamese
    const bool m_isCroatian;
    qsizetype m_at = 0;
    DateParts m_parts;
    std::vector<Number> m_numbers;
    int m_era = 0; ///< years to add to the next year
    QByteArray m_region;
    bool m_monthIsFirst = false; ///< and may be a weekday: a later one is better
    bool m_invalid = false;
};

} // namespace

QDateTime readFreeDate(const QString &text)
{
    return FreeDate(text).read();
}

} // namespace broadsheet::feed
