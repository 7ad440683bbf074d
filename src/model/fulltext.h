// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

namespace broadsheet {

/** What the reader wants of a feed that may give only the first lines of its articles. */
enum class FullTextWish {
    Undecided, ///< nobody has asked
    OnDemand,
    Always
};

/** An article as its own page has it, beside what the feed gave. */
struct FullText
{
    QUrl page;         ///< where it was, after redirects
    QDateTime fetched; ///< UTC
    SafeHtml content;
    QString text;      ///< of content
    bool shown = true; ///< the reader reads this, not the feed's
};

} // namespace broadsheet
