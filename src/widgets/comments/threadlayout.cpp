// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/threadlayout.h"

#include "widgets/comments/commentmodel.h"
#include "widgets/comments/mentioncard.h"
#include "widgets/common/fonts.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace broadsheet {

namespace {

constexpr double belowText = 45;    ///< from a text to the next avatar
constexpr double roomTop = 32;      ///< from a text to the box under it
constexpr double belowRoom = 26;    ///< from that box to the next avatar
constexpr double foldedHeight = 26; ///< of the line "3 replies"
constexpr double lineTop = 31;      ///< from the avatar's top
constexpr double lineEnd = 12;      ///< before the next thread
constexpr double actionGap = 16;
constexpr double tombstoneHeight = 56;
constexpr double narrowestText = 180;
constexpr int setAtOnce = 60;     ///< comments; more than a screen holds
constexpr size_t keptTexts = 400; ///< set texts take some 10 KB each

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ThreadLayout)
};

} // namespace

void ThreadLayout::ensure(int width, const Theme &theme)
{
    if (!(theme == m_theme)) {
        m_theme = theme;
        forget();
    }
    if (width == m_width)
        return;
    m_width = width;
    m_rows.clear();
    m_lines.clear();
    m_firstGuess = -1;
    // In a narrow column the steps end earlier, so that the words keep their room.
    const int fitting = int((width - textLeft() - narrowestText) / scaled(m_steps.width));
    const int maximum = std::clamp(fitting, 0, m_steps.maximum);
    if (maximum != m_maximum) {
        m_texts.clear(); // others begin with "to Name" now
        m_heights.clear();
        m_maximum = maximum;
    }

    struct Open
    {
        int depth;
        size_t line;
    };
    std::vector<Open> open;
    const auto closeFrom = [&](int depth, double y) {
        while (!open.empty() && open.back().depth >= depth) {
            QLineF &line = m_lines[open.back().line].line;
            line.setP2({line.x1(), qMax(line.y1(), y - scaled(lineEnd))});
            open.pop_back();
        }
    };
    double y = 0;
    for (int i = 0; i < m_model.rowCount();) {
        const Comment &comment = m_model.comment(i);
        closeFrom(comment.depth, y);
        Row row;
        row.modelRow = i;
        row.top = y;
        row.left = scaled(m_steps.width) * qMin(comment.depth, maximum);
        const int end = m_model.threadEnd(i);
        row.folded = end > i + 1 && m_folded.contains(comment.id);
        const double room = roomOf(row);
        const auto known = m_heights.find(comment.id.value());
        if (hasRoom(row) && m_roomForText)
            row.textHeight = m_roomHeight;
        else if (known != m_heights.end() && qFuzzyCompare(known->second.room, room))
            std::tie(row.textHeight, row.exact) = std::tie(known->second.height, known->second.exact);
        else if (m_rows.size() < setAtOnce)
            setExactly(row);
        else {
            row.textHeight = guess(comment, room);
            row.exact = false;
            m_heights.insert_or_assign(comment.id.value(), Height{room, row.textHeight, false});
        }
        if (!row.exact && m_firstGuess < 0)
            m_firstGuess = int(m_rows.size());
        row.height =
            comment.deleted ? scaled(tombstoneHeight) : textTop() + row.textHeight + scaled(belowText);
        if (row.folded)
            row.height += scaled(foldedHeight);
        if (hasRoom(row) && !m_roomForText)
            row.height += scaled(roomTop) + m_roomHeight + scaled(belowRoom) - scaled(belowText);
        else if (hasRoom(row))
            row.height += scaled(belowRoom) - scaled(belowText);
        if (!row.folded && end > i + 1 && comment.depth < maximum) {
            const double x = row.left + avatarSize() / 2;
            open.push_back({comment.depth, m_lines.size()});
            m_lines.push_back({int(m_rows.size()), QLineF(x, y + scaled(lineTop), x, y + scaled(lineTop))});
        }
        y += row.height;
        m_rows.push_back(row);
        i = row.folded ? end : i + 1;
    }
    closeFrom(0, y);
    m_height = m_rows.empty() ? 0 : y - scaled(lineEnd);
}

void ThreadLayout::forget(CommentId comment)
{
    if (comment.isValid()) {
        m_texts.erase(comment.value());
        m_heights.erase(comment.value());
    } else {
        m_texts.clear();
        m_heights.clear();
    }
    invalidate();
}

double ThreadLayout::roomOf(const Row &row) const
{
    return qMax(40.0, m_width - row.left - textLeft());
}

/** As high as a text of so many characters usually is. */
double ThreadLayout::guess(const Comment &comment, double room) const
{
    const double characters = qMax(8.0, room / scaled(6.9));
    double lines = 0;
    for (const QString &text : {comment.quote, comment.text}) {
        if (!text.isEmpty())
            lines += std::ceil(double(text.size()) / characters) + double(text.count(u'\n'));
    }
    double cards = 0;
    for (const Mention &mention : comment.mentions)
        cards += mentioncard::gap() + mentioncard::height(mention, mentioncard::widthFor(room));
    return qMax(1.0, lines) * scaled(CommentText::lineHeight) + cards;
}

/** True if the text is not as high as the row has it. */
bool ThreadLayout::setExactly(Row &row)
{
    const double before = row.textHeight;
    const double room = roomOf(row);
    row.textHeight = textOf(row.modelRow).setWidth(room);
    row.exact = true;
    m_heights.insert_or_assign(m_model.comment(row.modelRow).id.value(), Height{room, row.textHeight, true});
    return !qFuzzyCompare(1 + before, 1 + row.textHeight);
}

bool ThreadLayout::measure(double from, double to)
{
    if (isExact() || from >= m_height)
        return false;
    bool moved = false;
    const int first = qMax(0, rowAt(from));
    int index = first;
    // Rows become higher or lower as we go: where the next one begins is counted on.
    double top = m_rows.empty() ? 0 : m_rows.at(size_t(first)).top;
    for (; index < int(m_rows.size()) && top <= to; ++index) {
        Row &row = m_rows[size_t(index)];
        const double before = row.textHeight;
        if (!row.exact)
            moved = setExactly(row) || moved;
        top += row.height + row.textHeight - before;
    }
    forgetTexts(first, index);
    if (moved)
        invalidate();
    return moved;
}

bool ThreadLayout::measureSome(std::chrono::microseconds budget)
{
    if (isExact())
        return false;
    const auto end = std::chrono::steady_clock::now() + budget;
    int index = m_firstGuess;
    for (; index < int(m_rows.size()) && std::chrono::steady_clock::now() < end; ++index) {
        if (!m_rows[size_t(index)].exact)
            setExactly(m_rows[size_t(index)]);
        forgetTexts(index, index + 1);
    }
    while (index < int(m_rows.size()) && m_rows[size_t(index)].exact)
        ++index;
    m_firstGuess = index < int(m_rows.size()) ? index : -1;
    return m_firstGuess >= 0;
}

void ThreadLayout::forgetTexts(int keptFrom, int keptTo)
{
    if (m_texts.size() < keptTexts)
        return;
    QSet<qint64> kept;
    for (int i = keptFrom; i < keptTo && i < int(m_rows.size()); ++i)
        kept.insert(m_model.comment(m_rows.at(size_t(i)).modelRow).id.value());
    std::erase_if(m_texts, [&kept](const auto &text) { return !kept.contains(text.first); });
}

int ThreadLayout::rowAt(double y) const
{
    const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), y,
                                        [](double at, const Row &row) { return at < row.top; });
    if (after == m_rows.begin() || y >= m_height)
        return -1;
    return int(after - m_rows.begin()) - 1;
}

int ThreadLayout::rowOf(CommentId id) const
{
    const int modelRow = m_model.rowOf(id);
    const auto it = std::lower_bound(m_rows.begin(), m_rows.end(), modelRow,
                                     [](const Row &row, int wanted) { return row.modelRow < wanted; });
    return modelRow >= 0 && it != m_rows.end() && it->modelRow == modelRow ? int(it - m_rows.begin()) : -1;
}

CommentText &ThreadLayout::text(const Row &row)
{
    CommentText &text = textOf(row.modelRow);
    text.setWidth(roomOf(row));
    return text;
}

CommentText &ThreadLayout::textOf(int modelRow)
{
    const Comment &comment = m_model.comment(modelRow);
    const auto known = m_texts.find(comment.id.value());
    if (known != m_texts.end())
        return known->second;
    QString addressee;
    if (comment.depth > m_maximum && !m_model.parentName(modelRow).isEmpty())
        addressee = Words::tr("to %1").arg(m_model.parentName(modelRow));
    if (!comment.deleted)
        return m_texts.emplace(comment.id.value(), CommentText(comment, addressee, m_theme)).first->second;
    Comment tombstone;
    tombstone.text = Words::tr("Deleted");
    Theme faint = m_theme;
    faint.text = m_theme.text3;
    return m_texts.emplace(comment.id.value(), CommentText(tombstone, {}, faint)).first->second;
}

QRectF ThreadLayout::textRect(const Row &row) const
{
    const double left = row.left + textLeft();
    // A tombstone has no name above its word.
    const double top = m_model.comment(row.modelRow).deleted ? 3 : textTop();
    return {left, row.top + top, qMax(40.0, m_width - left), row.textHeight};
}

std::vector<ThreadLayout::Spot> ThreadLayout::spots(const Row &row)
{
    std::vector<Spot> spots;
    const Comment &comment = m_model.comment(row.modelRow);
    const QRectF area = textRect(row);
    const bool edited = hasRoom(row) && m_roomForText;
    if (!comment.deleted && !edited) {
        CommentText &words = text(row);
        if (!comment.quote.isEmpty() && !m_model.isLost(row.modelRow))
            spots.push_back({Spot::Kind::Passage,
                             Words::tr("Show in the text"),
                             words.quoteRect().translated(area.topLeft()),
                             {}});
        for (int i = 0; i < words.linkCount(); ++i)
            spots.push_back({Spot::Kind::Link, words.link(i).toDisplayString(),
                             words.linkRect(i).translated(area.topLeft()), words.link(i)});
        for (int i = 0; i < int(comment.mentions.size()); ++i)
            spots.push_back({Spot::Kind::Mention, mentioncard::spoken(comment.mentions.at(i)),
                             words.cardRect(i).translated(area.topLeft()), comment.mentions.at(i).url, i});
        const QFontMetricsF metrics(fonts::sans(12, QFont::Medium));
        double x = area.left();
        const auto action = [&](Spot::Kind kind, const QString &name) {
            const double wide = metrics.horizontalAdvance(name);
            spots.push_back(
                {kind, name, QRectF(x - 6, area.bottom() + actionsTop(), wide + 12, actionsHeight()), {}});
            x += wide + scaled(actionGap);
        };
        action(Spot::Kind::Reply, Words::tr("Reply"));
        if (m_model.isOwn(row.modelRow)) {
            action(Spot::Kind::Edit, Words::tr("Edit"));
            action(Spot::Kind::Delete, Words::tr("Delete"));
        } else if (!comment.url.isEmpty()) {
            action(Spot::Kind::Site, Words::tr("Answer on the site"));
            spots.back().url = comment.url;
        }
    }
    if (row.folded) {
        const int count = m_model.replyCount(row.modelRow);
        const QString name = count == 1 ? Words::tr("1 reply") : Words::tr("%n replies", nullptr, count);
        const double wide = QFontMetricsF(fonts::sans(12, QFont::Medium)).horizontalAdvance(name) + 16;
        spots.push_back({Spot::Kind::Unfold,
                         name,
                         QRectF(area.left() - 6, area.bottom() + actionsTop() + scaled(foldedHeight),
                                wide + 12, actionsHeight()),
                         {}});
    }
    return spots;
}

void ThreadLayout::setFolded(CommentId id, bool folded)
{
    if (folded)
        m_folded.insert(id);
    else
        m_folded.remove(id);
    invalidate();
}

bool ThreadLayout::hasRoom(const Row &row) const
{
    return m_roomFor.isValid() && m_model.comment(row.modelRow).id == m_roomFor;
}

void ThreadLayout::setRoom(CommentId comment, double height, bool inPlaceOfText)
{
    m_roomFor = comment;
    m_roomHeight = height;
    m_roomForText = inPlaceOfText;
    invalidate();
}

QRectF ThreadLayout::roomRect() const
{
    const int index = m_roomFor.isValid() ? rowOf(m_roomFor) : -1;
    if (index < 0)
        return {};
    const Row &row = m_rows.at(size_t(index));
    const double left = row.left + textLeft();
    double top = row.top + textTop();
    if (!m_roomForText)
        top += row.textHeight + scaled(roomTop) + (row.folded ? scaled(foldedHeight) : 0);
    return {left, top + (m_roomForText ? 3 : 0), m_width - left, m_roomHeight};
}

} // namespace broadsheet
