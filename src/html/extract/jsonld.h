// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/dom.h"

#include <QJsonDocument>
#include <QString>
#include <QStringList>

namespace broadsheet::html {

/** What a page's JSON-LD (schema.org) tells of its article; empty where it does not. */
struct JsonLdArticle
{
    QString headline;
    QStringList authors;
    QString datePublished;
    QString body; ///< articleBody; may hold markup
    QString image;
    QString publisher;
    QString language;
    QString description;
    QString type; ///< "NewsArticle"
};

/**
 * The article among the objects of all scripts of type application/ld+json (schema.org/Article and its
 * kinds), lists and @graph included. Tells several apart by \a title. Tolerates what browsers never see: line
 * breaks in strings, comments around, a comma too many.
 */
JsonLdArticle findJsonLdArticle(const Dom &dom, const QString &title);

/** The object or list in a script, whatever is around it; null: there is none, or it is larger than 2 MB. */
QJsonDocument parseJsonIn(QByteArrayView script);

/** The name of the site, of an object WebSite or of the publisher. */
QString findJsonLdSite(const Dom &dom);

} // namespace broadsheet::html
