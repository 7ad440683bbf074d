// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/book.h"

#include "html/clean.h"
#include "render/zipwriter.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtEndian>

using namespace broadsheet;

namespace {

struct Packed
{
    int method = 0;
    qsizetype headerAt = 0;
    QByteArray bytes;
};

quint32 at32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}
quint16 at16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

/** What the directory at the end of the archive lists, in its order. */
QList<std::pair<QByteArray, Packed>> unzipped(const QByteArray &zip)
{
    QList<std::pair<QByteArray, Packed>> files;
    const qsizetype end = zip.lastIndexOf("PK\x05\x06");
    qsizetype at = at32(zip, end + 16);
    for (int i = 0; i < at16(zip, end + 10); ++i) {
        const int nameLength = at16(zip, at + 28);
        Packed file;
        file.method = at16(zip, at + 10);
        file.headerAt = at32(zip, at + 42);
        const qsizetype data =
            file.headerAt + 30 + at16(zip, file.headerAt + 26) + at16(zip, file.headerAt + 28);
        file.bytes = zip.mid(data, at32(zip, at + 20));
        if (render::crc32(file.bytes) == at32(zip, at + 16))
            files.append({zip.mid(at + 46, nameLength), file});
        at += 46 + nameLength + at16(zip, at + 30) + at16(zip, at + 32);
    }
    return files;
}

QByteArray fileOf(const QList<std::pair<QByteArray, Packed>> &files, const QByteArray &name)
{
    for (const auto &[path, file] : files) {
        if (path == name)
            return file.bytes;
    }
    return {};
}

render::Book::Chapter chapter(const char *title, const char *body)
{
    render::Book::Chapter made;
    made.article.headline.title = QString::fromUtf8(title);
    made.article.headline.feedTitle = QStringLiteral("The Meridian");
    made.article.headline.url = QUrl(QStringLiteral("https://site.example/a?b=1&c=2"));
    made.article.content = html::clean(body, {QUrl(QStringLiteral("https://site.example/"))});
    made.page = render::page(made.article.content);
    return made;
}

render::Book book()
{
    render::Book made;
    made.title = QStringLiteral("Two & more");
    made.contents = QStringLiteral("Contents");
    made.identifier = QStringLiteral("urn:uuid:00000000-0000-4000-8000-000000000001");
    made.language = QStringLiteral("en");
    made.modified = QDateTime({2026, 3, 12}, {9, 41}, Qt::UTC);
    made.chapters = {chapter("One <1>", "<p>a & b</p><p><img src='https://a.example/a.png' alt='A'></p>"
                                        "<p><img src='https://a.example/gone.png' alt='Gone'></p>"),
                     chapter("", "<p>c\x01</p>")};
    made.pictures = {{QStringLiteral("https://a.example/a.png"), {"\x89PNG\r\n\x1a\nrest", "image/png"}},
                     {QStringLiteral("https://a.example/unused.png"), {"x", "image/png"}}};
    return made;
}

} // namespace

class BookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void checksums() { QCOMPARE(render::crc32("123456789"), 0xCBF43926u); }

    void theTypeComesFirst()
    {
        const QByteArray epub = render::toEpub(book());
        QCOMPARE(epub.mid(30, 8), QByteArray("mimetype"));
        QCOMPARE(epub.mid(38, 20), QByteArray("application/epub+zip"));
        const auto files = unzipped(epub);
        QCOMPARE(files.constFirst().first, QByteArray("mimetype"));
        QCOMPARE(files.constFirst().second.method, 0);
    }

    void everyDocumentIsWellFormed()
    {
        const auto files = unzipped(render::toEpub(book()));
        QCOMPARE(files.size(), 8);
        for (const auto &[name, file] : files) {
            if (!name.endsWith(".xhtml") && !name.endsWith(".opf") && !name.endsWith(".xml"))
                continue;
            QXmlStreamReader xml(file.bytes);
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), name + ": " + xml.errorString().toUtf8());
        }
    }

    void theManifestListsWhatIsThere()
    {
        const auto files = unzipped(render::toEpub(book()));
        const QByteArray package = fileOf(files, "OEBPS/content.opf");
        QSet<QByteArray> listed;
        QSet<QString> ids;
        QStringList spine;
        bool nav = false;
        for (QXmlStreamReader xml(package); !xml.atEnd(); xml.readNext()) {
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"item") {
                listed.insert("OEBPS/" + xml.attributes().value(QLatin1String("href")).toUtf8());
                QVERIFY(!ids.contains(xml.attributes().value(QLatin1String("id")).toString()));
                ids.insert(xml.attributes().value(QLatin1String("id")).toString());
                nav = nav || xml.attributes().value(QLatin1String("properties")) == u"nav";
            } else if (xml.name() == u"itemref") {
                spine.append(xml.attributes().value(QLatin1String("idref")).toString());
            }
        }
        QSet<QByteArray> there;
        for (const auto &[name, file] : files) {
            if (name.startsWith("OEBPS/") && name != "OEBPS/content.opf")
                there.insert(name);
        }
        QCOMPARE(listed, there);
        QVERIFY(nav);
        QCOMPARE(spine, (QStringList{QStringLiteral("chapter-1"), QStringLiteral("chapter-2")}));
        for (const QString &id : std::as_const(spine))
            QVERIFY(ids.contains(id));
        QVERIFY(package.contains("<meta property=\"dcterms:modified\">2026-03-12T09:41:00Z</meta>"));
        QVERIFY(package.contains("<dc:title>Two &amp; more</dc:title>"));
    }

    void picturesAreInsideOrWords()
    {
        const auto files = unzipped(render::toEpub(book()));
        const QByteArray first = fileOf(files, "OEBPS/chapter-1.xhtml");
        QVERIFY(first.contains("<img src=\"pictures/picture-1.png\" alt=\"A\"/>"));
        QVERIFY(first.contains("<span class=\"missing\">Gone</span>"));
        QVERIFY(!first.contains("src=\"http"));
        QCOMPARE(fileOf(files, "OEBPS/pictures/picture-1.png"), QByteArray("\x89PNG\r\n\x1a\nrest"));
    }

    void aChapterWithoutTitleHasANumber()
    {
        QVERIFY(fileOf(unzipped(render::toEpub(book())), "OEBPS/nav.xhtml")
                    .contains("<li><a href=\"chapter-2.xhtml\">2</a></li>"));
    }
};

BROADSHEET_TEST_MAIN(BookTest, QCoreApplication)
#include "book.moc"
