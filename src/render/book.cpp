// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/book.h"

#include "base/url.h"
#include "render/pagemarkup.h"
#include "render/zipwriter.h"

namespace broadsheet::render {

namespace {

constexpr char styleSheet[] = R"(body { line-height: 1.5; }
h1 { line-height: 1.2; margin: 0.3em 0; }
h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.4em 0 0.4em; page-break-after: avoid; }
.kicker { text-transform: uppercase; letter-spacing: 0.06em; font-size: 0.75em; font-weight: bold; }
.byline { font-size: 0.8em; margin-bottom: 1.5em; }
blockquote { margin: 1em 0 1em 1em; padding-left: 0.8em; border-left: 2px solid #bbb; }
figure { margin: 1.2em 0; page-break-inside: avoid; }
figcaption, caption { font-size: 0.8em; margin-top: 0.4em; text-align: left; }
img { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; font-size: 0.8em; padding: 0.7em; border: 1px solid #ccc; }
table { border-collapse: collapse; font-size: 0.85em; margin: 1em 0; }
th, td { text-align: left; vertical-align: top; padding: 0.3em 0.6em; border-bottom: 1px solid #ccc; }
.right { text-align: right; }
.centre { text-align: center; }
.term { font-weight: bold; }
.description { margin-left: 1.5em; }
.missing { font-style: italic; }
)";

constexpr char container[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
)";

struct PackedPicture
{
    QByteArray name; ///< within OEBPS
    QByteArray id;
    QByteArray mediaType;
};

class BookWriter
{
public:
    explicit BookWriter(const Book &book) : m_book(book), m_zip(book.modified) {}

    QByteArray write()
    {
        // The first file, not compressed, so that a reader of bytes finds the type at its place (OCF 3.3 §4.3).
        m_zip.add("mimetype", "application/epub+zip");
        m_zip.add("META-INF/container.xml", container);
        namePictures();
        for (qsizetype i = 0; i < m_book.chapters.size(); ++i)
            m_zip.add("OEBPS/" + chapterName(i), chapter(m_book.chapters[i]));
        m_zip.add("OEBPS/style.css", styleSheet);
        m_zip.add("OEBPS/nav.xhtml", contents());
        for (auto it = m_packed.cbegin(); it != m_packed.cend(); ++it)
            m_zip.add("OEBPS/" + it->name, m_book.pictures.value(it.key()).bytes);
        m_zip.add("OEBPS/content.opf", package());
        return m_zip.finish();
    }

private:
    static QByteArray chapterName(qsizetype i) { return "chapter-" + QByteArray::number(i + 1) + ".xhtml"; }

    /** Only those that a chapter shows, in their order. */
    void namePictures()
    {
        const auto name = [this](const QString &source) {
            const auto it = m_book.pictures.constFind(source);
            if (it == m_book.pictures.cend() || it->mediaType.isEmpty() || m_packed.contains(source))
                return;
            const QByteArray id = "picture-" + QByteArray::number(m_packed.size() + 1);
            QByteArray ending = it->mediaType.mid(it->mediaType.indexOf('/') + 1);
            ending = ending == "jpeg" ? "jpg" : ending;
            m_packed.insert(source, {"pictures/" + id + '.' + ending, id, it->mediaType});
            m_order.append(source);
        };
        for (const Book::Chapter &chapter : m_book.chapters) {
            name(leadOf(chapter));
            for (const Image &image : chapter.page.images)
                name(image.src);
        }
    }

    static QString leadOf(const Book::Chapter &chapter)
    {
        const QUrl lead = chapter.article.headline.image;
        return needsLeadPicture(lead, chapter.page) ? lead.toString() : QString();
    }

    QByteArray head(const QString &title, const QString &language) const
    {
        QByteArray out =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"";
        if (!language.isEmpty())
            out += " lang=\"" + escapedForXml(language) + "\" xml:lang=\"" + escapedForXml(language) + '"';
        return out + ">\n<head><meta charset=\"utf-8\"/><title>" + escapedForXml(title) +
               "</title><link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/></head>\n<body>\n";
    }

    QByteArray chapter(const Book::Chapter &chapter) const
    {
        const ArticleHeadline &headline = chapter.article.headline;
        QByteArray out = head(headline.title, chapter.article.language);
        if (!headline.categoryName.isEmpty())
            out += "<p class=\"kicker\">" + escapedForXml(headline.categoryName) + "</p>\n";
        out += "<h1>" + escapedForXml(headline.title) + "</h1>\n<p class=\"byline\">" + byline(headline) +
               "</p>\n";
        if (const auto lead = m_packed.constFind(leadOf(chapter)); lead != m_packed.cend())
            out += "<figure><img src=\"" + lead->name + "\" alt=\"\"/></figure>\n";
        MarkupOptions options;
        options.pictureSource = [this](const QString &source) {
            return QString::fromLatin1(m_packed.value(source).name);
        };
        return out + toMarkup(chapter.page, options) + "</body>\n</html>\n";
    }

    static QByteArray byline(const ArticleHeadline &headline)
    {
        QList<QByteArray> parts;
        for (const QString &part : {headline.feedTitle, headline.byline(),
                                    headline.sortTime.isValid() ? headline.sortTime.toLocalTime().toString(
                                                                      QStringLiteral("yyyy-MM-dd HH:mm"))
                                                                : QString()}) {
            if (!part.isEmpty())
                parts.append(escapedForXml(part));
        }
        if (isWebUrl(headline.url))
            parts.append("<a href=\"" + escapedForXml(headline.url.toString(QUrl::FullyEncoded)) + "\">" +
                         escapedForXml(headline.url.host()) + "</a>");
        return parts.join(" · ");
    }

    QByteArray contents() const
    {
        QByteArray out = head(m_book.title, m_book.language);
        out += "<nav epub:type=\"toc\"><h1>" + escapedForXml(m_book.contents) + "</h1>\n<ol>\n";
        for (qsizetype i = 0; i < m_book.chapters.size(); ++i) {
            const QString title = m_book.chapters[i].article.headline.title;
            out += "<li><a href=\"" + chapterName(i) + "\">" +
                   escapedForXml(title.isEmpty() ? QString::number(i + 1) : title) + "</a></li>\n";
        }
        return out + "</ol></nav>\n</body>\n</html>\n";
    }

    QByteArray package() const
    {
        const QString language = m_book.language.isEmpty() ? QStringLiteral("und") : m_book.language;
        QByteArray out =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\n"
            "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n";
        out += "<dc:identifier id=\"id\">" + escapedForXml(m_book.identifier) + "</dc:identifier>\n";
        out += "<dc:title>" + escapedForXml(m_book.title) + "</dc:title>\n";
        out += "<dc:language>" + escapedForXml(language) + "</dc:language>\n";
        out += "<meta property=\"dcterms:modified\">" +
               m_book.modified.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")).toLatin1() +
               "</meta>\n";
        out += "</metadata>\n<manifest>\n<item id=\"nav\" href=\"nav.xhtml\" "
               "media-type=\"application/xhtml+xml\" "
               "properties=\"nav\"/>\n<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n";
        QByteArray spine = "<spine>\n";
        for (qsizetype i = 0; i < m_book.chapters.size(); ++i) {
            const QByteArray id = "chapter-" + QByteArray::number(i + 1);
            out += "<item id=\"" + id + "\" href=\"" + chapterName(i) +
                   "\" media-type=\"application/xhtml+xml\"/>\n";
            spine += "<itemref idref=\"" + id + "\"/>\n";
        }
        for (const QString &source : m_order) {
            const PackedPicture &picture = *m_packed.constFind(source);
            out += "<item id=\"" + picture.id + "\" href=\"" + picture.name + "\" media-type=\"" +
                   picture.mediaType + "\"/>\n";
        }
        return out + "</manifest>\n" + spine + "</spine>\n</package>\n";
    }

    const Book &m_book;
    ZipWriter m_zip;
    QHash<QString, PackedPicture> m_packed;
    QStringList m_order;
};

} // namespace

QByteArray pictureMediaType(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.startsWith("GIF8"))
        return "image/gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "image/webp";
    return {};
}

QByteArray toEpub(const Book &book)
{
    return BookWriter(book).write();
}

} // namespace broadsheet::render
