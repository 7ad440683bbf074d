// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/subscriptiontable.h"

#include "base/url.h"
#include "store/articletable.h"
#include "store/categorytable.h"
#include "store/changelog.h"
#include "store/connection.h"
#include "store/duplicates.h"
#include "store/storytable.h"
#include "store/tagtable.h"

#include <QHash>
#include <QJsonObject>

#include <algorithm>

namespace broadsheet::store::subscriptions {

namespace {

QString canonicalText(const QUrl &url)
{
    return QString::fromLatin1(canonicalUrl(url).toEncoded());
}

Error notFound(FeedId feed)
{
    return {ErrorCode::NotFound, QStringLiteral("No such subscription"), QString::number(feed.value()), {}};
}

/** The columns of `one` and `overview`, in one order. */
Subscription fromRow(const Query &row)
{
    Subscription s;
    s.id = row.id<FeedId>(0);
    s.category = row.id<CategoryId>(1);
    s.feedUrl = row.url(2);
    s.siteUrl = row.url(3);
    s.feedTitle = row.text(4);
    s.customTitle = row.text(5);
    s.iconUrl = row.url(6);
    s.position = int(row.integer(7));
    s.status = row.flag(8) ? FeedStatus::Paused : FeedStatus(row.integer(9));
    if (!row.isNull(10))
        s.lastError = Error{ErrorCode(row.integer(10)), row.text(11), row.text(12), row.optionalInt(13)};
    s.lastFetch = row.time(14);
    s.lastSuccess = row.time(15);
    s.nextFetch = row.time(16);
    s.added = row.time(17);
    s.count = {row.integer(18), row.integer(19)};
    s.lastNew = row.time(20);
    s.movedTo = row.url(21);
    if (const auto minutes = row.optionalInt(22))
        s.interval = std::chrono::minutes(*minutes);
    s.certificate = row.blob(23);
    s.proxy = row.text(24);
    s.hasSecret = row.flag(25);
    s.foldDuplicates = row.flag(26);
    s.unreadWhenEdited = row.flag(27);
    if (const auto policy = row.optionalInt(28))
        s.imagePolicy = ImagePolicy(*policy);
    s.fullTextWish = FullTextWish(row.integer(29));
    s.keep.days = row.optionalInt(30);
    if (const auto count = row.optionalInt(31))
        s.keep.count = *count;
    return s;
}

/** The siblings of a feed in their order, itself left out, then in again at \a position. */
void place(Connection &connection, FeedId feed, CategoryId category, int position)
{
    QList<FeedId> order;
    {
        Query query(
            connection,
            "SELECT id FROM feed WHERE category IS ? AND subscribed = 1 AND id <> ? ORDER BY position, id",
            category, feed);
        while (query.next())
            order.append(query.id<FeedId>(0));
    }
    order.insert(qBound(qsizetype(0), qsizetype(position), order.size()), feed);
    for (qsizetype i = 0; i < order.size(); ++i)
        connection.run("UPDATE feed SET position = ? WHERE id = ?", qint64(i), order[i]);
}

/** An address as it is kept: passwords have no place in a database. */
QUrl withoutLogin(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveUserInfo);
}

std::optional<Error> changeAddress(Connection &connection, FeedId feed, const QUrl &url)
{
    if (!url.isValid() || url.isEmpty())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("No address"), url.toString(), {}};
    const QString canonical = canonicalText(url);
    {
        Query query(connection, "SELECT 1 FROM feed WHERE canonical = ? AND id <> ?", canonical, feed);
        if (query.next())
            return Error{ErrorCode::AlreadyExists, QStringLiteral("This feed is subscribed"), canonical, {}};
    }
    // key_scope stays: the articles are the same ones at the new address.
    connection.run(
        "UPDATE feed SET url = ?, canonical = ?, etag = NULL, last_modified = NULL, body_hash = NULL, "
        "next_fetch = NULL, failures = 0, redirects_seen = 0, redirect_target = '', status = 0, "
        "error_code = NULL, validators_url = '', doubtful_hash = NULL, moved_to = '' WHERE id = ?",
        withoutLogin(url), canonical, feed);
    return std::nullopt;
}

/** What the reader wants of the fetching of one feed. */
void editFetching(Connection &connection, FeedId feed, const SubscriptionEdit &edit, QJsonObject &payload)
{
    if (edit.interval) {
        const qint64 minutes = edit.interval->count();
        connection.run("UPDATE feed SET interval_minutes = nullif(?, 0) WHERE id = ?",
                       std::max<qint64>(minutes, 0), feed);
        payload.insert(QStringLiteral("interval"), minutes);
    }
    if (edit.certificate)
        connection.run("UPDATE feed SET certificate = ?, next_fetch = NULL WHERE id = ?",
                       edit.certificate->isEmpty() ? QByteArray() : *edit.certificate, feed);
    if (edit.proxy)
        connection.run("UPDATE feed SET proxy = ? WHERE id = ?", *edit.proxy, feed);
    if (edit.hasSecret)
        connection.run("UPDATE feed SET has_secret = ?, next_fetch = NULL WHERE id = ?", *edit.hasSecret,
                       feed);
}

} // namespace

qint64 startOfDay(const QDateTime &now)
{
    return now.toLocalTime().date().startOfDay().toMSecsSinceEpoch();
}

std::optional<Subscription> find(Connection &connection, FeedId feed)
{
    Query query(
        connection,
        "SELECT f.id, f.category, f.url, f.site_url, f.title, f.custom_title, f.icon_url, f.position, "
        "f.paused, f.status, f.error_code, f.error_detail, f.error_subject, f.error_number, f.last_fetch, "
        "f.last_success, f.next_fetch, f.added, n.unread, n.total, f.last_new, f.moved_to, "
        "f.interval_minutes, f.certificate, f.proxy, f.has_secret, f.fold_duplicates, f.unread_when_edited, "
        "f.image_policy, f.full_text, f.keep_days, f.keep_count "
        "FROM feed f JOIN feed_count n ON n.feed = f.id WHERE f.id = ? AND f.subscribed = 1",
        feed);
    if (!query.next())
        return std::nullopt;
    return fromRow(query);
}

LibraryOverview overview(Connection &connection, const QDateTime &now)
{
    LibraryOverview result;
    result.categories = categories::all(connection);
    QHash<CategoryId, qsizetype> order;
    for (qsizetype i = 0; i < result.categories.size(); ++i)
        order.insert(result.categories[i].id, i);
    {
        Query query(
            connection,
            "SELECT f.id, f.category, f.url, f.site_url, f.title, f.custom_title, f.icon_url, f.position, "
            "f.paused, f.status, f.error_code, f.error_detail, f.error_subject, f.error_number, "
            "f.last_fetch, f.last_success, f.next_fetch, f.added, n.unread, n.total, f.last_new, f.moved_to, "
            "f.interval_minutes, f.certificate, f.proxy, f.has_secret, f.fold_duplicates, "
            "f.unread_when_edited, "
            "f.image_policy, f.full_text, f.keep_days, f.keep_count "
            "FROM feed f JOIN feed_count n ON n.feed = f.id WHERE f.subscribed = 1 "
            "ORDER BY f.position, f.id");
        while (query.next())
            result.subscriptions.append(fromRow(query));
    }
    // Feeds on no shelf come last.
    const auto shelf = [&order](const Subscription &s) { return order.value(s.category, order.size()); };
    std::ranges::stable_sort(result.subscriptions, {}, shelf);
    {
        Query query(connection, "SELECT unread, total, starred, commented FROM library_count");
        if (query.next()) {
            result.unread = query.integer(0);
            result.total = query.integer(1);
            result.starred = query.integer(2);
            result.commented = query.integer(3);
        }
    }
    Query query(connection,
                "SELECT count(*) FROM article INDEXED BY article_unread WHERE present = 1 AND read = 0 "
                "AND sort_time >= ?",
                startOfDay(now));
    result.today = query.next() ? query.integer(0) : 0;
    result.stories = stories::countSince(connection, startOfDay(now));
    result.tags = tags::followed(connection);
    result.folded = duplicates::counts(connection, result.categories, startOfDay(now));
    return result;
}

Result<Subscription> subscribe(Connection &connection, const NewSubscription &wanted, const QDateTime &now)
{
    if (!wanted.feedUrl.isValid() || wanted.feedUrl.isEmpty())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("No address"), wanted.feedUrl.toString(), {}};
    const QString canonical = canonicalText(wanted.feedUrl);
    FeedId feed;
    {
        Query query(connection, "SELECT id, subscribed FROM feed WHERE canonical = ?", canonical);
        if (query.next()) {
            feed = query.id<FeedId>(0);
            if (query.flag(1))
                return Error{
                    ErrorCode::AlreadyExists, QStringLiteral("This feed is subscribed"), canonical, {}};
        }
    }
    if (feed.isValid()) {
        // It was here before: its scope, and with it what the reader did, comes back.
        connection.run("UPDATE feed SET url = ?, site_url = ?, title = iif(? = '', title, ?), "
                       "custom_title = ?, category = ?, added = ?, subscribed = 1, paused = 0 WHERE id = ?",
                       withoutLogin(wanted.feedUrl), wanted.siteUrl, wanted.feedTitle, wanted.feedTitle,
                       wanted.customTitle, wanted.category, now, feed);
    } else {
        connection.run(
            "INSERT INTO feed (canonical, key_scope, url, site_url, title, custom_title, category, added) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            canonical, canonical, withoutLogin(wanted.feedUrl), wanted.siteUrl, wanted.feedTitle,
            wanted.customTitle, wanted.category, now);
        feed = FeedId(connection.lastId());
    }
    connection.run("UPDATE feed SET position = (SELECT ifnull(max(position) + 1, 0) FROM feed "
                   "WHERE category IS ? AND subscribed = 1 AND id <> ?) WHERE id = ?",
                   wanted.category, feed, feed);
    changelog::append(connection, now, QStringLiteral("subscribe"),
                      {{QStringLiteral("feed"), feed.value()}, {QStringLiteral("url"), canonical}});
    if (connection.error())
        return *connection.error();
    return *find(connection, feed);
}

Result<ArticleChanges> edit(Connection &connection, FeedId feed, const SubscriptionEdit &edit,
                            const QDateTime &now)
{
    const auto present = find(connection, feed);
    if (!present)
        return notFound(feed);
    QJsonObject payload{{QStringLiteral("feed"), feed.value()}};
    if (edit.customTitle) {
        connection.run("UPDATE feed SET custom_title = ? WHERE id = ?", *edit.customTitle, feed);
        payload.insert(QStringLiteral("title"), *edit.customTitle);
    }
    if (edit.paused) {
        connection.run("UPDATE feed SET paused = ? WHERE id = ?", *edit.paused, feed);
        payload.insert(QStringLiteral("paused"), *edit.paused);
    }
    if (edit.foldDuplicates) {
        connection.run("UPDATE feed SET fold_duplicates = ? WHERE id = ?", *edit.foldDuplicates, feed);
        payload.insert(QStringLiteral("fold_duplicates"), *edit.foldDuplicates);
    }
    if (edit.unreadWhenEdited) {
        connection.run("UPDATE feed SET unread_when_edited = ? WHERE id = ?", *edit.unreadWhenEdited, feed);
        payload.insert(QStringLiteral("unread_when_edited"), *edit.unreadWhenEdited);
    }
    editFetching(connection, feed, edit, payload);
    if (edit.imagePolicy) {
        const auto policy = *edit.imagePolicy;
        connection.run("UPDATE feed SET image_policy = ? WHERE id = ?",
                       policy ? QVariant(int(*policy)) : QVariant(), feed);
        payload.insert(QStringLiteral("images"), policy ? QJsonValue(int(*policy)) : QJsonValue());
    }
    if (edit.fullTextWish) {
        connection.run("UPDATE feed SET full_text = ? WHERE id = ?", int(*edit.fullTextWish), feed);
        payload.insert(QStringLiteral("full_text"), int(*edit.fullTextWish));
    }
    if (edit.feedUrl) {
        if (const auto error = changeAddress(connection, feed, *edit.feedUrl))
            return *error;
        payload.insert(QStringLiteral("url"), withoutLogin(*edit.feedUrl).toString());
    }
    const CategoryId category = edit.category.value_or(present->category);
    if (edit.category) {
        connection.run("UPDATE feed SET category = ? WHERE id = ?", category, feed);
        payload.insert(QStringLiteral("category"), category.value());
    }
    if (edit.position || (edit.category && category != present->category))
        place(connection, feed, category, edit.position.value_or(std::numeric_limits<int>::max()));
    ArticleChanges changes;
    changes.everything =
        edit.customTitle.has_value() || edit.category.has_value() || edit.imagePolicy.has_value();
    changes.change = changelog::append(connection, now, QStringLiteral("edit-subscription"), payload);
    return changes;
}

Result<ArticleChanges> unsubscribe(Connection &connection, FeedId feed, const QDateTime &now)
{
    if (!find(connection, feed))
        return notFound(feed);
    ArticleChanges changes;
    {
        Query query(
            connection,
            "SELECT id FROM article INDEXED BY article_feed WHERE feed = ? AND present = 1 AND starred = 0 "
            "AND comments = 0",
            feed);
        while (query.next())
            changes.removed.append(query.id<ArticleId>(0));
    }
    for (const ArticleId id : std::as_const(changes.removed))
        articles::removeContent(connection, id);
    connection.run("UPDATE feed SET subscribed = 0, etag = NULL, last_modified = NULL, body_hash = NULL, "
                   "last_fetch = NULL, next_fetch = NULL, status = 0, error_code = NULL, failures = 0, "
                   "redirects_seen = 0, redirect_target = '', validators_url = '', doubtful_hash = NULL, "
                   "hints = '', moved_to = '', certificate = NULL, has_secret = 0 WHERE id = ?",
                   feed);
    connection.run("DELETE FROM fetch_log WHERE feed = ?", feed);
    changes.change = changelog::append(connection, now, QStringLiteral("unsubscribe"),
                                       {{QStringLiteral("feed"), feed.value()}});
    return changes;
}

Result<void> revive(Connection &connection, FeedId feed)
{
    connection.run("UPDATE feed SET subscribed = 1 WHERE id = ? AND subscribed = 0", feed);
    if (connection.changes() == 0)
        return notFound(feed);
    return {};
}

Result<ImportResult> import(Connection &connection, const QList<ImportedFeed> &feeds, const QDateTime &now)
{
    ImportResult result;
    for (const ImportedFeed &feed : feeds) {
        auto category = categories::ensure(connection, feed.categoryPath, &result.categories);
        if (connection.error())
            return *connection.error();
        NewSubscription wanted{feed.feedUrl, feed.siteUrl, feed.title, {}, category.value_or(CategoryId())};
        const auto subscribed = subscribe(connection, wanted, now);
        if (connection.error())
            return *connection.error();
        if (subscribed) {
            ++result.feeds;
        } else if (subscribed.error().code == ErrorCode::AlreadyExists) {
            ++result.duplicates;
        } else {
            result.failed.append(subscribed.error());
        }
        if (feed.feedUrl.userInfo().isEmpty())
            continue;
        Query query(connection, "SELECT id FROM feed WHERE canonical = ? AND subscribed = 1",
                    canonicalText(feed.feedUrl));
        if (query.next())
            result.logins.append({query.id<FeedId>(0), feed.feedUrl});
    }
    return result;
}

} // namespace broadsheet::store::subscriptions
