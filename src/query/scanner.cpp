// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/scanner.h"

#include <algorithm>

namespace broadsheet::query {

namespace {

constexpr qsizetype maximumLength = 10'000;

bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”';
}

bool endsWord(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')' || isQuote(c);
}

class Scanner
{
public:
    explicit Scanner(const QString &text) : m_text(text) {}

    Result<QList<Token>> scan()
    {
        QList<Token> tokens;
        for (;;) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            Token token;
            token.position = token.valuePosition = m_at;
            if (m_at >= m_text.size()) {
                tokens.append(token);
                return tokens;
            }
            if (const auto error = next(token))
                return *error;
            tokens.append(token);
        }
    }

private:
    std::optional<Error> next(Token &token)
    {
        const QChar c = m_text[m_at];
        if (c == u'(' || c == u')') {
            token.kind = c == u'(' ? Token::Kind::Open : Token::Kind::Close;
            ++m_at;
            return std::nullopt;
        }
        if (c == u'-') {
            token.kind = Token::Kind::Minus;
            ++m_at;
            return std::nullopt;
        }
        token.kind = Token::Kind::Term;
        if (isQuote(c))
            return quotation(token);
        word(token);
        if (!token.isOperator) {
            if (token.text == QLatin1String("OR"))
                token.kind = Token::Kind::Or;
            return std::nullopt;
        }
        token.valuePosition = m_at;
        if (m_at < m_text.size() && isQuote(m_text[m_at]))
            return quotation(token);
        value(token);
        return std::nullopt;
    }

    /** Up to a blank, or to the colon after an operator's name. */
    void word(Token &token)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !endsWord(m_text[m_at])) {
            const QStringView name = QStringView(m_text).mid(begin, m_at - begin);
            const bool address = QStringView(m_text).mid(m_at).startsWith(QLatin1String("://"));
            if (m_text[m_at] == u':' && isOperatorName(name) && !address) {
                token.isOperator = true;
                token.name = name.toString();
                ++m_at;
                return;
            }
            ++m_at;
        }
        token.text = m_text.mid(begin, m_at - begin);
        cutStar(token);
    }

    void value(Token &token)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !endsWord(m_text[m_at]))
            ++m_at;
        token.text = m_text.mid(begin, m_at - begin);
        cutStar(token);
    }

    static void cutStar(Token &token)
    {
        if (token.text.size() < 2 || !token.text.endsWith(u'*'))
            return;
        token.text.chop(1);
        token.prefix = true;
    }

    std::optional<Error> quotation(Token &token)
    {
        const qsizetype begin = ++m_at;
        while (m_at < m_text.size() && !isQuote(m_text[m_at]))
            ++m_at;
        if (m_at >= m_text.size())
            return Error{
                ErrorCode::InvalidArgument,
                QString::fromLatin1(QT_TRANSLATE_NOOP("CliSearch", "A quotation mark is not closed")),
                {},
                int(begin - 1)};
        token.text = m_text.mid(begin, m_at - begin);
        token.quoted = true;
        ++m_at;
        if (token.text.trimmed().isEmpty())
            return Error{
                ErrorCode::InvalidArgument,
                QString::fromLatin1(QT_TRANSLATE_NOOP("CliSearch", "Nothing between the quotation marks")),
                {},
                int(begin - 1)};
        return std::nullopt;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

bool isOperatorName(QStringView name)
{
    return !name.isEmpty() && name.size() <= 20 && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    });
}

Result<QList<Token>> scan(const QString &text)
{
    if (text.size() > maximumLength)
        return Error{ErrorCode::InvalidArgument,
                     QString::fromLatin1(QT_TRANSLATE_NOOP("CliSearch", "The query is too long")),
                     {},
                     int(maximumLength)};
    return Scanner(text).scan();
}

} // namespace broadsheet::query
