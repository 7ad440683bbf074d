// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/pagebuilder_p.h"

#include <array>
#include <utility>

namespace broadsheet::render {

namespace {

QString letters(int number)
{
    QString result;
    for (; number > 0; number = (number - 1) / 26)
        result.prepend(QChar(u'a' + (number - 1) % 26));
    return result;
}

QString roman(int number)
{
    static constexpr auto steps = std::to_array<std::pair<int, const char *>>({{1000, "m"},
                                                                               {900, "cm"},
                                                                               {500, "d"},
                                                                               {400, "cd"},
                                                                               {100, "c"},
                                                                               {90, "xc"},
                                                                               {50, "l"},
                                                                               {40, "xl"},
                                                                               {10, "x"},
                                                                               {9, "ix"},
                                                                               {5, "v"},
                                                                               {4, "iv"},
                                                                               {1, "i"}});
    QString result;
    for (const auto &[value, digits] : steps) {
        for (; number >= value; number -= value)
            result.append(QLatin1String(digits));
    }
    return result;
}

} // namespace

QString listMarker(int number, QChar type)
{
    const bool writable = number > 0 && number < 4000; // as numerals without zero can say it
    switch (type.unicode()) {
    case u'a':
        return writable ? letters(number) : QString::number(number);
    case u'A':
        return writable ? letters(number).toUpper() : QString::number(number);
    case u'i':
        return writable ? roman(number) : QString::number(number);
    case u'I':
        return writable ? roman(number).toUpper() : QString::number(number);
    default:
        return QString::number(number);
    }
}

} // namespace broadsheet::render
