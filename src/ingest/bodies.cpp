// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/bodies.h"

#include "html/adverts.h"
#include "html/clean.h"

#include <algorithm>
#include <array>

namespace broadsheet::ingest {
namespace {

QUrl baseOf(const RawBody &body, const ParsedEntry &entry, const QUrl &finalUrl, const QString &siteUrl)
{
    const QString final = finalUrl.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    if (!body.baseUrl.isEmpty() && body.baseUrl != final)
        return QUrl(body.baseUrl, QUrl::TolerantMode);
    if (finalUrl.isValid() && !finalUrl.isRelative())
        return finalUrl;
    return QUrl(entry.url.isEmpty() ? siteUrl : entry.url, QUrl::TolerantMode);
}

bool isPicture(const QString &mimeType, const QString &url)
{
    if (!mimeType.isEmpty())
        return mimeType.startsWith(u"image/", Qt::CaseInsensitive);
    const QString path = url.section(u'?', 0, 0);
    static constexpr std::array endings{u".jpg", u".jpeg", u".png", u".gif", u".webp"};
    return std::any_of(endings.begin(), endings.end(), [&path](const char16_t *end) {
        return path.endsWith(QStringView(end), Qt::CaseInsensitive);
    });
}

/** The words of a body: an advert within it is shown, but neither found nor taken for an edit when it changes. */
QString textOf(const QByteArray &raw, const SafeHtml &cleaned, const html::CleanOptions &options)
{
    const QByteArray rest = html::withoutAdverts(raw);
    return html::plainText(rest.isEmpty() ? cleaned : html::clean(rest, options));
}

} // namespace

QByteArray markupOfText(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size() + 64);
    bool open = false;
    const QList<QByteArray> lines =
        text.trimmed().toByteArray().replace("\r\n", "\n").replace('\r', '\n').split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray words = line.trimmed();
        if (words.isEmpty()) {
            out.append(open ? "</p>" : "");
            open = false;
            continue;
        }
        out.append(open ? "<br>" : "<p>");
        open = true;
        out.append(html::escapeText(words));
    }
    if (open)
        out.append("</p>");
    return out;
}

void cleanBodies(ParsedEntry &entry, const QUrl &finalUrl, const QString &siteUrl, bool plainText)
{
    if (!entry.rawContent.isEmpty()) {
        const html::CleanOptions options{baseOf(entry.rawContent, entry, finalUrl, siteUrl)};
        const bool text = entry.rawContent.kind == RawBody::Kind::Text;
        entry.content =
            html::clean(text ? markupOfText(entry.rawContent.data) : entry.rawContent.data, options);
        if (text)
            entry.contentText = QString::fromUtf8(entry.rawContent.data).trimmed();
        else if (plainText)
            entry.contentText = textOf(entry.rawContent.data, entry.content, options);
        entry.rawContent.data = {};
    }
    if (entry.rawSummary.isEmpty())
        return;
    // The parser has a plain summary already; only one with markup is worth cleaning.
    if (entry.rawSummary.kind == RawBody::Kind::Html && entry.rawSummary.data.contains('<')) {
        const html::CleanOptions options{baseOf(entry.rawSummary, entry, finalUrl, siteUrl)};
        entry.summaryHtml = html::clean(entry.rawSummary.data, options);
        entry.summary = textOf(entry.rawSummary.data, entry.summaryHtml, options).simplified();
    }
    entry.rawSummary.data = {};
}

void chooseImage(ParsedEntry &entry)
{
    if (!entry.image.isEmpty())
        return;
    for (const MediaItem &item : std::as_const(entry.media)) {
        if (item.medium == u"image" || (item.medium.isEmpty() && isPicture(item.mimeType, item.url))) {
            entry.image = item.url;
            return;
        }
    }
    for (const Enclosure &enclosure : std::as_const(entry.enclosures)) {
        if (isPicture(enclosure.mimeType, enclosure.url)) {
            entry.image = enclosure.url;
            return;
        }
    }
    if (!entry.content.isEmpty())
        entry.image = html::leadImage(entry.content).toString(QUrl::FullyEncoded);
}

} // namespace broadsheet::ingest
