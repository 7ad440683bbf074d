// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace broadsheet {

/** A place where a publisher can be followed besides its feed. */
struct SiteAccount
{
    /** What an icon and a word are chosen by; kept as numbers in the store. */
    enum class Kind {
        Other = 0,
        Mastodon = 1,
        Bluesky = 2,
        YouTube = 3,
        Reddit = 4,
        GitHub = 5,
        Medium = 6,
        Substack = 7,
        Podcast = 8,
        X = 9,
        Facebook = 10,
        Instagram = 11,
        LinkedIn = 12,
        TikTok = 13,
        Telegram = 14,
        Threads = 15,
        Newsletter = 16,
        Vimeo = 17,
        Tumblr = 18
    };
    Kind kind = Kind::Other;
    QString name; ///< "@meridian" or the host; for a tooltip
    QUrl url;
    QUrl feedUrl; ///< empty: it has none that we know
    bool operator==(const SiteAccount &) const = default;
};

} // namespace broadsheet
