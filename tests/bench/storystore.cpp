// SPDX-License-Identifier: GPL-3.0-or-later
// What stories cost with the store's part: a new article while the program runs, and in a process that has to read
// the window first. A JSON object a line, milliseconds of CPU of all threads.
//   bench_storystore [ARTICLES…]: in the window; 1,000, 10,000 and 100,000 by default
#include "services/libraryevents.h"
#include "services/storyservice.h"
#include "services/workers.h"
#include "support/teststore.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QRandomGenerator>

#include <cmath>
#include <cstdio>
#include <ctime>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

constexpr int feeds = 300;

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/** The service answers on this thread, which must not block meanwhile. */
qint64 done(QFuture<Result<qint64>> future)
{
    QFutureWatcher<Result<qint64>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    const auto result = future.result();
    return result ? *result : -1;
}

/** Words by Zipf's law; a third tell an event of a dozen tellings with four words of its own. */
ParsedEntry made(int events, const QDateTime &end, QRandomGenerator &random)
{
    ParsedEntry entry;
    entry.id = QString::number(random.generate64());
    for (int part = 0; part < 2; ++part) {
        QString &into = part ? entry.summary : entry.title;
        for (int w = 0; w < (part ? 40 : 9); ++w)
            into += QStringLiteral("w%1 ").arg(int(std::pow(60'000.0, random.generateDouble())), 0, 36);
    }
    if (random.bounded(3) == 0) {
        const int event = int(random.bounded(quint32(qMax(1, events))));
        for (int w = 0; w < 4; ++w)
            entry.title += QStringLiteral(" Event%1x%2").arg(event).arg(w);
    }
    entry.published = end.addSecs(-qint64(random.bounded(71 * 3600)));
    return entry;
}

void run(int held)
{
    TestStore t;
    if (!t.open())
        return;
    QRandomGenerator random(7);
    QList<FeedId> ids;
    for (int i = 0; i < feeds; ++i)
        ids.append(t.subscribe(QStringLiteral("https://f%1.example/feed").arg(i).toUtf8().constData()));
    for (int at = 0; at < held;) {
        for (const FeedId feed : std::as_const(ids)) {
            QList<ParsedEntry> entries;
            for (int i = 0; i < qMin(100, (held + feeds - 1) / feeds) && at < held; ++i, ++at)
                entries.append(made(held / 36, t.clock.now(), random));
            if (!entries.isEmpty())
                (void)t.fetch(feed, entries);
        }
    }
    LibraryEvents events;
    Workers workers;
    auto service = std::make_unique<StoryService>(*t.store, workers, events, t.clock);
    double before = cpuMs();
    const qint64 all = done(service->update());
    std::printf("{\"what\":\"all at once\",\"in_window\":%lld,\"cpu_ms_each\":%.3f}\n", all,
                (cpuMs() - before) / double(qMax(1ll, all)));
    const auto one = [&] {
        (void)t.fetch(ids[random.bounded(quint32(feeds))], {made(held / 36, t.clock.now(), random)});
        before = cpuMs();
        (void)done(service->update());
        return cpuMs() - before;
    };
    (void)one(); // what is kept from then on
    double sum = 0, worst = 0;
    constexpr int singles = 100;
    for (int i = 0; i < singles; ++i) {
        const double took = one();
        sum += took;
        worst = qMax(worst, took);
    }
    std::printf("{\"what\":\"one more\",\"in_window\":%d,\"cpu_ms\":%.3f,\"worst_ms\":%.3f}\n", held,
                sum / singles, worst);
    service = std::make_unique<StoryService>(*t.store, workers, events, t.clock);
    const double anew = one();
    std::printf("{\"what\":\"one more, in a new process\",\"in_window\":%d,\"cpu_ms\":%.1f}\n", held, anew);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc < 2) {
        for (const int held : {1'000, 10'000, 100'000})
            run(held);
    }
    for (int i = 1; i < argc; ++i)
        run(atoi(argv[i]));
    return 0;
}
