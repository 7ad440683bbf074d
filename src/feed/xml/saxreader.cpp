// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/xml/saxreader.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace broadsheet::feed {
namespace {

constexpr int maxNamespacesInScope = 512;
constexpr qsizetype maxPartNodes = 2'000'000;

QByteArrayView viewOf(const xmlChar *text)
{
    return text ? QByteArrayView(reinterpret_cast<const char *>(text)) : QByteArrayView();
}

struct Open
{
    int element = -1; ///< -1: below a part that grew too large
    bool container = false;
    int namespaces = 0;
    size_t scopesBefore = 0;
};

class SaxReader
{
public:
    SaxReader(XmlHandler &handler,
              const std::function<QString(const QString &, const QString &)> &resolveBase)
        : m_handler(handler), m_resolveBase(resolveBase)
    {
    }

    XmlReading read(const QByteArray &xml, const QString &documentBase);

private:
    static SaxReader &self(void *context)
    {
        auto *const parser = static_cast<xmlParserCtxtPtr>(context);
        // After an error libxml2 leaves out each reference, "&amp;" too, as long as it remembers it.
        parser->wellFormed = 1;
        return *static_cast<SaxReader *>(parser->_private);
    }
    static void onStart(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                        int namespaces, const xmlChar **declared, int attributes, int defaulted,
                        const xmlChar **values);
    static void onEnd(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri);
    static void onText(void *context, const xmlChar *text, int length);
    static void onError(void *context, const xmlError *error);

    void start(QByteArrayView name, Ns ns, int namespaces, int attributes, const xmlChar **values);
    void end();
    void stop(const QString &warning);
    void applyScope(int element, int outer);
    QByteArrayView lowered(const xmlChar *name);
    Ns known(const xmlChar *uri, const xmlChar *prefix);

    XmlHandler &m_handler;
    const std::function<QString(const QString &, const QString &)> &m_resolveBase;
    xmlParserCtxtPtr m_context = nullptr;
    XmlTree m_tree;
    std::vector<Open> m_open;
    const xmlChar *m_rootNamespace = nullptr; ///< default namespace of the element at hand, if it is the root
    const xmlChar *m_wrongDefault = nullptr;  ///< default namespace that an RSS feed cannot mean
    int m_containers = 0;
    int m_namespaces = 0;
    // libxml2 interns names: a pointer stands for its text as long as the parser lives.
    std::unordered_map<const xmlChar *, QByteArray> m_lowered;
    std::unordered_map<const xmlChar *, Ns> m_vocabularies;
    XmlReading m_reading;
};

QByteArrayView SaxReader::lowered(const xmlChar *name)
{
    const auto found = m_lowered.find(name);
    if (found != m_lowered.end())
        return found->second;
    return m_lowered.emplace(name, viewOf(name).toByteArray().toLower()).first->second;
}

Ns SaxReader::known(const xmlChar *uri, const xmlChar *prefix)
{
    if (!prefix && (!uri || uri == m_wrongDefault))
        return Ns::None;
    const auto found = m_vocabularies.find(uri ? uri : prefix);
    if (found != m_vocabularies.end())
        return found->second;
    const Ns ns = vocabulary(viewOf(uri), viewOf(prefix));
    m_vocabularies.emplace(uri ? uri : prefix, ns);
    return ns;
}

void SaxReader::onStart(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                        int namespaces, const xmlChar **declared, int attributes, int, const xmlChar **values)
{
    SaxReader &reader = self(context);
    reader.m_rootNamespace = nullptr;
    for (int i = 0; reader.m_open.empty() && i < namespaces; ++i) {
        if (!declared[2 * i])
            reader.m_rootNamespace = declared[2 * i + 1];
    }
    // RSS has no namespace: a default one on its root (Atom's, mostly) was meant to have a prefix.
    if (reader.m_rootNamespace && reader.lowered(name) == "rss" && !prefix)
        reader.m_wrongDefault = reader.m_rootNamespace;
    const QByteArrayView full = viewOf(name);
    // Where a prefix is undeclared libxml2 leaves it in the local name.
    const qsizetype colon = uri || prefix ? -1 : full.indexOf(':');
    if (colon > 0) {
        const Ns ns = vocabulary({}, full.first(colon));
        const QByteArrayView whole = reader.lowered(name);
        reader.start(whole.sliced(colon + 1), ns, namespaces, attributes, values);
        return;
    }
    reader.start(reader.lowered(name), reader.known(uri, prefix), namespaces, attributes, values);
}

void SaxReader::start(QByteArrayView name, Ns ns, int namespaces, int attributes, const xmlChar **values)
{
    const bool atContainer = m_open.empty() || m_open.back().container;
    const int parent = m_open.empty() ? -1 : m_open.back().element;
    Open open;
    open.namespaces = namespaces;
    open.scopesBefore = m_tree.scopeCount();
    m_namespaces += namespaces;
    if (m_namespaces > maxNamespacesInScope) {
        stop(QStringLiteral("The document declares too many namespaces; the rest was not read."));
        return;
    }
    const int outer = parent >= 0 ? m_tree.scopeOf(parent) : 0;
    open.element = m_tree.addElement(atContainer ? -1 : parent, name, ns, outer);
    for (int i = 0; i < attributes; ++i, values += 5) {
        const char *const begin = reinterpret_cast<const char *>(values[3]);
        const char *const end = reinterpret_cast<const char *>(values[4]);
        Ns attributeNs = values[1] || values[2] ? known(values[2], values[1]) : Ns::None;
        const QByteArrayView value(begin, end - begin);
        // Where libxml2 leaves entities alone, it spells an ampersand in an attribute so.
        const bool hasAmpersands = std::memchr(begin, '&', size_t(value.size())) != nullptr;
        QByteArray plain;
        if (hasAmpersands)
            plain = value.toByteArray().replace("&#38;", "&");
        m_tree.addAttribute(open.element, lowered(values[0]), attributeNs,
                            hasAmpersands ? QByteArrayView(plain) : value);
    }
    if (m_rootNamespace) // tells RSS 0.90, whose root is RDF's
        m_tree.addAttribute(open.element, "xmlns", Ns::Xml, viewOf(m_rootNamespace));
    applyScope(open.element, outer);
    if (open.element > maxPartNodes) {
        stop(QStringLiteral("A part of the document has too many elements; the rest was not read."));
        return;
    }
    if (atContainer) {
        const XmlHandler::Take take = m_handler.opened(m_tree.element(open.element), m_containers);
        if (take == XmlHandler::Take::Stop) {
            m_reading.stopped = true;
            xmlStopParser(m_context);
            return;
        }
        open.container = take == XmlHandler::Take::Container;
        m_containers += open.container;
    }
    m_open.push_back(open);
}

void SaxReader::applyScope(int element, int outer)
{
    const XmlElement handle = m_tree.element(element);
    const QByteArrayView base = handle.attribute("base", Ns::Xml);
    const QByteArrayView language = handle.attribute("lang", Ns::Xml);
    if (base.isNull() && language.isNull())
        return;
    XmlTree::Scope scope = m_tree.scope(outer);
    if (!base.isNull())
        scope.base = m_resolveBase(scope.base, QString::fromUtf8(base).trimmed());
    if (!language.isNull())
        scope.language = QString::fromUtf8(language).trimmed();
    m_tree.setScope(element, m_tree.addScope(std::move(scope)));
}

void SaxReader::onEnd(void *context, const xmlChar *, const xmlChar *, const xmlChar *)
{
    self(context).end();
}

void SaxReader::end()
{
    if (m_open.empty())
        return;
    const Open open = m_open.back();
    m_open.pop_back();
    m_namespaces -= open.namespaces;
    if (open.container) {
        --m_containers;
        m_handler.closed();
    } else if (m_open.empty() || m_open.back().container) {
        m_handler.part(m_tree.element(open.element));
    } else {
        return;
    }
    m_tree.truncate(open.element, open.scopesBefore);
}

void SaxReader::onText(void *context, const xmlChar *text, int length)
{
    SaxReader &reader = self(context);
    if (reader.m_open.empty() || reader.m_open.back().container)
        return;
    reader.m_tree.addText(reader.m_open.back().element,
                          QByteArrayView(reinterpret_cast<const char *>(text), length));
}

void SaxReader::onError(void *context, const xmlError *error)
{
    // A relative namespace name is no break, nor is an undeclared prefix, but that is worth a word.
    const bool undeclared = error->code == XML_NS_ERR_UNDEFINED_NAMESPACE;
    if ((error->domain == XML_FROM_NAMESPACE || error->level == XML_ERR_WARNING) && !undeclared)
        return;
    SaxReader &reader = *static_cast<SaxReader *>(static_cast<xmlParserCtxtPtr>(context)->_private);
    if (reader.m_reading.stopped || error->code == XML_ERR_USER_STOP)
        return;
    reader.m_reading.wellFormed = false;
    if (reader.m_reading.warnings.size() < 5)
        reader.m_reading.warnings.append(
            QStringLiteral("XML: %1").arg(QString::fromUtf8(error->message).trimmed()));
}

void SaxReader::stop(const QString &warning)
{
    m_reading.wellFormed = false;
    m_reading.warnings.append(warning);
    xmlStopParser(m_context);
}

XmlReading SaxReader::read(const QByteArray &xml, const QString &documentBase)
{
    static std::once_flag once;
    std::call_once(once, xmlInitParser);
    if (xml.size() > INT_MAX / 2) {
        m_reading.wellFormed = false;
        m_reading.warnings.append(QStringLiteral("The document is too large to be read."));
        return m_reading;
    }
    XmlTree::Scope scope;
    scope.base = documentBase;
    m_tree.truncate(0, 0);
    m_tree.addScope(std::move(scope));

    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = onStart;
    sax.endElementNs = onEnd;
    sax.characters = onText;
    sax.ignorableWhitespace = onText;
    sax.cdataBlock = onText;
    sax.serror = [](void *user, auto *error) { onError(user, error); }; // its constness changed with versions
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(
        xmlCreateMemoryParserCtxt(xml.constData(), int(xml.size())), xmlFreeParserCtxt);
    if (!context)
        return m_reading;
    m_context = context.get();
    *m_context->sax = sax;
    m_context->_private = this;
    m_context->userData = m_context;
    xmlCtxtUseOptions(m_context, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_HUGE |
                                     XML_PARSE_COMPACT);
    *m_context->sax = sax;
    m_context->recovery = 1;
    xmlSwitchEncoding(m_context, XML_CHAR_ENCODING_UTF8);
    xmlParseDocument(m_context);
    while (!m_open.empty() && !m_reading.stopped) // stopped in the middle: what is open is as good as it gets
        end();
    return m_reading;
}

} // namespace

XmlReading readXml(const QByteArray &xml, const QString &documentBase,
                   const std::function<QString(const QString &, const QString &)> &resolveBase,
                   XmlHandler &handler)
{
    return SaxReader(handler, resolveBase).read(xml, documentBase);
}

} // namespace broadsheet::feed
