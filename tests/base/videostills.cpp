// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/videostills.h"

#include "support/testmain.h"

using namespace broadsheet;

class VideoStillsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void descriptions_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *page, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(page) << QString::fromLatin1(expected);
        };
        row("Vimeo", "https://vimeo.com/123/a1b2",
            "https://vimeo.com/api/oembed.json?width=1280&url=https%3A%2F%2Fvimeo.com%2F123%2Fa1b2");
        row("Vimeo's front page", "https://vimeo.com/", "");
        row("PeerTube", "https://tube.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d",
            "https://tube.example/services/"
            "oembed?url=https%3A%2F%2Ftube.example%2Fw%2F9c9de5e8-0a1e-484a-b099-e80766180a6d");
        row("PeerTube on a port, short", "http://tube.example:9000/w/kkGMgK9ZtnKfYAgnEtQxbv",
            "http://tube.example:9000/services/"
            "oembed?url=http%3A%2F%2Ftube.example%3A9000%2Fw%2FkkGMgK9ZtnKfYAgnEtQxbv");
        row("a page below /w/", "https://wiki.example/w/index.php", "");
        row("a host that ends alike", "https://notvimeo.com/123", "");
        row("another path", "https://www.ted.com/playlists/1", "");
        row("no web address", "file:///w/9c9de5e8-0a1e-484a-b099-e80766180a6d", "");
    }
    void descriptions()
    {
        QFETCH(QString, page);
        QFETCH(QString, expected);
        const QUrl description = stillDescription(QUrl(page));
        QCOMPARE(description.toString(QUrl::FullyEncoded), expected);
        QCOMPARE(isStillDescription(description), !expected.isEmpty());
    }

    void otherAddressesDescribeNothing()
    {
        QVERIFY(!isStillDescription(QUrl(QStringLiteral("https://vimeo.com/123"))));
        QVERIFY(!isStillDescription(QUrl(QStringLiteral("https://a.example/services/oembed.png?url=x"))));
        QVERIFY(!isStillDescription(QUrl(QStringLiteral("file:///services/oembed?url=x"))));
    }

    void picturesNamed_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *page, const char *named, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(page) << QString::fromLatin1(named)
                                << QString::fromLatin1(expected);
        };
        constexpr auto vimeo = "https://vimeo.com/123";
        constexpr auto tube = "https://tube.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d";
        row("where its pictures are", vimeo, "https://i.vimeocdn.com/video/1_1280.jpg",
            "https://i.vimeocdn.com/video/1_1280.jpg");
        row("a domain that ends alike", vimeo, "https://notvimeocdn.com/1.jpg", "");
        row("of one's own host", tube, "https://tube.example/lazy-static/previews/1.jpg",
            "https://tube.example/lazy-static/previews/1.jpg");
        row("relative", tube, "/previews/1.jpg", "https://tube.example/previews/1.jpg");
        row("another host", tube, "https://tracker.example/1.jpg", "");
        row("another port", tube, "https://tube.example:8443/1.jpg", "");
        row("the reader's own machine", tube, "http://127.0.0.1/1.jpg", "");
        row("a file", tube, "file:///etc/passwd", "");
        row("data", tube, "data:image/png;base64,AA==", "");
        row("nothing", tube, "", "");
    }
    void picturesNamed()
    {
        QFETCH(QString, page);
        QFETCH(QString, named);
        QFETCH(QString, expected);
        const QByteArray answer = "{\"type\":\"video\",\"thumbnail_url\":\"" + named.toLatin1() + "\"}";
        QCOMPARE(stillNamed(stillDescription(QUrl(page)), answer), QUrl(expected));
    }

    void brokenAnswersNameNothing()
    {
        const QUrl asked = stillDescription(QUrl(QStringLiteral("https://vimeo.com/123")));
        for (const char *answer : {"", "[]", "{}", "<html>", "{\"thumbnail_url\":7}"})
            QVERIFY(stillNamed(asked, answer).isEmpty());
    }
};

BROADSHEET_TEST_MAIN(VideoStillsTest, QCoreApplication)
#include "videostills.moc"
