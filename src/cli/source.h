// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/command.h"
#include "cli/options.h"

#include <QByteArray>
#include <QUrl>

#include <functional>

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

/** The option that says where a document is from. */
inline const QString baseUrlOption = QStringLiteral("--base-url");

/** Against what relative links resolve: the option, else where the document came from, if that is the web. */
QUrl baseOf(const Options &options, const Source &source);

using TakeSource = std::function<void(const QString &name, const Source &source)>;
using SourceFailure = std::function<void(const QString &name, const Error &error)>;

/** Reads the sources of a command one after the other; what cannot be read does not keep back the rest. The exit status. */
int forEachSource(Context &context, const Options &options, const TakeSource &take,
                  const SourceFailure &fail);

} // namespace broadsheet::cli
