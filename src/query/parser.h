// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/expression.h"

#include <QDateTime>
#include <QString>

namespace broadsheet::query {

/**
 * The tree of \a text. \a now is what "today" and "7d" are measured from (its time zone decides where days
 * begin). \a typing: the last word is taken as a prefix, as a search line wants it. Fails with
 * InvalidArgument; number() is the position (from 0) of what is wrong: an unknown operator, a value it does
 * not know, an open quote or parenthesis, a dangling OR or "-".
 */
Result<Expression> parse(const QString &text, const QDateTime &now, bool typing = false);

/** The tree as text that parses to the same tree. */
QString toString(const Expression &expression);

} // namespace broadsheet::query
