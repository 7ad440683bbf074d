// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

namespace broadsheet::cli {

namespace {

Error wrongWord(const QString &word, const QString &why)
{
    return {ErrorCode::InvalidArgument, why, word, {}};
}

} // namespace

Result<Options> Options::parse(const QStringList &words, const OptionSpec &spec)
{
    Options options;
    bool onlyPositional = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyPositional || !word.startsWith(u'-') || word == QLatin1String("-")) {
            options.m_positional.append(word);
            continue;
        }
        if (word == QLatin1String("--")) {
            onlyPositional = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word : word.left(equals);
        if (spec.flags.contains(word)) {
            options.m_flags.append(word);
        } else if (spec.values.contains(name)) {
            if (equals >= 0)
                options.m_values[name].append(word.mid(equals + 1));
            else if (i + 1 < words.size())
                options.m_values[name].append(words[++i]);
            else
                return wrongWord(word, QStringLiteral("needs a value"));
        } else {
            return wrongWord(word, QStringLiteral("no such option"));
        }
    }
    if (options.m_positional.size() < spec.minimum)
        return wrongWord({}, QStringLiteral("something is missing"));
    if (spec.maximum >= 0 && options.m_positional.size() > spec.maximum)
        return wrongWord(options.m_positional.at(spec.maximum), QStringLiteral("one word too many"));
    return options;
}

std::optional<QString> Options::value(const QString &name) const
{
    const QStringList given = m_values.value(name);
    if (given.isEmpty())
        return std::nullopt;
    return given.last();
}

} // namespace broadsheet::cli
