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
        if (mode == "base64" || (mode.isEmpty() && !type.isEmpty() && !isHtmlType(type) && type != "text" &&
                                 !type.startsWith("text/") && !type.endsWith("xml") && type.contains('/'))) {
            const QByteArray decoded = QByteArray::fromBase64(body.data.trimmed());
            if (decoded.isEmpty() || !QByteArrayView(decoded).isValidUtf8())
                body.data.clear(); // an image, a document: nothing to read
            else
                body.data = decoded;
        }
        const bool text = type.isEmpty() || type == "text" || type == "text/plain";
        // Plain text with tags that HTML has: the type was forgotten, as it mostly is in 0.3 and summaries.
        const bool meansHtml = isHtmlType(type) ||
                               (!type.isEmpty() && type != "text" && type != "text/plain") ||
                               (type.isEmpty() && looksLikeHtml(body.data));
        body.kind = text && !meansHtml ? RawBody::Kind::Text : RawBody::Kind::Html;
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
