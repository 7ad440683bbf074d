// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "cli/errorwords.h"

#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace broadsheet::cli {

void Output::raw(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

void Output::text(const QString &line)
{
    raw(line.toUtf8() + '\n');
}

void Output::json(const QJsonObject &object)
{
    raw(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Output::failure(const QString &sentence)
{
    m_failed = true;
    warning(sentence);
}

void Output::failure(const Error &error)
{
    m_metDamage =
        m_metDamage || error.code == ErrorCode::StoreDamaged || error.code == ErrorCode::StoreTooNew;
    failure(errorWords(error));
}

void Output::warning(const QString &sentence)
{
    progress({});
    flush();
    const QByteArray line = "broadsheet: " + sentence.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
}

void Output::progress(const QString &line)
{
    static const bool terminal = isatty(STDERR_FILENO) != 0;
    if (!terminal || (line.isEmpty() && !m_progressShown))
        return;
    const QByteArray bytes = "\r\033[K" + line.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
    m_progressShown = !line.isEmpty();
}

void Output::flush()
{
    if (std::fflush(stdout) != 0 || std::ferror(stdout))
        m_writable = false;
}

} // namespace broadsheet::cli
