// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/headlinereader_p.h"

#include "store/articletable.h"

namespace broadsheet::store {

HeadlineReader::HeadlineReader(std::unique_ptr<Private> priv) : d(std::move(priv)) {}

HeadlineReader::~HeadlineReader() = default;

QList<ArticleHeadline> HeadlineReader::read(const QList<ArticleId> &ids)
{
    d->connection->clearError();
    const QList<ArticleHeadline> rows = articles::headlines(*d->connection, ids);
    return d->connection->error() ? QList<ArticleHeadline>() : rows;
}

} // namespace broadsheet::store
