// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/comment.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace broadsheet::render {

/** Where an anchored passage lies in a text. */
struct FoundPassage
{
    int start = 0;
    int length = 0;
    bool changed = false; ///< the words are not quite those of the anchor
    bool operator==(const FoundPassage &) const = default;
};

/** The passage at \a start with some words around it (W3C Web Annotation, text quote selector). Blanks at its
 * ends are left out. */
TextAnchor anchorOf(QStringView text, int start, int length);

/**
 * Finds passages again in a text that may have been edited, cut out anew or set in another way since: the
 * words as they were; where they occur more than once, the place whose surroundings are most alike; where
 * they changed, the passage that shares most of them. Blanks, soft hyphens, and the kinds of quotation marks
 * and dashes make no difference. Prepares the text once for any number of anchors; a pure function of both.
 */
class PassageFinder
{
public:
    explicit PassageFinder(QStringView text);

    /** Nothing where the passage is gone. */
    std::optional<FoundPassage> find(const TextAnchor &anchor) const;

private:
    /** A text without what makes no difference, and where each character comes from. */
    struct Plain
    {
        QString text;
        QList<int> source; ///< one more than characters: the end
    };
    struct Word
    {
        int start = 0;
        int end = 0;
        QString text; ///< lower case
    };
    struct Span
    {
        int start = 0; ///< in the plain text
        int end = 0;
    };
    static Plain plainOf(QStringView text);
    static QList<Word> wordsOf(const QString &plain);
    std::optional<Span> findExact(const QString &exact, const QString &prefix, const QString &suffix) const;
    std::optional<Span> findBetween(const QString &prefix, const QString &suffix, qsizetype length) const;
    std::optional<Span> findAlike(const QString &exact) const;
    std::optional<Span> align(const QList<Word> &wanted, qsizetype from, qsizetype to) const;
    int surroundings(qsizetype start, qsizetype end, const QString &prefix, const QString &suffix) const;
    FoundPassage passage(const Span &span, bool changed) const;

    Plain m_plain;
    mutable QList<Word> m_words; ///< made when first needed
    mutable QHash<QString, int> m_wordCounts;
};

} // namespace broadsheet::render
