// SPDX-License-Identifier: GPL-3.0-or-later
// The article list at a million rows: opening a view, and frames at jumps, wheel steps and keys. Figures as
// JSON, in milliseconds of wall time. The library is arithmetic: what is measured is model, view and
// delegate.
#include "services/libraryevents.h"
#include "settings/settings.h"
#include "widgets/articles/articledelegate.h"
#include "widgets/articles/articlelistmodel.h"
#include "widgets/articles/cardview.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/common/appearance.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace broadsheet;

namespace {

constexpr int Rows = 1'000'000;
constexpr int Frames = 400;

ArticleHeadline headlineOf(ArticleId id)
{
    ArticleHeadline headline;
    headline.id = id;
    headline.feedTitle = QStringLiteral("Source %1").arg(id.value() % 200);
    headline.title =
        QStringLiteral("Headline %1 of a morning on which much happened in many places").arg(id.value());
    headline.excerpt =
        QStringLiteral("The first words of article %1, as long as excerpts usually are, so that two or "
                       "three lines are filled and one of them ends in the middle.")
            .arg(id.value());
    headline.sortTime = QDateTime::fromSecsSinceEpoch(1'700'000'000 + id.value() * 30, Qt::UTC);
    headline.unread = id.value() % 3 != 0;
    headline.starred = id.value() % 17 == 0;
    headline.commentCount = int(id.value() % 11 == 0);
    return headline;
}

class Arithmetic : public HeadlineSource
{
public:
    QFuture<Result<QList<ArticleId>>> ids(const ArticleFilter &, int limit) override
    {
        const int count = limit < 0 ? Rows : std::min(limit, Rows);
        QList<ArticleId> ids(count);
        for (int i = 0; i < count; ++i)
            ids[i] = ArticleId(Rows - i);
        return QtFuture::makeReadyFuture(Result<QList<ArticleId>>(ids));
    }
    QFuture<Result<QList<ArticleHeadline>>> headlines(const QList<ArticleId> &ids) override
    {
        return QtFuture::makeReadyFuture(Result<QList<ArticleHeadline>>(headlinesNow(ids)));
    }
    QList<ArticleHeadline> headlinesNow(const QList<ArticleId> &ids) override
    {
        QList<ArticleHeadline> answer;
        for (const ArticleId id : ids)
            answer.append(headlineOf(id));
        return answer;
    }
};

class NoThumbnails : public ThumbnailLoader
{
public:
    QPixmap thumbnail(const QUrl &, QSize, int, double) override { return {}; }
};

double timed(const std::function<void()> &work)
{
    QElapsedTimer watch;
    watch.start();
    work();
    return double(watch.nsecsElapsed()) / 1e6;
}

QJsonObject frames(CardView &view, const std::function<void(int)> &step)
{
    QList<double> times;
    for (int i = 0; i < Frames; ++i) {
        times.append(timed([&] {
            step(i);
            view.viewport()->repaint();
        }));
        QCoreApplication::processEvents();
    }
    std::sort(times.begin(), times.end());
    return {{QStringLiteral("p50"), times.at(times.size() / 2)},
            {QStringLiteral("p99"), times.at(times.size() * 99 / 100)},
            {QStringLiteral("max"), times.last()}};
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QTemporaryDir profile;
    Settings settings(profile.path());
    Appearance appearance(settings);
    NoThumbnails thumbnails;
    SystemClock clock;
    Arithmetic source;
    LibraryEvents events;
    ArticleListModel model(source, events, clock);
    ArticleDelegate delegate(appearance, thumbnails, clock);
    CardView view(appearance, delegate);
    view.setModel(&model);
    view.resize(372, 795);
    view.show();
    const auto open = [&] {
        model.open({});
        while (model.rowCount() < Rows)
            QCoreApplication::processEvents();
        view.viewport()->repaint();
    };
    open(); // fonts and icons

    QJsonObject figures{{QStringLiteral("rows"), Rows}};
    figures.insert(QStringLiteral("open"), timed(open));
    QScrollBar *bar = view.verticalScrollBar();
    QRandomGenerator random(1);
    figures.insert(QStringLiteral("jump"),
                   frames(view, [&](int) { bar->setValue(random.bounded(bar->maximum())); }));
    bar->setValue(0);
    figures.insert(QStringLiteral("wheel"), frames(view, [&](int i) { bar->setValue(i * 120); }));
    figures.insert(QStringLiteral("select"),
                   frames(view, [&](int i) { view.setCurrentIndex(model.index(i, 0)); }));
    qint64 next = Rows;
    figures.insert(QStringLiteral("refresh"), frames(view, [&](int) {
                       ArticleChanges changes;
                       changes.updated = {ArticleId(next--)};
                       Q_EMIT events.articlesChanged(changes);
                   }));
    std::puts(QJsonDocument(figures).toJson().constData());
    return 0;
}
