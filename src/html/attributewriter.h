// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/address.h"
#include "html/limits.h"
#include "html/textwriter.h"
#include "html/tokenizer.h"

namespace broadsheet::html {

/** Writes those attributes of a start tag that clean markup may have. */
class AttributeWriter
{
public:
    AttributeWriter(QByteArray &out, const QUrl &base) : m_out(out), m_text(out), m_addresses(base) {}

    /** All allowed attributes of \a token, which is printed as \a tag; each at most once. */
    void write(Tag tag, const Token &token);

    /** ` name="value"`, escaped. \a value has no references. */
    void plain(QByteArrayView name, QByteArrayView value);

    AddressResolver &addresses() { return m_addresses; }

private:
    bool writeOne(Tag tag, int which, QByteArrayView value);
    bool text(QByteArrayView name, QByteArrayView raw, qsizetype longest = maxValue);
    bool title(QByteArrayView raw);
    bool number(QByteArrayView name, QByteArrayView raw, int low, int high);
    bool address(QByteArrayView name, QByteArrayView raw, AddressResolver::Use use);
    bool keyword(QByteArrayView name, QByteArrayView raw, std::initializer_list<const char *> allowed);
    bool identifier(QByteArrayView name, QByteArrayView raw);
    bool codeLanguage(QByteArrayView raw);

    QByteArray &m_out;
    TextWriter m_text;
    AddressResolver m_addresses;
};

} // namespace broadsheet::html
