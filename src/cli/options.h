// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace broadsheet::cli {

/** Which options a command takes. */
struct OptionSpec
{
    QStringList flags;  ///< "--force"
    QStringList values; ///< "--title VALUE" or "--title=VALUE"; may come several times
    int minimum = 0;    ///< positional words
    int maximum = -1;   ///< -1: any number
};

/** The words of a command, sorted by its spec. "--" ends the options; "-" is a positional word. */
class Options
{
public:
    /** InvalidArgument with the word as subject. */
    static Result<Options> parse(const QStringList &words, const OptionSpec &spec);

    bool has(const QString &flag) const { return m_flags.contains(flag); }
    /** The last one given; nothing if none. */
    std::optional<QString> value(const QString &name) const;
    QStringList values(const QString &name) const { return m_values.value(name); }
    const QStringList &positional() const { return m_positional; }

private:
    QStringList m_flags;
    QHash<QString, QStringList> m_values;
    QStringList m_positional;
};

} // namespace broadsheet::cli
