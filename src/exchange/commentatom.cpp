// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/datetime.h"
#include "exchange/commentarchive.h"
#include "exchange/xmltext.h"

#include <QUuid>
#include <QXmlStreamWriter>

#include <algorithm>

namespace broadsheet::exchange {

namespace {

QString atomNamespace()
{
    return QStringLiteral("http://www.w3.org/2005/Atom");
}

QString threadNamespace()
{
    return QStringLiteral("http://purl.org/syndication/thread/1.0");
}

QString urn(const QByteArray &uuid)
{
    return QStringLiteral("urn:uuid:") + QUuid::fromRfc4122(uuid).toString(QUuid::WithoutBraces);
}

QString address(const QUrl &url)
{
    return xmlText(url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo));
}

QDateTime updated(const Comment &comment)
{
    return comment.edited.isValid() ? comment.edited : comment.created;
}

struct Entry
{
    const CommentedArticle *article;
    const Comment *comment;
};

class Writer
{
public:
    Writer(const CommentArchive &archive, const QString &ownName)
        : m_archive(archive), m_ownName(ownName), m_xml(&m_bytes)
    {
        for (const CommentedArticle &article : archive.articles) {
            for (const Comment &comment : article.comments) {
                if (!comment.deleted)
                    m_entries.append({&article, &comment});
            }
        }
        std::ranges::stable_sort(m_entries, std::greater(),
                                 [](const Entry &entry) { return entry.comment->created; });
    }

    QByteArray write(const QDateTime &now)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
        m_xml.writeDefaultNamespace(atomNamespace());
        m_xml.writeNamespace(threadNamespace(), QStringLiteral("thr"));
        m_xml.writeStartElement(atomNamespace(), QStringLiteral("feed"));
        element("id", QStringLiteral("urn:broadsheet:comments"));
        element("title", QStringLiteral("Comments"));
        QDateTime latest;
        for (const Entry &entry : std::as_const(m_entries))
            latest = latest.isValid() ? qMax(latest, updated(*entry.comment)) : updated(*entry.comment);
        element("updated", toRfc3339(latest.isValid() ? latest : now));
        element("generator", QStringLiteral("Broadsheet"));
        for (const Entry &entry : std::as_const(m_entries))
            writeEntry(*entry.article, *entry.comment);
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void element(const char *name, const QString &text)
    {
        m_xml.writeTextElement(atomNamespace(), QLatin1String(name), xmlText(text));
    }

    void link(const char *rel, const QUrl &url)
    {
        m_xml.writeEmptyElement(atomNamespace(), QStringLiteral("link"));
        m_xml.writeAttribute(QStringLiteral("rel"), QLatin1String(rel));
        m_xml.writeAttribute(QStringLiteral("href"), address(url));
    }

    void writeEntry(const CommentedArticle &article, const Comment &comment)
    {
        m_xml.writeStartElement(atomNamespace(), QStringLiteral("entry"));
        element("id", urn(comment.uuid));
        element("title", QStringLiteral("Re: ") + article.title);
        element("published", toRfc3339(comment.created));
        element("updated", toRfc3339(updated(comment)));
        m_xml.writeStartElement(atomNamespace(), QStringLiteral("author"));
        const bool own = comment.name.isEmpty() && comment.origin == CommentOrigin::Local;
        element("name", own ? m_ownName : comment.name);
        m_xml.writeEndElement();
        writeInReplyTo(article, comment);
        if (!comment.url.isEmpty())
            link("alternate", comment.url);
        else if (!article.url.isEmpty())
            link("related", article.url);
        writeContent(comment);
        m_xml.writeEndElement();
    }

    /** The comment that is answered; at the top, and where that one is deleted, the article itself. */
    void writeInReplyTo(const CommentedArticle &article, const Comment &comment)
    {
        const QByteArray parent = m_archive.parents.value(comment.uuid);
        const bool told = std::ranges::any_of(article.comments, [&parent](const Comment &other) {
            return other.uuid == parent && !other.deleted;
        });
        m_xml.writeEmptyElement(threadNamespace(), QStringLiteral("in-reply-to"));
        if (told) {
            m_xml.writeAttribute(QStringLiteral("ref"), urn(parent));
            return;
        }
        m_xml.writeAttribute(QStringLiteral("ref"),
                             article.url.isEmpty() ? urn(article.key.bytes()) : address(article.url));
        if (!article.url.isEmpty()) {
            m_xml.writeAttribute(QStringLiteral("href"), address(article.url));
            m_xml.writeAttribute(QStringLiteral("type"), QStringLiteral("text/html"));
        }
    }

    void writeContent(const Comment &comment)
    {
        QString html;
        if (!comment.quote.isEmpty())
            html = QStringLiteral("<blockquote>%1</blockquote>").arg(comment.quote.toHtmlEscaped());
        html += comment.html.isEmpty() ? comment.text.toHtmlEscaped() : comment.html.toString();
        m_xml.writeStartElement(atomNamespace(), QStringLiteral("content"));
        m_xml.writeAttribute(QStringLiteral("type"), QStringLiteral("html"));
        m_xml.writeCharacters(xmlText(html));
        m_xml.writeEndElement();
    }

    const CommentArchive &m_archive;
    const QString m_ownName;
    QList<Entry> m_entries;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray writeCommentAtom(const CommentArchive &archive, const QString &ownName, const QDateTime &now)
{
    return Writer(archive, ownName).write(now);
}

} // namespace broadsheet::exchange
