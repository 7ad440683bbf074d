// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace broadsheet::html {

class Metas;
struct JsonLdArticle;

/** What else tells when an article was published. */
struct DateContext
{
    int heading = Dom::none; ///< dates stand near it
    QUrl address;            ///< of the page; many have the day in it
    QString language;        ///< RFC 5646: 3/4/2021 is in March for Americans alone
};

/**
 * When the article was published, as it is written, the likeliest first; not all need be dates. What tells of
 * a change alone comes last.
 */
QStringList findDates(const PageView &view, const Metas &metas, const JsonLdArticle &json,
                      const DateContext &context);

/**
 * The dates with a year in a line of text, in its order, without the words around. Digits are ASCII, days and
 * months between slashes in the order year, month, day. \a language: RFC 5646.
 */
QStringList datesIn(const QString &line, const QString &language);

} // namespace broadsheet::html
