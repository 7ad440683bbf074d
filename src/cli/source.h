// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/command.h"

#include <QByteArray>
#include <QUrl>

namespace broadsheet::cli {

/** The bytes behind a SOURCE of the contract: a file, "-" or an http(s) URL. */
struct Source
{
    QByteArray bytes;
    QUrl url;            ///< where a URL led to in the end; file: for a file; empty for standard input
    QString contentType; ///< as the server says; else empty
};

/** Reads at most 64 MB. Fails with a reason; the subject is the source as written. */
Result<Source> readSource(Context &context, const QString &source);

} // namespace broadsheet::cli
