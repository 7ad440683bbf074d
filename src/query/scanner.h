// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace broadsheet::query {

/** A piece of a query's text. */
struct Token
{
    enum class Kind { Term, Minus, Or, Open, Close, End };
    Kind kind = Kind::End;
    qsizetype position = 0;      ///< where it begins
    qsizetype valuePosition = 0; ///< where an operator's value begins
    bool isOperator = false;     ///< name:value
    QString name;
    QString text;
    bool quoted = false;
    bool prefix = false; ///< word*
    bool typing = false; ///< the end of what is being typed
};

/** The tokens of \a text, End last. InvalidArgument with the position for a quotation mark that stays open
 * and for text past 10,000 characters. */
Result<QList<Token>> scan(const QString &text);

/** True for what scan() would take as an operator's name: letters before a colon, but no address ("https:").
 */
bool isOperatorName(QStringView name);

} // namespace broadsheet::query
