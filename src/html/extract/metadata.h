// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace broadsheet::html {

/** What a page tells of its article outside of the text. Empty: it does not. */
struct Metadata
{
    QString title;             ///< without the site's name
    QStringList titleVariants; ///< all spellings of the title on the page, to recognise it in the text
    QString byline;
    QString siteName;
    QString language;  ///< a tag of RFC 5646
    QString direction; ///< "ltr" or "rtl"
    QStringList dates; ///< when it was published, as written, the likeliest first
    QString description;
    QUrl image;
    QString articleBody; ///< JSON-LD's, may hold markup
};

/** Reads JSON-LD, Open Graph, Dublin Core and other meta elements, microdata and what stands near the
 * heading. */
Metadata readMetadata(const PageView &view, const QUrl &pageUrl);

/** \a title without the name of the site that stands before or behind it. \a heading: an h1 to compare with.
 */
QString withoutSiteName(const QString &title, const QString &siteName, const QUrl &pageUrl,
                        const QString &heading);

/** What the title of a page says behind or before its heading: the name of the site; empty: nothing. */
QString siteNameIn(const QString &pageTitle, const QString &heading);

/** Letters and digits alone, in lower case: for comparing texts that are set differently. */
QString lettersOf(QStringView text);

/** True for languages that are written from right to left. \a language: RFC 5646. */
bool isRightToLeft(const QString &language);

/**
 * The language of a text whose page says \a declared: the latter, unless the text's script or words are
 * plainly those of another. \a declared: RFC 5646, or empty.
 */
QString languageOf(QStringView text, const QString &declared);

/** The language of a text by its script and most frequent words; empty: it cannot tell. */
QString guessLanguage(QStringView text);

} // namespace broadsheet::html
