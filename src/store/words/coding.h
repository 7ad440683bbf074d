// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>

namespace broadsheet::store::words {

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
inline void appendNumber(std::string &to, quint64 number)
{
    while (number >= 0x80) {
        to.push_back(char(number | 0x80));
        number >>= 7;
    }
    to.push_back(char(number));
}

/** Reads what was written so. What lies on a disk may be damaged: past the end there are zeros, and failed().
 */
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    bool atEnd() const { return m_at == m_end; }
    bool failed() const { return m_failed; }
    const char *position() const { return m_at; }

    quint64 number()
    {
        // Most are of one or two bytes.
        const auto at = reinterpret_cast<const unsigned char *>(m_at);
        if (m_end - m_at >= 2) {
            if (at[0] < 0x80) {
                ++m_at;
                return at[0];
            }
            if (at[1] < 0x80) {
                m_at += 2;
                return quint64(at[0] & 0x7f) | quint64(at[1]) << 7;
            }
        }
        quint64 result = 0;
        for (int shift = 0; m_at != m_end && shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(*m_at++);
            result |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                return result;
        }
        return fail();
    }
    quint8 byte() { return m_at != m_end ? static_cast<unsigned char>(*m_at++) : quint8(fail()); }
    std::string_view bytes(quint64 count)
    {
        if (count > quint64(m_end - m_at)) {
            fail();
            return {};
        }
        const std::string_view result(m_at, size_t(count));
        m_at += count;
        return result;
    }
    void skipNumbers(quint64 count)
    {
        while (count > 0 && m_at != m_end)
            count -= static_cast<unsigned char>(*m_at++) < 0x80;
        if (count > 0)
            fail();
    }

private:
    quint64 fail()
    {
        m_failed = true;
        m_at = m_end;
        return 0;
    }

    const char *m_at;
    const char *m_end;
    bool m_failed = false;
};

} // namespace broadsheet::store::words
