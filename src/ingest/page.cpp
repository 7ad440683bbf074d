// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/page.h"

#include "feed/encoding.h"
#include "html/clean.h"

namespace broadsheet::ingest {

SafeHtml sanitize(const QByteArray &bytes, const QUrl &baseUrl, const QString &contentType)
{
    return html::clean(feed::decodePage(bytes, contentType).utf8, {baseUrl});
}

} // namespace broadsheet::ingest
