// SPDX-License-Identifier: GPL-3.0-or-later
// What the store costs: taking in articles, opening a list, searching. A JSON object a line, milliseconds.
#include "query/parser.h"
#include "store/headlinereader.h"
#include "support/testmain.h"
#include "support/teststore.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

constexpr int articlesOfAFeed = 100;

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

bool rareWords = false;

/** Words as people use them: some in every text, most hardly ever. With rareWords by Zipf's law over three million: in a
 * text of 300 a third are in less than a thousandth of all. */
QString words(QRandomGenerator &random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        const double place = random.generateDouble();
        const auto number = quint32(rareWords ? std::pow(3e6, place) : std::pow(place, 4.0) * 50'000);
        text += QStringLiteral("w%1 ").arg(number, 0, 36);
    }
    return text;
}

QList<ParsedEntry> entries(QRandomGenerator &random, const QDateTime &now)
{
    QList<ParsedEntry> made;
    for (int i = 0; i < articlesOfAFeed; ++i) {
        ParsedEntry e;
        e.id = QString::number(random.generate64());
        e.url = QStringLiteral("https://example.org/") + e.id;
        e.title = words(random, 8);
        e.contentText = words(random, 300);
        e.content =
            SafeHtml::alreadyCleaned("<p>" + e.contentText.toUtf8().replace(" w1 ", "</p><p>") + "</p>");
        e.published = now.addSecs(-qint64(random.bounded(30'000'000)));
        made.append(e);
    }
    return made;
}

const char *wanted = ""; ///< what is measured: all whose name contains it

template <typename Work>
void timed(const char *what, int repeats, Work work, bool always = false)
{
    if (!always && !strstr(what, wanted))
        return;
    QElapsedTimer timer;
    timer.start();
    const double cpu = cpuMs();
    for (int i = 0; i < repeats; ++i)
        work();
    std::printf("{\"what\":\"%s\",\"wall_ms\":%.3f,\"cpu_ms\":%.3f}\n", what,
                double(timer.nsecsElapsed()) / 1e6 / repeats, (cpuMs() - cpu) / repeats);
    std::fflush(stdout);
}

} // namespace

/** bench_store [ARTICLES [FOLDER [WHAT [rare]]]]: 100,000 by default. A FOLDER keeps the store, and one that lies there is
 * measured as it is; with WHAT only what has that in its name; with "rare" many words are in few articles. */
int main(int argc, char **argv)
{
    prepareProcess();
    QCoreApplication application(argc, argv);
    if (argc > 3)
        wanted = argv[3];
    rareWords = argc > 4 && !strcmp(argv[4], "rare");
    const int articles = argc > 1 ? atoi(argv[1]) : 100'000;
    const int feeds = qMax(1, articles / articlesOfAFeed);
    TestStore t;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : t.folder.path();
    t.store = std::make_unique<store::Store>(folder, t.clock);
    if (!t.open())
        return 1;
    QRandomGenerator random(1);
    QList<FeedId> ids;
    const CategoryId category = *answerOf(t.store->ensureCategory({QStringLiteral("News")}));
    const bool isThere = answerOf(t.store->statistics())->articles > 0;
    for (int i = 0; i < feeds && !isThere; ++i)
        ids.append(t.subscribe(QStringLiteral("https://f%1.example/feed").arg(i).toUtf8().constData(),
                               i % 3 ? CategoryId() : category));

    double making = 0;
    const auto takeIn = [&] {
        QList<QFuture<Result<FeedUpdateResult>>> waiting;
        for (const FeedId feed : ids) {
            const double before = cpuMs();
            const auto made = entries(random, t.clock.now());
            making += cpuMs() - before;
            waiting.append(t.store->applyFeedUpdate(t.update(feed, made)));
            if (waiting.size() > 32)
                (void)answerOf(waiting.takeFirst());
        }
        for (const auto &answer : std::as_const(waiting))
            (void)answerOf(answer);
    };
    if (isThere) {
        const auto plans = answerOf(t.store->fetchPlans({true, {}, false}));
        for (const FetchPlan &plan : *plans)
            ids.append(plan.feed);
    } else {
        timed("take in all articles, with making them up", 1, takeIn, true);
    }
    std::printf("{\"what\":\"of which making (both threads counted)\",\"cpu_ms\":%.0f}\n", making);
    timed(
        "tidy up", 1, [&] { (void)answerOf(t.store->tidyUp()); }, true);
    const auto statistics = *answerOf(t.store->statistics());
    std::printf("{\"what\":\"size\",\"articles\":%lld,\"bytes_an_article\":%lld}\n", statistics.articles,
                statistics.databaseBytes / qMax(1ll, statistics.articles));

    timed("overview", 10, [&] { (void)answerOf(t.store->overview()); });
    timed("ids of all", 5, [&] { (void)answerOf(t.store->articleIds({})); });
    timed("first 256 ids", 50, [&] { (void)answerOf(t.store->articleIds({}, 256)); });
    ArticleFilter filter;
    filter.category = category;
    timed("ids of a category with a third of all", 5, [&] { (void)answerOf(t.store->articleIds(filter)); });
    const QList<ArticleId> all = t.ids();
    const auto reader = t.store->makeHeadlineReader();
    timed("a page of 64 headlines somewhere", 100,
          [&] { (void)reader->read(all.mid(random.bounded(qMax(1, int(all.size()) - 64)), 64)); });
    for (const char *text : {"w0", "w9", "w2s", "w2s*", "w*", "\"w0 w1\"", "w5 w6"}) {
        for (const auto order : {store::SearchOrder::Date, store::SearchOrder::Relevance}) {
            const auto query = query::parse(QString::fromUtf8(text), t.clock.now());
            const QByteArray what = QByteArray("search ") + QByteArray(text).replace('"', '\'') +
                                    (order == store::SearchOrder::Date ? " by date" : " by rank");
            timed(what.constData(), 3, [&] { (void)answerOf(t.store->search(*query, 50, order)); });
        }
    }
    for (const char *text : {"w2", "w2s", "w2sq"}) {
        const auto query = query::parse(QString::fromUtf8(text), t.clock.now(), true);
        const QByteArray what = QByteArray("while typing ") + text;
        timed(what.constData(), 3,
              [&] { (void)answerOf(t.store->search(*query, 50, store::SearchOrder::Date)); });
    }
    timed("related", 100, [&] { (void)answerOf(t.store->related(all[random.bounded(int(all.size()))], 5)); });
    timed("more from the category", 20,
          [&] { (void)answerOf(t.store->moreFromCategory(all[random.bounded(int(all.size()))], 5)); });
    timed("what is to be fetched", 5, [&] { (void)answerOf(t.store->fetchPlans({true, {}, false})); });
    timed("1,000 unchanged feeds", 1, [&] {
        QList<QFuture<Result<FeedUpdateResult>>> waiting;
        for (const FeedId feed : ids.mid(0, 1000)) {
            FeedUpdate unchanged = t.update(feed, {});
            unchanged.feedDocument.reset();
            unchanged.notModified = true;
            waiting.append(t.store->applyFeedUpdate(unchanged));
        }
        for (const auto &answer : std::as_const(waiting))
            (void)answerOf(answer);
    });
    timed("open again", 1, [&] {
        t.store.reset();
        t.store = std::make_unique<store::Store>(folder, t.clock);
        (void)t.open();
    });
    timed("mark all read", 1, [&] { (void)answerOf(t.store->markAllRead({})); });
    timed("check", 1, [&] { (void)answerOf(t.store->check(false)); });
    return 0;
}
