// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/svgdecoder.h"

#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>
#include <array>

namespace broadsheet::svgdecoder {

namespace {

constexpr qsizetype maximumBytes = 1024 * 1024;
constexpr int maximumElements = 20'000;
constexpr int maximumDepth = 100;
constexpr int maximumDigits = 7; ///< of a number before its point: larger ones make strokes without an end

const QLatin1String svgNamespace("http://www.w3.org/2000/svg");

Error failure(ErrorCode code, const char *detail)
{
    return Error{code, QString::fromLatin1(detail), {}, {}};
}

/** What only draws. Everything else is left out with what it holds. */
bool draws(QStringView name)
{
    static const QSet<QString> names = [] {
        QSet<QString> set;
        for (const char *n : {"svg",     "g",         "defs",           "symbol",
                              "use",     "path",      "rect",           "circle",
                              "ellipse", "line",      "polyline",       "polygon",
                              "text",    "tspan",     "linearGradient", "radialGradient",
                              "stop",    "title",     "desc",           "switch",
                              "a",       "solidColor"})
            set.insert(QString::fromLatin1(n));
        return set;
    }();
    return names.contains(name.toString());
}

/** url(…) only to an element of the drawing; no style sheet's functions besides. */
bool staysInside(QStringView value)
{
    static const QRegularExpression outside(
        QStringLiteral("url\\(\\s*[\"']?\\s*(?!#)|@import|expression\\(|\\\\"),
        QRegularExpression::CaseInsensitiveOption);
    return !outside.match(value.toString()).hasMatch();
}

bool hasSaneNumbers(QStringView value)
{
    int digits = 0; // before a point
    bool behindPoint = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value[i];
        const bool inNumber = digits > 0 || behindPoint;
        if (c.isDigit()) {
            digits += behindPoint ? 0 : 1;
            if (digits > maximumDigits)
                return false;
        } else if (c == u'.') {
            behindPoint = true;
        } else {
            // Powers of ten: the small ones come from drawing programs, the others from nobody who draws.
            if ((c == u'e' || c == u'E') && inNumber && !value.mid(i + 1).startsWith(u'-'))
                return false;
            digits = 0;
            behindPoint = false;
        }
    }
    return true;
}

bool holdsNumbers(QStringView attribute)
{
    static constexpr std::array names{u"d",     u"points",  u"transform",    u"x",        u"y",
                                      u"width", u"height",  u"cx",           u"cy",       u"r",
                                      u"rx",    u"ry",      u"x1",           u"x2",       u"y1",
                                      u"y2",    u"viewBox", u"stroke-width", u"font-size"};
    return std::any_of(names.begin(), names.end(), [attribute](const char16_t *n) { return attribute == n; });
}

QStringView referenceOf(const QXmlStreamAttributes &attributes)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == u"href")
            return attribute.value();
    }
    return {};
}

/** The ids that anything refers to. */
QSet<QString> referredIds(const QByteArray &bytes)
{
    QSet<QString> ids;
    for (QXmlStreamReader xml(bytes); !xml.atEnd(); xml.readNext()) {
        if (xml.isStartElement() && xml.name() == u"use" && referenceOf(xml.attributes()).startsWith(u'#'))
            ids.insert(referenceOf(xml.attributes()).mid(1).toString());
    }
    return ids;
}

class Cleaner
{
public:
    explicit Cleaner(const QByteArray &bytes) : m_xml(bytes), m_out(&m_clean), m_referred(referredIds(bytes))
    {
    }

    Result<QByteArray> clean()
    {
        m_out.writeStartDocument();
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                if (++m_elements > maximumElements || m_depth >= maximumDepth)
                    return failure(ErrorCode::TooLarge, "too many elements");
                if (!start())
                    return failure(ErrorCode::TooLarge, "numbers beyond any page");
                break;
            case QXmlStreamReader::EndElement:
                if (m_inReferred == m_depth)
                    m_inReferred = 0;
                --m_depth;
                m_out.writeEndElement();
                break;
            case QXmlStreamReader::Characters:
                m_out.writeCharacters(m_xml.text().toString());
                break;
            default:
                break; // a document type, comments and instructions say nothing that is drawn
            }
        }
        if (m_xml.hasError() || m_elements == 0)
            return failure(ErrorCode::Malformed, "no drawing");
        m_out.writeEndDocument();
        return m_clean;
    }

private:
    bool start()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        const bool ours = m_xml.namespaceUri() == svgNamespace && draws(m_xml.name());
        const QStringView reference = referenceOf(attributes);
        const bool isUse = m_xml.name() == u"use";
        if (!ours || (isUse && (!reference.startsWith(u'#') || m_inReferred > 0 ||
                                m_referred.contains(attributes.value(QLatin1String("id")).toString())))) {
            m_xml.skipCurrentElement();
            return true;
        }
        ++m_depth;
        if (m_inReferred == 0 && m_referred.contains(attributes.value(QLatin1String("id")).toString()))
            m_inReferred = m_depth;
        m_out.writeStartElement(m_xml.name().toString());
        if (m_depth == 1) {
            m_out.writeDefaultNamespace(svgNamespace);
            m_out.writeNamespace(QStringLiteral("http://www.w3.org/1999/xlink"), QStringLiteral("xlink"));
        }
        for (const QXmlStreamAttribute &attribute : attributes) {
            const QStringView name = attribute.name();
            const QStringView value = attribute.value();
            if (holdsNumbers(name) && !hasSaneNumbers(value))
                return false;
            if (name == u"href") {
                if (value.startsWith(u'#'))
                    m_out.writeAttribute(QStringLiteral("http://www.w3.org/1999/xlink"),
                                         QStringLiteral("href"), value.toString());
                continue;
            }
            // Dashes finer than the line is long are counted by the million.
            if (name.startsWith(u"on") || name.startsWith(u"stroke-dash") ||
                (!attribute.namespaceUri().isEmpty() && name != u"space") || !staysInside(value))
                continue;
            if (name == u"style" && value.contains(u"stroke-dash"))
                continue;
            m_out.writeAttribute(name.toString(), value.toString());
        }
        return true;
    }

    QXmlStreamReader m_xml;
    QByteArray m_clean;
    QXmlStreamWriter m_out;
    QSet<QString> m_referred;
    int m_elements = 0;
    int m_depth = 0;
    int m_inReferred = 0; ///< the depth of the element around us that something refers to
};

} // namespace

bool isSvg(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(1024).trimmed();
    const bool isXml = head.startsWith('<') || head.startsWith("\xef\xbb\xbf<");
    return isXml && bytes.left(8192).contains("<svg");
}

Result<QByteArray> harmless(const QByteArray &bytes)
{
    if (bytes.size() > maximumBytes)
        return failure(ErrorCode::TooLarge, "a drawing too large");
    return Cleaner(bytes).clean();
}

Result<imagedecoder::Decoded> decode(const QByteArray &bytes, const QSize &box)
{
    const auto clean = harmless(bytes);
    if (!clean)
        return clean.error();
    QSvgRenderer renderer;
    if (!renderer.load(*clean))
        return failure(ErrorCode::Malformed, "no drawing");
    QSize size = renderer.defaultSize();
    if (size.isEmpty())
        return failure(ErrorCode::Malformed, "a drawing without a size");
    if (size.width() > 16'000 || size.height() > 16'000)
        return failure(ErrorCode::TooLarge, "a drawing too large");
    imagedecoder::Decoded decoded;
    decoded.size = size;
    // Drawings are sharp in any size: what is larger than the box is drawn smaller, what is smaller is left.
    if (!box.isEmpty() && (size.width() > box.width() || size.height() > box.height()))
        size = size.scaled(box, Qt::KeepAspectRatio);
    size = size.boundedTo({4096, 4096}).expandedTo({1, 1});
    decoded.image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    // Most are drawn for white paper, and say nothing of it.
    decoded.image.fill(Qt::white);
    QPainter painter(&decoded.image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    return decoded;
}

} // namespace broadsheet::svgdecoder
