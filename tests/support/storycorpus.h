// SPDX-License-Identifier: GPL-3.0-or-later
// Headlines with known stories (tests/data/stories), and how well a clustering finds them.
#pragma once

#include "insight/storymatcher.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QTextStream>
#include <QTimeZone>

#include <cmath>

namespace broadsheet::test {

struct LabelledText
{
    StoryText text;
    QString story;
    bool nearCopy = false; ///< of another of its story
};

struct StoryScore
{
    int texts = 0;
    double precision = 0, recall = 0; ///< B-cubed: the mean over the texts
    double pairPrecision = 0, pairRecall = 0;
    double copyRecall = 0; ///< pairs of near copies found
};

inline double hashPart(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5);
    return (uchar(hash[0]) * 256 + uchar(hash[1])) / 65536.0;
}

/** See the README beside the files: "= story [language] [single] day N", then a headline a line. Times follow
 * from a hash of the headline: most within a day, some later. */
inline QList<LabelledText> labelledHeadlines(const QString &folder,
                                             const QString &files = QStringLiteral("*.txt"))
{
    QList<LabelledText> texts;
    const QDateTime start = QDateTime::fromString(QStringLiteral("2026-05-01T00:00:00Z"), Qt::ISODate);
    const QDir dir(folder);
    const QStringList names = dir.entryList({files}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QTextStream in(&file);
        QString line, story;
        bool single = false;
        double day = 0;
        while (in.readLineInto(&line)) {
            if (line.startsWith(u'=')) {
                const QStringList words = line.split(u' ');
                story = words.value(1);
                single = words.contains(QStringLiteral("single"));
                day = words.last().toDouble();
                continue;
            }
            if (line.isEmpty())
                continue;
            LabelledText made;
            made.story = single ? story + u'/' + line : story;
            made.text.article = ArticleId(texts.size() + 1);
            made.text.key = QCryptographicHash::hash(line.toUtf8(), QCryptographicHash::Md5);
            const double hours = day * 24 - 12 * std::log(1 - 0.98 * hashPart(line));
            made.text.time = start.addSecs(qint64(hours * 3600));
            made.text.title = line;
            texts.append(made);
        }
    }
    return texts;
}

/** What a matcher says, as one number a text. */
inline QHash<ArticleId, int> clustersOf(const QList<LabelledText> &texts, const QList<MatchedStory> &stories)
{
    QHash<ArticleId, int> clusters;
    int next = 0;
    for (const auto &story : stories) {
        for (const auto &member : story.members)
            clusters.insert(member.article, next);
        ++next;
    }
    for (const LabelledText &text : texts) {
        if (!clusters.contains(text.text.article))
            clusters.insert(text.text.article, next++);
    }
    return clusters;
}

/** Over those texts for which \a counts holds. */
template <typename Predicate>
StoryScore storyScore(const QList<LabelledText> &texts, const QHash<ArticleId, int> &clusters,
                      Predicate counts)
{
    QHash<QString, QList<const LabelledText *>> stories;
    QHash<int, QList<const LabelledText *>> found;
    for (const LabelledText &text : texts) {
        stories[text.story].append(&text);
        found[clusters.value(text.text.article)].append(&text);
    }
    StoryScore score;
    double hits = 0, foundPairs = 0, truePairs = 0, copies = 0, copyHits = 0;
    for (const LabelledText &text : texts) {
        if (!counts(text))
            continue;
        const auto &cluster = found[clusters.value(text.text.article)];
        double same = 0;
        for (const LabelledText *other : cluster)
            same += other->story == text.story;
        ++score.texts;
        score.precision += same / double(cluster.size());
        score.recall += same / double(stories[text.story].size());
        hits += same - 1;
        foundPairs += double(cluster.size()) - 1;
        truePairs += double(stories[text.story].size()) - 1;
        for (const LabelledText *other : std::as_const(stories[text.story])) {
            if (other == &text || !text.nearCopy || !other->nearCopy)
                continue;
            ++copies;
            copyHits += clusters.value(other->text.article) == clusters.value(text.text.article);
        }
    }
    score.precision /= std::max(1, score.texts);
    score.recall /= std::max(1, score.texts);
    score.pairPrecision = hits / std::max(1.0, foundPairs);
    score.pairRecall = hits / std::max(1.0, truePairs);
    score.copyRecall = copyHits / std::max(1.0, copies);
    return score;
}

/** Each file of \a folder a library of its own, matched alone: what is found in a library of few feeds. */
inline StoryScore smallLibrariesScore(const QString &folder, const insight::StoryLimits &limits = {},
                                      const QString &files = QStringLiteral("*.txt"))
{
    StoryScore all;
    const QStringList names = QDir(folder).entryList({files}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QList<LabelledText> texts = labelledHeadlines(folder, name);
        QList<StoryText> plain;
        for (const LabelledText &text : texts)
            plain.append(text.text);
        insight::StoryMatcher matcher(limits);
        const StoryScore one =
            storyScore(texts, clustersOf(texts, matcher.match(plain)), [](const auto &) { return true; });
        all.texts += one.texts;
        all.precision += one.precision * one.texts;
        all.recall += one.recall * one.texts;
        all.pairPrecision += one.pairPrecision * one.texts;
        all.pairRecall += one.pairRecall * one.texts;
    }
    for (double *sum : {&all.precision, &all.recall, &all.pairPrecision, &all.pairRecall})
        *sum /= std::max(1, all.texts);
    return all;
}

/** Half of the stories were looked at while the limits were chosen, the other half only scored. */
inline bool isHeldOut(const LabelledText &text)
{
    return hashPart(text.story) < 0.5;
}

} // namespace broadsheet::test
