// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/atom/atomtext.h"

#include "feed/text.h"
#include "feed/values.h"

namespace broadsheet::feed {
namespace {

bool isHtmlType(const QByteArray &type)
{
    return type == "html" || type == "text/html" || type == "application/xhtml+xml" || type == "xhtml" ||
           type == "html/text";
}

/** Content of other types is base64 where there is no mode (RFC 4287 §4.1.3.3). */
bool isBinaryType(const QByteArray &type, const QByteArray &mode)
{
    return mode.isEmpty() && type.contains('/') && !isHtmlType(type) && !type.startsWith("text/") &&
           !type.endsWith("xml");
}

/** Text from base64; an image or a document is nothing to read. What is no base64 is text, unless \a declared
 * so. */
QByteArray fromBase64(const QByteArray &data, bool declared)
{
    QByteArray packed = data;
    packed.removeIf([](char c) { return uchar(c) <= ' '; });
    const auto decoded = QByteArray::fromBase64Encoding(
        packed, declared ? QByteArray::IgnoreBase64DecodingErrors : QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return data;
    const QByteArray text = *decoded;
    if (QByteArrayView(text).isValidUtf8() && !text.contains('\0') && !text.isEmpty())
        return text;
    return declared || packed.size() > 64 ? QByteArray() : data;
}

/** The children of XHTML without the div that wraps them (RFC 4287 §3.1.1.3). */
QByteArray xhtmlOf(const XmlElement &element)
{
    const XmlElement first = element.firstElement();
    if (first.isValid() && first.name() == "div" && !first.nextElement().isValid() &&
        element.text().trimmed() == first.text().trimmed())
        return first.innerMarkup();
    return element.innerMarkup();
}

} // namespace

RawBody atomBody(const XmlElement &element)
{
    RawBody body;
    body.baseUrl = element.base();
    QByteArray type = element.attribute("type").toByteArray().trimmed().toLower();
    type = type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed();
    const QByteArray mode = element.attribute("mode").toByteArray().trimmed().toLower();
    if (element.hasElements()) { // xhtml, whatever the type says; or markup that somebody forgot to escape
        body.data = xhtmlOf(element);
        const XmlElement first = element.firstElement();
        if (body.baseUrl != first.base() && first.name() == "div" && !first.nextElement().isValid())
            body.baseUrl = first.base();
    } else {
        body.data = element.text();
        if (const QByteArrayView inside = withoutCdataMarks(body.data); inside.size() != body.data.size())
            body.data = inside.toByteArray();
        if (mode == "base64" || isBinaryType(type, mode))
            body.data = fromBase64(body.data, mode == "base64");
        const bool text = type == "text" || type == "text/plain";
        // Text with tags that HTML has: the type was forgotten, as it mostly is in 0.3 and in summaries, or
        // means something else.
        const bool meansHtml = isHtmlType(type) || (!text && hasTags(body.data));
        body.kind = meansHtml ? RawBody::Kind::Html : RawBody::Kind::Text;
        if (mode == "xml" && body.kind == RawBody::Kind::Html && !isHtmlType(type))
            body.kind = RawBody::Kind::Text;
    }
    if (body.data.trimmed().isEmpty())
        body.data.clear();
    return body;
}

QString atomPlainText(const XmlElement &element)
{
    const RawBody body = atomBody(element);
    return body.kind == RawBody::Kind::Html ? plainFromHtml(body.data) : plainFromText(body.data);
}

} // namespace broadsheet::feed
