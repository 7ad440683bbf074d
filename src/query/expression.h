// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace broadsheet::query {

/**
 * A parsed query (DESIGN of the query language: words, "phrases", operators, -, OR, parentheses).
 * The store turns it into SQL, once.
 */
struct Expression
{
    enum class Kind {
        All,      ///< matches everything: the empty query
        And,      ///< every child
        Or,       ///< any child
        Not,      ///< not its one child
        Word,     ///< text: a word; prefix: its beginning
        Phrase,   ///< text: words in a row
        Field,    ///< field and text: title: author: feed: category: tag: label: lang: url: comment:
        Is,       ///< text: unread read starred commented edited duplicate
        Has,      ///< text: comments image enclosure quote
        DateRange ///< from (inclusive) to (exclusive), either may be invalid
    };
    Kind kind = Kind::All;
    QString field;
    QString text;
    bool prefix = false;
    bool typing = false; ///< a prefix only because somebody may not be done with the word
    QDateTime from;
    QDateTime to;
    std::vector<Expression> children;
};

} // namespace broadsheet::query
