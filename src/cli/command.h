// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"

#include <QList>
#include <QStringList>

namespace broadsheet {
class Clock;
class Core;
} // namespace broadsheet

namespace broadsheet::cli {

/** What a command works with. */
struct Context
{
    Core &core;
    const Clock &clock;
    Output &output;
    QString command;
    QStringList arguments;
};

/** A sub-command: one function, one file (or one file for a few that belong together). */
struct Command
{
    const char *name;
    const char *usage; ///< its words, as in the contract
    bool needsStore;
    int (*run)(Context &context); ///< the exit status
};

/** All of them, in the order of the contract. */
const QList<Command> &commands();
QStringList commandNames();

/** Runs one: opens the store if it needs one. 2 for wrong words, 3 where the store cannot be opened. */
int runCommand(Context &context);

/** Usage of all commands or of one. */
QString usage(const QString &command = {});

int runInspect(Context &context);
int runSanitize(Context &context);
int runDiscover(Context &context);
int runExtract(Context &context);
int runSubscribe(Context &context);
int runUnsubscribe(Context &context);
int runFeeds(Context &context);
int runCategories(Context &context);
int runImport(Context &context);
int runExport(Context &context);
int runStories(Context &context);
int runSync(Context &context);
int runArticles(Context &context);
int runShow(Context &context);
int runMark(Context &context);
int runSearch(Context &context);
int runComments(Context &context);
int runComment(Context &context);
int runExportComments(Context &context);
int runStats(Context &context);
int runDoctor(Context &context);
int runBackup(Context &context);
int runRestore(Context &context);
/** Says plainly that the command comes with a later version; exits 2. */
int runNotYet(Context &context);

} // namespace broadsheet::cli
