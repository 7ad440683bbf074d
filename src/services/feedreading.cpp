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

} // namespace

QByteArray bodyHash(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Blake2b_160);
}

FeedReading readFetchedFeed(const QByteArray &body, const QUrl &finalUrl, const QString &contentType,
                            const QByteArray &knownHash, bool arrivedWhole)
{
    FeedReading reading;
    reading.hash = bodyHash(body);
    if (reading.hash == knownHash) {
        reading.unchanged = true;
        return reading;
    }
    auto parsed = ingest::readFeed(body, finalUrl, contentType);
    if (!parsed) {
        reading.error = parsed.error();
        return reading;
    }
    const QByteArray tail = tailOf(body);
    reading.complete = parsed->wellFormed || hasEnd(tail);
    if (!reading.complete && !arrivedWhole) {
        reading.error =
            Error{ErrorCode::IncompleteBody, QStringLiteral("the connection broke off within the feed"),
                  displayUrl(finalUrl), std::nullopt};
        return reading;
    }
    if (!reading.complete && !parsed->entries.isEmpty() && !endsWithEntry(tail))
        parsed->entries.removeLast();
    reading.complete = reading.complete && arrivedWhole;
    reading.feed = std::move(*parsed);
    return reading;
}

} // namespace broadsheet
