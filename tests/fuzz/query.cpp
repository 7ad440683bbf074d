// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a search: what is understood can be written and is then understood as the same.
#include "query/parser.h"

#include <cstdlib>

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QDateTime now(QDate(2026, 3, 12), QTime(9, 41), Qt::UTC);
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)query::parse(text, now, true);
    const auto expression = query::parse(text, now);
    if (!expression)
        return 0;
    const QString written = query::toString(*expression);
    const auto again = query::parse(written, now);
    if (!again || query::toString(*again) != written)
        std::abort();
    return 0;
}
