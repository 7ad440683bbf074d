// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/parsedfeed.h"

#include <QByteArray>

namespace broadsheet::exchange {

/**
 * The feed as one line of JSON Feed 1.1 with the extension "_broadsheet" of the command line's contract,
 * without a line break at its end. \a source is told as given. \a raw: bodies as the feed gives them, not the
 * cleaned ones.
 */
QByteArray toJsonFeed(const ParsedFeed &feed, const QString &source, bool raw);

/** The line for a source that is no feed. */
QByteArray toJsonFeedError(const QString &source, const QString &message);

} // namespace broadsheet::exchange
