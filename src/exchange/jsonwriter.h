// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>
#include <QStringView>

#include <optional>

namespace broadsheet::exchange {

/**
 * Writes JSON (RFC 8259) on one line, as UTF-8 straight into a byte array: for NDJSON, where building a tree
 * first would cost more than the parsing. member() leaves out what has no value: empty texts, invalid dates,
 * empty optionals.
 */
class JsonWriter
{
public:
    explicit JsonWriter(QByteArray &out) : m_out(out) {}

    void beginObject() { open('{'); }
    void beginObject(const char *name) { key(name), open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void beginArray(const char *name) { key(name), open('['); }
    void endArray() { close(']'); }
    void key(const char *name);

    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    void value(QByteArrayView utf8);
    void value(qint64 number);
    void value(int number) { value(qint64(number)); }
    void value(double number);
    void value(bool flag);

    void member(const char *name, const QString &text);
    void member(const char *name, QByteArrayView utf8);
    void member(const char *name, const QDateTime &time); ///< RFC 3339, see base/datetime.h
    template <typename Number>
    void member(const char *name, const std::optional<Number> &number)
    {
        if (number) {
            key(name);
            value(*number);
        }
    }
    void number(const char *name, qint64 count)
    {
        key(name);
        value(count);
    }
    void flag(const char *name, bool on)
    {
        key(name);
        value(on);
    }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();

    QByteArray &m_out;
    bool m_comma = false; ///< something stands before, on this level
};

} // namespace broadsheet::exchange
