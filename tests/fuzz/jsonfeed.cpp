// SPDX-License-Identifier: GPL-3.0-or-later
// What begins as a JSON Feed: read, cleaned and told as JSON again, which must be read as the same number of
// items.
#include "exchange/jsonfeedwriter.h"
#include "ingest/readfeed.h"

#include <cstdlib>

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = "{\"version\":\"https://jsonfeed.org/version/1.1\"," +
                             QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
    const QUrl url(QStringLiteral("https://fuzz.example/feed"));
    const auto feed = ingest::readFeed(bytes, url, QString(), {});
    if (!feed)
        return 0;
    const QByteArray told = exchange::toJsonFeed(*feed, QStringLiteral("fuzz"), false);
    const auto again = ingest::readFeed(told, url, QString(), {});
    if (!again || again->entries.size() != feed->entries.size())
        std::abort();
    return 0;
}
