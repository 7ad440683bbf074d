// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/articlekey.h"

#include "support/testmain.h"

using namespace broadsheet;

class ArticleKeyTest : public QObject
{
    Q_OBJECT
    const QString scope = QStringLiteral("https://example.org/feed");
    const QUrl link = QUrl(QStringLiteral("https://example.org/a"));

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void isForEver()
    {
        // This value is in people's stores: it must never change.
        const auto key =
            ArticleKey::make(scope, QStringLiteral("tag:1"), link, QStringLiteral("T"), QStringLiteral("D"));
        QCOMPARE(key.bytes().toHex(), QByteArray("8b713f94932afb7a99bbfbde2eac7241"));
        QCOMPARE(key.bytes().size(), 16);
    }

    void idIsStrongerThanTheRest()
    {
        const auto one = ArticleKey::make(scope, QStringLiteral("tag:1"), link, QStringLiteral("A"), {});
        const auto edited =
            ArticleKey::make(scope, QStringLiteral("tag:1"), QUrl(QStringLiteral("https://example.org/b")),
                             QStringLiteral("B"), QStringLiteral("later"));
        QCOMPARE(one, edited);
        QVERIFY(one != ArticleKey::make(scope, QStringLiteral("tag:2"), link, QStringLiteral("A"), {}));
    }

    void linkCountsInCanonicalForm()
    {
        const auto plain = ArticleKey::make(scope, {}, link, QStringLiteral("A"), {});
        const auto tracked =
            ArticleKey::make(scope, {}, QUrl(QStringLiteral("http://www.example.org/a?utm_source=rss#x")),
                             QStringLiteral("B"), {});
        QCOMPARE(plain, tracked);
    }

    void titleAndDateAtLast()
    {
        const auto one = ArticleKey::make(scope, {}, {}, QStringLiteral("ab"), QStringLiteral("c"));
        QVERIFY(one != ArticleKey::make(scope, {}, {}, QStringLiteral("a"), QStringLiteral("bc")));
        QCOMPARE(one, ArticleKey::make(scope, {}, {}, QStringLiteral("ab"), QStringLiteral("c")));
    }

    void feedsDoNotShareKeys()
    {
        QVERIFY(
            ArticleKey::make(scope, QStringLiteral("1"), {}, {}, {}) !=
            ArticleKey::make(QStringLiteral("https://example.org/other"), QStringLiteral("1"), {}, {}, {}));
    }

    void idAndLinkOfTheSameTextDiffer()
    {
        QVERIFY(ArticleKey::make(scope, link.toString(), {}, {}, {}) !=
                ArticleKey::make(scope, {}, link, {}, {}));
    }

    void bytesComeBack()
    {
        const auto key = ArticleKey::make(scope, QStringLiteral("1"), {}, {}, {});
        QCOMPARE(ArticleKey::fromBytes(key.bytes()), std::optional(key));
        QCOMPARE(ArticleKey::fromBytes(QByteArray("short")), std::optional<ArticleKey>());
    }
};

BROADSHEET_TEST_MAIN(ArticleKeyTest, QCoreApplication)
#include "articlekey.moc"
