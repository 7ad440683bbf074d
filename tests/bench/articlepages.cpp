// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to take the article out of a page: milliseconds of CPU, mean, median and worst, the best of
// five rounds. BROADSHEET_BENCH_PAGES names a folder of other pages (*.html, in sub-folders, too). Not run by
// ctest; `ninja benchmarks` does.
#include "ingest/articlepage.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <numeric>
#include <vector>

using namespace broadsheet;

namespace {

struct Page
{
    QString name;
    QByteArray bytes;
    double milliseconds = 1e9;
};

std::vector<Page> readPages()
{
    QString folder = qEnvironmentVariable("BROADSHEET_BENCH_PAGES");
    if (folder.isEmpty())
        folder = QStringLiteral(BROADSHEET_TEST_DATA "/pages/articles");
    std::vector<Page> pages;
    QDirIterator names(folder, {QStringLiteral("*.html")}, QDir::Files, QDirIterator::Subdirectories);
    while (names.hasNext()) {
        QFile file(names.next());
        // What others expect of a page may lie beside it.
        if (!file.fileName().endsWith(QLatin1String("expected.html")) && file.open(QIODevice::ReadOnly))
            pages.push_back({file.fileName(), file.readAll()});
    }
    return pages;
}

double cpu()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double millisecondsFor(const QByteArray &bytes)
{
    const double start = cpu();
    (void)ingest::extractArticle(bytes, QUrl(QStringLiteral("https://bench.example/2026/05/02/story")),
                                 QStringLiteral("text/html"));
    return cpu() - start;
}

} // namespace

class ArticlePagesBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages();
    void hostile_data();
    void hostile();
};

void ArticlePagesBench::pages()
{
    constexpr int rounds = 5;
    std::vector<Page> pages = readPages();
    QVERIFY(!pages.empty());
    for (int round = 0; round < rounds; ++round) {
        for (Page &page : pages)
            page.milliseconds = std::min(page.milliseconds, millisecondsFor(page.bytes));
    }
    std::ranges::sort(pages, {}, &Page::milliseconds);
    const auto add = [](double sum, const Page &page) { return sum + page.milliseconds; };
    const auto addSize = [](qsizetype sum, const Page &page) { return sum + page.bytes.size(); };
    const double sum = std::accumulate(pages.begin(), pages.end(), 0.0, add);
    const qsizetype bytes = std::accumulate(pages.begin(), pages.end(), qsizetype(0), addSize);
    qInfo("%zu pages of %.0f KB in the mean: mean %.2f ms, median %.2f ms, worst %.2f ms (%s)", pages.size(),
          double(bytes) / 1e3 / double(pages.size()), sum / double(pages.size()),
          pages[pages.size() / 2].milliseconds, pages.back().milliseconds, qPrintable(pages.back().name));
}

void ArticlePagesBench::hostile_data()
{
    constexpr int huge = 8'000'000; // bytes
    const auto filled = [](const QByteArray &unit) { return unit.repeated(huge / unit.size()); };
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("8 MB of text without an element") << filled("word ");
    QTest::newRow("8 MB of one word") << filled("w");
    QTest::newRow("8 MB of paragraphs") << filled("<p>Some words, and some more of them. And so on.</p>\n");
    QTest::newRow("8 MB of lines") << filled("Some words, and some more.<br><br>");
    QTest::newRow("8 MB of links") << filled("<li><a href=/a>Some words of a title</a>");
    QTest::newRow("8 MB of boxes in boxes") << filled("<div>a");
    QTest::newRow("8 MB of tables in tables") << filled("<table><tr><td>a");
    QTest::newRow("8 MB of links in lists in lists")
        << "<h2>Sources</h2>" + QByteArray("<ul><li>").repeated(390) +
               filled("<li><a href=http://a.example/b>Some words of a title.</a>");
    QTest::newRow("lines that might be of a long articleBody")
        << "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"" +
               QByteArray("abcdefghij").repeated(190'000) + "\"}</script>" +
               QByteArray("<p>abcdefghij abcdefghij abcdefghik").repeated(100'000);
    QTest::newRow("8 MB of headings") << filled("<h2>Related stories</h2><p>By Ann Other</p>");
    QTest::newRow("8 MB of <") << filled("<");
    QTest::newRow("8 MB of NUL") << QByteArray(huge, '\0');
    QTest::newRow("8 MB of &") << filled("&amp");
    QTest::newRow("8 MB of bytes that are no UTF-8") << filled("\xE4\xF6\xFC\xDF ");
    QTest::newRow("8 MB of attributes") << "<p " + filled("a=b ") + ">x";
    QTest::newRow("8 MB of one class name") << "<p class='" + filled("related ") + "'>x";
}

void ArticlePagesBench::hostile()
{
    QFETCH(QByteArray, page);
    qInfo("%.0f ms", millisecondsFor(page));
}

QTEST_GUILESS_MAIN(ArticlePagesBench)

#include "articlepages.moc"
