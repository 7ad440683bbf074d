// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/articlelistmodel.h"

#include "base/answer.h"
#include "services/libraryevents.h"
#include "widgets/articles/cardtext.h"

#include <algorithm>
#include <bitset>

namespace broadsheet {
namespace {

constexpr int FirstIds = 256;
/** From here on reading the view anew is cheaper than placing rows one by one. */
constexpr qsizetype ManyNewcomers = 2000;

/** True if every one of \a some is in \a all; both are in the same order. */
bool isWithin(const QList<ArticleId> &some, const QList<ArticleId> &all)
{
    auto at = all.begin();
    for (const ArticleId id : some) {
        at = std::find(at, all.end(), id);
        if (at == all.end())
            return false;
        ++at;
    }
    return true;
}

QSet<ArticleId> idsOf(const QList<ArticleHeadline> &headlines)
{
    QSet<ArticleId> ids;
    for (const ArticleHeadline &headline : headlines)
        ids.insert(headline.id);
    return ids;
}

bool isNewer(const ArticleHeadline &a, const ArticleHeadline &b)
{
    return a.sortTime != b.sortTime ? a.sortTime > b.sortTime : a.id > b.id;
}

} // namespace

ArticleListModel::ArticleListModel(HeadlineSource &source, LibraryEvents &events, const Clock &clock,
                                   QObject *parent)
    : QAbstractListModel(parent), m_source(source), m_clock(clock), m_cache(source)
{
    connect(&events, &LibraryEvents::articlesChanged, this, &ArticleListModel::articlesChanged);
    connect(&m_cache, &HeadlineCache::arrived, this,
            [this](const QList<ArticleId> &ids, qsizetype row) { tellChanged(ids, row); });
}

void ArticleListModel::open(const ArticleFilter &filter)
{
    beginResetModel();
    ++m_generation;
    m_filter = filter;
    m_ids.clear();
    m_cache.clear();
    m_newcomers.clear();
    m_goneMeanwhile.clear();
    m_loading = true;
    m_considering = false;
    m_reading = 0;
    endResetModel();

    ++m_reading;
    whenAnswered(m_source.ids(filter, FirstIds), this,
                 [this, generation = m_generation](const Result<QList<ArticleId>> &answer) {
                     if (generation != m_generation)
                         return;
                     m_loading = false;
                     --m_reading;
                     if (answer)
                         replaceIds(*answer);
                     if (answer && answer->size() >= FirstIds)
                         readAll(false);
                     Q_EMIT opened();
                     if (!answer)
                         Q_EMIT failed(answer.error());
                     considerNewcomers();
                 });
}

ArticleId ArticleListModel::idAt(int row) const
{
    return row >= 0 && row < m_ids.size() ? m_ids.at(row) : ArticleId();
}

int ArticleListModel::rowOf(ArticleId id) const
{
    return id.isValid() ? int(m_ids.indexOf(id)) : -1;
}

const ArticleHeadline *ArticleListModel::headlineAt(int row) const
{
    return row >= 0 && row < m_ids.size() ? m_cache.at(m_ids, row) : nullptr;
}

void ArticleListModel::showRead(ArticleId id, bool read)
{
    if (const ArticleHeadline *kept = m_cache.peek(id)) {
        ArticleHeadline headline = *kept;
        headline.unread = !read;
        m_cache.insert(headline);
        tellChanged({id});
    }
}

void ArticleListModel::showStarred(ArticleId id, bool starred)
{
    if (const ArticleHeadline *kept = m_cache.peek(id)) {
        ArticleHeadline headline = *kept;
        headline.starred = starred;
        m_cache.insert(headline);
        tellChanged({id});
    }
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case HeadlineRole:
        return QVariant::fromValue(headlineAt(index.row()));
    case ArticleIdRole:
        return QVariant::fromValue(m_ids.at(index.row()));
    case TellingRole:
        return QVariant::fromValue(telling(index.row()));
    case Qt::DisplayRole:
        if (const ArticleHeadline *headline = headlineAt(index.row()))
            return CardText::title(*headline);
        return QString();
    case Qt::AccessibleTextRole:
        if (const ArticleHeadline *headline = headlineAt(index.row()))
            return CardText::spoken(*headline, m_clock.now());
        return CardText::loading();
    default:
        return {};
    }
}

/** By the rows above and below, as far as they are there: nothing is read for it. */
Telling ArticleListModel::telling(int row) const
{
    if (m_filter.view != ArticleFilter::View::Stories)
        return Telling::None;
    const auto storyOf = [this](int at) {
        const ArticleHeadline *there = m_cache.peek(idAt(at));
        return there ? there->story : StoryId();
    };
    const StoryId own = storyOf(row);
    if (!own.isValid())
        return Telling::None;
    const bool goesOn = storyOf(row + 1) == own;
    if (storyOf(row - 1) == own)
        return goesOn ? Telling::Middle : Telling::Last;
    return goesOn ? Telling::First : Telling::Only;
}

/** Reads every id of the view; \a keepOthers: rows that no longer fit stay, if all that fit are here. */
void ArticleListModel::readAll(bool keepOthers)
{
    ++m_reading;
    whenAnswered(m_source.ids(m_filter, -1), this,
                 [this, keepOthers, generation = m_generation](const Result<QList<ArticleId>> &answer) {
                     if (generation != m_generation)
                         return;
                     --m_reading;
                     if (answer)
                         takeAll(*answer, keepOthers);
                     if (m_reading == 0)
                         m_goneMeanwhile.clear();
                     considerNewcomers();
                 });
}

void ArticleListModel::takeAll(QList<ArticleId> ids, bool keepOthers)
{
    if (!m_goneMeanwhile.isEmpty())
        ids.removeIf([this](ArticleId id) { return m_goneMeanwhile.contains(id); });
    if (keepOthers && isWithin(ids, m_ids))
        return;
    replaceIds(ids);
}

/** What both lists begin and end with stays untouched, and with it the current row and the reader's place. */
void ArticleListModel::replaceIds(const QList<ArticleId> &ids)
{
    const auto [oldMiddle, newMiddle] = std::mismatch(m_ids.cbegin(), m_ids.cend(), ids.cbegin(), ids.cend());
    const int first = int(oldMiddle - m_ids.cbegin());
    const auto tail = std::mismatch(m_ids.crbegin(), std::make_reverse_iterator(oldMiddle), ids.crbegin(),
                                    std::make_reverse_iterator(newMiddle));
    const int oldEnd = int(m_ids.size() - (tail.first - m_ids.crbegin()));
    const int newEnd = int(ids.size() - (tail.second - ids.crbegin()));
    if (oldEnd > first) {
        beginRemoveRows({}, first, oldEnd - 1);
        m_ids.remove(first, oldEnd - first);
        endRemoveRows();
    }
    if (newEnd > first) {
        beginInsertRows({}, first, newEnd - 1);
        m_ids = ids;
        endInsertRows();
    }
}

void ArticleListModel::articlesChanged(const ArticleChanges &changes)
{
    if (changes.everything) {
        m_cache.refreshAll();
        // After a wish of the reader's own ("mark all as read") nothing leaves the view under his eyes.
        readAll(changes.change.isValid());
        return;
    }
    m_cache.refresh(changes.updated);
    if (!changes.removed.isEmpty())
        removeIds(QSet<ArticleId>(changes.removed.cbegin(), changes.removed.cend()));

    QSet<ArticleId> newcomers(changes.inserted.cbegin(), changes.inserted.cend());
    for (const ArticleId id : changes.updated)
        newcomers.insert(id);
    for (const int row : rowsOf(newcomers))
        newcomers.remove(m_ids.at(row));
    m_newcomers += newcomers;
    considerNewcomers();
}

void ArticleListModel::removeIds(const QSet<ArticleId> &gone)
{
    if (m_reading > 0)
        m_goneMeanwhile += gone;
    m_newcomers -= gone;
    QList<int> rows = rowsOf(gone);
    while (!rows.isEmpty()) {
        const int last = rows.takeLast();
        int first = last;
        while (!rows.isEmpty() && rows.last() == first - 1)
            first = rows.takeLast();
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_cache.remove(m_ids.at(row));
        m_ids.remove(first, last - first + 1);
        endRemoveRows();
    }
}

/** One question at a time; what comes meanwhile waits and goes together. */
void ArticleListModel::considerNewcomers()
{
    if (m_newcomers.isEmpty() || m_considering || m_loading || m_reading > 0)
        return;
    const QList<ArticleId> ids = m_newcomers.values();
    m_newcomers.clear();
    // Where a row of the stories belongs does not follow from its own time.
    if (ids.size() > ManyNewcomers || m_filter.view == ArticleFilter::View::Stories) {
        readAll(true);
        return;
    }
    m_considering = true;
    whenAnswered(m_source.headlines(ids), this,
                 [this, generation = m_generation](const Result<QList<ArticleHeadline>> &answer) {
                     if (generation != m_generation)
                         return;
                     m_considering = false;
                     if (answer && !answer->isEmpty())
                         askWhichBelong(*answer);
                     else
                         considerNewcomers();
                 });
}

/** What a view holds is the store's to say (sub-categories, tags, "today"): asked from the oldest newcomer
 * on. */
void ArticleListModel::askWhichBelong(const QList<ArticleHeadline> &headlines)
{
    const auto oldest = std::max_element(headlines.begin(), headlines.end(), isNewer);
    ArticleFilter narrowed = m_filter;
    const QDateTime since = oldest->sortTime.addSecs(-1);
    if (!narrowed.since.isValid() || narrowed.since < since)
        narrowed.since = since;
    m_considering = true;
    whenAnswered(m_source.ids(narrowed, -1), this,
                 [this, headlines, generation = m_generation](const Result<QList<ArticleId>> &answer) {
                     if (generation != m_generation)
                         return;
                     m_considering = false;
                     if (answer) {
                         QSet<ArticleId> fitting(answer->cbegin(), answer->cend());
                         for (const int row : rowsOf(idsOf(headlines))) // read meanwhile
                             fitting.remove(m_ids.at(row));
                         QList<ArticleHeadline> newcomers = headlines;
                         newcomers.removeIf(
                             [&](const ArticleHeadline &headline) { return !fitting.contains(headline.id); });
                         place(newcomers);
                     }
                     considerNewcomers();
                 });
}

void ArticleListModel::place(QList<ArticleHeadline> headlines)
{
    std::sort(headlines.begin(), headlines.end(), isNewer);
    QList<int> rows;
    for (const ArticleHeadline &headline : headlines)
        rows.append(rowFor(headline));
    // From the end, so that the rows found above stay right; neighbours go in together.
    for (qsizetype last = headlines.size() - 1; last >= 0;) {
        qsizetype first = last;
        while (first > 0 && rows.at(first - 1) == rows.at(last))
            --first;
        const int row = rows.at(last);
        beginInsertRows({}, row, row + int(last - first));
        m_ids.insert(row, last - first + 1, ArticleId());
        for (qsizetype i = first; i <= last; ++i) {
            m_ids[row + i - first] = headlines.at(i).id;
            m_cache.insert(headlines.at(i));
        }
        endInsertRows();
        last = first - 1;
    }
}

int ArticleListModel::rowFor(const ArticleHeadline &headline) const
{
    qsizetype low = 0, high = m_ids.size();
    while (low < high) {
        // Almost always the newcomer is the newest: look at the top first.
        const qsizetype middle = low == 0 && high == m_ids.size() ? 0 : (low + high) / 2;
        const ArticleHeadline *there = m_cache.at(m_ids, middle);
        const bool below = there ? isNewer(*there, headline) : m_ids.at(middle) > headline.id;
        if (below)
            low = middle + 1;
        else
            high = middle;
    }
    return int(low);
}

/** Ascending; one pass over the ids, whatever their number. */
QList<int> ArticleListModel::rowsOf(const QSet<ArticleId> &ids) const
{
    return rowsOf(ids, 0, m_ids.size());
}

QList<int> ArticleListModel::rowsOf(const QSet<ArticleId> &ids, qsizetype first, qsizetype end) const
{
    // Nearly all of a million rows are turned away by one bit, without a look into the set.
    constexpr size_t Bits = 8192;
    std::bitset<Bits> candidates;
    for (const ArticleId id : ids)
        candidates.set(size_t(id.value()) % Bits);
    QList<int> rows;
    const ArticleId *at = m_ids.constData();
    for (qsizetype row = first; row < end && rows.size() < ids.size(); ++row) {
        if (candidates.test(size_t(at[row].value()) % Bits) && ids.contains(at[row]))
            rows.append(int(row));
    }
    return rows;
}

/** \a near: the beginning of the page in which they probably are. */
void ArticleListModel::tellChanged(const QList<ArticleId> &ids, qsizetype near)
{
    const QSet<ArticleId> wanted(ids.cbegin(), ids.cend());
    QList<int> rows;
    if (near >= 0)
        rows = rowsOf(wanted, near, std::min(near + HeadlineCache::PageSize, m_ids.size()));
    if (rows.size() < wanted.size())
        rows = rowsOf(wanted);
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i + 1;
        while (end < rows.size() && rows.at(end) == rows.at(end - 1) + 1)
            ++end;
        // Of a story the rows above and below look otherwise, too.
        const int beside = m_filter.view == ArticleFilter::View::Stories ? 1 : 0;
        Q_EMIT dataChanged(index(std::max(0, rows.at(i) - beside)),
                           index(std::min(int(m_ids.size()) - 1, rows.at(end - 1) + beside)));
        i = end;
    }
}

} // namespace broadsheet
