// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace broadsheet::html {

/** Ways of saying one thing in one language, as alternatives of a regular expression in UTF-8. */
struct Phrases
{
    const char *language; ///< RFC 5646; "": the same everywhere
    const char *alternatives;
};

// What the functions of phrases.h look for, a row a language.
extern const std::span<const Phrases> advertMarks;
extern const std::span<const Phrases> buttons;           ///< whole lines of such words are no text
extern const std::span<const Phrases> callLeads;         ///< how a call to follow, share or subscribe begins
extern const std::span<const Phrases> pointerLeads;      ///< how a line that leads to another article begins
extern const std::span<const Phrases> furnitureHeadings; ///< over what is no article
extern const std::span<const Phrases> authorHeadings;    ///< over the author's life
extern const std::span<const Phrases> commentHeadings;   ///< over what readers wrote
extern const std::span<const Phrases> answerLinks;       ///< below each of their comments
extern const std::span<const Phrases> contentsHeadings;  ///< over a table of contents
extern const std::span<const Phrases> offers;            ///< of a subscription to read on
extern const std::span<const Phrases> consentWords;      ///< of notices about cookies; several make one
extern const std::span<const Phrases> pageNotices;
extern const std::span<const Phrases> photoLabels;  ///< "Photo", before a name
extern const std::span<const Phrases> sourceLabels; ///< "Source", before a name
extern const std::span<const Phrases> agencies;
extern const std::span<const Phrases> otherCredits; ///< whole lines
extern const std::span<const Phrases> dateLabels;
extern const std::span<const Phrases> contactLeads;
extern const std::span<const Phrases> rights;
extern const std::span<const Phrases> bylineLeads;
extern const std::span<const Phrases> tagLabels;
extern const std::span<const Phrases> countUnits;
extern const std::span<const Phrases> sourcesHeadings; ///< over notes and references
extern const std::span<const Phrases> processHeadings;
extern const std::span<const Phrases> aboutLeads; ///< "About", before a company's name

} // namespace broadsheet::html
