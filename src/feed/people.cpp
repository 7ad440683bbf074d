// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/people.h"

#include "feed/text.h"

namespace broadsheet::feed {
namespace {

constexpr qsizetype maxPeople = 100;

bool isMailAddress(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at <= 0 || at == text.size() - 1 || text.indexOf(u'@', at + 1) >= 0 || text.contains(u"://"))
        return false;
    for (const QChar c : text) {
        if (c.isSpace() || c == u'<' || c == u'>' || c == u'(' || c == u')' || c == u',' || c == u'"')
            return false;
    }
    return true;
}

QString withoutMailto(QString text)
{
    if (text.startsWith(u"mailto:", Qt::CaseInsensitive))
        text.remove(0, 7);
    return text.trimmed();
}

/** Splits "outer (inner)" or "outer <inner>"; false if there are no such brackets at the end. */
bool bracketed(const QString &text, QChar opening, QChar closing, QString *outer, QString *inner)
{
    if (!text.endsWith(closing))
        return false;
    const qsizetype at = text.indexOf(opening);
    if (at < 0)
        return false;
    *outer = text.left(at).trimmed();
    *inner = text.mid(at + 1, text.size() - at - 2).trimmed();
    return true;
}

QString unquoted(QString name)
{
    if (name.size() > 1 && name.startsWith(u'"') && name.endsWith(u'"'))
        name = name.mid(1, name.size() - 2).trimmed();
    return name;
}

} // namespace

Person personFromText(QByteArrayView utf8)
{
    Person person;
    const QString text = withoutMailto(plainFromHtml(utf8));
    QString outer;
    QString inner;
    for (const auto &[opening, closing] : {std::pair(u'(', u')'), std::pair(u'<', u'>')}) {
        if (!bracketed(text, opening, closing, &outer, &inner))
            continue;
        outer = withoutMailto(outer);
        inner = withoutMailto(inner);
        if (isMailAddress(outer)) {
            person.email = outer;
            person.name = unquoted(inner);
            return person;
        }
        if (isMailAddress(inner)) {
            person.email = inner;
            person.name = unquoted(outer);
            return person;
        }
    }
    if (isMailAddress(text)) {
        person.email = text;
        return person;
    }
    const qsizetype blank = text.indexOf(u' ');
    if (blank > 0 && isMailAddress(text.left(blank))) { // "me@example.com Name"
        person.email = text.left(blank);
        person.name = text.mid(blank + 1).trimmed();
        return person;
    }
    person.name = unquoted(text);
    return person;
}

Person personFromElement(const XmlElement &element, const Context &context)
{
    if (!element.hasElements())
        return personFromText(element.text());
    Person person;
    for (const XmlElement &child : children(element)) {
        const QByteArrayView name = child.name();
        if (name == "name" && person.name.isEmpty())
            person.name = plainFromHtml(child.text());
        else if (name == "email" && person.email.isEmpty())
            person.email = withoutMailto(plainFromText(child.text()));
        else if ((name == "uri" || name == "url" || name == "homepage") && person.url.isEmpty())
            person.url = context.resolvedText(child);
        else if ((name == "image" || name == "thumbnail") && person.avatar.isEmpty()) // Google's, Media RSS's
            person.avatar = context.resolved(child, child.attribute(name == "image" ? "src" : "url"));
    }
    return person.isEmpty() ? personFromText(element.text()) : person;
}

Person podcastPerson(const XmlElement &element, const Context &context)
{
    Person person = personFromText(element.text());
    person.url = context.resolved(element, element.attribute("href"));
    person.avatar = context.resolved(element, element.attribute("img"));
    return person;
}

void addPerson(QList<Person> &people, const Person &person)
{
    if (person.isEmpty() || people.size() >= maxPeople)
        return;
    for (Person &known : people) {
        const bool sameName = !person.name.isEmpty() && known.name == person.name;
        const bool sameEmail = !person.email.isEmpty() && known.email == person.email;
        if (!sameName && !sameEmail)
            continue;
        if (known.email.isEmpty())
            known.email = person.email;
        if (known.name.isEmpty())
            known.name = person.name;
        if (known.url.isEmpty())
            known.url = person.url;
        if (known.avatar.isEmpty())
            known.avatar = person.avatar;
        return;
    }
    people.append(person);
}

} // namespace broadsheet::feed
