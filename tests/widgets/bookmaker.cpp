// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/bookmaker.h"
#include "net/httpclient.h"
#include "services/imageservice.h"
#include "services/readingservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/teststore.h"
#include "widgets/common/filedialogs.h"
#include "widgets/reader/imageloader.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QWidget>

using namespace broadsheet;

namespace {

/** Answers as somebody would who types a name. */
class TypedName : public FileDialogs
{
public:
    void openFile(QWidget *, const QString &, const QString &, std::function<void(const QString &)>) override
    {
    }
    void saveFile(QWidget *, const QString &, const QString &suggestion, const QString &,
                  std::function<void(const QString &)> chosen) override
    {
        suggested = suggestion;
        chosen(path);
    }
    void confirm(QWidget *, const QString &, const QString &, const QString &, std::function<void()>) override
    {
    }

    QString path, suggested;
};

struct World
{
    World()
    {
        opened = keeper.open();
        const FeedId feed = keeper.subscribe("https://meridian.example/feed");
        opened = opened && keeper.fetch(feed, {test::entry("1", "Ferries", "The ferry came."),
                                               test::entry("2", "Tides", "The tide went."),
                                               test::entry("3", "Whales", "The whale stayed.")});
        dialogs.path = keeper.folder.filePath(QStringLiteral("harbour"));
    }

    test::TestStore keeper;
    bool opened = false;
    Workers workers;
    ReadingService reading{*keeper.store};
    Settings settings{keeper.folder.path()};
    net::HttpClient http;
    ImageService pictures{http, workers, keeper.folder.filePath(QStringLiteral("images"))};
    ImageLoader images{pictures, workers, settings};
    TypedName dialogs;
    QWidget window;
    BookMaker *books = new BookMaker(reading, images, workers, dialogs, &window);
};

} // namespace

class BookMakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aViewBecomesABook()
    {
        World w;
        QVERIFY(w.opened);
        QSignalSpy said(w.books, &BookMaker::said);
        w.books->make(ArticleFilter{}, QStringLiteral("World News"));
        QVERIFY(said.wait());
        QCOMPARE(w.dialogs.suggested, QStringLiteral("World News.epub"));
        QFile book(w.dialogs.path + QStringLiteral(".epub"));
        QVERIFY(book.open(QIODevice::ReadOnly));
        const QByteArray bytes = book.readAll();
        QVERIFY(bytes.startsWith("PK\x03\x04"));
        QVERIFY(said.first().first().toString().startsWith(QLatin1Char('3')));
        QVERIFY(bytes.left(80).contains(
            "mimetypeapplication/epub+zip")); // EPUB 3.3, §4.2.6.2: first and unpacked
    }

    void whatHasLeftIsLeftOut()
    {
        World w;
        const QList<ArticleId> ids = w.keeper.ids();
        QSignalSpy said(w.books, &BookMaker::said);
        w.books->make({ids.at(0), ArticleId(999), ids.at(2)}, QStringLiteral("Search"));
        QVERIFY(said.wait());
        QVERIFY(said.first().first().toString().startsWith(QLatin1Char('2')));
    }

    void anEmptyViewIsTold()
    {
        World w;
        QSignalSpy said(w.books, &BookMaker::said);
        w.books->make(QList<ArticleId>(), QStringLiteral("Nothing"));
        QCOMPARE(said.size(), 1);
        QVERIFY(w.dialogs.suggested.isEmpty());
    }

    void anUnwritablePlaceIsTold()
    {
        World w;
        w.dialogs.path = QStringLiteral("/nowhere/at/all");
        QSignalSpy warned(w.books, &BookMaker::warned);
        w.books->make(w.keeper.ids(), QStringLiteral("World News"));
        QVERIFY(warned.wait());
    }
};

BROADSHEET_TEST_MAIN(BookMakerTest, QApplication)
#include "bookmaker.moc"
