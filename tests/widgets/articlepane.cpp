// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/articlepane.h"
#include "widgets/articles/bindialog.h"

#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/readingservice.h"
#include "services/searchservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/teststore.h"
#include "widgets/articles/articlelistmodel.h"
#include "widgets/articles/cardview.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/common/appearance.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/strip.h"
#include "widgets/search/searchfield.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace broadsheet;

namespace {

class NoThumbnails : public ThumbnailLoader
{
public:
    QPixmap thumbnail(const QUrl &, QSize, int, double) override { return {}; }
};

/** Services over a real store, and the pane. */
struct World
{
    World() : opened(keeper.open()), reading(*keeper.store), search(*keeper.store, keeper.clock) {}

    test::TestStore keeper;
    bool opened;
    Workers workers;
    LibraryEvents events;
    LibraryService library{*keeper.store, workers, events};
    ReadingService reading;
    SearchService search;
    Settings settings{keeper.folder.path()};
    Appearance appearance{settings};
    NoThumbnails thumbnails;
};

} // namespace

class ArticlePaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /** Marks go to all that is selected, and are one wish to take back. */
    void severalAtATime()
    {
        m_pane->showArticles({}, QStringLiteral("All"));
        auto *view = m_pane->findChild<CardView *>();
        QTRY_COMPARE(view->model()->rowCount(), 5);
        view->setCurrentIndex(view->model()->index(1, 0));
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QList<ArticleId> wanted;
        for (int row = 1; row <= 3; ++row)
            wanted.append(view->model()->index(row, 0).data(ArticleIdRole).value<ArticleId>());
        QCOMPARE(m_pane->selectedArticles(), wanted);
        QTest::keyClick(view, Qt::Key_Up, Qt::ShiftModifier);
        wanted.removeLast();
        QCOMPARE(m_pane->selectedArticles(), wanted);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          view->visualRect(view->model()->index(4, 0)).center());
        wanted.append(view->model()->index(4, 0).data(ArticleIdRole).value<ArticleId>());
        QCOMPARE(m_pane->selectedArticles(), wanted);

        QSignalSpy changed(&m_world->events, &LibraryEvents::articlesChanged);
        m_pane->toggleStarred();
        QTRY_VERIFY(!changed.isEmpty());
        const auto changes = changed.takeFirst().at(0).value<ArticleChanges>();
        QCOMPARE(QSet<ArticleId>(changes.updated.cbegin(), changes.updated.cend()),
                 QSet<ArticleId>(wanted.cbegin(), wanted.cend()));
        QVERIFY(changes.change.isValid());
        m_pane->throwAway();
        QTRY_COMPARE(view->model()->rowCount(), 2);
        // Going on leaves one, and so does a click.
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          view->visualRect(view->model()->index(0, 0)).center());
        m_pane->selectNext();
        QCOMPARE(m_pane->selectedArticles().size(), 1);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier,
                          view->visualRect(view->model()->index(0, 0)).center());
        QCOMPARE(m_pane->selectedArticles().size(), 1);
    }

    void whatIsScrolledPastIsReadWhereTheReaderWishes()
    {
        m_world->settings.setMarkRead(MarkRead::ScrolledPast);
        ArticlePane pane({m_world->library, m_world->reading, m_world->search, m_world->events,
                          m_world->settings, m_world->appearance, m_world->thumbnails});
        pane.resize(380, 360); // two rows and a bit
        pane.show();
        pane.showArticles({}, QStringLiteral("All"));
        auto *view = pane.findChild<CardView *>();
        QTRY_COMPARE(view->model()->rowCount(), 5);
        QScrollBar *bar = view->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QSignalSpy changed(&m_world->events, &LibraryEvents::articlesChanged);
        const int row = view->visualRect(view->model()->index(0, 0)).height();
        bar->setValue(row + 2); // one row has left
        QTRY_COMPARE(changed.count(), 1);
        const auto changes = changed.takeFirst().at(0).value<ArticleChanges>();
        QCOMPARE(changes.updated.size(), 1);
        QCOMPARE(changes.updated.first(), view->model()->index(0, 0).data(ArticleIdRole).value<ArticleId>());
        QVERIFY(changes.change.isValid()); // one wish, which can be undone
    }

    void init()
    {
        // Offscreen cannot hint sizes, and says so.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin).*")));
        m_world = std::make_unique<World>();
        QVERIFY(m_world->opened);
        m_feed = m_world->keeper.subscribe("https://meridian.example/feed");
        QList<ParsedEntry> entries;
        for (int i = 1; i <= 5; ++i) {
            ParsedEntry made = test::entry(QByteArray::number(i).constData(),
                                           QByteArray("Harbour " + QByteArray::number(i)).constData(),
                                           i == 3 ? "About whales and tides" : "About tides");
            made.published = m_world->keeper.clock.now().addSecs(60 * i - 86400);
            entries.append(made);
        }
        const auto fetched = m_world->keeper.fetch(m_feed, entries);
        QVERIFY2(fetched.has_value(), qPrintable(fetched ? QString() : fetched.error().detail));
        m_ids = m_world->keeper.ids();
        QCOMPARE(m_ids.size(), 5);

        m_pane = std::make_unique<ArticlePane>(
            ArticlePaneServices{m_world->library, m_world->reading, m_world->search, m_world->events,
                                m_world->settings, m_world->appearance, m_world->thumbnails});
        m_pane->resize(372, 900);
        m_pane->show();
        show({}, 5);
    }
    void cleanup()
    {
        m_pane.reset();
        // What is still on its way to a service must arrive while it lives (QFuture::then() of Qt 6.4).
        for (int i = 0; i < 2; ++i) {
            QVERIFY(test::answerOf(m_world->keeper.store->tidyUp()).has_value());
            QVERIFY(test::answerOf(m_world->keeper.store->count({})).has_value());
            QCoreApplication::processEvents();
        }
        m_world.reset();
    }

    void choosingTellsTheArticle()
    {
        QSignalSpy chosen(m_pane.get(), &ArticlePane::articleChosen);
        m_pane->selectNext();
        m_pane->selectNext();
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(m_pane->currentArticle(), m_ids.at(1));
        m_pane->selectPrevious();
        QCOMPARE(m_pane->currentArticle(), m_ids.at(0));
        m_pane->selectArticle(m_ids.at(3));
        QCOMPARE(chosen.last().first().value<ArticleId>(), m_ids.at(3));
        show({}, 5);
        QVERIFY(!m_pane->currentArticle().isValid());
    }

    void marksShowAndAreKept()
    {
        m_pane->selectNext();
        m_pane->toggleStarred();
        m_pane->toggleRead();
        const auto *headline = row(0);
        QVERIFY(headline->starred);
        QVERIFY(!headline->unread);
        ArticleFilter starred;
        starred.view = ArticleFilter::View::Starred;
        QTRY_COMPARE(m_world->keeper.ids(starred).size(), 1);
    }

    void goesThroughTheUnread()
    {
        m_pane->selectNext();
        m_pane->toggleRead();
        QVERIFY(m_pane->selectNextUnread());
        QCOMPARE(m_pane->currentArticle(), m_ids.at(1));
        m_pane->selectArticle(m_ids.at(4));
        QSignalSpy wanted(m_pane.get(), &ArticlePane::nextUnreadViewWanted);
        QVERIFY(!m_pane->selectNextUnread());
        QCOMPARE(wanted.size(), 1);
        QVERIFY(m_pane->selectPreviousUnread());
        QCOMPARE(m_pane->currentArticle(), m_ids.at(3));
    }

    /** Where the next view was not read yet, it sent one on to the next without an end. */
    void theNextUnreadWaitsForTheView()
    {
        ArticleFilter filter;
        filter.feed = m_feed;
        QSignalSpy wanted(m_pane.get(), &ArticlePane::nextUnreadViewWanted);
        m_pane->showArticles(filter, QStringLiteral("Harbour"));
        QVERIFY(m_pane->selectNextUnread());
        QVERIFY(m_pane->selectNextUnread());
        QCOMPARE(wanted.size(), 0);
        QTRY_COMPARE(m_pane->currentArticle(), m_ids.at(0));
        QCOMPARE(wanted.size(), 0);
    }

    void deletedOnesCanBeTakenBack()
    {
        m_pane->selectArticle(m_ids.at(1));
        m_pane->throwAway();
        QTRY_COMPARE(view()->model()->rowCount(), 4);
        auto *strip = m_pane->findChild<Strip *>();
        QTRY_COMPARE(strip->sentence(), QStringLiteral("Article deleted."));
        BinDialog bin(m_world->library, m_world->events);
        auto *list = bin.findChild<QTreeWidget *>();
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        list->setCurrentItem(list->topLevelItem(0));
        Q_EMIT list->itemActivated(list->topLevelItem(0), 0);
        QTRY_COMPARE(view()->model()->rowCount(), 5);
        QTRY_COMPARE(list->topLevelItemCount(), 0);
        QVERIFY(m_world->keeper.isWhole());
    }

    void markAllCanBeUndone()
    {
        m_pane->markAllRead();
        auto *strip = m_pane->findChild<Strip *>();
        QTRY_VERIFY(!strip->isHidden());
        QCOMPARE(strip->sentence(), QStringLiteral("5 articles marked as read."));
        QTRY_VERIFY(!row(0)->unread);
        strip->findChild<QAbstractButton *>()->click();
        QTRY_VERIFY(row(0)->unread && row(4)->unread);
        QVERIFY(strip->isHidden());
    }

    void unreadOnlyNarrowsAndKeepsTheChosen()
    {
        m_pane->selectArticle(m_ids.at(1));
        m_pane->toggleRead();
        m_pane->selectArticle(m_ids.at(2));
        ArticleFilter unread;
        unread.unreadOnly = true;
        QTRY_COMPARE(m_world->keeper.ids(unread).size(), 4);
        QSignalSpy chosen(m_pane.get(), &ArticlePane::articleChosen);
        m_pane->setUnreadOnly(true);
        QTRY_COMPARE(view()->model()->rowCount(), 4);
        QCOMPARE(m_pane->currentArticle(), m_ids.at(2));
        QVERIFY(chosen.isEmpty());
        QVERIFY(m_pane->filter().unreadOnly);
    }

    void searchesAsOneTypes()
    {
        m_pane->selectArticle(m_ids.at(0));
        QTest::keyClicks(field(), QStringLiteral("whal"));
        QTRY_COMPARE(view()->model()->rowCount(), 1);
        QSignalSpy chosen(m_pane.get(), &ArticlePane::articleChosen);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(field(), Qt::Key_Escape);
        QCOMPARE(view()->model()->rowCount(), 5);
        QVERIFY(field()->text().isEmpty());
        QCOMPARE(m_pane->currentArticle(), chosen.first().first().value<ArticleId>());
    }

    void aSearchWithoutHitsOffersEverything()
    {
        ArticleFilter starred;
        starred.view = ArticleFilter::View::Starred;
        show(starred, 0);
        QTest::keyClicks(field(), QStringLiteral("tides"));
        auto *empty = m_pane->findChild<EmptyState *>();
        QTRY_VERIFY(says(empty, QStringLiteral("Nothing found for “tides”")));
        empty->findChild<QAbstractButton *>()->click();
        QTRY_COMPARE(view()->model()->rowCount(), 5);
    }

    void saysWhereASearchGoesWrong()
    {
        QTest::keyClicks(field(), QStringLiteral("tides colour:red"));
        auto *strip = m_pane->findChild<Strip *>();
        QTRY_VERIFY(!strip->isHidden());
        QVERIFY2(strip->sentence().contains(QStringLiteral("7")), qPrintable(strip->sentence()));
    }

    void emptyViewsSayWhy()
    {
        auto *empty = m_pane->findChild<EmptyState *>();
        ArticleFilter filter;
        filter.view = ArticleFilter::View::Starred;
        show(filter, 0);
        QTRY_VERIFY(says(empty, QStringLiteral("No stars yet")));
        filter.view = ArticleFilter::View::Commented;
        show(filter, 0);
        QTRY_VERIFY(says(empty, QStringLiteral("No replies yet")));
        m_pane->setLibraryEmpty(true);
        QVERIFY(says(empty, QStringLiteral("Your front page is empty")));
        QSignalSpy wanted(m_pane.get(), &ArticlePane::addFeedWanted);
        empty->findChild<QAbstractButton *>()->click();
        QCOMPARE(wanted.size(), 1);
    }

    void headSumsUpTheView() { QTRY_VERIFY(says(m_pane.get(), QStringLiteral("5 unread, 1 source"))); }

    void everyControlHasAName()
    {
        m_pane->findChild<Strip *>()->warn(QStringLiteral("x"));
        for (QWidget *widget : m_pane->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(m_pane.get()))
                continue;
            const auto *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }

private:
    void show(const ArticleFilter &filter, int rows)
    {
        m_pane->showArticles(filter, QStringLiteral("World News"));
        QTRY_COMPARE(view()->model()->rowCount(), rows);
    }
    CardView *view() const { return m_pane->findChild<CardView *>(); }
    SearchField *field() const { return m_pane->findChild<SearchField *>(); }
    const ArticleHeadline *row(int number) const
    {
        return view()->model()->index(number, 0).data(Qt::UserRole).value<const ArticleHeadline *>();
    }
    static bool says(const QWidget *widget, const QString &text)
    {
        const auto labels = widget->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<ArticlePane> m_pane;
    FeedId m_feed;
    QList<ArticleId> m_ids;
};

BROADSHEET_TEST_MAIN(ArticlePaneTest, QApplication)
#include "articlepane.moc"
