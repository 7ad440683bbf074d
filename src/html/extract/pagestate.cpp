// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/pagestate.h"

#include "html/clean.h"
#include "html/extract/jsonld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

constexpr int deepest = 40;

/** Words with the end of a sentence among them; no address, no program. */
bool isProse(const QString &text)
{
    constexpr qsizetype shortest = 30;
    if (text.size() < shortest || text.startsWith(u'{') || text.startsWith(u'[') ||
        text.startsWith(QLatin1String("http")) || text.contains(QLatin1String("function")))
        return false;
    return std::ranges::any_of(text, [](QChar c) { return QStringView(u".!?。！？؟।").contains(c); }) &&
           (text.contains(u' ') || text.front().unicode() >= 0x2E80);
}

/** The first of these that an object has. */
template <size_t size>
QJsonValue oneOf(const QJsonObject &object, const std::array<const char *, size> &names)
{
    for (const char *name : names) {
        if (const QJsonValue value = object.value(QLatin1String(name)); !value.isUndefined())
            return value;
    }
    return QJsonValue::Undefined;
}

/** The kind of a part of a text, as trees of texts name it: "paragraph", "heading-two", "h2". */
QString kindOf(const QJsonObject &part)
{
    static constexpr auto names = std::to_array<const char *>(
        {"type", "nodeType", "tagName", "tag", "kind", "style", "_type", "__typename"});
    QString kind;
    for (const char *name : names)
        kind += part.value(QLatin1String(name)).toString().toLower() + u' ';
    return kind;
}

/** The words of a part of a text that is kept as a tree, the pieces around its links and emphasis put
 * together. */
QString wordsOf(const QJsonValue &part, int depth)
{
    static constexpr auto inner =
        std::to_array<const char *>({"children", "content", "nodes", "spans", "runs", "inlines", "leaves"});
    static constexpr auto leaf = std::to_array<const char *>({"text", "value", "data", "literal", "content"});
    constexpr int near = 6;
    static const QRegularExpression noText(QStringLiteral(
        "image|picture|photo|caption|figure|video|audio|embed|iframe|\\bscript\\b|advert|\\bad\\b|gallery|"
        "newsletter|related|promo|inline-?ad"));
    if (!part.isObject() || depth > near)
        return {};
    const QJsonObject object = part.toObject();
    const QJsonValue parts = oneOf(object, inner);
    const QJsonValue text = parts.isArray() ? QJsonValue(QJsonValue::Undefined) : oneOf(object, leaf);
    if ((!parts.isArray() && !text.isString()) || noText.match(kindOf(object)).hasMatch())
        return {};
    if (parts.isArray()) {
        QString words;
        const bool isList = kindOf(object).contains(QLatin1String("list")) ||
                            kindOf(object).startsWith(QLatin1String("ul ")) ||
                            kindOf(object).startsWith(QLatin1String("ol "));
        for (const QJsonValue &one : parts.toArray())
            words += wordsOf(one, depth + 1) + (isList ? QStringLiteral("\n") : QString());
        return words;
    }
    return text.toString();
}

class StateReader
{
public:
    void read(const QJsonValue &value, int depth)
    {
        if (depth > deepest)
            return;
        if (value.isString()) {
            if (const QString text = value.toString(); isProse(text))
                offer({text});
        } else if (value.isArray()) {
            offerTree(value.toArray());
            QStringList texts;
            for (const QJsonValue &item : value.toArray()) {
                if (const QString text = longestIn(item, 0); !text.isEmpty())
                    texts.append(text);
                read(item, depth + 1);
            }
            offer(texts);
        } else if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (const QJsonValue &inner : object)
                read(inner, depth + 1);
        }
    }

    const QStringList &best() const { return m_best; }
    qsizetype letters() const { return m_letters; }

private:
    /** A list of the parts of a text: paragraphs, some headings between them. */
    void offerTree(const QJsonArray &parts)
    {
        constexpr int fewest = 3; // paragraphs
        int prose = 0;
        QStringList texts;
        for (const QJsonValue &part : parts) {
            const QString words = wordsOf(part, 0).trimmed();
            if (words.isEmpty())
                continue;
            prose += isProse(words) ? 1 : 0;
            static const QRegularExpression heading(QStringLiteral("\\bh[1-6]\\b|head(ing|er)|title"));
            const bool isMarkup = words.contains(QLatin1String("</"));
            const bool isHeading =
                !isMarkup && words.size() < 200 && heading.match(kindOf(part.toObject())).hasMatch();
            texts.append(isHeading ? QStringLiteral("<h2>") + QString::fromUtf8(escapeText(words.toUtf8())) +
                                         QStringLiteral("</h2>")
                                   : words);
        }
        if (prose >= fewest && 2 * prose >= texts.size())
            offer(texts);
    }

    /** The one text that an item of a list is about. */
    static QString longestIn(const QJsonValue &value, int depth)
    {
        constexpr int near = 4;
        if (value.isString())
            return isProse(value.toString()) ? value.toString() : QString();
        QString longest;
        const auto take = [&](const QJsonValue &inner) {
            if (QString text = longestIn(inner, depth + 1); text.size() > longest.size())
                longest = std::move(text);
        };
        if (depth < near && value.isObject()) {
            for (const QJsonValue &inner : value.toObject())
                take(inner);
        } else if (depth < near && value.isArray()) {
            for (const QJsonValue &inner : value.toArray())
                take(inner);
        }
        return longest;
    }

    void offer(const QStringList &texts)
    {
        qsizetype letters = 0;
        for (const QString &text : texts)
            letters += text.size();
        if (letters > m_letters) {
            m_letters = letters;
            m_best = texts;
        }
    }

    QStringList m_best;
    qsizetype m_letters = 0;
};

/** One past the end of the object, list or string that begins at \a from; -1: it has none. */
qsizetype endOfValue(QByteArrayView script, qsizetype from)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = from; i < script.size(); ++i) {
        const char c = script[i];
        if (quoted && c == '\\') {
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
        if (!quoted && depth <= 0)
            return i + 1;
    }
    return -1;
}

/** What is assigned in a program of several statements, or handed to JSON.parse(). */
void readAssigned(QByteArrayView script, qsizetype least, StateReader &reader)
{
    constexpr int most = 50; // values
    int count = 0;
    qsizetype parsed = script.indexOf("JSON.parse(");
    for (qsizetype i = 0; i < script.size() && count < most;) {
        const qsizetype assigned = script.indexOf('=', i);
        if (parsed >= 0 && parsed < i)
            parsed = script.indexOf("JSON.parse(", i);
        const bool isString = parsed >= 0 && (assigned < 0 || parsed < assigned);
        if (assigned < 0 && parsed < 0)
            return;
        i = isString ? parsed + 11 : assigned + 1;
        while (i < script.size() && quint8(script[i]) <= ' ')
            ++i;
        if (i >= script.size() || (isString ? script[i] != '"' : script[i] != '{' && script[i] != '['))
            continue;
        const qsizetype end = endOfValue(script, i);
        if (end < 0)
            return;
        if (end - i >= least) {
            ++count;
            QByteArray json = script.sliced(i, end - i).toByteArray();
            if (isString)
                json = QJsonDocument::fromJson('[' + json + ']').array().at(0).toString().toUtf8();
            const QJsonDocument document = QJsonDocument::fromJson(json);
            reader.read(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), 0);
        }
        i = end;
    }
}

} // namespace

QByteArray findStateBody(const Dom &dom)
{
    constexpr qsizetype longest = 4'000'000;
    constexpr qsizetype least = 400;
    StateReader reader;
    for (int node = 0; node < dom.size(); ++node) {
        const QByteArrayView script = dom.tag(node) == Tag::Script ? dom.rawText(node) : QByteArrayView();
        if (script.size() < least)
            continue;
        const QJsonDocument document = parseJsonIn(script);
        if (document.isNull() && script.size() <= longest)
            readAssigned(script, least, reader);
        reader.read(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), 0);
    }
    if (reader.letters() < least)
        return {};
    QByteArray markup;
    for (const QString &text : reader.best()) {
        if (text.contains(QLatin1String("</"))) {
            markup += text.startsWith(QLatin1String("<h2>")) ? text.toUtf8() : "<p>" + text.toUtf8() + "</p>";
            continue;
        }
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
            markup += "<p>" + escapeText(line.toUtf8()) + "</p>";
    }
    return markup;
}

} // namespace broadsheet::html
