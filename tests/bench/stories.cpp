// SPDX-License-Identifier: GPL-3.0-or-later
// How well stories are found, and what that costs an article. A JSON object a line.
//   bench_stories [NAME=NUMBER…] [--errors] [CORPUS.jsonl]
// NAME is one of the limits (see main()), or dense, by which time is pressed together. A corpus has an object
// a line: story, time, title, lead, near_copy.
#include "support/densestories.h"
#include "support/storycorpus.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMultiMap>
#include <QRandomGenerator>

#include <cstdio>
#include <ctime>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

QList<LabelledText> corpus(const QString &path)
{
    QList<LabelledText> texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        LabelledText text;
        text.story = object[QLatin1String("story")].toString();
        if (text.story.isEmpty())
            text.story = QString::number(texts.size());
        text.nearCopy = object[QLatin1String("near_copy")].toBool();
        text.text.article = ArticleId(texts.size() + 1);
        text.text.key = QCryptographicHash::hash(line, QCryptographicHash::Md5);
        text.text.time = QDateTime::fromString(object[QLatin1String("time")].toString(), Qt::ISODate);
        text.text.title = object[QLatin1String("title")].toString();
        text.text.lead = object[QLatin1String("lead")].toString();
        texts.append(text);
    }
    return texts;
}

QList<StoryText> plain(const QList<LabelledText> &texts)
{
    QList<StoryText> result;
    for (const LabelledText &text : texts)
        result.append(text.text);
    return result;
}

void print(const char *what, const StoryScore &score)
{
    std::printf("{\"what\":\"%s\",\"texts\":%d,\"bcubed_precision\":%.4f,\"bcubed_recall\":%.4f,"
                "\"pair_precision\":%.4f,\"pair_recall\":%.4f,\"copy_recall\":%.4f}\n",
                what, score.texts, score.precision, score.recall, score.pairPrecision, score.pairRecall,
                score.copyRecall);
}

void quality(const char *what, const QList<LabelledText> &texts, const insight::StoryLimits &limits,
             bool errors)
{
    insight::StoryMatcher matcher(limits);
    const double before = cpuMs();
    const auto stories = matcher.match(plain(texts));
    const double took = cpuMs() - before;
    const auto clusters = clustersOf(texts, stories);
    print(what, storyScore(texts, clusters, [](const LabelledText &) { return true; }));
    print((QByteArray(what) + ", held out").constData(), storyScore(texts, clusters, isHeldOut));
    std::printf("{\"what\":\"cost\",\"us_a_text\":%.1f}\n",
                took * 1e3 / double(std::max<qsizetype>(1, texts.size())));
    if (!errors)
        return;
    QMultiMap<int, const LabelledText *> byCluster;
    for (const LabelledText &text : texts)
        byCluster.insert(clusters.value(text.text.article), &text);
    const QList<int> keys = byCluster.uniqueKeys();
    for (const int key : keys) {
        const auto members = byCluster.values(key);
        if (std::ranges::all_of(members, [&](const auto *m) { return m->story == members.first()->story; }))
            continue;
        std::printf("--\n");
        for (const LabelledText *member : members)
            std::printf("  %-20s %s\n", qPrintable(member->story.left(20)),
                        member->text.title.toUtf8().constData());
    }
}

/** Headlines as dense as news are: words by Zipf's law, a third tell an event with four words of its own. */
QList<StoryText> madeUp(int count, int firstId, const QDateTime &end, QRandomGenerator &random)
{
    QList<StoryText> texts;
    texts.reserve(count);
    for (int i = 0; i < count; ++i) {
        StoryText text;
        text.article = ArticleId(firstId + i);
        text.key = QByteArray::number(random.generate64());
        text.time = end.addSecs(-qint64(random.bounded(72 * 3600)));
        for (int part = 0; part < 2; ++part) {
            QString &into = part ? text.lead : text.title;
            for (int w = 0; w < (part ? 45 : 9); ++w)
                into += QStringLiteral("w%1 ").arg(int(std::pow(60'000.0, random.generateDouble())), 0, 36);
        }
        if (random.bounded(3) == 0) {
            const int event = int(random.bounded(std::max(1, count / 12)));
            for (int w = 0; w < 4; ++w)
                text.title += QStringLiteral(" Event%1x%2").arg(event).arg(w);
        }
        texts.append(text);
    }
    return texts;
}

void cost(int held)
{
    QRandomGenerator random(7);
    const QDateTime now = QDateTime::fromString(QStringLiteral("2026-05-01T00:00:00Z"), Qt::ISODate);
    insight::StoryMatcher matcher;
    double before = cpuMs();
    matcher.match(madeUp(held, 1, now, random));
    const double filling = (cpuMs() - before) / held;
    double worst = 0, sum = 0;
    const int single = 300;
    const auto later = madeUp(single, held + 1, now, random);
    for (const auto &text : later) {
        before = cpuMs();
        matcher.match({text});
        const double took = cpuMs() - before;
        worst = std::max(worst, took);
        sum += took;
    }
    std::printf("{\"what\":\"a new "
                "article\",\"in_window\":%d,\"batch_ms\":%.4f,\"single_ms\":%.4f,\"worst_ms\":%.3f}\n",
                held, filling, sum / single, worst);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    insight::StoryLimits limits;
    bool errors = false;
    double dense = 1;
    QString file;
    const QHash<QString, double *> names{{QStringLiteral("join"), &limits.join},
                                         {QStringLiteral("merge"), &limits.merge},
                                         {QStringLiteral("spread"), &limits.spread},
                                         {QStringLiteral("fading"), &limits.fadingHours},
                                         {QStringLiteral("mergecohesion"), &limits.mergeCohesion},
                                         {QStringLiteral("joincohesion"), &limits.joinCohesion},
                                         {QStringLiteral("onename"), &limits.oneName},
                                         {QStringLiteral("onenameofstories"), &limits.oneNameOfStories},
                                         {QStringLiteral("steady"), &limits.steady},
                                         {QStringLiteral("othernames"), &limits.otherNames},
                                         {QStringLiteral("priortexts"), &limits.priorTexts},
                                         {QStringLiteral("priorshare"), &limits.priorShare},
                                         {QStringLiteral("priorname"), &limits.priorName},
                                         {QStringLiteral("oncefrom"), &limits.onceFrom},
                                         {QStringLiteral("aloneword"), &limits.aloneWord},
                                         {QStringLiteral("alonename"), &limits.aloneName},
                                         {QStringLiteral("dense"), &dense}};
    const QStringList words = application.arguments().mid(1);
    for (const QString &word : words) {
        if (double *number = names.value(word.section(u'=', 0, 0)))
            *number = word.section(u'=', 1).toDouble();
        else if (word == QLatin1String("--errors"))
            errors = true;
        else
            file = word;
    }
    QList<LabelledText> texts =
        file.isEmpty() ? labelledHeadlines(QStringLiteral(BROADSHEET_TEST_DATA "/stories")) : corpus(file);
    // All that happens in less time: more stories at once to mistake for each other.
    for (LabelledText &text : texts)
        text.text.time = QDateTime::fromMSecsSinceEpoch(
            qint64(double(text.text.time.toMSecsSinceEpoch()) / dense), Qt::UTC);
    quality(file.isEmpty() ? "headlines" : "corpus", texts, limits, errors);
    if (file.isEmpty()) {
        DenseStories news(QStringLiteral(BROADSHEET_TEST_DATA "/stories/dense/events.txt"));
        const QString small = QStringLiteral(BROADSHEET_TEST_DATA "/stories/small");
        print("small libraries, each alone", smallLibrariesScore(small, limits));
        if (errors) {
            const QStringList files =
                QDir(small).entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
            for (const QString &name : files)
                quality(name.toUtf8().constData(), labelledHeadlines(small, name), limits, true);
        }
        quality("made-up headlines, dense", news.make(160, 120, 4, 1), limits, errors);
    }
    if (words.isEmpty()) {
        for (const int held : {1'000, 10'000, 100'000})
            cost(held);
    }
    return 0;
}
