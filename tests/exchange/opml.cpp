// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/opml.h"

#include "support/testmain.h"

#include <QElapsedTimer>

using namespace broadsheet;
using namespace broadsheet::exchange;

class OpmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsNestedOutlines();
    void readsCategoryAttribute();
    void readsOtherSpellings();
    void bareAmpersands();
    void encodings();
    void badOutlinesAreTold();
    void whatStandsBeforeABreakIsKept();
    void refusesOthers_data();
    void refusesOthers();
    void entitiesAreNotExpanded();
    void deepNesting();
    void roundTrip();
    void writesNoSecrets();
    void writesEachCategoryOnce();
};

static QByteArray opml(const QByteArray &body)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml "
           "version=\"2.0\"><head><title>Mine</title></head><body>\n" +
           body + "\n</body></opml>";
}

void OpmlTest::readsNestedOutlines()
{
    const auto document = readOpml(opml(R"(
        <outline text="News">
          <outline text="World &amp; more">
            <outline type="rss" text="One" title="Feed one" xmlUrl="https://one.example/feed" htmlUrl="https://one.example/"/>
          </outline>
          <outline type="rss" title="Two" xmlUrl=" https://two.example/feed?a=1&amp;b=2 "/>
        </outline>
        <outline type="rss" text="Three" xmlUrl="feed://three.example/rss"/>)"));
    QVERIFY(document);
    QCOMPARE(document->title, QStringLiteral("Mine"));
    QVERIFY(document->failures.isEmpty());
    QCOMPARE(document->feeds.size(), 3);
    const ImportedFeed &one = document->feeds.at(0);
    QCOMPARE(one.title, QStringLiteral("One"));
    QCOMPARE(one.feedUrl, QUrl(QStringLiteral("https://one.example/feed")));
    QCOMPARE(one.siteUrl, QUrl(QStringLiteral("https://one.example/")));
    QCOMPARE(one.categoryPath, QStringList({QStringLiteral("News"), QStringLiteral("World & more")}));
    QCOMPARE(document->feeds.at(1).title, QStringLiteral("Two"));
    QCOMPARE(document->feeds.at(1).feedUrl, QUrl(QStringLiteral("https://two.example/feed?a=1&b=2")));
    QCOMPARE(document->feeds.at(1).categoryPath, QStringList(QStringLiteral("News")));
    QCOMPARE(document->feeds.at(2).feedUrl, QUrl(QStringLiteral("http://three.example/rss")));
    QVERIFY(document->feeds.at(2).categoryPath.isEmpty());
}

void OpmlTest::readsCategoryAttribute()
{
    const auto document =
        readOpml(opml(R"(<outline text="a" xmlUrl="https://a.example/" category="/Boston/Weather, Tech"/>)"));
    QVERIFY(document);
    QCOMPARE(document->feeds.value(0).categoryPath,
             QStringList({QStringLiteral("Boston"), QStringLiteral("Weather")}));
}

void OpmlTest::readsOtherSpellings()
{
    const auto document = readOpml(opml(R"(
        <Outline TEXT="a" XMLURL="https://a.example/" HTMLurl="javascript:1"/>
        <outline text="b" type="RSS" url="https://b.example/"/>)"));
    QVERIFY(document);
    QCOMPARE(document->feeds.size(), 2);
    QVERIFY(document->feeds.at(0).siteUrl.isEmpty());
}

void OpmlTest::bareAmpersands()
{
    const auto document =
        readOpml(opml("<outline text=\"A & B\" xmlUrl=\"https://a.example/?x=1&y=2&amp;z=3\"/>"));
    QVERIFY(document);
    QCOMPARE(document->feeds.value(0).title, QStringLiteral("A & B"));
    QCOMPARE(document->feeds.value(0).feedUrl, QUrl(QStringLiteral("https://a.example/?x=1&y=2&z=3")));
}

void OpmlTest::encodings()
{
    const QString text =
        QStringLiteral("<opml version='1.0'><body><outline text='Übung' xmlUrl='https://a.example/'/>"
                       "</body></opml>");
    const QByteArray latin1 = "<?xml version='1.0' encoding='iso-8859-1'?>" + text.toLatin1();
    QByteArray utf16("\xff\xfe", 2);
    utf16 += QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    for (const QByteArray &bytes : {latin1, utf16, "\xef\xbb\xbf" + text.toUtf8(), "\n  " + text.toUtf8()}) {
        const auto document = readOpml(bytes);
        QVERIFY(document);
        QCOMPARE(document->feeds.value(0).title, QStringLiteral("Übung"));
    }
}

void OpmlTest::badOutlinesAreTold()
{
    const auto document = readOpml(opml("<outline text='local' xmlUrl='../feed.xml'/>\n"
                                        "<outline text='script' xmlUrl='javascript:alert(1)'/>\n"
                                        "<outline text='link' type='link' url='https://a.example/page'/>\n"
                                        "<outline text='good' xmlUrl='https://a.example/'/>"));
    QVERIFY(document);
    QCOMPARE(document->feeds.size(), 1);
    QCOMPARE(document->failures.size(), 3);
    QCOMPARE(document->failures.at(1).subject, QStringLiteral("javascript:alert(1)"));
    QCOMPARE(document->failures.at(1).number.value_or(0), 4);
}

void OpmlTest::whatStandsBeforeABreakIsKept()
{
    const auto document =
        readOpml("<opml version='2.0'><body><outline text='a' xmlUrl='https://a.example/'/>\n"
                 "<outline text='b' xmlUrl='https://b.exam");
    QVERIFY(document);
    QCOMPARE(document->feeds.size(), 1);
    QCOMPARE(document->failures.size(), 1);
    QVERIFY(document->failures.first().code == ErrorCode::Malformed);
    QCOMPARE(document->failures.first().number.value_or(0), 2);
}

void OpmlTest::refusesOthers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QByteArray() << int(ErrorCode::EmptyBody);
    QTest::newRow("blanks") << QByteArray(" \n ") << int(ErrorCode::EmptyBody);
    QTest::newRow("text") << QByteArray("hello") << int(ErrorCode::Malformed);
    QTest::newRow("a feed") << QByteArray("<rss version='2.0'><channel/></rss>") << int(ErrorCode::Malformed);
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11) << int(ErrorCode::Malformed);
}

void OpmlTest::refusesOthers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto document = readOpml(bytes);
    QVERIFY(!document);
    QCOMPARE(int(document.error().code), code);
}

void OpmlTest::entitiesAreNotExpanded()
{
    QByteArray bomb = "<!DOCTYPE opml [<!ENTITY a '0123456789'><!ENTITY file SYSTEM 'file:///etc/passwd'>";
    char last = 'a';
    for (char c = 'b'; c <= 'k'; ++c) {
        bomb += QByteArray("<!ENTITY ") + c + " '";
        for (int i = 0; i < 10; ++i)
            bomb += QByteArray("&") + last + ';';
        bomb += "'>";
        last = c;
    }
    bomb += "]><opml version='2.0'><head><title>&k;&file;</title></head><body>"
            "<outline text='x&k;&file;' xmlUrl='https://a.example/'/></body></opml>";
    QElapsedTimer timer;
    timer.start();
    const auto document = readOpml(bomb);
    QVERIFY(timer.elapsed() < 2'000);
    if (document) {
        for (const ImportedFeed &feed : document->feeds)
            QVERIFY(feed.title.size() < 20 && !feed.title.contains(QLatin1String("root")));
        QVERIFY(document->title.isEmpty());
    }
}

void OpmlTest::deepNesting()
{
    QByteArray bytes = "<opml version='2.0'><body><outline text='first' xmlUrl='https://a.example/'/>";
    for (int i = 0; i < 100'000; ++i)
        bytes += "<outline text='d'>";
    bytes += "<outline text='last' xmlUrl='https://b.example/'/>";
    const auto document = readOpml(bytes);
    QVERIFY(document);
    QCOMPARE(document->feeds.size(), 1);
    QCOMPARE(document->failures.size(), 1);
}

void OpmlTest::roundTrip()
{
    LibraryOverview library;
    const auto category = [&library](qint64 id, qint64 parent, const QString &name) {
        Category made;
        made.id = CategoryId(id);
        made.parent = CategoryId(parent);
        made.name = name;
        library.categories.append(made);
    };
    category(1, 0, QStringLiteral("News <\"&'>"));
    category(2, 1, QStringLiteral("Åland\x01 日本 😀"));
    const auto feed = [&library](qint64 shelf, const QString &url, const QString &title,
                                 const QString &custom) {
        Subscription made;
        made.category = CategoryId(shelf);
        made.feedUrl = QUrl(url);
        made.feedTitle = title;
        made.customTitle = custom;
        library.subscriptions.append(made);
    };
    feed(2, QStringLiteral("https://a.example/?q=%C3%A9&x=%26"), QStringLiteral("A"),
         QStringLiteral("My \"A\" & co"));
    feed(1, QStringLiteral("https://b.example/"), QStringLiteral("B"), {});
    feed(0, QStringLiteral("http://c.example/feed"), {}, {});

    const QByteArray bytes = writeOpml(library, QDateTime(QDate(2026, 3, 12), QTime(9, 41), Qt::UTC));
    QVERIFY(bytes.contains("<dateCreated>Thu, 12 Mar 2026 09:41:00 GMT</dateCreated>"));
    const auto document = readOpml(bytes);
    QVERIFY(document);
    QVERIFY(document->failures.isEmpty());
    QCOMPARE(document->feeds.size(), 3);
    QCOMPARE(document->feeds.at(0).categoryPath,
             QStringList({QStringLiteral("News <\"&'>"), QStringLiteral("Åland 日本 😀")}));
    QCOMPARE(document->feeds.at(0).title, QStringLiteral("My \"A\" & co"));
    QCOMPARE(document->feeds.at(0).feedUrl, library.subscriptions.at(0).feedUrl);
    QCOMPARE(document->feeds.at(1).categoryPath, QStringList(QStringLiteral("News <\"&'>")));
    QCOMPARE(document->feeds.at(2).feedUrl, library.subscriptions.at(2).feedUrl);
    QVERIFY(!document->feeds.at(2).title.isEmpty());
}

void OpmlTest::writesNoSecrets()
{
    LibraryOverview library;
    Subscription feed;
    feed.feedUrl = QUrl(QStringLiteral("https://jo:hidden@a.example/feed"));
    library.subscriptions.append(feed);
    const QByteArray bytes = writeOpml(library, QDateTime::currentDateTimeUtc());
    QVERIFY(bytes.contains("https://a.example/feed"));
    QVERIFY(!bytes.contains("hidden") && !bytes.contains("jo:"));
}

void OpmlTest::writesEachCategoryOnce()
{
    LibraryOverview library;
    for (const qint64 id : {1, 2, 3}) {
        Category category;
        category.id = CategoryId(id);
        category.parent = CategoryId(id == 1 ? 99 : id - 1); // the first has a parent that is not there
        category.name = QStringLiteral("shelf%1").arg(id);
        library.categories.append(category);
    }
    const QByteArray bytes = writeOpml(library, QDateTime::currentDateTimeUtc());
    for (const char *name : {"shelf1", "shelf2", "shelf3"})
        QCOMPARE(bytes.count(name), 1);
}

BROADSHEET_TEST_MAIN(OpmlTest, QCoreApplication)
#include "opml.moc"
