// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace broadsheet::html {

// What short lines of a page say, in the languages that most of the web is written in. All take a line with
// blanks collapsed.

/** The mark of an advert's place: "Advertisement", "Anzeige", "広告". */
bool isAdvertMark(const QString &line);

/** Nothing but words of buttons: "Share", "Print", "Facebook | Twitter". */
bool isRowOfButtons(const QString &line);

/** A call to share, follow, subscribe, sign up, comment or install. */
bool isCallToAction(const QString &line);

/** Leads to another article: "Read more: …", "Lire aussi", "Related". The whole line is no text. */
bool isPointerElsewhere(const QString &line);

/** The same, where what follows it is a link: nothing need stand between. */
bool startsAsPointer(const QString &line);

/** A heading above what is not the article: "Related stories", "Comments", "About the author". */
bool isFurnitureHeading(const QString &line);

/** A heading above the author's life: "About the author". */
bool isAuthorHeading(const QString &line);

/** A heading above what readers wrote: "12 comments", "Leave a reply". */
bool isCommentHeading(const QString &line);

/** The link below a comment that answers it: "Reply". */
bool isAnswerLink(const QString &text);

/** "Contents", above a list of links within the page. */
bool isContentsHeading(const QString &line);

/** "References", "Sources", above a list of them. */
bool isSourcesHeading(const QString &line);

/** A subscription on offer to who wants to read on. */
bool isOffer(const QString &line);

/** A notice about cookies and consent. An article about these things passes for one, too: look where it
 * stands. */
bool isConsentNotice(const QString &text);

/** What a page says of itself: scripts are off, the browser is too old, a slideshow needs something. */
bool isPageNotice(const QString &line);

/** A picture's credit: "Photo: Jane Doe", "(AFP)", "Image copyright …". */
bool isCredit(const QString &line);

/** A date, with or without a word before it, and nothing else of weight. */
bool isDateLine(const QString &line);

/** How to reach the author, where the text came from: "Email …", "Originally published at …". */
bool isContactLine(const QString &line);

/** Who holds the rights: "© 2019 …", "All rights reserved". */
bool isCopyright(const QString &line);

/** The same, beginning with the sign and a year: no text begins so. */
bool isRightsLine(const QString &line);

/** Holds somebody's mail address, and little else. */
bool isMailLine(const QString &line);

/** "By Jane Doe", "Von …", "Text: …". */
bool isBylineLine(const QString &line);

/** "Tags: a, b", "Filed under", "Topics". */
bool isTagLine(const QString &line);

/** Numbers of readers, shares, minutes: "5 min read", "1.2k views", "12 comments". */
bool isCountLine(const QString &line);

/** What a text ends with, and nothing else: "###", "- ENDS -", "-30-". */
bool isEndMark(const QString &line);

/** A heading above how the text was made and checked: "How we reviewed this article". */
bool isProcessHeading(const QString &line);

/** Of "About Elm Mills" the name; empty: the line does not say so. */
QString nameAfterAbout(const QString &line);

} // namespace broadsheet::html
