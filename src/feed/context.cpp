// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/context.h"

namespace broadsheet::feed {
namespace {

constexpr qsizetype maxWarnings = 50;
constexpr qsizetype longestAddress = 65536;

/** An absolute web address that no resolution would change: the usual case, told without parsing it. */
bool isPlainWebAddress(QByteArrayView address)
{
    qsizetype at = 0;
    if (address.startsWith("https://"))
        at = 8;
    else if (address.startsWith("http://"))
        at = 7;
    else
        return false;
    for (; at < address.size(); ++at) {
        const uchar c = uchar(address[at]);
        if (c <= ' ' || c == '\\' || (c == '.' && address[at - 1] == '/'))
            return false;
    }
    return true;
}

QByteArray withoutBreaks(QByteArrayView address)
{
    QByteArray out = address.trimmed().toByteArray();
    out.removeIf([](char c) { return c == '\n' || c == '\r' || c == '\t'; }); // WHATWG URL §4.4
    return out;
}

} // namespace

QString Context::resolved(const QString &base, QByteArrayView address) const
{
    if (address.size() > longestAddress)
        return {};
    if (isPlainWebAddress(address))
        return QString::fromUtf8(address);
    const QByteArray clean = withoutBreaks(address);
    const QString text = QString::fromUtf8(clean);
    if (!m_resolve || base.isEmpty() || isPlainWebAddress(clean))
        return text;
    const QUrl relative(text, QUrl::TolerantMode);
    const QUrl from(base, QUrl::TolerantMode);
    if (!relative.isValid() || !from.isValid() || from.isRelative())
        return text;
    if (text.isEmpty())
        return {};
    return from.resolved(relative).toString(QUrl::FullyEncoded);
}

QString Context::resolvedBase(const QString &outer, const QString &inner) const
{
    const QUrl relative(inner, QUrl::TolerantMode);
    if (!relative.isValid() || inner.size() > longestAddress)
        return outer;
    if (!relative.isRelative()) {
        const QString scheme = relative.scheme();
        return scheme == u"http" || scheme == u"https" ? inner : outer;
    }
    const QUrl from(outer, QUrl::TolerantMode);
    if (outer.isEmpty() || !from.isValid())
        return inner;
    return from.resolved(relative).toString(QUrl::FullyEncoded);
}

void Context::warn(const QString &sentence)
{
    if (m_feed.warnings.size() < maxWarnings && !m_feed.warnings.contains(sentence))
        m_feed.warnings.append(sentence);
}

} // namespace broadsheet::feed
