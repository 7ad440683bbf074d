// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/imagepolicy.h"
#include "model/fulltext.h"
#include "model/upkeep.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace broadsheet {

/** How a feed did at its last fetch. Paused is the reader's wish, Gone the publisher's (HTTP 410). */
enum class FeedStatus { New, Ok, Failing, Gone, Paused };

/** Unread and all articles of something. Kept by the store, never counted on the way to the screen. */
struct Count
{
    qint64 unread = 0;
    qint64 total = 0;
    bool operator==(const Count &) const = default;
};

/** The reader's shelf; may nest. */
struct Category
{
    CategoryId id;
    CategoryId parent; ///< invalid at the top
    QString name;
    int position = 0;
    RetentionLimits keep; ///< for the feeds on it that have no wish of their own
    bool operator==(const Category &) const = default;
};

/** The reader's tie to a feed. */
struct Subscription
{
    FeedId id;
    CategoryId category; ///< invalid: not on a shelf
    QUrl feedUrl;
    QUrl siteUrl;
    QString feedTitle;   ///< what the feed calls itself
    QString customTitle; ///< what the reader calls it; empty: as the feed
    QUrl iconUrl;
    int position = 0;
    FeedStatus status = FeedStatus::New;
    std::optional<Error> lastError;
    QDateTime lastFetch;
    QDateTime lastSuccess;
    QDateTime nextFetch;
    QDateTime added;
    QDateTime lastNew; ///< when a fetch last brought something new
    QUrl movedTo;      ///< valid: the publisher moved it, and the reader has not said yes yet
    std::optional<std::chrono::minutes> interval; ///< the reader's wish; else as the feed has it
    QByteArray certificate; ///< SHA-256 of one that the reader accepts though it does not verify
    QString proxy;          ///< '' as the setting says, 'direct', or an address
    bool hasSecret = false; ///< a login, headers or cookies lie in the keyring
    Count count;
    bool foldDuplicates = true;    ///< an article that another feed has as well is read and starred with it
    bool unreadWhenEdited = false; ///< an article that the publisher changed counts as new
    std::optional<ImagePolicy> imagePolicy; ///< empty: as for all
    FullTextWish fullTextWish = FullTextWish::Undecided;
    RetentionLimits keep; ///< how long its articles are kept

    QString title() const
    {
        if (!customTitle.isEmpty())
            return customTitle;
        return feedTitle.isEmpty() ? feedUrl.toDisplayString(QUrl::RemoveScheme | QUrl::RemoveUserInfo).mid(2)
                                   : feedTitle;
    }
};

/** What is needed to subscribe. The titles may be empty: the first fetch fills feedTitle. */
struct NewSubscription
{
    QUrl feedUrl;
    QUrl siteUrl;
    QString feedTitle;
    QString customTitle;
    CategoryId category;
};

/** The fields of a subscription that the reader changes; what is not set stays. */
struct SubscriptionEdit
{
    std::optional<QString> customTitle;
    std::optional<CategoryId> category;
    std::optional<int> position; ///< among its siblings
    std::optional<QUrl> feedUrl;
    std::optional<bool> paused;
    std::optional<std::chrono::minutes> interval; ///< zero: as the feed has it
    std::optional<QByteArray> certificate;        ///< empty: verify as usual
    std::optional<QString> proxy;
    std::optional<bool> hasSecret;
    std::optional<bool> foldDuplicates;
    std::optional<bool> unreadWhenEdited;
    std::optional<std::optional<ImagePolicy>> imagePolicy; ///< an empty one: as for all
    std::optional<FullTextWish> fullTextWish;
};

/** Articles that the window's lists fold into the row of an earlier one (the same page in another feed). */
struct FoldedCounts
{
    qint64 today = 0; ///< unread
    qint64 unread = 0;
    qint64 starred = 0;
    QHash<CategoryId, qint64> unreadOf; ///< with sub-categories
};

/** A publishers' term that the reader follows, like a feed of all who use it. */
struct FollowedTag
{
    QString name; ///< normalised: what an ArticleFilter takes
    QString label;
    qint64 unread = 0;
    bool operator==(const FollowedTag &) const = default;
};

/** Subscriptions, categories and smart view counts: what the sidebar shows, read at once. */
struct LibraryOverview
{
    QList<Category> categories;        ///< in display order, parents before children
    QList<Subscription> subscriptions; ///< in display order
    QList<FollowedTag> tags;           ///< by label
    qint64 today = 0;                  ///< unread of today
    qint64 unread = 0;
    qint64 starred = 0;
    qint64 commented = 0;
    qint64 stories = 0; ///< of today, told by more than one feed
    qint64 total = 0;
    FoldedCounts folded; ///< in the above; what shows folded lists takes it off
};

/** One line of an import: a feed and the path of categories it belongs to. */
struct ImportedFeed
{
    QUrl feedUrl;
    QUrl siteUrl;
    QString title;
    QStringList categoryPath;
};

struct ImportResult
{
    int feeds = 0;      ///< added
    int categories = 0; ///< made
    int duplicates = 0; ///< already there
    QList<Error> failed;
    /** The feeds, new or not, whose addresses hold a login in the list; with these addresses. */
    QList<std::pair<FeedId, QUrl>> logins;
    int passingLogins = 0; ///< of these, logins that last for this run alone: there is nowhere to keep them
};

} // namespace broadsheet

Q_DECLARE_METATYPE(broadsheet::LibraryOverview)
