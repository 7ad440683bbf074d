// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/tablesetting.h"

#include <QFontMetricsF>
#include <QHash>

#include <algorithm>
#include <functional>
#include <numeric>

namespace broadsheet {

using render::RunFlag;
using Role = TextFormats::Role;

namespace {

constexpr int manyColumns = 6; ///< more are never set in the usual type

/** What a column needs for its longest word, and what it takes to set its text in a line. */
struct Wish
{
    double least = 0;
    double all = 0;
};

/** Widths of words, letter by letter: a table has thousands. */
class Letters
{
public:
    explicit Letters(const QFont &font) : m_metrics(font) {}

    double widthOf(QStringView word)
    {
        double width = 0;
        for (const QChar c : word) {
            auto known = m_widths.constFind(c.unicode());
            if (known == m_widths.cend())
                known = m_widths.insert(c.unicode(), m_metrics.horizontalAdvance(c));
            width += *known;
        }
        return width;
    }

private:
    QFontMetricsF m_metrics;
    QHash<char16_t, double> m_widths;
};

class Measure
{
public:
    Measure(const TextFormats &formats, Role cell, Role head)
        : m_cell(formats.text(cell).font())
        , m_head(formats.text(head).font())
        , m_bold(boldOf(formats.text(cell).font()))
        , m_widestWord(formats.scaled(120))
    {
    }

    Wish of(const render::TableCell &cell, const QList<render::Image> &images, double pictureRoom)
    {
        Wish wish;
        constexpr double atEdges = 3; // by how much letters may reach beyond their advance, and kerning
        double word = 0;
        const auto add = [&](Letters &letters, QStringView piece, bool ends) {
            const double width = letters.widthOf(piece);
            word += width;
            wish.all += width;
            wish.least = std::max(wish.least, std::min(word + atEdges, m_widestWord));
            if (ends)
                word = 0;
        };
        for (const render::Run &run : cell.runs) {
            if (run.image >= 0) {
                const int own = images.value(run.image).width;
                wish.least = std::max(wish.least, own > 0 ? std::min(double(own), pictureRoom) : pictureRoom);
                wish.all += own;
                continue;
            }
            Letters &letters = lettersOf(cell, run);
            const QStringView text = run.text;
            qsizetype from = 0;
            for (qsizetype i = 0; i < text.size(); ++i) {
                const bool parts = text[i].isSpace() && text[i] != QChar::Nbsp;
                if (!parts && !standsAlone(text[i]))
                    continue;
                add(letters, text.mid(from, i + 1 - from).trimmed(), true);
                from = i + 1;
                wish.all += parts ? letters.widthOf(u" ") : 0;
            }
            add(letters, text.mid(from), false);
        }
        return wish;
    }

private:
    static QFont boldOf(QFont font)
    {
        font.setWeight(QFont::Bold);
        return font;
    }
    /** Han, kana and what is written with them: a line may end after any. */
    static bool standsAlone(QChar c) { return c.unicode() >= 0x2e80 && c.unicode() < 0xac00; }
    Letters &lettersOf(const render::TableCell &cell, const render::Run &run)
    {
        if (run.flags & (RunFlag::Bold | RunFlag::Italic | RunFlag::Code))
            return m_bold; // about as wide
        return cell.header ? m_head : m_cell;
    }

    Letters m_cell, m_head, m_bold;
    double m_widestWord;
};

double sum(const QList<double> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

/** Parts \a room so that narrow columns have all they can use, \a most, and the wide ones are as wide as each other,
 * none less than \a least. */
QList<double> shared(double room, const QList<double> &least, const QList<double> &most)
{
    QList<double> widths = most;
    double low = 0, high = room;
    constexpr int steps = 24; // to a fraction of a pixel
    for (int i = 0; i < steps && sum(most) > room; ++i) {
        const double level = (low + high) / 2;
        for (qsizetype c = 0; c < widths.size(); ++c)
            widths[c] = std::clamp(level, least[c], most[c]);
        (sum(widths) > room ? high : low) = level;
    }
    return widths;
}

/** Takes what \a room lacks from the widest columns, from so few that their words take about two lines. */
QList<double> torn(double room, const QList<double> &least)
{
    constexpr double bearable = 0.55;
    QList<qsizetype> order(least.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater<>(), [&least](qsizetype c) { return least[c]; });
    QList<double> widths = least;
    double wide = 0, others = sum(least);
    for (qsizetype k = 0; k < order.size(); ++k) {
        wide += least[order[k]];
        others -= least[order[k]];
        const double factor = (room - others) / wide;
        if (factor < bearable && k + 1 < order.size())
            continue;
        for (qsizetype i = 0; i <= k; ++i)
            widths[order[i]] = least[order[i]] * factor;
        break;
    }
    return widths;
}

/** Fills the widths of \a setting; false where words have to break. */
bool fit(TableSetting &setting, const render::Table &table, const QList<const render::TableCell *> &grid,
         const QList<render::Image> &images, const TextFormats &formats, bool inPieces)
{
    const double column = formats.style().column;
    const double padding = formats.scaled(setting.before + setting.after);
    const double widestText = column * 0.6;
    const double pictureRoom = std::max(0.0, column / table.columns - padding);
    Measure measure(formats, setting.cell, setting.head);
    QList<double> least(table.columns, padding), wanted(table.columns, padding),
        whole(table.columns, padding);
    for (qsizetype i = 0; i < grid.size(); ++i) {
        const render::TableCell *cell = grid[i];
        if (!cell || cell->columnSpan > 1)
            continue;
        const Wish wish = measure.of(*cell, images, pictureRoom);
        const qsizetype c = i % table.columns;
        least[c] = std::max(least[c], wish.least + padding);
        wanted[c] = std::max(wanted[c], std::min(wish.all, widestText) + padding);
        whole[c] = std::max(whole[c], wish.all + padding);
    }
    if (!inPieces && table.columns <= manyColumns && sum(whole) <= column)
        return true;
    for (int c = 0; c < table.columns; ++c)
        wanted[c] = std::max(wanted[c], least[c]);
    if (sum(least) > column) {
        setting.widths = torn(column, least);
        return false;
    }
    setting.widths = shared(column, least, wanted);
    const double left = column - sum(setting.widths);
    for (double &width : setting.widths)
        width += std::max(0.0, left) / table.columns;
    return true;
}

} // namespace

TableSetting settingOf(const render::Table &table, const QList<render::Image> &images,
                       const TextFormats &formats, bool inPieces)
{
    QList<const render::TableCell *> grid;
    for (const auto &row : render::gridOf(table))
        grid += row;
    const TableSetting narrow{Role::NarrowTableCell, Role::NarrowTableHead, 10, 8, {}};
    const TableSetting small{Role::SmallTableCell, Role::SmallTableHead, 5, 4, {}};
    QList<TableSetting> settings{narrow, small};
    if (table.columns <= manyColumns)
        settings.prepend({});
    for (TableSetting &setting : settings) {
        if (fit(setting, table, grid, images, formats, inPieces))
            return setting;
    }
    return settings.constLast();
}

render::TableCell withParting(render::TableCell cell)
{
    for (render::Run &run : cell.runs) {
        for (qsizetype i = 0; i < run.text.size(); ++i) {
            const auto isFigure = [&run](qsizetype at) {
                return at >= 0 && at < run.text.size() && run.text[at].isDigit();
            };
            if (run.text[i] == QChar::Nbsp && !isFigure(i - 1) && !isFigure(i + 1))
                run.text[i] = u' ';
        }
    }
    return cell;
}

} // namespace broadsheet
