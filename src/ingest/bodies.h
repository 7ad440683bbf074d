// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"
#include "model/parsedfeed.h"

#include <QUrl>

namespace broadsheet::ingest {

/**
 * Turns the raw bodies of \a entry into SafeHtml and text, and empties them. Relative links are resolved
 * against the body's own base, else \a finalUrl, else the entry's page, else \a siteUrl.
 */
void cleanBodies(ParsedEntry &entry, const QUrl &finalUrl, const QString &siteUrl, bool plainText);

/** The lead picture where the feed names none: an image among the media or enclosures, else the first in the
 * text. */
void chooseImage(ParsedEntry &entry);

/** Plain text as markup: blank lines make paragraphs, single ones line breaks. */
QByteArray markupOfText(QByteArrayView text);

} // namespace broadsheet::ingest
