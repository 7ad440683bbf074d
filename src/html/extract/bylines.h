// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

#include <QString>

namespace broadsheet::html {

class Metas;
struct JsonLdArticle;

/** What else tells who wrote an article. */
struct BylineContext
{
    int heading = Dom::none; ///< names stand near it
    QString siteName;        ///< nobody's name
    QString language;        ///< RFC 5646: "De" leads a name in Romanian alone
};

/**
 * Who wrote the article, names separated as the page does or by commas: JSON-LD, meta elements, microdata,
 * rel=author, what elements are named, the line "By …" near the heading. Empty: nobody says.
 */
QString findByline(const PageView &view, const Metas &metas, const JsonLdArticle &json,
                   const BylineContext &context);

/** A name as a byline gives it: without "By", "Von", "Par" and a date, an office or an address behind it. */
QString cleanByline(const QString &text);

} // namespace broadsheet::html
