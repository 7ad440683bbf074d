// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/words.h"

#include <QCoreApplication>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliWords)
};

} // namespace

int wrongWords(Context &context, const QString &sentence)
{
    context.output.warning(sentence + u'\n' + usage(context.command).trimmed());
    return 2;
}

std::optional<Options> optionsOf(Context &context, const OptionSpec &spec)
{
    auto options = Options::parse(context.arguments, spec);
    if (options)
        return *options;
    const Error &error = options.error();
    wrongWords(context,
               error.subject.isEmpty()
                   ? Words::tr("%1: a word is missing.").arg(context.command)
                   : Words::tr("%1: cannot make sense of “%2”.").arg(context.command, error.subject));
    return std::nullopt;
}

std::optional<qint64> numberOf(Context &context, const QString &word)
{
    bool ok = false;
    const qint64 number = word.toLongLong(&ok);
    if (ok && number >= 0)
        return number;
    wrongWords(context, Words::tr("%1: “%2” is not a number.").arg(context.command, word));
    return std::nullopt;
}

} // namespace broadsheet::cli
