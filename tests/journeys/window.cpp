// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window, by keyboard alone: from an empty profile to a reply that is found again after a restart.
#include "base/clock.h"
#include "services/core.h"
#include "services/libraryservice.h"
#include "services/syncservice.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/testserver.h"
#include "support/teststore.h"
#include "widgets/articles/articlepane.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/readerview.h"
#include "widgets/search/searchfield.h"
#include "widgets/subscriptions/addfeeddialog.h"
#include "widgets/subscriptions/feedhealthdialog.h"
#include "widgets/subscriptions/subscriptionpane.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>

#include <algorithm>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

/** One run of the program over a profile. */
struct Run
{
    explicit Run(const QString &profile) : core(profile, clock), settings(profile)
    {
        const auto answer = core.open();
        opened = QTest::qWaitFor([&] { return answer.isFinished(); }, 10'000) && answer.result().has_value();
        settings.setMarkRead(MarkRead::AtOnce);
        window = std::make_unique<MainWindow>(MainWindowServices{
            core.library(), core.reading(), core.comments(), core.search(), core.sync(), core.finder(),
            core.events(), settings, appearance, images, core.workers(), profile});
        window->show();
        window->activateWindow();
    }
    bool isActive() const { return QTest::qWaitForWindowActive(window.get()); }
    QString page() const
    {
        const auto *view = window->findChild<ReaderView *>();
        return view ? view->toPlainText() : QString();
    }
    /** As typed on the keyboard: goes where the focus is. */
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    SystemClock clock;
    Core core;
    Settings settings;
    Appearance appearance{settings};
    ImageLoader images{core.images(), core.workers(), settings};
    std::unique_ptr<MainWindow> window;
    bool opened = false;
};

QByteArray feed(const QByteArray &name)
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" + name +
           "</title><link>https://site.example/</link><item><title>The tide of " + name + "</title><guid>" +
           name + "</guid><description>&lt;p&gt;Pontoons rise and fall with the " + name +
           ".&lt;/p&gt;</description></item></channel></rss>";
}

TestAnswer sitePage()
{
    TestAnswer page;
    page.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    page.body = "<!doctype html><title>Site</title>"
                "<link rel=alternate type=application/rss+xml title=Harbour href=/harbour.xml>"
                "<link rel=alternate type=application/rss+xml title=Estuary href=/estuary.xml><p>Welcome.";
    return page;
}

} // namespace

class WindowJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { fonts::loadFirst(); }
    void init()
    { // The offscreen platform says what it lacks: size hints, grabbing the keyboard for a menu.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void aFeedIsNamedWhenItAnswers()
    {
        QTemporaryDir profile;
        TestServer server;
        server.route(QStringLiteral("/harbour.xml"), TestAnswer::feed(feed("harbour")));
        Run run(profile.path());
        QVERIFY(run.opened && run.isActive());
        const auto *list = run.window->findChild<ArticlePane *>();
        Run::press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        Run::type(QString::fromLatin1(server.url(QStringLiteral("/harbour.xml")).toEncoded()));
        Run::press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(list->title(), QStringLiteral("harbour"), 10000);
    }

    void menusOpenByTheirLettersAndGoAgain()
    {
        QTemporaryDir profile;
        Run run(profile.path());
        QVERIFY(run.opened && run.isActive());
        const QMenuBar *bar = run.window->menuBar();
        QVERIFY(!bar->isVisible());
        QTest::keyClick(run.window.get(), Qt::Key_F, Qt::AltModifier);
        QTRY_VERIFY(bar->isVisible() && QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_H);
        QTRY_VERIFY(run.window->findChild<FeedHealthDialog *>());
        QTRY_VERIFY(!bar->isVisible());
        run.window->findChild<FeedHealthDialog *>()->close();
        QTest::keyClick(run.window.get(), Qt::Key_X, Qt::AltModifier); // no menu of this letter
        QVERIFY(!bar->isVisible());
    }

    void aFailingFeedIsTriedAgainFromItsEmptyList()
    {
        QTemporaryDir profile;
        TestServer server;
        TestAnswer trouble;
        trouble.status = 500;
        server.route(QStringLiteral("/harbour.xml"), trouble);
        Run run(profile.path());
        QVERIFY(run.opened && run.isActive());
        NewSubscription wanted;
        wanted.feedUrl = server.url(QStringLiteral("/harbour.xml"));
        const auto made = run.core.library().subscribe(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(made.isFinished(), 10000);
        const FeedId harbour = made.result()->id;
        QSignalSpy finished(&run.core.sync(), &SyncService::finished);
        run.core.sync().start(true);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 10000);
        run.window->findChild<SubscriptionPane *>()->showFeed(harbour);

        auto *list = run.window->findChild<ArticlePane *>();
        const auto tryAgain = [list]() -> QAbstractButton * {
            for (QAbstractButton *button : list->findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->text() == QStringLiteral("Try again"))
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(tryAgain(), 10000);
        server.route(QStringLiteral("/harbour.xml"), TestAnswer::feed(feed("harbour")));
        tryAgain()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!tryAgain(), 10000);
        QTRY_COMPARE_WITH_TIMEOUT(answerOf(run.core.library().overview())->total, 1, 10000);
    }

    void fromNothingToAReplyFoundAgain()
    {
        QTemporaryDir profile;
        TestServer server;
        server.route(QStringLiteral("/"), sitePage());
        server.route(QStringLiteral("/harbour.xml"), TestAnswer::feed(feed("harbour")));
        server.route(QStringLiteral("/estuary.xml"), TestAnswer::feed(feed("estuary")));
        {
            Run run(profile.path());
            QVERIFY(run.opened && run.isActive());

            // A site with two feeds: both are offered, both are taken.
            Run::press(Qt::Key_N, Qt::ControlModifier);
            QPointer<AddFeedDialog> dialog;
            QTRY_VERIFY((dialog = run.window->findChild<AddFeedDialog *>()));
            QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
            Run::type(QString::fromLatin1(server.url(QStringLiteral("/")).toEncoded()));
            Run::press(Qt::Key_Return);
            auto *found = dialog->findChild<QListWidget *>(QStringLiteral("found"));
            QTRY_VERIFY_WITH_TIMEOUT(found->isVisible() && found->count() == 2, 10000);
            QCOMPARE(QApplication::focusWidget(), found);
            Run::press(Qt::Key_Down);
            Run::press(Qt::Key_Space);
            QCOMPARE(found->item(1)->checkState(), Qt::Checked);
            Run::press(Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(!dialog, 10000);

            // All that is unread; the first article; a reply under it.
            QTRY_COMPARE_WITH_TIMEOUT(answerOf(run.core.library().overview())->total, 2, 10000);
            run.window->activateWindow(); // there is no window manager here to do it
            QTRY_VERIFY(QApplication::focusWidget() &&
                        QApplication::focusWidget()->window() == run.window.get());
            Run::press(Qt::Key_G);
            Run::press(Qt::Key_U);
            QTRY_VERIFY_WITH_TIMEOUT(
                (Run::press(Qt::Key_J), run.page().contains(QStringLiteral("Pontoons rise and fall"))),
                10000);
            Run::press(Qt::Key_R);
            QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()), 10000);
            Run::type(QStringLiteral("I remember the zephyr"));
            Run::press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_COMPARE_WITH_TIMEOUT(answerOf(run.core.library().overview())->commented, 1, 10000);
        }
        Run run(profile.path());
        QVERIFY(run.opened && run.isActive());
        QTRY_VERIFY(QApplication::focusWidget());
        Run::press(Qt::Key_Slash);
        QTRY_VERIFY(qobject_cast<SearchField *>(QApplication::focusWidget()));
        Run::type(QStringLiteral("zephyr"));
        Run::press(Qt::Key_Return); // faster than the answer
        QTRY_VERIFY_WITH_TIMEOUT(run.page().contains(QStringLiteral("Pontoons rise and fall")), 10000);
    }

    // Whoever asks for the guide is shown it.
    void theGuideOpensItself()
    {
        QTemporaryDir profile;
        Run run(profile.path());
        QVERIFY(run.opened && run.isActive());
        // The button was pressed that is gone as soon as there is a feed.
        const auto buttons = run.window->findChildren<QAbstractButton *>();
        const auto button = std::ranges::find_if(buttons, [](const QAbstractButton *each) {
            return each->isVisible() && each->text().contains(QStringLiteral("guide"));
        });
        QVERIFY(button != buttons.cend());
        (*button)->setFocus();
        const auto guide = run.core.library().addGuide();
        QTRY_VERIFY_WITH_TIMEOUT(guide.isFinished(), 10000);
        run.core.sync().start(true, {guide.result()->id});
        run.window->showNewFeed(guide.result()->id);
        QTRY_VERIFY_WITH_TIMEOUT(run.page().contains(QStringLiteral("Broadsheet")), 10000);
        // And what it says can be done at once.
        QTRY_VERIFY(qobject_cast<QListView *>(QApplication::focusWidget()));
        Run::press(Qt::Key_J);
        QTRY_VERIFY_WITH_TIMEOUT(run.page().contains(QStringLiteral("A feed is a page for programs")), 10000);
    }

    // Nothing that an address may hold ends in silence: the dialog stays and says what is wrong.
    void anAddressThatLeadsNowhere()
    {
        QTemporaryDir profile;
        TestServer server;
        Run run(profile.path());
        QVERIFY(run.opened && run.isActive());
        run.window->addFeed(QString::fromLatin1(server.url(QStringLiteral("/missing")).toEncoded()));
        QPointer<AddFeedDialog> dialog;
        QTRY_VERIFY((dialog = run.window->findChild<AddFeedDialog *>()));
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        Run::press(Qt::Key_Return);
        auto *message = dialog->findChild<QLabel *>(QStringLiteral("message"));
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(QStringLiteral("404")), 10000);
        Run::press(Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }
};

BROADSHEET_TEST_MAIN(WindowJourney, QApplication)
#include "window.moc"
