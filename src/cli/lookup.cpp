// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lookup.h"

#include "base/url.h"
#include "cli/words.h"

#include <algorithm>

namespace broadsheet::cli {

const Subscription *findFeed(const LibraryOverview &overview, const QString &address)
{
    const QUrl wanted = urlFromUserInput(address);
    const QUrl canonical = canonicalUrl(wanted);
    const Subscription *alike = nullptr;
    for (const Subscription &feed : overview.subscriptions) {
        if (feed.feedUrl == wanted || feed.feedUrl.toString() == address)
            return &feed;
        if (wanted.isValid() && canonicalUrl(feed.feedUrl) == canonical)
            alike = &feed;
    }
    return alike;
}

const Subscription *findFeed(const LibraryOverview &overview, FeedId id)
{
    const auto found = std::ranges::find(overview.subscriptions, id, &Subscription::id);
    return found == overview.subscriptions.end() ? nullptr : &*found;
}

QString categoryPath(const LibraryOverview &overview, CategoryId id)
{
    QStringList path;
    // The depth bound keeps a broken store from looping for ever.
    for (int depth = 0; id.isValid() && depth < 100; ++depth) {
        const auto found = std::ranges::find(overview.categories, id, &Category::id);
        if (found == overview.categories.end())
            break;
        path.prepend(found->name);
        id = found->parent;
    }
    return path.join(u'/');
}

const Category *findCategory(const LibraryOverview &overview, const QString &name)
{
    const Category *byName = nullptr;
    int named = 0;
    for (const Category &category : overview.categories) {
        if (categoryPath(overview, category.id) == name)
            return &category;
        if (category.name.compare(name, Qt::CaseInsensitive) == 0) {
            byName = &category;
            ++named;
        }
    }
    return named == 1 ? byName : nullptr;
}

bool isWithin(const LibraryOverview &overview, CategoryId category, CategoryId ancestor)
{
    for (int depth = 0; category.isValid() && depth < 100; ++depth) {
        if (category == ancestor)
            return true;
        const auto found = std::ranges::find(overview.categories, category, &Category::id);
        if (found == overview.categories.end())
            return false;
        category = found->parent;
    }
    return false;
}

std::optional<ArticleId> articleIdOf(Context &context, const QString &word)
{
    const auto number = numberOf(context, word);
    if (!number)
        return std::nullopt;
    return ArticleId(*number);
}

} // namespace broadsheet::cli
