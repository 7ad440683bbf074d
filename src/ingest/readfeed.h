// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/parsedfeed.h"

#include <QByteArray>
#include <QUrl>

namespace broadsheet::ingest {

struct ReadOptions
{
    bool raw = false; ///< bodies stay as the feed gives them, addresses are not resolved, nothing is dropped
    bool plainText = true; ///< fill contentText, which costs a pass over the text
};

/**
 * A feed's bytes as clean values: parsed, bodies cleaned into SafeHtml, addresses absolute (against xml:base,
 * then \a finalUrl, and where there is neither the entry's own page) and nothing but http and https among
 * those to be opened or loaded. The errors are those of feed::parse(). Pure: may run on any thread.
 */
Result<ParsedFeed> readFeed(const QByteArray &bytes, const QUrl &finalUrl, const QString &contentType,
                            const ReadOptions &options = {});

} // namespace broadsheet::ingest
