// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/extract/pagestate.h"

#include "html/clean.h"
#include "html/extract/jsonld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

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

} // namespace

QByteArray findStateBody(const Dom &dom)
{
    constexpr qsizetype least = 400;
    StateReader reader;
    for (int node = 0; node < dom.size(); ++node) {
        const QByteArrayView script = dom.tag(node) == Tag::Script ? dom.rawText(node) : QByteArrayView();
        if (script.size() < least)
            continue;
        const QJsonDocument document = parseJsonIn(script);
        reader.read(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), 0);
    }
    if (reader.letters() < least)
        return {};
    QByteArray markup;
    for (const QString &text : reader.best()) {
        const bool isMarkup = text.contains(QLatin1String("</"));
        markup += "<p>" + (isMarkup ? text.toUtf8() : escapeText(text.toUtf8())) + "</p>";
    }
    return markup;
}

} // namespace broadsheet::html
