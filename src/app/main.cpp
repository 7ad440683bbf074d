// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "app/stopsignals.h"
#include "app/windowprogram.h"
#include "base/clock.h"
#include "cli/command.h"
#include "cli/invocation.h"
#include "cli/output.h"
#include "services/core.h"
#include "services/syncservice.h"
#include "services/upkeepservice.h"
#include "settings/settings.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace broadsheet;

namespace {

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    return words;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("broadsheet"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BROADSHEET_VERSION));
}

/** As the process would have ended without us. */
void endBy(int number)
{
    std::signal(number, SIG_DFL);
    std::raise(number);
}

int runCommandLine(int &argc, char **argv, const cli::Invocation &invocation)
{
    QCoreApplication app(argc, argv);
    nameProgram();
    Language language;
    language.install(cli::speaksToPrograms(invocation) ? QLocale::c() : QLocale());
    cli::Output output(invocation.json);
    if (invocation.help) {
        output.text(cli::usage(invocation.command).trimmed());
        return 0;
    }
    SystemClock clock;
    Core core(cli::profileFolder(invocation), clock);
    const Settings settings(cli::profileFolder(invocation));
    core.setProxy(settings.proxy());
    core.upkeep().setRetention({settings.keepDays(), settings.keepCount(), settings.keepUnread()});
    // A sync that is to stop keeps what has come; anything else is short, and whole or not done.
    StopSignals stops;
    QObject::connect(&stops, &StopSignals::stopWanted, &core.sync(), [&core](int number) {
        if (core.sync().isRunning())
            core.sync().stop();
        else
            endBy(number);
    });
    cli::Context context{core, clock, output, invocation.command, invocation.arguments};
    return cli::runCommand(context);
}

/** Ends with \a status and what \a words says, in the reader's language. */
template <typename Words>
int complain(int &argc, char **argv, int status, Words words)
{
    const QCoreApplication app(argc, argv);
    Language language;
    language.install();
    std::fputs(("broadsheet: " + QString(words()).toUtf8()).constData(), stderr);
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    // A limit on the size of files is a full disk: told and survived, not the end of the process.
    std::signal(SIGXFSZ, SIG_IGN);
    const auto invocation = cli::parseInvocation(wordsOf(argc, argv), cli::commandNames());
    if (!invocation)
        return complain(argc, argv, 2, [&] { return cli::wrongInvocation(invocation.error()); });
    if (invocation->version) {
        std::puts("Broadsheet " BROADSHEET_VERSION);
        return 0;
    }
    if (!invocation->command.isEmpty() || invocation->help)
        return runCommandLine(argc, argv, *invocation);

    if (!WindowProgram::hasDisplay())
        return complain(argc, argv, 1, cli::noDisplay);
    nameProgram();
    WindowProgram program(argc, argv, cli::profileFolder(*invocation));
    return program.run(invocation->arguments);
}
