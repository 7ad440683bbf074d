// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invocation.h"

#include <QDir>
#include <QStandardPaths>
#include <QUrl>

namespace broadsheet::cli {

namespace {

Error wrongWord(const QString &word, const QString &why)
{
    return {ErrorCode::InvalidArgument, why, word, {}};
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
                return wrongWord(word, QStringLiteral("needs a folder"));
            result.profile = words[i];
        } else if (!onlyWords && word.startsWith(QLatin1String("--profile="))) {
            result.profile = word.mid(10);
            if (result.profile.isEmpty())
                return wrongWord(word, QStringLiteral("needs a folder"));
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
                return wrongWord(word, QStringLiteral("no such command"));
            result.arguments.append(word);
        } else if (result.command.isEmpty()) {
            return wrongWord(word, QStringLiteral("no such option"));
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

QString profileFolder(const Invocation &invocation)
{
    if (!invocation.profile.isEmpty())
        return QDir(invocation.profile).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/broadsheet");
}

} // namespace broadsheet::cli
