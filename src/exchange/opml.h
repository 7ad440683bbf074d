// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/subscription.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace broadsheet::exchange {

/** A list of subscriptions from another program. */
struct OpmlDocument
{
    QString title;
    QList<ImportedFeed> feeds; ///< in document order
    QList<Error> failures;     ///< outlines that could not be used; the line in number
};

/**
 * Reads OPML 1.0, 1.1 and 2.0, and the slips of those who write it: bare ampersands, other spellings of
 * attributes, a document that breaks off (what stands before is kept, the break is a failure). Nested
 * outlines and the attribute "category" become category paths. Loads nothing, expands no entities. EmptyBody;
 * Malformed with line and reason for what is no XML or no OPML; TooLarge.
 */
Result<OpmlDocument> readOpml(const QByteArray &bytes);

/** The subscriptions of \a library as OPML 2.0, \a now as its date. Without user names and passwords. */
QByteArray writeOpml(const LibraryOverview &library, const QDateTime &now);

} // namespace broadsheet::exchange
