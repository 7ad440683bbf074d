// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonObject>
#include <QString>

namespace broadsheet::cli {

/** Results go to standard output, everything else to standard error; UTF-8, whatever the locale. */
class Output
{
public:
    explicit Output(bool json) : m_json(json) {}
    ~Output() { flush(); }

    bool isJson() const { return m_json; }
    /** A line of text for people. */
    void text(const QString &line);
    /** A line of NDJSON. */
    void json(const QJsonObject &object);
    /** Bytes as they are, no line break added. */
    void raw(const QByteArray &bytes);
    /** A failure, told on standard error. The exit status becomes 1. */
    void failure(const QString &sentence);
    void failure(const Error &error);
    void warning(const QString &sentence);
    /** A progress line, on a terminal only; an empty one wipes it. */
    void progress(const QString &line);
    void flush();

    /** 0, or 1 after a failure. */
    int status() const { return m_failed ? 1 : 0; }
    /** A failure was that the store is damaged, found only while it was read or written. */
    bool metDamage() const { return m_metDamage; }
    /** False once a line could not be written: a full disk, say. */
    bool isWritable() const { return m_writable; }

private:
    bool m_json;
    bool m_failed = false;
    bool m_metDamage = false;
    bool m_writable = true;
    bool m_progressShown = false;
};

} // namespace broadsheet::cli
