// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace broadsheet {

class SafeHtml;
namespace html {
/** The cleaner's own way to vouch for its output; declared in html/clean_p.h and used nowhere else. */
SafeHtml vouchFor(QByteArray cleaned);
} // namespace html

/**
 * Markup that went through the cleaner: allow-listed elements and attributes, absolute http(s) and mailto links,
 * UTF-8, no wrapping document. The only type that store and reader take as markup.
 */
class SafeHtml
{
public:
    SafeHtml() = default;

    const QByteArray &utf8() const { return m_utf8; }
    QString toString() const { return QString::fromUtf8(m_utf8); }
    bool isEmpty() const { return m_utf8.isEmpty(); }
    bool operator==(const SafeHtml &) const = default;
    /** Cleaned markup is balanced, so two pieces one after the other are clean too. */
    SafeHtml followedBy(const SafeHtml &other) const { return SafeHtml(m_utf8 + other.m_utf8); }

    /** For rows that the store reads back. The architecture test counts the callers. */
    static SafeHtml alreadyCleaned(QByteArray utf8) { return SafeHtml(std::move(utf8)); }

private:
    friend SafeHtml html::vouchFor(QByteArray cleaned);
    explicit SafeHtml(QByteArray utf8) : m_utf8(std::move(utf8)) {}

    QByteArray m_utf8;
};

} // namespace broadsheet
