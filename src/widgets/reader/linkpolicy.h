// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace broadsheet::linkpolicy {

/** What a link in an article may do. */
enum class Verdict {
    Refused,
    Outside,  ///< http, https or mailto: the desktop opens it
    Within,   ///< an anchor of the same page: "#name"
    Category, ///< our own kicker: the article's category
    Edits     ///< our own byline: what the publisher changed
};

/** The address of the kicker's link. No publisher's link has it: the builder asks judge() about each of
 * those. */
inline constexpr char categoryAddress[] = "broadsheet:category";
/** The same for "edited 2×". */
inline constexpr char editsAddress[] = "broadsheet:edits";

Verdict judge(const QUrl &url);

/** Hands \a url to the desktop if judge() says Outside; false if not, or if the desktop has nothing for it.
 */
bool openOutside(const QUrl &url);

/** As shown to a person before a click: without user name and password. */
QString shown(const QUrl &url);

} // namespace broadsheet::linkpolicy
