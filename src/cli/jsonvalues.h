// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "model/comment.h"
#include "model/feedupdate.h"
#include "model/story.h"
#include "model/subscription.h"

#include <QJsonObject>

namespace broadsheet::cli {

// The objects of the contract's NDJSON; a field without a value is left out.

QJsonObject toJson(const Subscription &feed, const LibraryOverview &overview);
QJsonObject toJson(const ArticleHeadline &headline, const LibraryOverview &overview);
/** With content, text, attachments and revisions. */
QJsonObject toJson(const Article &article, const LibraryOverview &overview, const QString &contentText);
QJsonObject toJson(const SearchHit &hit, const LibraryOverview &overview);
QJsonObject toJson(const Comment &comment);
/** \a reason says why it stands where it stands. */
QJsonObject toJson(const Story &story, const QString &reason);
QJsonObject toJson(const SyncOutcome &outcome);
QJsonObject toJson(const SyncSummary &summary);

} // namespace broadsheet::cli
