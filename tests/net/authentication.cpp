// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/authentication.h"

#include "support/testmain.h"

using namespace broadsheet;
using namespace broadsheet::net;

class AuthenticationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void challenges();
    void garbage_data();
    void garbage();
    void choice();
    void digestMd5();
    void digestSha256();
    void digestWithoutQop();
};

void AuthenticationTest::challenges()
{
    const auto found =
        parseChallenges("Newauth realm=\"a, \\\"b\\\"\", type=1 , Basic realm=simple,Negotiate");
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0].scheme, QByteArray("newauth"));
    QCOMPARE(found[0].parameters.value("realm"), QByteArray("a, \"b\""));
    QCOMPARE(found[0].parameters.value("type"), QByteArray("1"));
    QCOMPARE(found[1].scheme, QByteArray("basic"));
    QCOMPARE(found[1].parameters.value("realm"), QByteArray("simple"));
    QCOMPARE(found[2].scheme, QByteArray("negotiate"));
}

void AuthenticationTest::garbage_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field :
         {"", ",,,", "=", "\"", "Basic realm=\"", "a=b", "Digest ====", "\"\"\"\"", "Basic \\"})
        QTest::newRow(field) << QByteArray(field);
}

void AuthenticationTest::garbage()
{
    QFETCH(QByteArray, field);
    QVERIFY(parseChallenges(field).size() <= 2); // ends, and makes up nothing
}

void AuthenticationTest::choice()
{
    const auto scheme = [](const char *field) {
        const auto chosen = answerable(parseChallenges(field));
        return chosen ? chosen->scheme : QByteArray();
    };
    QCOMPARE(scheme("Basic realm=a, Digest realm=a, nonce=b"), QByteArray("digest"));
    QCOMPARE(scheme("Digest realm=a, nonce=b, algorithm=SHA-512-256, Basic realm=a"), QByteArray("basic"));
    QCOMPARE(scheme("Digest realm=a, nonce=b, qop=auth-int"), QByteArray());
    QCOMPARE(scheme("Digest realm=a"), QByteArray());
    QCOMPARE(scheme("Bearer, Negotiate"), QByteArray());
}

/** The examples of RFC 7616 §3.9.1. */
void AuthenticationTest::digestMd5()
{
    const auto challenge = answerable(
        parseChallenges("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=MD5, "
                        "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
                        "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""));
    QVERIFY(challenge);
    const HttpLogin login{QStringLiteral("Mufasa"), QStringLiteral("Circle of Life"), {}};
    const QUrl url(QStringLiteral("http://www.example.org/dir/index.html"));
    const QByteArray words =
        digestAuthorization(*challenge, login, url, 1, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    QVERIFY2(words.contains("response=\"8ca523f5e9506fed4657c9700eebdbec\""), words.constData());
    QVERIFY(words.contains("nc=00000001") && words.contains("uri=\"/dir/index.html\""));
    QVERIFY(words.contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""));
    QVERIFY(!words.contains("Circle"));
}

void AuthenticationTest::digestSha256()
{
    const auto challenge = answerable(
        parseChallenges("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, "
                        "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
                        "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""));
    QVERIFY(challenge);
    const HttpLogin login{QStringLiteral("Mufasa"), QStringLiteral("Circle of Life"), {}};
    const QUrl url(QStringLiteral("http://www.example.org/dir/index.html"));
    const QByteArray words =
        digestAuthorization(*challenge, login, url, 1, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    QVERIFY2(words.contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\""),
             words.constData());
}

void AuthenticationTest::digestWithoutQop()
{
    // RFC 2069, as old servers speak it: H(H(user:realm:password):nonce:H(method:uri)).
    const Challenge challenge{"digest", {{"realm", "r"}, {"nonce", "n"}}};
    const QByteArray words = digestAuthorization(challenge, {QStringLiteral("u"), QStringLiteral("p"), {}},
                                                 QUrl(QStringLiteral("http://a.example/x?y=%20")), 1, "c");
    QVERIFY(words.contains("uri=\"/x?y=%20\""));
    QVERIFY(!words.contains("qop") && !words.contains("cnonce"));
}

BROADSHEET_TEST_MAIN(AuthenticationTest, QCoreApplication)
#include "authentication.moc"
