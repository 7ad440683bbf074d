// SPDX-License-Identifier: GPL-3.0-or-later
// What can be seen and done of feeds that do not do well, and what can be set for one of them.
#include "widgets/subscriptions/feedhealthdialog.h"

#include "services/core.h"
#include "services/libraryservice.h"
#include "services/syncservice.h"
#include "settings/settings.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "support/testserver.h"
#include "widgets/common/appearance.h"
#include "widgets/subscriptions/categoryoptionsdialog.h"
#include "widgets/subscriptions/feedoptionsdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>

#include <algorithm>

using namespace broadsheet;
using namespace broadsheet::test;

class FeedHealthDialogTest : public QObject
{
    Q_OBJECT

    struct World
    {
        World()
        {
            qputenv("BROADSHEET_SECRETS", "file");
            core = std::make_unique<Core>(folder.path(), clock);
            auto opening = core->open();
            opening.waitForFinished();
            opened = opening.result().has_value();
        }
        template <typename T>
        static T answerOf(QFuture<T> future)
        {
            QElapsedTimer timer;
            timer.start();
            while (!future.isFinished() && timer.elapsed() < 10'000)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            return future.result();
        }
        FeedId subscribe(const QString &path, CategoryId category = {})
        {
            const auto made =
                answerOf(core->library().subscribe({server.url(path), server.url(), {}, {}, category}));
            return made ? made->id : FeedId();
        }
        bool sync()
        {
            QSignalSpy finished(&core->sync(), &SyncService::finished);
            core->sync().start(true);
            return finished.wait(20'000);
        }
        Subscription subscription(FeedId id)
        {
            const auto overview = answerOf(core->library().overview());
            for (const Subscription &one : overview->subscriptions) {
                if (one.id == id)
                    return one;
            }
            return {};
        }
        std::unique_ptr<FeedHealthDialog> dialog()
        {
            auto made = std::make_unique<FeedHealthDialog>(FeedHealthServices{
                core->library(), core->sync(), core->finder(), core->events(), appearance});
            made->show();
            return made;
        }

        QTemporaryDir folder;
        FakeClock clock;
        Settings settings{folder.path()};
        Appearance appearance{settings};
        TestServer server;
        std::unique_ptr<Core> core;
        bool opened = false;
    };

    static TestAnswer feed(const QByteArray &title)
    {
        return TestAnswer::feed("<rss version=\"2.0\"><channel><title>" + title +
                                "</title><item><guid>1</guid><title>One</title></item></channel></rss>");
    }
    static QPushButton *button(const QWidget &window, const QString &text)
    {
        const auto buttons = window.findChildren<QPushButton *>();
        for (QPushButton *one : buttons) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
    static QString row(const FeedHealthDialog &dialog, int number)
    {
        const QAbstractItemModel *model = dialog.findChild<QTreeView *>()->model();
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells << model->index(number, column).data().toString();
        return cells.join(u'|');
    }
    static bool saysYes(QWidget &dialog)
    {
        auto *box = dialog.findChild<QMessageBox *>();
        if (!box)
            return false;
        box->button(QMessageBox::Yes)->click();
        return true;
    }

private Q_SLOTS:
    void init()
    {
        // Said by the offscreen plugin when a window shows.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }
    void whoNeedsTheReaderComesFirst();
    void pausedAndTakenUpAgain();
    void theNewAddressIsFound();
    void unsubscribed();
    void movedOntoAnotherSubscription();
    void optionsOfAFeed();
    void optionsOfACategory();
};

void FeedHealthDialogTest::whoNeedsTheReaderComesFirst()
{
    World w;
    QVERIFY(w.opened);
    w.server.route(QStringLiteral("/a"), feed("Alpha"));
    TestAnswer broken;
    broken.status = 500;
    w.server.route(QStringLiteral("/b"), broken);
    w.subscribe(QStringLiteral("/a"));
    w.subscribe(QStringLiteral("/b"));
    QVERIFY(w.sync());
    const auto dialog = w.dialog();
    auto *view = dialog->findChild<QTreeView *>();
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QVERIFY2(row(*dialog, 0).contains(QStringLiteral("Has never answered")), qPrintable(row(*dialog, 0)));
    QVERIFY2(row(*dialog, 1).startsWith(QStringLiteral("Alpha|Fine|")), qPrintable(row(*dialog, 1)));
    auto *tries = dialog->findChild<QListWidget *>();
    QTRY_COMPARE(tries->count(), 1);
    QVERIFY2(tries->item(0)->text().contains(QStringLiteral("500")), qPrintable(tries->item(0)->text()));

    w.server.route(QStringLiteral("/b"), feed("Beta"));
    QTest::mouseClick(button(*dialog, QStringLiteral("&Try again")), Qt::LeftButton);
    QTRY_VERIFY2(row(*dialog, 1).startsWith(QStringLiteral("Beta|Fine|")) ||
                     row(*dialog, 0).startsWith(QStringLiteral("Beta|Fine|")),
                 qPrintable(row(*dialog, 0)));

    // A name is enough to find one among many.
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("ALP"));
    QCOMPARE(view->model()->rowCount(), 1);
    QVERIFY(row(*dialog, 0).startsWith(QStringLiteral("Alpha")));
}

void FeedHealthDialogTest::pausedAndTakenUpAgain()
{
    World w;
    QVERIFY(w.opened);
    w.server.route(QStringLiteral("/a"), feed("Alpha"));
    const FeedId id = w.subscribe(QStringLiteral("/a"));
    QVERIFY(w.sync());
    const auto dialog = w.dialog();
    QTRY_COMPARE(dialog->findChild<QTreeView *>()->model()->rowCount(), 1);
    QTest::mouseClick(button(*dialog, QStringLiteral("&Pause")), Qt::LeftButton);
    QTRY_COMPARE(w.subscription(id).status, FeedStatus::Paused);
    QTRY_VERIFY(button(*dialog, QStringLiteral("&Resume")));
    QTest::mouseClick(button(*dialog, QStringLiteral("&Resume")), Qt::LeftButton);
    QTRY_COMPARE(w.subscription(id).status, FeedStatus::Ok);
}

void FeedHealthDialogTest::theNewAddressIsFound()
{
    World w;
    QVERIFY(w.opened);
    w.server.route(QStringLiteral("/new"), feed("Alpha"));
    TestAnswer page;
    page.headers = {{"Content-Type", "text/html"}};
    page.body =
        "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/new\"></head></html>";
    w.server.route(QStringLiteral("/"), page);
    const FeedId id = w.subscribe(QStringLiteral("/old"));
    QVERIFY(w.sync());
    const auto dialog = w.dialog();
    QTRY_COMPARE(dialog->findChild<QTreeView *>()->model()->rowCount(), 1);
    QTest::mouseClick(button(*dialog, QStringLiteral("&Find the new address")), Qt::LeftButton);
    QTRY_VERIFY(saysYes(*dialog));
    QTRY_COMPARE(w.subscription(id).feedUrl, w.server.url(QStringLiteral("/new")));
    QTRY_COMPARE(w.subscription(id).status, FeedStatus::Ok); // fetched at once
}

void FeedHealthDialogTest::unsubscribed()
{
    World w;
    QVERIFY(w.opened);
    w.server.route(QStringLiteral("/a"), feed("Alpha"));
    w.subscribe(QStringLiteral("/a"));
    QVERIFY(w.sync());
    const auto dialog = w.dialog();
    QTRY_COMPARE(dialog->findChild<QTreeView *>()->model()->rowCount(), 1);
    QTest::mouseClick(button(*dialog, QStringLiteral("U&nsubscribe…")), Qt::LeftButton);
    QTRY_VERIFY(saysYes(*dialog));
    QTRY_COMPARE(dialog->findChild<QTreeView *>()->model()->rowCount(), 0);
    QVERIFY(World::answerOf(w.core->library().overview())->subscriptions.isEmpty());
}

void FeedHealthDialogTest::movedOntoAnotherSubscription()
{
    World w;
    QVERIFY(w.opened);
    w.server.route(QStringLiteral("/a"), feed("Alpha"));
    w.server.route(QStringLiteral("/b"), TestAnswer::redirect(301, "/a"));
    w.subscribe(QStringLiteral("/a"));
    const FeedId moved = w.subscribe(QStringLiteral("/b"));
    for (int i = 0; i < 4; ++i)
        QVERIFY(w.sync());
    QVERIFY(w.subscription(moved).movedTo.isValid());
    const auto dialog = w.dialog();
    QTRY_COMPARE(dialog->findChild<QTreeView *>()->model()->rowCount(), 2);
    QVERIFY2(row(*dialog, 0).contains(QStringLiteral("Has moved")), qPrintable(row(*dialog, 0)));
    // To take that address would fail, so it is not offered.
    QTRY_VERIFY(!button(*dialog, QStringLiteral("&Use the new address"))->isVisible());
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(QStringLiteral("subscribed as well"));
    }));
}

void FeedHealthDialogTest::optionsOfAFeed()
{
    World w;
    QVERIFY(w.opened);
    w.server.route(QStringLiteral("/a"), [](const TestRequest &request) {
        if (request.header("Authorization") == "Basic YW5uOnNlY3JldA==")
            return feed("Alpha");
        TestAnswer locked;
        locked.status = 401;
        locked.headers = {{"WWW-Authenticate", "Basic realm=\"members\""}};
        return locked;
    });
    const FeedId id = w.subscribe(QStringLiteral("/a"));
    QVERIFY(w.sync());
    QCOMPARE(w.subscription(id).status, FeedStatus::Failing);
    {
        FeedOptionsDialog dialog(w.core->library(), w.subscription(id));
        dialog.show();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("user")), QStringLiteral("ann"));
        QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("password")), QStringLiteral("secret"));
        dialog.findChild<QPlainTextEdit *>()->setPlainText(
            QStringLiteral("Cookie: taste=oats\nno header\nX-Extra: 1"));
        dialog.findChild<QComboBox *>(QStringLiteral("proxyWay"))->setCurrentIndex(1);
        dialog.findChild<QComboBox *>(QStringLiteral("keepCount"))
            ->setCurrentText(QStringLiteral("The latest 100"));
        dialog.findChild<QComboBox *>(QStringLiteral("interval"))
            ->setCurrentText(QStringLiteral("Every 6 hours"));
        dialog.findChild<QComboBox *>(QStringLiteral("pictures"))
            ->setCurrentText(QStringLiteral("Only when I ask"));
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QVERIFY(accepted.count() == 1 || accepted.wait());
    }
    const Subscription set = w.subscription(id);
    QCOMPARE(set.proxy, QStringLiteral("direct"));
    QCOMPARE(set.keep.count, std::optional<qint64>(100));
    QVERIFY(!set.keep.days);
    QCOMPARE(set.interval, std::optional(std::chrono::minutes(360)));
    QCOMPARE(set.imagePolicy, std::optional(ImagePolicy::Ask));
    QVERIFY(w.sync());
    QCOMPARE(w.subscription(id).status, FeedStatus::Ok);
    const TestRequest last = w.server.requests(QStringLiteral("/a")).last();
    QCOMPARE(last.header("Cookie"), QByteArray("taste=oats"));
    QCOMPARE(last.header("X-Extra"), QByteArray("1"));
    // Opened again it shows what was set.
    FeedOptionsDialog dialog(w.core->library(), set);
    QTRY_COMPARE(dialog.findChild<QLineEdit *>(QStringLiteral("user"))->text(), QStringLiteral("ann"));
    QCOMPARE(dialog.findChild<QComboBox *>(QStringLiteral("proxyWay"))->currentIndex(), 1);
    auto *pictures = dialog.findChild<QComboBox *>(QStringLiteral("pictures"));
    QCOMPARE(pictures->currentText(), QStringLiteral("Only when I ask"));
    pictures->setCurrentIndex(0);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QVERIFY(accepted.count() == 1 || accepted.wait());
    QCOMPARE(w.subscription(id).imagePolicy, std::nullopt);
}

void FeedHealthDialogTest::optionsOfACategory()
{
    World w;
    QVERIFY(w.opened);
    const auto category = World::answerOf(w.core->library().ensureCategory({QStringLiteral("Sea")}));
    QVERIFY(category);
    const auto present = [&w] { return World::answerOf(w.core->library().overview())->categories.value(0); };
    CategoryOptionsDialog dialog(w.core->library(), present());
    dialog.findChild<QComboBox *>(QStringLiteral("keepDays"))->setCurrentText(QStringLiteral("A month"));
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QVERIFY(accepted.count() == 1 || accepted.wait());
    QCOMPARE(present().keep.days, std::optional(30));
    QVERIFY(!present().keep.count);
}

BROADSHEET_TEST_MAIN(FeedHealthDialogTest, QApplication)
#include "feedhealthdialog.moc"
