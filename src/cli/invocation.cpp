// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invocation.h"

#include "cli/command.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QUrl>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliInvocation)
};

/** Words are sorted before there is an application to speak another language than English. */
Error wrongWord(const QString &word, const char *why)
{
    return {ErrorCode::InvalidArgument, QString::fromLatin1(why), word, {}};
}

bool looksLikeAddress(const QString &word)
{
    return word.contains(u':') || word.contains(u'.') || word.contains(u'/');
}

} // namespace

Result<Invocation> parseInvocation(const QStringList &words, const QStringList &commandNames)
{
    Invocation result;
    result.profile = qEnvironmentVariable("BROADSHEET_PROFILE");
    bool onlyWords = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (!onlyWords && word == QLatin1String("--profile")) {
            if (++i == words.size() || words[i].isEmpty())
                return wrongWord(word, QT_TRANSLATE_NOOP("CliInvocation", "needs a folder"));
            result.profile = words[i];
        } else if (!onlyWords && word.startsWith(QLatin1String("--profile="))) {
            result.profile = word.mid(10);
            if (result.profile.isEmpty())
                return wrongWord(word, QT_TRANSLATE_NOOP("CliInvocation", "needs a folder"));
        } else if (!onlyWords && word == QLatin1String("--json")) {
            result.json = true;
        } else if (!onlyWords && (word == QLatin1String("--help") || word == QLatin1String("-h"))) {
            result.help = true;
        } else if (!onlyWords && word == QLatin1String("--version")) {
            result.version = true;
        } else if (result.command.isEmpty() && result.arguments.isEmpty() && commandNames.contains(word)) {
            result.command = word;
        } else if (result.command.isEmpty() && !word.startsWith(u'-')) {
            // A mistyped command must not open a window with a strange address in it.
            if (!looksLikeAddress(word))
                return wrongWord(word, QT_TRANSLATE_NOOP("CliInvocation", "no such command"));
            result.arguments.append(word);
        } else if (result.command.isEmpty()) {
            return wrongWord(word, QT_TRANSLATE_NOOP("CliInvocation", "no such option"));
        } else {
            onlyWords = onlyWords || word == QLatin1String("--");
            result.arguments.append(word);
            // The value of an option of the command may look like one of ours: it is not ours to take.
            static const QStringList withValue{QStringLiteral("--text"),  QStringLiteral("--name"),
                                               QStringLiteral("--title"), QStringLiteral("--category"),
                                               QStringLiteral("--since"), QStringLiteral("--base-url")};
            if (!onlyWords && withValue.contains(word) && i + 1 < words.size())
                result.arguments.append(words[++i]);
        }
    }
    return result;
}

QString wrongInvocation(const Error &error)
{
    return QStringLiteral("%1: %2\n%3").arg(error.subject, Words::tr(error.detail.toLatin1()), usage());
}

QString noDisplay()
{
    return Words::tr(
               "there is no display to open a window on; start it in a desktop session, or use a command "
               "such as “broadsheet sync” (broadsheet --help lists them).") +
           u'\n';
}

bool speaksToPrograms(const Invocation &invocation)
{
    static const QStringList always{QStringLiteral("inspect"), QStringLiteral("extract"),
                                    QStringLiteral("discover")};
    return invocation.json || (always.contains(invocation.command) && !invocation.help);
}

QString profileFolder(const Invocation &invocation)
{
    if (!invocation.profile.isEmpty())
        return QDir(invocation.profile).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/broadsheet");
}

} // namespace broadsheet::cli
