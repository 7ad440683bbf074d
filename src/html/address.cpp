// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/address.h"

#include "base/url.h"
#include "html/entities.h"

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

constexpr qsizetype maxAddress = 8192;

constexpr bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** Characters that QUrl leaves as they are after the host. "%" is looked at one by one. */
constexpr std::array<bool, 256> plainCharacters = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 128; ++c)
        table[size_t(c)] = isAlnum(char(c));
    for (const char c :
         {'-', '.', '_', '~', '!', '$', '&', '\'', '(', ')', '*', '+', ',', ';', '=', ':', '@', '/', '?'})
        table[size_t(c)] = true;
    return table;
}();

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/** Wider than base's list, so that a miss here is sure; withoutTracking() decides. */
bool mayTrack(QByteArrayView query)
{
    static constexpr auto marks = std::to_array<const char *>(
        {"utm_", "mtm_", "pk_", "hsa_", "at_", "oly_", "mc_", "_hs", "clid", "braid", "igshid", "mkt_tok",
         "xtor", "cid", "cmpid", "sr_share", "vero_id", "ito", "UTM_"});
    return std::ranges::any_of(marks,
                               [query](const char *mark) { return query.contains(QByteArrayView(mark)); });
}

/** True for an absolute http(s) address in the form in which it is printed. Everything else takes the slow
 * way. */
bool isPlainWebAddress(QByteArrayView value)
{
    qsizetype at = 0;
    if (value.startsWith("https://"))
        at = 8;
    else if (value.startsWith("http://"))
        at = 7;
    else
        return false;
    const qsizetype host = at;
    bool letters = false;
    while (at < value.size() &&
           ((value[at] >= 'a' && value[at] <= 'z') || (value[at] >= '0' && value[at] <= '9') ||
            value[at] == '-' || value[at] == '.')) {
        letters = letters || value[at] >= 'a';
        ++at;
    }
    // Numbers alone may be any spelling of an IPv4 address, "xn--" is checked by QUrl.
    if (at == host || !letters || value[host] == '.' || value[at - 1] == '.' || value.size() > maxAddress ||
        value.sliced(host, at - host).contains("xn--") || value.sliced(host, at - host).contains(".."))
        return false;
    if (at < value.size() && value[at] != '/' && value[at] != '?')
        return false; // a port, a user, a fragment
    qsizetype query = -1;
    bool fragment = false;
    for (; at < value.size(); ++at) {
        const char c = value[at];
        if (plainCharacters[quint8(c)]) {
            if (c == '?' && query < 0 && !fragment)
                query = at;
            continue;
        }
        if (c == '#' && !fragment)
            fragment = true;
        else if (c != '%' || at + 2 >= value.size() || !isHexDigit(value[at + 1]) ||
                 !isHexDigit(value[at + 2]))
            return false;
    }
    return query < 0 || !mayTrack(value.sliced(query));
}

/** True for a path from the root that stays as it is behind a host: QUrl takes dots between slashes out. */
bool isPlainPath(QByteArrayView value)
{
    const qsizetype query = value.indexOf('?');
    const QByteArrayView path = query < 0 ? value : value.first(query);
    return path.startsWith('/') && !path.contains("//") && !path.contains("/.");
}

/** HTML5: blanks around an address and line breaks within do not count. */
QByteArray withoutBreaks(QByteArrayView value)
{
    QByteArray result;
    result.reserve(value.size());
    for (const char c : value) {
        if (c != '\n' && c != '\r' && c != '\t' && c != '\0')
            result.append(c);
    }
    return result.trimmed();
}

/** A line break, plain or encoded, with which a mail address would bring headers of its own. */
bool hasBreak(const QString &path)
{
    return path.contains(u'\n') || path.contains(u'\r') ||
           path.contains(QLatin1String("%0a"), Qt::CaseInsensitive) ||
           path.contains(QLatin1String("%0d"), Qt::CaseInsensitive);
}

} // namespace

const QByteArray &AddressResolver::origin()
{
    if (!m_origin) {
        constexpr auto after = QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment;
        m_origin =
            isWebUrl(m_base) ? m_base.adjusted(QUrl::RemoveUserInfo | after).toEncoded() : QByteArray();
    }
    return *m_origin;
}

QByteArrayView AddressResolver::resolve(QByteArrayView raw, Use use)
{
    if (!raw.contains('&'))
        return resolveDecoded(raw, use);
    m_decoded = withoutReferences(raw);
    return resolveDecoded(m_decoded, use);
}

QByteArrayView AddressResolver::resolveDecoded(QByteArrayView value, Use use)
{
    value = value.trimmed();
    if (isPlainWebAddress(value))
        return value;
    if (isPlainPath(value) && !origin().isEmpty()) {
        m_resolved = origin();
        m_resolved += value;
        if (isPlainWebAddress(m_resolved))
            return m_resolved;
    }
    return resolveSlowly(value, use);
}

QByteArrayView AddressResolver::resolveSlowly(QByteArrayView value, Use use)
{
    const QByteArray compact = withoutBreaks(value);
    if (compact.isEmpty() || compact.size() > maxAddress)
        return {};
    QUrl url(QString::fromUtf8(compact), QUrl::TolerantMode);
    if (use == Use::Link && compact.startsWith('#') && !isWebUrl(m_base)) {
        // A place in the same text, which needs no address (RFC 3986 §4.4): notes of an article without one.
        m_resolved = url.toEncoded();
        return m_resolved.size() > 1 && m_resolved.size() <= maxAddress ? QByteArrayView(m_resolved)
                                                                        : QByteArrayView();
    }
    if (url.isRelative()) {
        if (m_base.isValid() && !m_base.isRelative())
            url = m_base.resolved(url);
        else if (compact.startsWith("//"))
            url.setScheme(QStringLiteral("https"));
    }
    url.setUserInfo(QString()); // "https://bank.example@evil.example/" reads as the bank
    if (use == Use::Link && url.scheme() == QLatin1String("mailto") && url.isValid() &&
        !url.path().isEmpty() && !hasBreak(url.path())) {
        m_resolved = url.toEncoded();
    } else if (isWebUrl(url)) {
        m_resolved = withoutTracking(url).toEncoded();
    } else {
        return {};
    }
    return m_resolved.size() <= maxAddress ? QByteArrayView(m_resolved) : QByteArrayView();
}

bool isBitmapData(QByteArrayView value)
{
    constexpr qsizetype placeholder = 250; // a transparent pixel takes about a hundred characters
    if (value.size() < placeholder || value.size() > 1024 * 1024 || !value.startsWith("data:image/"))
        return false;
    for (const char *type : {"png", "gif", "jpeg", "webp"}) {
        const QByteArray head = QByteArray("data:image/") + type + ";base64,";
        if (!value.startsWith(head))
            continue;
        return std::ranges::all_of(value.sliced(head.size()),
                                   [](char c) { return isAlnum(c) || c == '+' || c == '/' || c == '='; });
    }
    return false;
}

} // namespace broadsheet::html
