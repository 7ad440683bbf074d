// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tokenizer.h"

#include <QString>
#include <QUrl>

namespace broadsheet::html {

/** An attribute's value, decoded; empty: it is not there. */
QString valueOf(const Token &token, QByteArrayView name);

/** Reads a page in one pass over its tokens for what it declares and for its links with their words. */
class LinkReader
{
public:
    virtual ~LinkReader() = default;
    /** \a page is read up to maxInput. */
    void read(QByteArrayView page);

protected:
    virtual void startTag(const Token &token, Tokenizer &tokens) = 0;
    /** The link that was begun has ended with these words, collapsed. */
    virtual void endLink(const QUrl &link, const QString &words) = 0;

    void beginLink(const QUrl &link, const QString &words);
    bool isInLink() const { return m_link.isValid(); }
    /** More words of the link that is open, as long as there are few. */
    void addWords(const QString &words);
    /** Ends the link that is open, if one is. */
    void closeLink();

private:
    QUrl m_link; ///< invalid: none is open
    QString m_words;
};

} // namespace broadsheet::html
