// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/foundpages.h"

#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

constexpr size_t mostPages = 8;
constexpr qint64 mostBytes = 4 * 1024 * 1024; ///< of one; a larger feed is rather fetched again
constexpr std::chrono::milliseconds longest = 5min;

} // namespace

void FoundPages::keep(const QUrl &feedUrl, const FetchedPage &page)
{
    const QUrl url = feedUrl.adjusted(QUrl::RemoveUserInfo);
    take(url);
    if (page.bytes.size() > mostBytes)
        return;
    m_entries.push_back({url, page, {}});
    m_entries.back().age.start();
    if (m_entries.size() > mostPages)
        m_entries.pop_front();
}

std::optional<FetchedPage> FoundPages::take(const QUrl &feedUrl)
{
    std::optional<FetchedPage> found;
    std::erase_if(m_entries, [&](Entry &entry) {
        const bool isOld = entry.age.hasExpired(longest.count());
        if (entry.feedUrl != feedUrl)
            return isOld;
        if (!isOld)
            found = std::move(entry.page);
        return true;
    });
    return found;
}

} // namespace broadsheet
