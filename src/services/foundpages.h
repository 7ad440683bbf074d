// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/pagefetcher.h"

#include <QElapsedTimer>

#include <deque>
#include <optional>

namespace broadsheet {

/**
 * Feeds that were fetched while the reader looked for them, for a few minutes: when one is subscribed, this
 * is its first answer, and the server is not asked twice.
 */
class FoundPages
{
public:
    /** \a feedUrl is the address under which it would be subscribed. */
    void keep(const QUrl &feedUrl, const FetchedPage &page);
    /** Takes it out; nothing if there is none, or it has grown old. */
    std::optional<FetchedPage> take(const QUrl &feedUrl);

private:
    struct Entry
    {
        QUrl feedUrl;
        FetchedPage page;
        QElapsedTimer age;
    };
    std::deque<Entry> m_entries; ///< newest last
};

} // namespace broadsheet
