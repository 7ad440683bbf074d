// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/linkreader.h"

#include "base/text.h"
#include "html/entities.h"
#include "html/limits.h"

#include <algorithm>
#include <utility>

namespace broadsheet::html {

QString valueOf(const Token &token, QByteArrayView name)
{
    for (const Attribute &attribute : token.attributes) {
        if (equalsIgnoringCase(attribute.name, name))
            return decoded(attribute.value);
    }
    return {};
}

void LinkReader::read(QByteArrayView page)
{
    Tokenizer tokens(page.first(std::min(page.size(), maxInput)));
    for (;;) {
        const Token &token = tokens.next();
        if (token.kind == Token::Kind::EndOfInput)
            break;
        if (token.kind == Token::Kind::StartTag)
            startTag(token, tokens);
        else if (token.kind == Token::Kind::EndTag && token.tag == Tag::A)
            closeLink();
        else if (token.kind == Token::Kind::Text && isInLink())
            addWords(decoded(token.text));
    }
    closeLink();
}

void LinkReader::beginLink(const QUrl &link, const QString &words)
{
    m_link = link;
    m_words = words;
}

void LinkReader::addWords(const QString &words)
{
    constexpr qsizetype enough = 200;
    if (m_words.size() < enough)
        m_words += u' ' + words;
}

void LinkReader::closeLink()
{
    if (isInLink())
        endLink(std::exchange(m_link, {}), collapsed(std::exchange(m_words, {})));
}

} // namespace broadsheet::html
