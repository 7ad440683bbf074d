// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/frontpage.h"

#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/storyservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/teststore.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/common/appearance.h"
#include "widgets/frontpage/storycard.h"
#include "widgets/frontpage/storycolumn.h"
#include "widgets/frontpage/storyview.h"
#include "widgets/frontpage/tellingrow.h"

#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

class NoThumbnails : public ThumbnailLoader
{
public:
    QPixmap thumbnail(const QUrl &, QSize, int, double) override { return {}; }
};

} // namespace

class FrontPageTest : public QObject
{
    Q_OBJECT

    struct World
    {
        World() { page.resize(900, 700); }
        TestStore t;
        QTemporaryDir folder;
        Settings settings{folder.path()};
        Appearance appearance{settings};
        NoThumbnails thumbnails;
        LibraryEvents events;
        Workers workers;
        StoryService stories{*t.store, workers, events, t.clock};
        LibraryService library{*t.store, workers, events};
        FrontPage page{stories, library, t.clock, appearance, thumbnails};
    };

    /** Two events of today and one of yesterday, told by up to three feeds; and what nobody else tells. */
    static void fill(World &w)
    {
        const char *bridge[] = {"Harbour bridge in Velmora collapses during storm",
                                "Velmora harbour bridge collapses in storm",
                                "Storm: harbour bridge in Velmora has collapsed"};
        const char *comet[] = {"Comet Tarrin seen over southern islands",
                               "Comet Tarrin lights sky over southern islands"};
        const char *chess[] = {"Chess prodigy Ilva Morn wins Kestrel Cup",
                               "Ilva Morn wins Kestrel Cup of chess"};
        const char *others[] = {"Council approves new tram line", "Rain expected at the weekend",
                                "Museum reopens after repairs",   "Fuel prices steady before holidays",
                                "Choir festival draws crowds",    "Beekeepers fear late frost"};
        for (int f = 0; f < 3; ++f) {
            const FeedId feed =
                w.t.subscribe(QByteArray("https://f" + QByteArray::number(f) + ".example/feed").constData());
            QList<ParsedEntry> entries;
            const auto add = [&](const char *title, int minutesAgo) {
                ParsedEntry made = entry(title, title);
                made.published = w.t.clock.now().addSecs(-60 * minutesAgo);
                entries.append(made);
            };
            add(bridge[f], 30 + f);
            if (f < 2) {
                add(comet[f], 50 + f);
                add(chess[f], 24 * 60 + f);
            }
            add(others[f], 10);
            add(others[3 + f], 20);
            QVERIFY(w.t.fetch(feed, entries).has_value());
        }
        auto done = w.stories.update();
        QTRY_VERIFY(done.isFinished());
    }

    /** Five events of today, each told by two feeds; \a picture comes with the second. */
    static void fillDay(World &w, const char *picture = nullptr)
    {
        const char *told[2][5] = {
            {"Harbour bridge in Velmora collapses during storm", "Comet Tarrin seen over southern islands",
             "Chess prodigy Ilva Morn wins Kestrel Cup", "Ferry strike in Dunmoor enters second week",
             "Orchard blight reaches Ashkell valley"},
            {"Velmora harbour bridge collapses in storm", "Comet Tarrin lights sky over southern islands",
             "Ilva Morn wins Kestrel Cup of chess", "Dunmoor ferry strike goes into second week",
             "Ashkell valley hit by orchard blight"}};
        for (int f = 0; f < 2; ++f) {
            const FeedId feed =
                w.t.subscribe(QByteArray("https://f" + QByteArray::number(f) + ".example/feed").constData());
            QList<ParsedEntry> entries;
            for (int i = 0; i < 5; ++i) {
                entries.append(entry(told[f][i], told[f][i]));
                entries.last().published = w.t.clock.now().addSecs(-60 * (10 * i + f));
                if (i == 1 && picture)
                    entries.last().image = QString::fromUtf8(picture);
            }
            QVERIFY(w.t.fetch(feed, entries).has_value());
        }
        auto done = w.stories.update();
        QTRY_VERIFY(done.isFinished());
    }

private Q_SLOTS:
    void init()
    { // The offscreen platform says this of every window with size hints.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }

    void nothingOfAHeadlineIsCutOff()
    {
        World w;
        QVERIFY(w.t.open());
        fill(w);
        w.page.show();
        QTRY_COMPARE(w.page.cards().size(), 3);
        const auto labels = w.page.findChildren<QLabel *>();
        const auto today = std::ranges::find(labels, QStringLiteral("Today"), &QLabel::text);
        QVERIFY(today != labels.end());
        const int room = (*today)->heightForWidth(600);
        (*today)->resize(600, 2 * room);
        const QImage image = (*today)->grab().toImage().convertToFormat(QImage::Format_RGB32);
        int lowest = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) != image.pixel(image.width() - 1, image.height() - 1))
                    lowest = y;
            }
        }
        QVERIFY(lowest > room / 2);
        QVERIFY(lowest < room);
    }

    void theWeightiestComesFirst()
    {
        World w;
        QVERIFY(w.t.open());
        fill(w);
        w.page.show();
        QTRY_COMPARE(w.page.cards().size(), 3);
        QVERIFY(w.page.cards().first()->story().headline.contains(QStringLiteral("bridge")));
        QCOMPARE(w.page.cards().first()->story().sources, 3);
        QVERIFY(w.page.cards().last()->story().headline.contains(QStringLiteral("Ilva")));
        QVERIFY(w.page.cards().first()->accessibleName().contains(QStringLiteral("3 of your feeds")));
        QVERIFY(w.page.cards().first()->y() < w.page.cards().last()->y());
        QVERIFY(!w.page.grab().isNull());
    }

    void keysGoFromStoryToStory()
    {
        World w;
        QVERIFY(w.t.open());
        fill(w);
        w.page.show();
        QVERIFY(QTest::qWaitForWindowActive(&w.page));
        QTRY_COMPARE(w.page.cards().size(), 3);
        w.page.cards().first()->setFocus();
        QTest::keyClick(w.page.cards().first(), Qt::Key_Down);
        QVERIFY(w.page.cards().at(1)->hasFocus());
        QTest::keyClick(w.page.cards().at(1), Qt::Key_Up);
        QVERIFY(w.page.cards().first()->hasFocus());
        QTest::keyClick(w.page.cards().first(), Qt::Key_Space);
        QVERIFY(w.page.showsStory());
        const auto rows = [&w] { return w.page.findChildren<TellingRow *>(); };
        QTRY_COMPARE(rows().size(), 3);
        QSignalSpy wanted(&w.page, &FrontPage::articleWanted);
        rows().first()->click();
        QCOMPARE(wanted.size(), 1);
        // The arrows walk through the tellings, Return reads one.
        rows().first()->setFocus();
        QTest::keyClick(rows().first(), Qt::Key_Down);
        QVERIFY(rows().at(1)->hasFocus());
        QTest::keyClick(rows().at(1), Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
        QTest::keyClick(&w.page, Qt::Key_Escape);
        QVERIFY(!w.page.showsStory());
        QTest::keyClick(w.page.cards().first(), Qt::Key_Return);
        QVERIFY(w.page.showsStory());
    }

    /** Where there is room two stand side by side, else one below the other; nothing lies over another. */
    void storiesStandBesideEachOther()
    {
        World w;
        QVERIFY(w.t.open());
        fillDay(w);
        w.page.show();
        QVERIFY(QTest::qWaitForWindowActive(&w.page));
        QTRY_COMPARE(w.page.cards().size(), 5);
        const auto place = [&w](int i) { return w.page.cards().at(i)->geometry(); };
        QTRY_COMPARE(place(1).top(), place(2).top());
        QCOMPARE(place(1).height(), place(2).height());
        QVERIFY(place(2).left() > place(1).right());
        QVERIFY(place(3).top() >= place(1).bottom());
        // Arrows go where they point.
        w.page.cards().at(1)->setFocus();
        QTest::keyClick(w.page.cards().at(1), Qt::Key_Right);
        QVERIFY(w.page.cards().at(2)->hasFocus());
        QTest::keyClick(w.page.cards().at(2), Qt::Key_Down);
        QVERIFY(w.page.cards().at(4)->hasFocus());
        QTest::keyClick(w.page.cards().at(4), Qt::Key_Left);
        QVERIFY(w.page.cards().at(3)->hasFocus());
        QTest::keyClick(w.page.cards().at(3), Qt::Key_Up);
        QVERIFY(w.page.cards().at(1)->hasFocus());
        QVERIFY(!w.page.grab().isNull());

        w.page.resize(460, 700);
        QTRY_VERIFY(place(2).top() >= place(1).bottom());
        for (qsizetype i = 1; i < w.page.cards().size(); ++i)
            QVERIFY(!place(int(i)).intersects(place(int(i) - 1)));
    }

    /** A sync in the background moves neither the page nor the focus. */
    void nothingJumpsWhenStoriesChange()
    {
        World w;
        QVERIFY(w.t.open());
        fillDay(w);
        w.page.resize(460, 300);
        w.page.show();
        QVERIFY(QTest::qWaitForWindowActive(&w.page));
        QTRY_COMPARE(w.page.cards().size(), 5);
        QWidget *column = w.page.cards().first();
        while (!qobject_cast<StoryColumn *>(column))
            column = column->parentWidget();
        QScrollBar *bar = qobject_cast<StoryColumn *>(column)->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 100);
        StoryCard *before = w.page.cards().at(3);
        const StoryId story = before->story().id;
        before->setFocus();
        bar->setValue(bar->maximum() / 2);
        const int place = bar->value();
        QVERIFY(place > 50);
        w.page.refresh();
        QTRY_VERIFY(w.page.cards().at(3) != before);
        QCOMPARE(bar->value(), place);
        QTRY_COMPARE(w.page.cards().at(3)->story().id, story);
        QVERIFY(w.page.cards().at(3)->hasFocus());
    }

    /** The weightiest leads, but one that is nearly as weighty and has a picture goes before one without. */
    void theLeadHasAPicture()
    {
        World w;
        QVERIFY(w.t.open());
        fillDay(w, "https://pictures.example/comet.png");
        w.page.show();
        QTRY_COMPARE(w.page.cards().size(), 5);
        QVERIFY(w.page.cards().first()->story().headline.contains(QStringLiteral("Tarrin")));
    }

    void aWrongMemberIsTakenOut()
    {
        World w;
        QVERIFY(w.t.open());
        fill(w);
        w.page.show();
        QTRY_COMPARE(w.page.cards().size(), 3);
        w.page.showStory(w.page.cards().at(1)->story().id);
        QAbstractButton *out = nullptr;
        const auto find = [&] {
            for (auto *button : w.page.findChildren<QAbstractButton *>()) {
                if (button->accessibleName().startsWith(QLatin1String("Takes")))
                    out = button;
            }
            return out != nullptr;
        };
        QTRY_VERIFY(find());
        out->click();
        // A story of one is none: back to the page, which has a story less.
        QTRY_VERIFY(!w.page.showsStory());
        QTRY_COMPARE(w.page.cards().size(), 2);
    }

    void nothingYetIsSaid()
    {
        World w;
        QVERIFY(w.t.open());
        w.page.show();
        QTest::qWait(1);
        QVERIFY(w.page.cards().isEmpty());
        QVERIFY(!w.page.grab().isNull());
    }
};

BROADSHEET_TEST_MAIN(FrontPageTest, QApplication)
#include "frontpage.moc"
