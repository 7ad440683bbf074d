// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/opml.h"
#include "exchange/xmltext.h"

#include <QHash>
#include <QLocale>
#include <QSet>
#include <QXmlStreamWriter>

namespace broadsheet::exchange {

namespace {

class Writer
{
public:
    explicit Writer(const LibraryOverview &library) : m_xml(&m_bytes)
    {
        QSet<CategoryId> known;
        for (const Category &category : library.categories)
            known.insert(category.id);
        for (const Category &category : library.categories)
            m_categories[known.contains(category.parent) ? category.parent : CategoryId()].append(category);
        for (const Subscription &feed : library.subscriptions)
            m_feeds[known.contains(feed.category) ? feed.category : CategoryId()].append(feed);
    }

    QByteArray write(const QDateTime &now)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("opml"));
        m_xml.writeAttribute(QStringLiteral("version"), QStringLiteral("2.0"));
        m_xml.writeStartElement(QStringLiteral("head"));
        m_xml.writeTextElement(QStringLiteral("title"), QStringLiteral("Broadsheet subscriptions"));
        // RFC 822, as OPML 2.0 asks for, in English.
        m_xml.writeTextElement(
            QStringLiteral("dateCreated"),
            QLocale::c().toString(now.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")) +
                QStringLiteral(" GMT"));
        m_xml.writeEndElement();
        m_xml.writeStartElement(QStringLiteral("body"));
        writeShelf(CategoryId());
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void writeShelf(CategoryId id)
    {
        const auto categories = m_categories.value(id);
        for (const Category &category : categories) {
            // A circle cannot come from the store; here it would never end.
            if (m_written.contains(category.id))
                continue;
            m_written.insert(category.id);
            m_xml.writeStartElement(QStringLiteral("outline"));
            m_xml.writeAttribute(QStringLiteral("text"), xmlText(category.name));
            writeShelf(category.id);
            m_xml.writeEndElement();
        }
        const auto feeds = m_feeds.value(id);
        for (const Subscription &feed : feeds)
            writeFeed(feed);
    }

    void writeFeed(const Subscription &feed)
    {
        const QString text = xmlText(feed.title());
        m_xml.writeEmptyElement(QStringLiteral("outline"));
        m_xml.writeAttribute(QStringLiteral("type"), QStringLiteral("rss"));
        m_xml.writeAttribute(QStringLiteral("text"), text);
        m_xml.writeAttribute(QStringLiteral("title"),
                             feed.feedTitle.isEmpty() ? text : xmlText(feed.feedTitle));
        m_xml.writeAttribute(QStringLiteral("xmlUrl"), address(feed.feedUrl));
        if (!feed.siteUrl.isEmpty())
            m_xml.writeAttribute(QStringLiteral("htmlUrl"), address(feed.siteUrl));
    }

    static QString address(const QUrl &url)
    {
        return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    }

    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    QHash<CategoryId, QList<Category>> m_categories;
    QHash<CategoryId, QList<Subscription>> m_feeds;
    QSet<CategoryId> m_written;
};

} // namespace

QByteArray writeOpml(const LibraryOverview &library, const QDateTime &now)
{
    return Writer(library).write(now);
}

} // namespace broadsheet::exchange
