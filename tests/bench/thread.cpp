// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000 comments under one article: the time until they stand, frames while scrolling (milliseconds of CPU), one
// that comes in.
#include "settings/settings.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "widgets/comments/commentmodel.h"
#include "widgets/comments/threadview.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace broadsheet;

namespace {

/** Of this thread: a busy machine counts for less. */
double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

class ThreadBenchmark : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tenThousand()
    {
        std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
        constexpr int comments = 10'000;
        constexpr int frameCount = 300;
        fonts::loadFirst();
        QTemporaryDir folder;
        Settings settings(folder.path());
        Appearance appearance(settings);
        test::FakeClock clock;
        CommentModel model(clock);
        Discussion discussion;
        discussion.article = ArticleId(1);
        for (int i = 1; i <= comments; ++i) {
            Comment comment;
            comment.id = CommentId(i);
            comment.depth = i % 7;
            comment.parent = comment.depth == 0 ? CommentId() : CommentId(i - 1);
            comment.text = QStringLiteral("The table suggests break-even in year six. ").repeated(1 + i % 9);
            comment.html = SafeHtml::alreadyCleaned("<p>" + comment.text.toUtf8() +
                                                    "</p><p>See <a href=\"https://a.example/\">it</a>.</p>");
            comment.created = clock.now();
            discussion.comments.append(comment);
        }
        QScrollArea area;
        area.resize(300, 800);
        area.setWidgetResizable(true);
        auto *view = new ThreadView(model, appearance, ThreadLayout::Steps{20, 2});
        area.setWidget(view);
        QObject::connect(view, &ThreadView::heightChanged, view,
                         [view] { view->setMinimumHeight(view->heightForWidth(view->width())); });
        QElapsedTimer time;
        time.start();
        model.setDiscussion(discussion);
        area.show();
        area.grab();
        std::printf("until the first frame: %lld ms\n", static_cast<long long>(time.elapsed()));

        // Scrolled as one drags, while the rest is still being measured; then when all is.
        for (const char *when : {"while measuring", "measured"}) {
            QList<double> frames;
            for (int i = 0; i < frameCount; ++i) {
                const double begin = cpuMs();
                area.verticalScrollBar()->setValue(
                    int(qint64(area.verticalScrollBar()->maximum()) * i / frameCount));
                QCoreApplication::processEvents();
                area.grab();
                frames.append(cpuMs() - begin);
            }
            std::sort(frames.begin(), frames.end());
            std::printf("%s: frame median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, worst %.1f ms\n", when,
                        frames.at(frameCount / 2), frames.at(frameCount * 95 / 100),
                        frames.at(frameCount * 99 / 100), frames.last());
            time.restart();
            QTest::qWait(3'000);
        }
        Comment late = discussion.comments.at(5'000);
        late.id = CommentId(comments + 1);
        late.parent = late.id;
        late.parent = discussion.comments.at(4'998).id;
        time.restart();
        model.apply({CommentChange::Kind::Added, ArticleId(1), late, {}});
        area.grab();
        std::printf("a reply comes in: %lld ms\n", static_cast<long long>(time.elapsed()));
    }
};

BROADSHEET_TEST_MAIN(ThreadBenchmark, QApplication)
#include "thread.moc"
