// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a feed: decoded, mended, read, cleaned and told as JSON. The first byte picks a content type.
#include "exchange/jsonfeedwriter.h"
#include "ingest/readfeed.h"

#include <QJsonDocument>

#include <array>
#include <cstdlib>

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::array types{QString(), QStringLiteral("text/xml; charset=utf-8"),
                                  QStringLiteral("application/xml; charset=iso-8859-1"),
                                  QStringLiteral("text/html; charset=\"shift_jis\"")};
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const auto feed = ingest::readFeed(bytes, QUrl(QStringLiteral("https://fuzz.example/feed")),
                                       types[data[0] % types.size()], {});
    if (!feed)
        return 0;
    if (QJsonDocument::fromJson(exchange::toJsonFeed(*feed, QStringLiteral("fuzz"), false)).isNull())
        std::abort();
    return 0;
}
