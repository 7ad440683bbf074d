// SPDX-License-Identifier: GPL-3.0-or-later
// Each page below tests/data/render is written as plain text, Markdown and markup; what is expected lies beside
// it. BROADSHEET_UPDATE_GOLDEN=1 writes the files anew: look at the difference before you commit it.
#include "html/clean.h"
#include "render/markdown.h"
#include "render/pagemarkup.h"
#include "render/plaintext.h"
#include "support/testmain.h"

#include <QDir>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace broadsheet;

namespace {

const QDir folder(QStringLiteral(BROADSHEET_TEST_DATA "/render"));

QByteArray contentOf(const QString &name)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void compare(const QString &name, const QByteArray &written)
{
    if (qEnvironmentVariableIsSet("BROADSHEET_UPDATE_GOLDEN")) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(written);
        return;
    }
    QCOMPARE(QString::fromUtf8(written), QString::fromUtf8(contentOf(name)));
}

} // namespace

class GoldenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void pages_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &file : folder.entryList({QStringLiteral("*.html")}))
            QTest::newRow(qPrintable(file)) << file.chopped(5);
    }
    void pages()
    {
        QFETCH(QString, name);
        const render::Page page = render::page(html::clean(
            contentOf(name + QStringLiteral(".html")), {QUrl(QStringLiteral("https://site.example/post"))}));
        QVERIFY(!page.blocks.isEmpty());
        compare(name + QStringLiteral(".expected.txt"), render::toPlainText(page).toUtf8() + '\n');
        compare(name + QStringLiteral(".expected.md"), render::toMarkdown(page).toUtf8());
        compare(name + QStringLiteral(".expected.xhtml"), render::toMarkup(page));
    }

    void markupIsWellFormed_data() { pages_data(); }
    void markupIsWellFormed()
    {
        QFETCH(QString, name);
        const render::Page page = render::page(html::clean(contentOf(name + QStringLiteral(".html")),
                                                           {QUrl(QStringLiteral("https://site.example/"))}));
        QXmlStreamReader xml("<div>" + render::toMarkup(page) + "</div>");
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
};

BROADSHEET_TEST_MAIN(GoldenTest, QCoreApplication)
#include "golden.moc"
