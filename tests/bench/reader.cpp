// SPDX-License-Identifier: GPL-3.0-or-later
// An article in its window: from the click (the article is in memory) to its first screen painted, the
// longest turn of the event loop after it, and the same for one that was prepared ahead. Milliseconds of CPU
// of the window's thread, median and worst of some rounds, as JSON.
#include "html/clean.h"
#include "net/httpclient.h"
#include "services/imageservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/pagemaker.h"
#include "widgets/reader/readerview.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <tuple>
#include <vector>

using namespace broadsheet;
using namespace std::chrono_literals;

namespace {

constexpr int Rounds = 15;

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/** An article of about \a bytes: headings, paragraphs with links and emphasis, quotations, lists, code, a
 * table. */
Article articleOf(qsizetype bytes)
{
    const QByteArray part =
        "<h2>What the tide brings</h2><p>At four in the morning the quay begins to <em>rise</em>. There is "
        "no alarm and "
        "nobody is there to see it: forty <a href='https://site.example/pontoons'>steel pontoons</a>, each "
        "as long as a "
        "bus, lift with the water and lower again before breakfast.</p><p>By the time the first container "
        "ship has tied "
        "up, the only trace is a <b>dark line</b> on the pilings where the wet ends. The engineers call it "
        "the seam, and "
        "measure it every week with a ruler that somebody left in the harbour office in "
        "1974.</p><blockquote><p>“We used "
        "to talk about holding the sea,” says Morrow, who has run the port since it "
        "moved.</p></blockquote><ul><li>Forty "
        "pontoons of steel</li><li>Two ramps with <code>hinge --both</code></li><li>One harbour "
        "master</li></ul>"
        "<pre><code>for (pontoon p : quay)\n    p.lift(tide.height());</code></pre>"
        "<p>人口八千の町に建った図書館は、深夜零時まで明かりが消えない。利用者は半年で四万人を超えた。</p>";
    const QByteArray table =
        "<table><tr><th>Day<th>High<th>Low<tr><td>Monday<td>2.1<td>0.4<tr><td>Tuesday<td>2.3<td>0.2</table>";
    QByteArray body;
    while (body.size() < bytes) {
        body += part;
        if (body.size() % 20'000 < part.size())
            body += table;
    }
    Article article;
    article.headline.title = QStringLiteral("The harbour that learned to move with the tide");
    article.headline.feedTitle = QStringLiteral("The Meridian");
    article.headline.categoryName = QStringLiteral("World News");
    article.content = html::clean(body, {QUrl(QStringLiteral("https://site.example/"))});
    return article;
}

/** The same with pictures of whose size nothing is said: \a figures between the paragraphs, and a table of icons. */
Article withPictures(qsizetype bytes, int figures)
{
    static int number = 0; // each picture is another one, in each round
    const auto picture = [](int width, int height) {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(number % 360, 200, 200));
        image.setText(QStringLiteral("number"), QString::number(++number));
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return "<img alt=x src='data:image/png;base64," + png.toBase64() + "'>";
    };
    Article article = articleOf(bytes / (figures + 1));
    const QByteArray part = article.content.utf8();
    QByteArray body = part + "<table>";
    for (int row = 0; row < 60; ++row) {
        body += "<tr><td>Row";
        for (int column = 0; column < 8; ++column)
            body += "<td>" + picture(16, 16);
    }
    body += "</table>";
    for (int i = 0; i < figures; ++i)
        body += "<figure>" + picture(320, 200) + "<figcaption>What it shows</figcaption></figure>" + part;
    article.content = html::clean(body, {QUrl(QStringLiteral("https://site.example/"))});
    return article;
}

/** CPU of the turns of the event loop: a timer without an interval fires once in each of them. */
class Turns : public QObject
{
public:
    Turns()
    {
        m_beat.start(0);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            const double now = cpuMs();
            if (m_begin >= 0)
                longest = std::max(longest, now - m_begin);
            m_begin = now;
        });
    }
    /** Lets the loop run until \a done, at least for \a atLeast. */
    void watch(std::chrono::milliseconds atLeast, const std::function<bool()> &done)
    {
        QEventLoop loop;
        QElapsedTimer clock;
        clock.start();
        QTimer look;
        connect(&look, &QTimer::timeout, &loop, [&] {
            if (std::chrono::milliseconds(clock.elapsed()) >= atLeast && done())
                loop.quit();
        });
        look.start(20);
        loop.exec();
    }
    double longest = 0;

private:
    QTimer m_beat;
    double m_begin = -1;
};

QJsonObject summary(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto rounded = [](double v) { return qRound(v * 100) / 100.0; };
    return {{QStringLiteral("median"), rounded(values[values.size() / 2])},
            {QStringLiteral("worst"), rounded(values.back())}};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QTemporaryDir folder;
    Settings settings(folder.path());
    settings.setColorScheme(ColorScheme::Light);
    Appearance appearance(settings);
    fonts::loadFirst();
    fonts::loadRest();
    Workers workers;
    net::HttpClient http;
    ImageService service(http, workers, folder.filePath(QStringLiteral("images")));
    ImageLoader images(service, workers, settings);
    ReaderView view(images, appearance);
    // Something as high as a usual foot; it is shown when the text is laid out to its end.
    auto *foot = new QWidget;
    foot->setFixedHeight(1500);
    view.setFoot(foot);
    view.resize(770, 850);
    view.show();
    QTest::qWait(100);
    const auto show = [&](const std::shared_ptr<PreparedPage> &page) {
        view.setContent(page->content(), page->takeDocument(appearance.theme(), view.styleForWidth()));
        view.viewport()->repaint();
    };
    show(PreparedPage::read(articleOf(20'000))); // fonts are opened once
    QTest::qWait(200);
    QJsonObject figures;
    for (const qsizetype size : {20'000, 70'000, 300'000, 2'000'000}) {
        const Article article = articleOf(size);
        std::vector<double> clicks;
        std::vector<double> ahead;
        std::vector<double> turns;
        for (int round = 0; round < (size > 1'000'000 ? 5 : Rounds); ++round) {
            const double before = cpuMs();
            // Long ones are taken apart and built on the pool, as the pane does it.
            if (size < 96 * 1024) {
                show(PreparedPage::read(article));
                clicks.push_back(cpuMs() - before);
            }
            auto ready = workers.run([article, theme = appearance.theme(), style = view.styleForWidth()] {
                return PreparedPage::build(article, theme, style);
            });
            ready.waitForFinished();
            const double shown = cpuMs();
            show(ready.result());
            ahead.push_back(cpuMs() - shown);
            Turns measured;
            measured.watch(200ms, [&] { return foot->isVisible(); });
            turns.push_back(measured.longest);
        }
        QJsonObject row{{QStringLiteral("builtAhead"), summary(ahead)},
                        {QStringLiteral("longestTurnAfter"), summary(turns)}};
        if (!clicks.empty())
            row.insert(QStringLiteral("click"), summary(clicks));
        figures.insert(QStringLiteral("%1 kB").arg(size / 1000), row);
    }
    for (const auto &[name, size, count] : {std::tuple("40 figures, 480 icons", 70'000, 40),
                                            std::tuple("200 figures, 480 icons", 300'000, 200)}) {
        std::vector<double> turns;
        for (int round = 0; round < 5; ++round) {
            const Article article = withPictures(size, count);
            auto ready = workers.run([article, theme = appearance.theme(), style = view.styleForWidth()] {
                return PreparedPage::build(article, theme, style);
            });
            ready.waitForFinished();
            show(ready.result());
            Turns measured;
            measured.watch(400ms, [&] { return foot->isVisible(); });
            for (int page = 0; page < 6; ++page) { // on into the table, whose icons come together
                view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 800);
                measured.watch(250ms, [] { return true; });
            }
            turns.push_back(measured.longest);
        }
        figures.insert(QLatin1String(name), QJsonObject{{QStringLiteral("longestTurn"), summary(turns)}});
    }
    std::puts(QJsonDocument(figures).toJson().constData());
    return 0;
}
