// SPDX-License-Identifier: GPL-3.0-or-later
// Whole pages of many kinds and languages, tests/data/pages/articles. What the article consists of stands in
// elements with the attribute data-kept, less what data-gone marks within; a comment in front tells the
// fields.
#include "html/entities.h"
#include "html/extract/dom.h"
#include "html/extract/extract.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace broadsheet;

namespace {

const QString folder = QStringLiteral(BROADSHEET_TEST_DATA "/pages/articles");

QByteArray read(const QString &name)
{
    QFile file(folder + u'/' + name + QStringLiteral(".html"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isKept(const html::Dom &dom, int node)
{
    for (; node > 0; node = dom.parent(node)) {
        if (dom.hasAttribute(node, "data-gone"))
            return false;
        if (dom.hasAttribute(node, "data-kept"))
            return true;
    }
    return false;
}

int blockOf(const html::Dom &dom, int node)
{
    while (node > 0 && !html::has(dom.tag(node), html::Block))
        node = dom.parent(node);
    return node;
}

QString keptText(const html::Dom &dom)
{
    QByteArray text;
    int lastBlock = -1;
    for (int node = 0; node < dom.size(); ++node) {
        if (dom.tag(node) == html::Tag::Br)
            text += ' ';
        if (!dom.isText(node) || !isKept(dom, node))
            continue;
        const int block = blockOf(dom, dom.parent(node));
        if (block != lastBlock)
            text += ' ';
        lastBlock = block;
        text += dom.rawText(node);
    }
    return QString::fromUtf8(html::withoutReferences(text));
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("\\w+"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList words;
    for (auto all = word.globalMatch(text); all.hasNext();)
        words.append(all.next().captured());
    return words;
}

/** What the comment in front of a page says of its fields: "title: …", a line each. */
QHash<QString, QString> fieldsOf(const QByteArray &page)
{
    QHash<QString, QString> fields;
    if (!page.startsWith("<!-- expect:"))
        return fields;
    const QString comment = QString::fromUtf8(page.first(page.indexOf("-->")));
    for (const QString &line : comment.split(u'\n').mid(1)) {
        const qsizetype colon = line.indexOf(QLatin1String(": "));
        if (colon > 0)
            fields.insert(line.left(colon), line.mid(colon + 2).trimmed());
    }
    return fields;
}

} // namespace

class ExtractPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void pages_data()
    {
        QTest::addColumn<QByteArray>("page");
        const QStringList names = QDir(folder).entryList({QStringLiteral("*.html")}, QDir::Files, QDir::Name);
        QVERIFY(names.size() > 40);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << read(name.chopped(5));
    }

    void pages()
    {
        QFETCH(QByteArray, page);
        const html::Dom dom(page);
        const auto article =
            html::extractArticle(page, QUrl(QStringLiteral("https://www.site.example/2024/05/02/story")));
        QVERIFY(article);
        const QStringList wanted = wordsOf(keptText(dom));
        QVERIFY(wanted.size() > 3); // scripts without spaces have a word a sentence
        if (wordsOf(article->text) != wanted)
            QCOMPARE(article->text, keptText(dom));
        const QHash<QString, QString> fields = fieldsOf(page);
        const QHash<QString, QString> got{
            {QStringLiteral("title"), article->title},
            {QStringLiteral("byline"), article->byline},
            {QStringLiteral("language"), article->language},
            {QStringLiteral("direction"), article->direction},
            {QStringLiteral("date_published"), article->dates.value(0)},
        };
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            QVERIFY2(got.contains(field.key()), qPrintable(field.key()));
            QCOMPARE(got.value(field.key()), field.value());
        }
    }

    /** The same bytes give the same article, whatever was read before. */
    void isDeterministic()
    {
        const QByteArray page = read(QStringLiteral("french-daily"));
        const QUrl url(QStringLiteral("https://www.site.example/a"));
        const auto first = html::extractArticle(page, url);
        html::extractArticle(read(QStringLiteral("wiki")), url);
        const auto second = html::extractArticle(page, url);
        QVERIFY(first && second);
        QCOMPARE(second->html.utf8(), first->html.utf8());
        QCOMPARE(second->text, first->text);
    }
};

BROADSHEET_TEST_MAIN(ExtractPagesTest, QCoreApplication)
#include "extractpages.moc"
