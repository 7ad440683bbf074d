// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a date: if it is one, its RFC 3339 form is the same one.
#include "base/datetime.h"
#include "feed/dates.h"

#include <cstdlib>

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QDateTime date =
        feed::parseDate(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!date.isValid())
        return 0;
    const QDateTime again = feed::parseDate(toRfc3339(date).toUtf8());
    if (!again.isValid() || again.toSecsSinceEpoch() != date.toSecsSinceEpoch())
        std::abort();
    return 0;
}
