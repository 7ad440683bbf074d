// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace broadsheet::cli {

/** The words after the program's name, sorted: what holds for every command, the command, and its own words.
 */
struct Invocation
{
    QString profile; ///< --profile or BROADSHEET_PROFILE; empty: the platform's data folder
    bool json = false;
    bool help = false;
    bool version = false;
    QString command;       ///< empty: the window
    QStringList arguments; ///< of the command, or the URLs for the window
};

/**
 * Sorts \a words (without the program's name). --profile, --json, --help and --version may stand anywhere;
 * the first word that is no option is the command if it is one, else it and what follows are URLs for the
 * window. InvalidArgument with the word as subject.
 */
Result<Invocation> parseInvocation(const QStringList &words, const QStringList &commandNames);

/** What the reader is told where parseInvocation() fails with \a error, and where there is no display. */
QString wrongInvocation(const Error &error);
QString noDisplay();

/** Whether JSON comes out. It is English in every language: what reads it compares values. */
bool speaksToPrograms(const Invocation &invocation);

/** The profile folder to use, absolute. */
QString profileFolder(const Invocation &invocation);

} // namespace broadsheet::cli
