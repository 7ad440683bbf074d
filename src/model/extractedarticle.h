// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <optional>

namespace broadsheet {

/** The article of a web page, taken out of what surrounds it. Empty: the page does not tell. */
struct ExtractedArticle
{
    QString title; ///< without the site's name
    QString byline;
    QString siteName;
    QString language;  ///< a tag of RFC 5646
    QString direction; ///< "ltr" or "rtl"
    std::optional<QDateTime> published; ///< with the offset that the page gives
    QString excerpt;
    QUrl image;
    QUrl nextPage; ///< where the article goes on
    SafeHtml content;
    QString text; ///< of content, a line break between blocks, without captions
};

} // namespace broadsheet
