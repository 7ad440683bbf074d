// SPDX-License-Identifier: GPL-3.0-or-later
// The tree back into text.
#include "query/parser.h"
#include "query/scanner.h"

#include <QStringList>

namespace broadsheet::query {

namespace {

using Kind = Expression::Kind;

/** True if scan() gives \a text back as one word. */
bool isPlain(const QString &text)
{
    const auto tokens = scan(text);
    return tokens && tokens->size() == 2 && tokens->first().kind == Token::Kind::Term &&
           !tokens->first().isOperator && !tokens->first().quoted && !tokens->first().prefix &&
           tokens->first().text == text;
}

QString value(const Expression &e)
{
    // "-" begins a negation only where a term may begin; after the colon it is a letter like others.
    const bool plain = isPlain(e.text) || isPlain(QStringLiteral("x") + e.text);
    return plain ? e.text + (e.prefix ? QStringLiteral("*") : QString()) : u'"' + e.text + u'"';
}

/** Days where the times are whole days, so that a person can read it. */
QString dateText(const Expression &e)
{
    const auto written = [](const QDateTime &time, bool isEnd) {
        if (!time.isValid())
            return QString();
        if (time.time() != QTime(0, 0))
            return time.toString(Qt::ISODateWithMs);
        return time.date().addDays(isEnd ? -1 : 0).toString(Qt::ISODate);
    };
    return written(e.from, false) + QStringLiteral("..") + written(e.to, true);
}

QString joined(const Expression &e, const QString &glue)
{
    QStringList parts;
    for (const Expression &child : e.children) {
        const bool group = child.kind == Kind::And || child.kind == Kind::Or;
        parts.append(group ? u'(' + toString(child) + u')' : toString(child));
    }
    return parts.join(glue);
}

} // namespace

QString toString(const Expression &e)
{
    switch (e.kind) {
    case Kind::All:
        return {};
    case Kind::And:
        return joined(e, QStringLiteral(" "));
    case Kind::Or:
        return joined(e, QStringLiteral(" OR "));
    case Kind::Not:
        return u'-' + joined(e, QString());
    case Kind::Word:
        return e.text + (e.prefix ? QStringLiteral("*") : QString());
    case Kind::Phrase:
        return u'"' + e.text + u'"';
    case Kind::Field:
        return e.field + u':' + value(e);
    case Kind::Is:
        return QStringLiteral("is:") + e.text;
    case Kind::Has:
        return QStringLiteral("has:") + e.text;
    case Kind::DateRange:
        break;
    }
    return QStringLiteral("date:") + dateText(e);
}

} // namespace broadsheet::query
