// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUrl>

namespace broadsheet::html {

struct CleanOptions
{
    QUrl baseUrl; ///< relative addresses are resolved against it; without one they are dropped
};

/**
 * What is harmless and worth reading of a stranger's markup, as well-formed markup that cleans to itself.
 *
 * No script, handler, style, form, frame, foreign content (SVG, MathML) or address other than http(s), mailto
 * and bitmap data: survives. Text, links, pictures with size and alternative, tables, lists, code, figures,
 * ruby and details do; films and frames become links with a still. Bounded: 8 MB in, depth, rows and numbers
 * as in limits.h. A pure function of any bytes; never fails, linear in their number.
 */
SafeHtml clean(QByteArrayView utf8, const CleanOptions &options = {});

/**
 * The text of \a html, a line break between blocks, white space collapsed outside of code, alternative texts
 * of pictures left out, readings of ruby in parentheses. Stops after \a limit characters where it is not
 * negative.
 */
QString plainText(const SafeHtml &html, qsizetype limit = -1);

/**
 * The text of an article as plainText() gives it, but of what is written alone: without the captions of pictures
 * and the names of players.
 */
QString bodyText(const SafeHtml &html);

/** Text as markup: &, <, >, " and ' escaped, nothing else changed. */
QByteArray escapeText(QByteArrayView text);

/** The first picture that is likely to illustrate the text: not a small one, an emoji or a button. Invalid:
 * none. */
QUrl leadImage(const SafeHtml &html);

} // namespace broadsheet::html
