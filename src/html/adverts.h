// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace broadsheet::html {

/**
 * Markup without the boxes that call themselves adverts by class or id ("ad-slot", "advertisement"): what is written
 * there changes with each visit, and nobody wrote it for the article. Empty where there is none to leave out, as for
 * most texts, at hardly a cost. Text is not taken for an advert by its name alone: a box longer than a few
 * sentences, one that does not end, and boxes that hold half of all text or more stay.
 */
QByteArray withoutAdverts(QByteArrayView utf8);

} // namespace broadsheet::html
