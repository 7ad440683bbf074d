// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/url.h"

#include "support/testmain.h"

using namespace broadsheet;

class UrlTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void canonical_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *given, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(given) << QString::fromUtf8(expected);
        };
        row("host case", "https://Example.ORG/A", "https://example.org/A");
        row("fragment", "https://example.org/a#top", "https://example.org/a");
        row("http", "http://example.org/a", "https://example.org/a");
        row("http on a port stays", "http://example.org:8080/a", "http://example.org:8080/a");
        row("default port", "http://example.org:80/a", "https://example.org/a");
        row("www", "https://www.example.org/a", "https://example.org/a");
        row("mobile", "https://m.example.org/a", "https://example.org/a");
        row("m is the domain", "https://m.de/a", "https://m.de/a");
        row("amp path", "https://example.org/a/amp/", "https://example.org/a");
        row("amp as a word stays", "https://example.org/champ", "https://example.org/champ");
        row("trailing slash", "https://example.org/a/", "https://example.org/a");
        row("tracking", "https://example.org/a?utm_source=rss&id=7&fbclid=x", "https://example.org/a?id=7");
        row("only tracking", "https://example.org/a?utm_source=rss", "https://example.org/a");
        row("encoded query stays", "https://example.org/a?q=a%2Bb&x=%26",
            "https://example.org/a?q=a%2Bb&x=%26");
        row("encoded slash stays", "https://example.org/a%2Fb", "https://example.org/a%2Fb");
        row("password", "https://me:secret@example.org/a", "https://example.org/a");
        row("dots", "https://example.org/x/../a", "https://example.org/a");
        row("other scheme", "urn:uuid:1", "urn:uuid:1");
    }
    void canonical()
    {
        QFETCH(QString, given);
        QFETCH(QString, expected);
        const QUrl result = canonicalUrl(QUrl(given));
        QCOMPARE(QString::fromLatin1(result.toEncoded()), expected);
        QCOMPARE(canonicalUrl(result), result);
    }

    void trackingLeavesTheRestAlone()
    {
        const QUrl url(QStringLiteral("http://www.Example.org/a/?b=1&utm_medium=x&c=%20#part"));
        QCOMPARE(QString::fromLatin1(withoutTracking(url).toEncoded()),
                 QStringLiteral("http://www.example.org/a/?b=1&c=%20#part"));
    }

    void userInput_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("bare host") << QStringLiteral(" example.org ")
                                   << QStringLiteral("https://example.org");
        QTest::newRow("path") << QStringLiteral("example.org/feed.xml")
                              << QStringLiteral("https://example.org/feed.xml");
        QTest::newRow("http stays") << QStringLiteral("http://example.org")
                                    << QStringLiteral("http://example.org");
        QTest::newRow("feed://") << QStringLiteral("feed://example.org/x")
                                 << QStringLiteral("http://example.org/x");
        QTest::newRow("feed:https") << QStringLiteral("feed:https://example.org/x")
                                    << QStringLiteral("https://example.org/x");
        QTest::newRow("file") << QStringLiteral("/tmp/a b.xml") << QStringLiteral("file:///tmp/a%20b.xml");
        QTest::newRow("localhost") << QStringLiteral("localhost:8080/x")
                                   << QStringLiteral("https://localhost:8080/x");
        QTest::newRow("word") << QStringLiteral("hello") << QString();
        QTest::newRow("sentence") << QStringLiteral("two words.") << QString();
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << QString();
        QTest::newRow("ftp") << QStringLiteral("ftp://example.org/") << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void userInput()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromLatin1(urlFromUserInput(typed).toEncoded()), expected);
    }

    void privateHosts_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isPrivate");
        for (const char *host : {"127.0.0.1",
                                 "10.1.2.3",
                                 "172.16.0.1",
                                 "172.31.255.1",
                                 "192.168.1.1",
                                 "169.254.1.1",
                                 "localhost",
                                 "printer.local",
                                 "::1",
                                 "fe80::1",
                                 "fd00::1",
                                 "::ffff:10.0.0.1",
                                 "0.0.0.0",
                                 "100.64.0.1",
                                 "::",
                                 "::127.0.0.1",
                                 "::ffff:8.8.8.8",
                                 "64:ff9b::7f00:1",
                                 "64:ff9b::10.0.0.1",
                                 "2002:7f00:1::",
                                 "fe80::1%eth0",
                                 "fec0::1",
                                 "fc12::1",
                                 "ff02::1",
                                 "224.0.0.1",
                                 "255.255.255.255",
                                 "198.18.0.1",
                                 "192.0.0.8",
                                 "localhost.",
                                 "a.localhost",
                                 "router",
                                 "nas.lan",
                                 "x.home.arpa"})
            QTest::newRow(host) << QString::fromLatin1(host) << true;
        for (const char *host :
             {"example.org", "8.8.8.8", "172.32.0.1", "2001:db8::1", "10.example.org", "100.128.0.1",
              "fc.example.org", "64:ff9b::808:808", "2002:808:808::1", "2600::fc00:1", "fcx.example"})
            QTest::newRow(host) << QString::fromLatin1(host) << false;
    }
    void privateHosts()
    {
        QFETCH(QString, host);
        QTEST(isPrivateHost(host), "isPrivate");
    }

    void displayHidesThePassword()
    {
        QVERIFY(!displayUrl(QUrl(QStringLiteral("https://me:secret@example.org/a")))
                     .contains(QStringLiteral("secret")));
    }
};

BROADSHEET_TEST_MAIN(UrlTest, QCoreApplication)
#include "url.moc"
