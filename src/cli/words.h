// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options.h"

namespace broadsheet::cli {

/** Sorts the words of the command; on failure tells what is off with the usage, and the command exits 2. */
std::optional<Options> optionsOf(Context &context, const OptionSpec &spec);
/** Says that a word is off, with the usage; returns 2. */
int wrongWords(Context &context, const QString &sentence);

/** A number of an option, at least 0; nothing (and told) where it is none. */
std::optional<qint64> numberOf(Context &context, const QString &word);

} // namespace broadsheet::cli
