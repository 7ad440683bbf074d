// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/feedreading.h"

#include "base/url.h"
#include "ingest/readfeed.h"

#include <QCryptographicHash>

#include <algorithm>

namespace broadsheet {

namespace {

/** The last bytes without NULs, so that UTF-16 looks like ASCII. */
QByteArray tailOf(const QByteArray &body)
{
    QByteArray tail = body.right(512);
    tail.replace('\0', "");
    return tail.trimmed().toLower();
}

/** True if the document is closed: by its root, whatever the parser thought of the rest. */
bool hasEnd(const QByteArray &tail)
{
    for (const char *root : {"</rss>", "</feed>", "</rdf:rdf>", "</channel>"}) {
        if (tail.contains(root))
            return true;
    }
    return tail.endsWith('}') || tail.contains(":feed>") || tail.contains(":rdf>");
}

bool endsWithEntry(const QByteArray &tail)
{
    return tail.endsWith("</item>") || tail.endsWith("</entry>");
}

Error brokenOff(const QUrl &url)
{
    return {ErrorCode::IncompleteBody, QStringLiteral("the connection broke off within the feed"),
            displayUrl(url), std::nullopt};
}

} // namespace

QByteArray bodyHash(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Blake2b_160);
}

FeedReading readFetchedFeed(const ArrivedBody &body)
{
    FeedReading reading;
    reading.hash = bodyHash(body.bytes);
    if (reading.hash == body.knownHash) {
        reading.unchanged = true;
        return reading;
    }
    auto parsed = ingest::readFeed(body.bytes, body.finalUrl, body.contentType);
    if (!parsed) {
        reading.error = parsed.error();
        return reading;
    }
    const QByteArray tail = tailOf(body.bytes);
    const bool ends = parsed->wellFormed || hasEnd(tail);
    const bool cameSo = reading.hash == body.doubtfulHash;
    if (!ends && !body.whole) {
        reading.error = brokenOff(body.finalUrl);
        return reading;
    }
    if (!cameSo && (!body.whole || (!ends && !body.measured))) {
        reading.doubtful = true;
        reading.error = brokenOff(body.finalUrl);
        return reading;
    }
    if (!ends && !parsed->entries.isEmpty() && !endsWithEntry(tail))
        parsed->entries.removeLast();
    reading.complete = ends && body.whole;
    reading.feed = std::move(*parsed);
    return reading;
}

} // namespace broadsheet
