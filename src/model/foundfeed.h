// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace broadsheet {

/** A feed that a web page offers. */
struct FoundFeed
{
    QUrl url;
    QString title; ///< plain text; may be empty
    QString type;  ///< MIME type as declared or guessed, such as "application/rss+xml"; empty: unknown
    bool operator==(const FoundFeed &) const = default;
};

} // namespace broadsheet
