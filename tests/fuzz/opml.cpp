// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a list of subscriptions.
#include "exchange/opml.h"

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    (void)exchange::readOpml(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
