// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/extractedarticle.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace broadsheet::ingest {

/**
 * Takes the article out of a web page of any encoding. \a pageUrl: where it came from, for relative addresses.
 * Fails with NoArticle where the page holds none, EmptyBody where it holds nothing. A pure function.
 */
Result<ExtractedArticle> extractArticle(const QByteArray &bytes, const QUrl &pageUrl, const QString &contentType);

} // namespace broadsheet::ingest
