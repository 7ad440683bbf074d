// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as markup: what the cleaner writes is the same when it is cleaned again, and holds nothing that
// runs.
#include "html/clean.h"
#include "html/discover.h"

#include <cstdlib>

using namespace broadsheet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QUrl base(QStringLiteral("https://fuzz.example/a/b"));
    const QByteArrayView markup(reinterpret_cast<const char *>(data), qsizetype(size));
    const SafeHtml once = html::clean(markup, {base});
    const SafeHtml twice = html::clean(once.utf8(), {base});
    if (once.utf8() != twice.utf8())
        std::abort();
    for (const char *danger : {"<script", "<style", "<iframe", "<svg", "<math", "<object"}) {
        if (once.utf8().contains(danger))
            std::abort();
    }
    if (const qsizetype script = once.utf8().indexOf("=\"javascript:"); script > 0) {
        // In text it is harmless, and a tag is open only where the last bracket is one that opens.
        if (once.utf8().lastIndexOf('<', script) > once.utf8().lastIndexOf('>', script) &&
            once.utf8().lastIndexOf("ref", script) == script - 3)
            std::abort();
    }
    (void)html::plainText(once);
    (void)html::leadImage(once);
    (void)html::findFeeds(markup, base);
    return 0;
}
