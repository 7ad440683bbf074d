// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/values.h"

#include "feed/dates.h"
#include "feed/text.h"

#include <climits>

namespace broadsheet::feed {
namespace {

constexpr qsizetype maxInAList = 1000;

} // namespace

std::optional<qint64> wholeNumber(QByteArrayView text)
{
    QByteArray digits;
    for (const char c : text.trimmed()) {
        if (c >= '0' && c <= '9')
            digits.append(c);
        else if (c != ',' && c != ' ' && c != '\'')
            return std::nullopt;
    }
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<int> smallNumber(QByteArrayView text)
{
    QByteArrayView number = text.trimmed();
    if (number.endsWith("px"))
        number.chop(2);
    const std::optional<qint64> value = wholeNumber(number);
    return value && *value <= INT_MAX ? std::optional(int(*value)) : std::nullopt;
}

std::optional<double> duration(QByteArrayView text)
{
    const QList<QByteArray> parts = text.trimmed().toByteArray().split(':');
    if (parts.isEmpty() || parts.size() > 3)
        return std::nullopt;
    double seconds = 0;
    for (const QByteArray &part : parts) {
        bool ok = false;
        const double value = part.trimmed().toDouble(&ok);
        if (!ok || !(value >= 0) || value > 1e9)
            return std::nullopt;
        seconds = seconds * 60 + value;
    }
    return seconds > 0 ? std::optional(seconds) : std::nullopt;
}

void takeDate(QDateTime &target, QByteArrayView text)
{
    const QDateTime date = parseDate(text);
    if (date.isValid())
        target = date;
}

void takeText(QString &target, const QString &text)
{
    if (target.isEmpty())
        target = text;
}

Link linkFromElement(const XmlElement &element, const Context &context)
{
    Link link;
    const QByteArrayView href = element.attribute("href");
    link.href = href.isNull() ? context.resolvedText(element) : context.resolved(element, href);
    link.rel = QString::fromUtf8(element.attribute("rel")).trimmed();
    const QString registered =
        QStringLiteral("http://www.iana.org/assignments/relation/"); // RFC 4287 §4.2.7.2
    if (link.rel.startsWith(registered))
        link.rel.remove(0, registered.size());
    if (!href.isNull() && link.href.isEmpty() && link.rel == u"self")
        link.href = element.base(); // the document itself (RFC 3986 §4.4)
    link.type = QString::fromUtf8(element.attribute("type")).trimmed();
    link.title = plainFromText(element.attribute("title"));
    link.hreflang = QString::fromUtf8(element.attribute("hreflang")).trimmed();
    link.length = wholeNumber(element.attribute("length"));
    return link;
}

void addLink(QList<Link> &links, const Link &link)
{
    // One without an address is told all the same: inspect shows what the feed has.
    const bool empty = link.href.isEmpty() && link.type.isEmpty() && link.title.isEmpty() &&
                       link.hreflang.isEmpty() && !link.length;
    if (empty || links.size() >= maxInAList)
        return;
    if (links.size() < 30) { // beyond that nobody minds a repetition
        for (const Link &known : std::as_const(links)) {
            if (known.href == link.href && known.rel == link.rel && known.type == link.type &&
                known.hreflang == link.hreflang)
                return;
        }
    }
    links.append(link);
}

void addLicense(QList<Link> &links, const XmlElement &element, const Context &context)
{
    const QByteArrayView resource = element.attribute("resource", Ns::Rdf);
    Link link;
    link.rel = QStringLiteral("license");
    link.href = resource.isNull() ? context.resolvedText(element) : context.resolved(element, resource);
    addLink(links, link);
}

void addTerm(QList<Term> &terms, const Term &term)
{
    if ((term.term.isEmpty() && term.label.isEmpty() && term.scheme.isEmpty()) || terms.size() >= maxInAList)
        return;
    for (qsizetype i = qMax<qsizetype>(0, terms.size() - 50); i < terms.size(); ++i) {
        if (terms[i].term == term.term && terms[i].scheme == term.scheme) {
            takeText(terms[i].label, term.label);
            return;
        }
    }
    terms.append(term);
}

void addEnclosure(QList<Enclosure> &enclosures, const Enclosure &enclosure)
{
    if (enclosure.url.isEmpty() || enclosures.size() >= maxInAList)
        return;
    for (qsizetype i = qMax<qsizetype>(0, enclosures.size() - 50); i < enclosures.size(); ++i) {
        if (enclosures[i].url != enclosure.url)
            continue;
        takeText(enclosures[i].mimeType, enclosure.mimeType);
        takeText(enclosures[i].title, enclosure.title);
        if (!enclosures[i].sizeInBytes)
            enclosures[i].sizeInBytes = enclosure.sizeInBytes;
        if (!enclosures[i].durationInSeconds)
            enclosures[i].durationInSeconds = enclosure.durationInSeconds;
        return;
    }
    enclosures.append(enclosure);
}

RawBody htmlBody(const XmlElement &element)
{
    RawBody body;
    body.kind = RawBody::Kind::Html;
    body.data = element.hasElements() ? element.innerMarkup() : element.text();
    if (const QByteArrayView inside = withoutCdataMarks(body.data); inside.size() != body.data.size())
        body.data = inside.toByteArray();
    body.baseUrl = element.base();
    if (body.data.trimmed().isEmpty())
        body.data.clear();
    return body;
}

QString plainText(const XmlElement &element)
{
    return element.hasElements() ? plainFromHtml(element.innerMarkup()) : plainFromHtml(element.text());
}

} // namespace broadsheet::feed
