// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/parser.h"

#include "feed/encoding.h"
#include "feed/formatreader.h"
#include "feed/json/jsonfeedreader.h"
#include "feed/wrapping.h"
#include "feed/xml/repair.h"

#include <algorithm>
#include <array>

namespace broadsheet::feed {
namespace {

constexpr qsizetype maxBytes = 128 << 20;

/** Looks at the root element, then hands everything to the reader of its format. */
class RootHandler : public XmlHandler
{
public:
    explicit RootHandler(Context &context) : m_context(context) {}

    Take opened(const XmlElement &element, int depth) override
    {
        if (!m_reader) {
            m_rootName = QString::fromUtf8(element.name());
            m_reader = readerFor(element, m_context);
            if (!m_reader)
                return Take::Stop;
        }
        return m_reader->opened(element, depth);
    }
    void part(const XmlElement &element) override { m_reader->part(element); }

    FormatReader *reader() const { return m_reader.get(); }
    const QString &rootName() const { return m_rootName; }

private:
    Context &m_context;
    std::unique_ptr<FormatReader> m_reader;
    QString m_rootName;
};

Error notAFeed(const QString &detail)
{
    return Error{ErrorCode::NotAFeed, detail, {}, {}};
}

/** Where a feed begins in a page that a server or a script wrapped around it; -1: nowhere. */
qsizetype embeddedFeed(const QByteArray &utf8)
{
    for (const char *mark : {"<rss version=", "<rss xmlns", "<feed xmlns=", "<rdf:RDF xmlns"}) {
        const qsizetype at = utf8.indexOf(mark);
        // A page that only speaks of feeds has no items to show.
        if (at > 0 && (utf8.indexOf("<item", at) > 0 || utf8.indexOf("<entry", at) > 0))
            return at;
    }
    return -1;
}

/** What is left of a feed whose root element was lost, within a new one; empty where nothing is. */
QByteArray rootless(const QByteArray &utf8, const QString &rootName)
{
    static const std::array parts{u"title",     u"link",   u"description", u"language", u"item",
                                  u"entry",     u"id",     u"updated",     u"pubdate",  u"image",
                                  u"generator", u"author", u"subtitle"};
    if (!rootName.isEmpty() &&
        std::ranges::none_of(parts, [&](const auto *part) { return rootName == part; }))
        return {};
    const qsizetype item = utf8.indexOf("<item");
    const qsizetype entry = utf8.indexOf("<entry");
    if (item < 0 && entry < 0)
        return {};
    const bool isRss = item >= 0 && (entry < 0 || item < entry);
    if (const qsizetype channel = utf8.indexOf("<channel"); isRss && channel >= 0 && channel < item)
        return "<rss version=\"2.0\">" + utf8.mid(channel);
    const qsizetype title = utf8.indexOf("<title");
    const qsizetype first = isRss ? item : entry;
    const QByteArray rest = utf8.mid(title >= 0 && title < first ? title : first);
    return (isRss ? "<rss version=\"2.0\"><channel>" : "<feed xmlns=\"http://www.w3.org/2005/Atom\">") + rest;
}

Result<void> readXmlFeed(const QByteArray &utf8, const QString &base, Context &context)
{
    const RepairedXml repaired = repairXml(utf8);
    if (repaired.xml.isEmpty())
        return notAFeed(QStringLiteral("The document is neither XML nor JSON."));
    RootHandler handler(context);
    const XmlReading reading = readXml(
        repaired.xml, base,
        [&context](const QString &outer, const QString &inner) { return context.resolvedBase(outer, inner); },
        handler);
    if (!handler.reader()) {
        if (const qsizetype at = embeddedFeed(utf8); at > 0) {
            context.document().wellFormed = false;
            context.warn(QStringLiteral("The feed stands within another document."));
            return readXmlFeed(utf8.mid(at), base, context);
        }
        if (const QByteArray rest = rootless(utf8, handler.rootName()); !rest.isEmpty()) {
            context.document().wellFormed = false;
            context.warn(QStringLiteral("The feed's first element is missing."));
            return readXmlFeed(rest, base, context);
        }
        if (handler.rootName().isEmpty())
            return Error{ErrorCode::Malformed, QStringLiteral("No element could be read."), {}, {}};
        const bool page =
            handler.rootName() == u"html" || handler.rootName() == u"body" || handler.rootName() == u"head";
        return notAFeed(
            page ? QStringLiteral("The document is a web page.")
                 : QStringLiteral("The document's root element is \"%1\".").arg(handler.rootName().left(60)));
    }
    handler.reader()->finish();
    ParsedFeed &feed = context.document();
    feed.wellFormed = feed.wellFormed && repaired.wellFormed && reading.wellFormed;
    for (const QString &warning : repaired.warnings + reading.warnings)
        context.warn(warning);
    return {};
}

/** JSON, with or without what scripts put before it, or XML. */
Result<void> readPlain(const QByteArray &utf8, const QString &base, Context &context)
{
    const qsizetype start = behindScript(utf8);
    const QByteArrayView text = QByteArrayView(utf8).sliced(start);
    if (!text.startsWith('{') && !text.startsWith('[')) {
        const bool isString = (start > 0 || text.startsWith('"')) && !text.trimmed().endsWith('>');
        const QByteArray quoted = isString ? stringLiteral(text) : QByteArray();
        return readXmlFeed(quoted.isEmpty() ? utf8 : quoted, base, context);
    }
    if (QByteArrayView(utf8).first(start).trimmed().isEmpty())
        return readJsonFeed(utf8, base, context);
    const Result<void> read = readJsonFeed(text.toByteArray(), base, context);
    if (read) {
        context.document().wellFormed = false;
        context.warn(QStringLiteral("JSON: a script stands around the feed."));
    }
    return read;
}

/** What readPlain() reads, also where a page or another document was put around it. */
Result<void> readDocument(const QByteArray &utf8, const QString &base, Context &context)
{
    const Result<void> plain = readPlain(utf8, base, context);
    if (plain)
        return plain;
    QByteArray inner = escapedFeed(utf8);
    if (const qsizetype json = inner.isEmpty() ? embeddedJson(utf8) : -1; json >= 0)
        inner = utf8.mid(json);
    if (inner.isEmpty() || !readPlain(inner, base, context))
        return plain;
    context.document().wellFormed = false;
    context.warn(QStringLiteral("The feed stands within another document."));
    return {};
}

bool isBlank(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (uchar(c) > ' ')
            return false;
    }
    return true;
}

} // namespace

Result<ParsedFeed> parse(const QByteArray &bytes, const QUrl &baseUrl, const QString &contentType,
                         const ParseOptions &options)
{
    if (isBlank(bytes))
        return Error{ErrorCode::EmptyBody, QStringLiteral("The document is empty."), {}, {}};
    if (bytes.size() > maxBytes)
        return Error{
            ErrorCode::TooLarge, QStringLiteral("The document has %1 bytes.").arg(bytes.size()), {}, {}};
    QByteArray plain = bytes;
    constexpr int layers = 2; // a compressed file that a server compresses again
    for (int i = 0; i < layers; ++i) {
        if (const QByteArray inner = inflated(plain, maxBytes); !inner.isEmpty())
            plain = inner;
    }
    const DecodedText text = decodeDocument(plain, contentType);
    ParsedFeed feed;
    feed.encoding = text.encoding;
    feed.wellFormed = text.asDeclared;
    feed.warnings = text.warnings;
    Context context(feed, options.resolveLinks);
    if (plain.size() != bytes.size())
        context.warn(QStringLiteral("The document is compressed, and nobody said so."));
    const QString base =
        baseUrl.isRelative() ? QString() : baseUrl.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    const Result<void> read = readDocument(text.utf8, base, context);
    if (!read)
        return read.error();
    return feed;
}

} // namespace broadsheet::feed
