// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "base/url.h"
#include "exchange/opml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <utility>

namespace broadsheet::exchange {

namespace {

constexpr qsizetype maxBytes = 64 * 1024 * 1024;
constexpr qsizetype maxFeeds = 100'000;
constexpr qsizetype maxFailures = 1'000;
constexpr int maxPath = 16;   ///< deeper shelves are folded into the last one
constexpr int maxName = 500;  ///< characters of a title
constexpr int maxDepth = 240; ///< libxml2's own end is 256
constexpr int maxUrl = 16 * 1024;

/** Programs that glue strings write "&" as it is; libxml2 would lose the rest of the parameter's name. */
QByteArray withoutBareAmpersands(const QByteArray &bytes)
{
    QByteArray result;
    result.reserve(bytes.size() + 64);
    qsizetype from = 0;
    for (qsizetype at = bytes.indexOf('&'); at >= 0; at = bytes.indexOf('&', at + 1)) {
        qsizetype end = at + 1;
        if (end < bytes.size() && bytes[end] == '#')
            ++end;
        const qsizetype name = end;
        while (end < bytes.size() && end - name < 32 && QChar::isLetterOrNumber(uchar(bytes[end])) &&
               uchar(bytes[end]) < 0x80)
            ++end;
        if (end > name && end < bytes.size() && bytes[end] == ';')
            continue;
        result.append(bytes.constData() + from, at - from);
        result.append("&amp;");
        from = at + 1;
    }
    result.append(bytes.constData() + from, bytes.size() - from);
    return result;
}

bool isUtf16(const QByteArray &bytes)
{
    return bytes.left(4).contains('\0') || bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
}

/** Attributes of an outline that we know, whatever their case. */
struct Outline
{
    QString text;
    QString title;
    QString type;
    QString xmlUrl;
    QString url;
    QString htmlUrl;
    QString category;

    bool isFeed() const
    {
        return !xmlUrl.isEmpty() ||
               (!url.isEmpty() && (type.compare(QLatin1String("rss"), Qt::CaseInsensitive) == 0 ||
                                   type.compare(QLatin1String("atom"), Qt::CaseInsensitive) == 0));
    }
    QString name() const { return (text.isEmpty() ? title : text).left(maxName); }
};

class Reader
{
public:
    Result<OpmlDocument> read(const QByteArray &bytes);

private:
    static void startElement(void *self, const xmlChar *name, const xmlChar *, const xmlChar *, int,
                             const xmlChar **, int count, int, const xmlChar **attributes);
    static void endElement(void *self, const xmlChar *name, const xmlChar *, const xmlChar *);
    static void characters(void *self, const xmlChar *text, int length);
    static void reportError(void *self, xmlErrorPtr error);
    static xmlEntityPtr entity(void *self, const xmlChar *name);

    void start(const QByteArray &name, const Outline &outline);
    void end(const QByteArray &name);
    void takeFeed(const Outline &outline);
    QStringList pathOf(const Outline &outline) const;
    void fail(const QString &detail, const QString &subject, int line);
    int line() const { return m_context->input ? m_context->input->line : 0; }

    xmlParserCtxtPtr m_context = nullptr;
    OpmlDocument m_document;
    QStringList m_shelves; ///< open outlines that are no feeds; a null string for those that are
    QByteArray m_root;
    int m_depth = 0;
    bool m_inTitle = false;
    bool m_anyOutline = false;
    bool m_tagBroken = false;
    std::optional<Error> m_break;
};

QString toText(const xmlChar *begin, const xmlChar *end)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(begin), end - begin);
}

QByteArray toName(const xmlChar *name)
{
    return QByteArray(reinterpret_cast<const char *>(name)).toLower();
}

void Reader::startElement(void *self, const xmlChar *name, const xmlChar *, const xmlChar *, int,
                          const xmlChar **, int count, int, const xmlChar **attributes)
{
    Outline outline;
    for (int i = 0; i < count; ++i, attributes += 5) {
        const QByteArray key = toName(attributes[0]);
        const QString value = collapsed(toText(attributes[3], attributes[4]));
        if (key == "text")
            outline.text = value;
        else if (key == "title")
            outline.title = value;
        else if (key == "type")
            outline.type = value;
        else if (key == "xmlurl")
            outline.xmlUrl = value;
        else if (key == "url")
            outline.url = value;
        else if (key == "htmlurl")
            outline.htmlUrl = value;
        else if (key == "category")
            outline.category = value;
    }
    static_cast<Reader *>(self)->start(toName(name), outline);
}

void Reader::endElement(void *self, const xmlChar *name, const xmlChar *, const xmlChar *)
{
    static_cast<Reader *>(self)->end(toName(name));
}

void Reader::characters(void *self, const xmlChar *text, int length)
{
    auto *reader = static_cast<Reader *>(self);
    if (reader->m_inTitle && reader->m_document.title.size() < maxName)
        reader->m_document.title += toText(text, text + length);
}

void Reader::reportError(void *self, xmlErrorPtr error)
{
    auto *reader = static_cast<Reader *>(self);
    if (error->level < XML_ERR_ERROR)
        return;
    // The tag that is being read broke off within an attribute: half an address is a wrong one.
    if (error->code == XML_ERR_ATTRIBUTE_NOT_FINISHED)
        reader->m_tagBroken = true;
    if (reader->m_break)
        return;
    reader->m_break =
        Error{ErrorCode::Malformed, QString::fromUtf8(error->message).trimmed(), {}, error->line};
}

/** The five of XML; a document's own are not known, so nothing can be blown up or read in. */
xmlEntityPtr Reader::entity(void *, const xmlChar *name)
{
    return xmlGetPredefinedEntity(name);
}

void Reader::fail(const QString &detail, const QString &subject, int at)
{
    if (m_document.failures.size() < maxFailures)
        m_document.failures.append({ErrorCode::InvalidArgument, detail, subject.left(maxName), at});
}

void Reader::start(const QByteArray &name, const Outline &outline)
{
    if (m_depth == 0)
        m_root = name;
    if (++m_depth > maxDepth) {
        m_break = Error{ErrorCode::TooLarge, QStringLiteral("outlines are nested too deep"), {}, line()};
        xmlStopParser(m_context);
        return;
    }
    m_inTitle = name == "title" && !m_anyOutline;
    if (name != "outline")
        return;
    m_anyOutline = true;
    if (std::exchange(m_tagBroken, false)) {
        m_shelves.append(QString());
        return;
    }
    if (outline.isFeed()) {
        takeFeed(outline);
        m_shelves.append(QString()); // what is nested in a feed stands beside it
        return;
    }
    if (!outline.url.isEmpty())
        fail(QStringLiteral("an outline of type \"%1\" is no feed").arg(outline.type.left(40)), outline.url,
             line());
    m_shelves.append(outline.name());
}

void Reader::end(const QByteArray &name)
{
    --m_depth;
    m_inTitle = false;
    if (name == "outline" && !m_shelves.isEmpty())
        m_shelves.removeLast();
}

void Reader::takeFeed(const Outline &outline)
{
    const QString address = outline.xmlUrl.isEmpty() ? outline.url : outline.xmlUrl;
    const QUrl url = address.size() > maxUrl || address.startsWith(u'.') || address.startsWith(u'/')
                         ? QUrl()
                         : urlFromUserInput(address);
    if (!url.isValid())
        return fail(QStringLiteral("not a feed address"), address, line());
    if (m_document.feeds.size() >= maxFeeds) {
        m_break = Error{ErrorCode::TooLarge, QStringLiteral("more than %1 feeds").arg(maxFeeds), {}, line()};
        return xmlStopParser(m_context);
    }
    ImportedFeed feed;
    feed.feedUrl = url;
    const QUrl site(outline.htmlUrl, QUrl::TolerantMode);
    if (isWebUrl(site))
        feed.siteUrl = site;
    feed.title = outline.name();
    feed.categoryPath = pathOf(outline);
    m_document.feeds.append(feed);
}

QStringList Reader::pathOf(const Outline &outline) const
{
    QStringList path;
    for (const QString &shelf : m_shelves) {
        if (!shelf.isEmpty())
            path.append(shelf);
    }
    if (path.isEmpty()) {
        // OPML 2.0: "/Boston/Weather,Tech". We have one place for a feed: the first.
        const auto parts = outline.category.section(u',', 0, 0).split(u'/', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (const QString name = part.trimmed(); !name.isEmpty())
                path.append(name.left(maxName));
        }
    }
    return path.mid(0, maxPath);
}

Result<OpmlDocument> Reader::read(const QByteArray &bytes)
{
    xmlSAXHandler handler = {};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = startElement;
    handler.endElementNs = endElement;
    handler.characters = characters;
    handler.cdataBlock = characters;
    handler.getEntity = entity;
    handler.serror = reportError;
    m_context = xmlCreateMemoryParserCtxt(bytes.constData(), int(bytes.size()));
    if (!m_context)
        return Error{ErrorCode::Internal, QStringLiteral("no parser"), {}, {}};
    xmlSAXHandler *own = std::exchange(m_context->sax, &handler);
    m_context->userData = this;
    // NOENT: "&amp;" comes decoded. Others than the five of XML are unknown, see entity().
    xmlCtxtUseOptions(m_context, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOENT);
    xmlParseDocument(m_context);
    m_context->sax = own;
    if (m_context->myDoc)
        xmlFreeDoc(m_context->myDoc);
    m_context->myDoc = nullptr;
    xmlFreeParserCtxt(m_context);
    m_context = nullptr;

    if (m_break && !m_anyOutline)
        return *m_break;
    if (m_root != "opml" && !m_anyOutline)
        return Error{ErrorCode::Malformed,
                     QStringLiteral("not an OPML document: it begins with \"%1\"")
                         .arg(QString::fromUtf8(m_root.left(40))),
                     {},
                     1};
    if (m_break)
        m_document.failures.append(*m_break);
    m_document.title = collapsed(m_document.title).left(maxName);
    return m_document;
}

} // namespace

Result<OpmlDocument> readOpml(const QByteArray &bytes)
{
    if (bytes.size() > maxBytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("larger than %1 bytes").arg(maxBytes), {}, {}};
    if (isUtf16(bytes))
        return Reader().read(bytes);
    const QByteArray trimmed = bytes.trimmed();
    if (trimmed.isEmpty())
        return Error{ErrorCode::EmptyBody, QStringLiteral("the document is empty"), {}, {}};
    return Reader().read(withoutBareAmpersands(trimmed));
}

} // namespace broadsheet::exchange
