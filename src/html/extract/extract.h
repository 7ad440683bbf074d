// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace broadsheet::html {

/** The article of a web page. Empty fields: the page does not tell. */
struct PageArticle
{
    QString title;
    QString byline;
    QString siteName;
    QString language;
    QString direction;
    QStringList dates; ///< as written, the likeliest first
    QString excerpt;
    QUrl image;
    QUrl nextPage; ///< what link or a rel=next says
    SafeHtml html;
    QString text; ///< of html, without captions
};

/**
 * Takes the article out of a page that is decoded already. Nothing where the page holds no text that could be
 * one. Any bytes are fine; bounded in time and memory (Dom, clean()). docs/extraction.md tells how it decides.
 */
std::optional<PageArticle> extractArticle(QByteArrayView utf8Page, const QUrl &pageUrl);

} // namespace broadsheet::html
