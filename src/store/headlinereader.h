// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"

#include <QList>

#include <memory>

namespace broadsheet::store {

/**
 * Headline rows read at once on the thread that made it: for the article list alone, which needs a missing
 * page of 64 rows within a frame (0.14 ms). Read only; never waits for a lock longer than a few milliseconds.
 */
class HeadlineReader
{
public:
    ~HeadlineReader();
    /** The rows for \a ids in their order; ids that are gone are left out. Empty on any failure. */
    QList<ArticleHeadline> read(const QList<ArticleId> &ids);

private:
    friend class Store;
    class Private;
    explicit HeadlineReader(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace broadsheet::store
