// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"

#include "query/daterange.h"
#include "query/scanner.h"

#include <array>

namespace broadsheet::query {

namespace {

using Kind = Expression::Kind;

constexpr int maximumDepth = 50; ///< of parentheses and negations

constexpr std::array fieldNames{u"title", u"author", u"feed", u"category", u"tag",
                                u"label", u"lang",   u"url",  u"comment"};
constexpr std::array isValues{u"unread", u"read", u"starred", u"commented", u"edited", u"duplicate"};
constexpr std::array hasValues{u"comments", u"image", u"enclosure", u"quote"};

template <size_t N>
bool contains(const std::array<const char16_t *, N> &names, const QString &name)
{
    return std::ranges::any_of(names, [&name](const char16_t *known) { return name == QStringView(known); });
}

/** English; marked for the command line, which says it in the reader's language. */
Error wrong(const char *what, qsizetype position)
{
    return {ErrorCode::InvalidArgument, QString::fromLatin1(what), {}, int(position)};
}

Expression leaf(Kind kind, const QString &text)
{
    Expression e;
    e.kind = kind;
    e.text = text;
    return e;
}

/** Grammar: or := and ("OR" and)*; and := unary+; unary := "-" unary | "(" or ")" | term. */
class Parser
{
public:
    Parser(QList<Token> tokens, const QDateTime &now) : m_tokens(std::move(tokens)), m_now(now) {}

    Result<Expression> parseAll()
    {
        if (here().kind == Token::Kind::End)
            return Expression();
        auto expression = parseOr(0);
        if (expression && here().kind != Token::Kind::End)
            return wrong(QT_TRANSLATE_NOOP("CliSearch", "A parenthesis closes that was not opened"),
                         here().position);
        return expression;
    }

private:
    const Token &here() const { return m_tokens[m_next]; }

    Result<Expression> parseOr(int depth)
    {
        Expression any = leaf(Kind::Or, {});
        for (;;) {
            auto part = parseAnd(depth);
            if (!part)
                return part;
            any.children.push_back(std::move(*part));
            if (here().kind != Token::Kind::Or)
                break;
            ++m_next;
        }
        return any.children.size() == 1 ? std::move(any.children.front()) : std::move(any);
    }

    Result<Expression> parseAnd(int depth)
    {
        Expression all = leaf(Kind::And, {});
        while (here().kind != Token::Kind::End && here().kind != Token::Kind::Or &&
               here().kind != Token::Kind::Close) {
            auto part = parseUnary(depth);
            if (!part)
                return part;
            all.children.push_back(std::move(*part));
        }
        if (all.children.empty())
            return wrong(QT_TRANSLATE_NOOP("CliSearch", "Something to look for is missing"), here().position);
        return all.children.size() == 1 ? std::move(all.children.front()) : std::move(all);
    }

    Result<Expression> parseUnary(int depth)
    {
        if (depth > maximumDepth)
            return wrong(QT_TRANSLATE_NOOP("CliSearch", "Nested too deeply"), here().position);
        const Token token = here();
        ++m_next;
        if (token.kind == Token::Kind::Minus) {
            if (here().kind == Token::Kind::End || here().kind == Token::Kind::Or ||
                here().kind == Token::Kind::Close)
                return wrong(QT_TRANSLATE_NOOP("CliSearch", "Nothing follows the \"-\""), token.position);
            auto inner = parseUnary(depth + 1);
            if (!inner)
                return inner;
            Expression negation = leaf(Kind::Not, {});
            negation.children.push_back(std::move(*inner));
            return negation;
        }
        if (token.kind == Token::Kind::Open) {
            auto inner = parseOr(depth + 1);
            if (!inner)
                return inner;
            if (here().kind != Token::Kind::Close)
                return wrong(QT_TRANSLATE_NOOP("CliSearch", "A parenthesis is not closed"), token.position);
            ++m_next;
            return inner;
        }
        return parseTerm(token);
    }

    Result<Expression> parseTerm(const Token &token)
    {
        if (!token.isOperator) {
            Expression word = leaf(token.quoted ? Kind::Phrase : Kind::Word, token.text);
            word.prefix = token.prefix;
            word.typing = token.typing;
            return word;
        }
        const QString name = token.name.toLower();
        if (token.text.isEmpty())
            return wrong(QT_TRANSLATE_NOOP("CliSearch", "A value is missing"), token.position);
        if (contains(fieldNames, name)) {
            Expression field = leaf(Kind::Field, token.text);
            field.field = name;
            field.prefix = token.prefix;
            field.typing = token.typing;
            return field;
        }
        const QString value = token.text.toLower();
        if (name == QLatin1String("is") && contains(isValues, value))
            return leaf(Kind::Is, value);
        if (name == QLatin1String("has") && contains(hasValues, value))
            return leaf(Kind::Has, value);
        if (name == QLatin1String("date")) {
            if (auto range = dateRange(value, m_now))
                return std::move(*range);
        }
        const bool known =
            name == QLatin1String("is") || name == QLatin1String("has") || name == QLatin1String("date");
        return known ? wrong(QT_TRANSLATE_NOOP("CliSearch", "An unknown value"), token.valuePosition)
                     : wrong(QT_TRANSLATE_NOOP("CliSearch", "An unknown operator"), token.position);
    }

    QList<Token> m_tokens;
    qsizetype m_next = 0;
    QDateTime m_now;
};

/** The last word as a prefix: somebody is still typing it. */
void openEnd(QList<Token> &tokens)
{
    if (tokens.size() < 2)
        return;
    Token &last = tokens[tokens.size() - 2]; // before End
    const bool textual = !last.isOperator ||
                         last.name.compare(QLatin1String("title"), Qt::CaseInsensitive) == 0 ||
                         last.name.compare(QLatin1String("author"), Qt::CaseInsensitive) == 0;
    if (last.kind == Token::Kind::Term && !last.quoted && !last.prefix && textual)
        last.prefix = last.typing = true;
}

} // namespace

Result<Expression> parse(const QString &text, const QDateTime &now, bool typing)
{
    auto tokens = scan(text);
    if (!tokens)
        return tokens.error();
    // A blank after the last word ends it.
    if (typing && !text.isEmpty() && !text.back().isSpace())
        openEnd(*tokens);
    return Parser(std::move(*tokens), now).parseAll();
}

} // namespace broadsheet::query
