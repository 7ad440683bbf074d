// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpmessage.h"

#include "base/url.h"

#include <QLocale>

namespace broadsheet::net {

using std::chrono::seconds;

namespace {

/** Digits only, at most what fits ten years; more is cut to that. */
std::optional<seconds> deltaSeconds(QByteArray text)
{
    constexpr qint64 tenYears = 315'360'000;
    text = text.trimmed();
    if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
        text = text.mid(1, text.size() - 2);
    if (text.isEmpty())
        return std::nullopt;
    qint64 value = 0;
    for (const char c : std::as_const(text)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = std::min(tenYears, value * 10 + (c - '0'));
    }
    return seconds(value);
}

struct CacheControl
{
    bool forbidden = false; ///< no-cache, no-store
    std::optional<seconds> maxAge;
};

CacheControl parseCacheControl(const QByteArray &text)
{
    CacheControl control;
    const auto directives = text.split(',');
    for (const QByteArray &directive : directives) {
        const auto equals = directive.indexOf('=');
        const QByteArray name = directive.left(equals < 0 ? directive.size() : equals).trimmed().toLower();
        if (name == "no-cache" || name == "no-store")
            control.forbidden = true;
        else if (name == "max-age" && equals >= 0 && !control.maxAge)
            control.maxAge = deltaSeconds(directive.mid(equals + 1));
    }
    return control;
}

} // namespace

QByteArray HttpResponse::header(QByteArrayView name) const
{
    QByteArray value;
    bool found = false;
    for (const auto &[key, text] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (found)
            value += ", ";
        value += text;
        found = true;
    }
    return value;
}

std::optional<seconds> HttpResponse::retryAfter(const QDateTime &now) const
{
    const QByteArray text = header("Retry-After");
    if (const auto delta = deltaSeconds(text))
        return delta;
    const QDateTime date = parseHttpDate(text);
    if (!date.isValid())
        return std::nullopt;
    // Measured by the server's own clock where it tells it: ours may be off.
    const QDateTime sent = parseHttpDate(header("Date"));
    return seconds(std::max<qint64>(0, (sent.isValid() ? sent : now).secsTo(date)));
}

std::optional<seconds> HttpResponse::holdOff(const QDateTime &now, seconds usual) const
{
    constexpr seconds longest{24 * 3600};
    const auto wish = retryAfter(now);
    if (!asked || !(status == 429 || (status == 503 && wish)))
        return std::nullopt;
    return std::min(wish.value_or(usual), longest);
}

std::optional<seconds> HttpResponse::freshness(const QDateTime &now) const
{
    const CacheControl control = parseCacheControl(header("Cache-Control"));
    if (control.forbidden)
        return std::nullopt;
    if (control.maxAge) {
        const seconds age = deltaSeconds(header("Age")).value_or(seconds(0));
        return std::max(seconds(0), *control.maxAge - age);
    }
    const QDateTime expires = parseHttpDate(header("Expires"));
    if (!expires.isValid())
        return std::nullopt;
    const QDateTime sent = parseHttpDate(header("Date"));
    return seconds(std::max<qint64>(0, (sent.isValid() ? sent : now).secsTo(expires)));
}

std::optional<Error> httpError(const HttpResponse &response)
{
    const int status = response.status;
    if ((status >= 200 && status < 300) || status == 304)
        return std::nullopt;
    ErrorCode code = ErrorCode::HttpStatus;
    if (status == 410)
        code = ErrorCode::Gone;
    else if (status == 429)
        code = ErrorCode::TooManyRequests;
    else if (status == 401 || status == 407)
        code = ErrorCode::LoginRequired;
    const QString detail = response.asked
                               ? QStringLiteral("the server answered with HTTP status %1").arg(status)
                               : QStringLiteral("not asked: the server wants to be left alone for a while");
    return Error{code, detail, displayUrl(response.finalUrl), status};
}

QDateTime parseHttpDate(const QByteArray &text)
{
    QString date = QString::fromLatin1(text.left(64)).simplified();
    if (const auto comma = date.indexOf(u','); comma >= 0)
        date = date.mid(comma + 1).trimmed();
    for (const auto zone : {QLatin1String(" GMT"), QLatin1String(" UTC"), QLatin1String(" +0000")}) {
        if (date.endsWith(zone, Qt::CaseInsensitive))
            date.chop(zone.size());
    }
    static const QLocale c = QLocale::c();
    for (const auto &format :
         {QStringLiteral("d MMM yyyy H:mm:ss"), QStringLiteral("d-MMM-yy H:mm:ss"),
          QStringLiteral("d-MMM-yyyy H:mm:ss"), QStringLiteral("ddd MMM d H:mm:ss yyyy")}) {
        QDateTime parsed = c.toDateTime(date, format);
        if (!parsed.isValid())
            continue;
        parsed.setTimeSpec(Qt::UTC);
        // RFC 9110: a two-digit year more than 50 years ahead is in the past; Qt takes all for 19xx.
        if (format.contains(QLatin1String("-yy ")) && parsed.date().year() < 1970)
            parsed = parsed.addYears(100);
        return parsed;
    }
    return {};
}

} // namespace broadsheet::net
