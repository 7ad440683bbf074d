// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/newspaper/newspaperview.h"
#include "net/httpclient.h"
#include "services/imageservice.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/readingservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/teststore.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/readerview.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>

using namespace broadsheet;

namespace {

constexpr int articles = 120;

struct World
{
    World() : opened(keeper.open())
    {
        fonts::loadFirst();
        const FeedId feed = keeper.subscribe("https://meridian.example/feed");
        QList<ParsedEntry> entries;
        for (int i = 0; i < articles; ++i) {
            ParsedEntry made =
                test::entry(QByteArray::number(i).constData(), "Harbour",
                            QByteArray("The harbour lay still. ").repeated(20 + i % 7 * 30).constData());
            made.title += QString::number(i);
            made.url = QStringLiteral("https://harbour.example/%1").arg(i);
            made.published = keeper.clock.now().addSecs(-60 * i - 60);
            entries.append(made);
        }
        opened = opened && keeper.fetch(feed, entries).has_value();
        view.resize(800, 700);
        view.show();
        ids = keeper.ids();
    }
    ~World()
    {
        // What is on its way to a service must arrive while it lives.
        std::ignore = test::answerOf(keeper.store->tidyUp());
        QCoreApplication::processEvents();
    }
    /** The pages in sight, from above. */
    QStringList seen() const
    {
        QStringList titles;
        const auto pages = view.widget()->findChildren<ReaderView *>();
        for (const ReaderView *page : pages) {
            const QRect place(page->mapTo(view.viewport(), QPoint()), page->size());
            if (page->isVisible() && place.intersects(view.viewport()->rect()))
                titles.append(page->accessibleName());
        }
        return titles;
    }

    test::TestStore keeper;
    bool opened;
    Workers workers;
    LibraryEvents events;
    LibraryService library{*keeper.store, workers, events};
    ReadingService reading{*keeper.store};
    Settings settings{keeper.folder.path()};
    Appearance appearance{settings};
    net::HttpClient http;
    ImageService pictures{http, workers, keeper.folder.filePath(QStringLiteral("images"))};
    ImageLoader images{pictures, workers, settings};
    NewspaperView view{{library, reading, events, settings, appearance, images, workers}};
    QList<ArticleId> ids;
};

} // namespace

class NewspaperViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAtTheTopAndLoadsWhatIsSeen()
    {
        World w;
        QVERIFY(w.opened);
        w.view.showArticles(ArticleFilter{}, QStringLiteral("World News"));
        QTRY_VERIFY(w.view.loaded() > 1);
        QCOMPARE(w.view.count(), articles);
        QCOMPARE(w.view.verticalScrollBar()->value(), 0);
        QCOMPARE(w.view.current(), w.ids.first());
        QTRY_VERIFY(w.seen().contains(QStringLiteral("Harbour0")));
        QCOMPARE(w.view.accessibleName(), QStringLiteral("World News"));
        QVERIFY(w.view.loaded() < articles / 2);
    }

    void whatSeveralFeedsHaveStandsInItOnce()
    {
        World w;
        const FeedId other = w.keeper.subscribe("https://wire.example/feed");
        QVERIFY(
            w.keeper
                .fetch(other, {test::entry("5", "Harbour", "The same page.", "https://harbour.example/5")})
                .has_value());
        QCOMPARE(w.keeper.ids().size(), articles + 1);
        w.view.showArticles(ArticleFilter{}, {});
        QTRY_VERIFY(w.view.loaded() > 1);
        QCOMPARE(w.view.count(), articles);
    }

    void goesFromArticleToArticleAndLetsGoOfFarOnes()
    {
        World w;
        w.view.showArticles(ArticleFilter{}, {});
        QTRY_VERIFY(w.seen().contains(QStringLiteral("Harbour0")));
        w.view.next();
        QCOMPARE(w.view.current(), w.ids.at(1));
        w.view.next();
        QCOMPARE(w.view.current(), w.ids.at(2));
        w.view.previous();
        w.view.previous();
        QCOMPARE(w.view.current(), w.ids.at(0));
        w.view.verticalScrollBar()->setValue(w.view.verticalScrollBar()->maximum());
        QTRY_VERIFY(w.seen().contains(QStringLiteral("Harbour%1").arg(articles - 1)));
        QTRY_VERIFY(w.view.loaded() < articles / 2);
        QVERIFY(!w.view.pageDown() || w.view.verticalScrollBar()->value() > 0);
        QVERIFY(w.view.pageUp());
    }

    void whatLeavesAtTheTopIsRead()
    {
        World w;
        w.view.showArticles(w.ids.mid(0, 4), QStringLiteral("Search"));
        QCOMPARE(w.view.count(), 4);
        QTRY_VERIFY(w.view.loaded() > 1);
        ArticleFilter unread;
        unread.unreadOnly = true;
        QCOMPARE(w.keeper.ids(unread).size(), articles);
        w.view.next();
        QTRY_COMPARE(w.keeper.ids(unread).size(), articles - 1);
        QVERIFY(!w.keeper.ids(unread).contains(w.ids.first()));
        // Not where the reader wants to say so himself.
        w.settings.setMarkRead(MarkRead::Never);
        w.view.verticalScrollBar()->setValue(w.view.verticalScrollBar()->maximum());
        QTRY_VERIFY(w.seen().contains(QStringLiteral("Harbour3")));
        QCOMPARE(w.keeper.ids(unread).size(), articles - 1);
    }

    void enterReadsOneAlone()
    {
        World w;
        w.view.showArticles(ArticleFilter{}, {});
        QTRY_VERIFY(w.view.loaded() > 1);
        w.view.next();
        w.view.next();
        QSignalSpy wanted(&w.view, &NewspaperView::articleWanted);
        QTest::keyClick(&w.view, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<ArticleId>(), w.view.current());
    }

    void aDeletedArticleLeaves()
    {
        World w;
        w.view.showArticles(w.ids.mid(0, 3), {});
        QTRY_VERIFY(w.view.loaded() > 1);
        w.library.throwAway({w.ids.at(1)});
        QTRY_COMPARE(w.view.count(), 2);
        QTRY_VERIFY(!w.seen().isEmpty());
    }
};

BROADSHEET_TEST_MAIN(NewspaperViewTest, QApplication)
#include "newspaperview.moc"
