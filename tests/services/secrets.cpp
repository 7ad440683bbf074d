// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/secrets.h"

#include "support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

using namespace broadsheet;

/** Without a keyring, as on the machines that run tests. */
class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // No bus, no keyring: what a desktop has must not be written to.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }

    void lastsForTheRun();
    void fileByConsent();
    void onlyForItsOrigin_data();
    void onlyForItsOrigin();

private:
    static FeedSecret secret()
    {
        FeedSecret secret;
        secret.origin = QUrl(QStringLiteral("https://a.example/feed"));
        secret.user = QStringLiteral("jo");
        secret.password = QStringLiteral("pässword");
        secret.headers = {{"Cookie", "a=b"}};
        return secret;
    }
    template <typename T>
    static T answer(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
            return Error{ErrorCode::Timeout, {}, {}, {}};
        return future.result();
    }
};

void SecretsTest::lastsForTheRun()
{
    QTemporaryDir profile;
    const FeedId feed(1);
    {
        SecretService secrets(profile.path());
        QVERIFY(!answer(secrets.secret(feed)));
        const auto place = answer(secrets.keep(feed, secret()));
        if (place && *place == SecretService::Place::Keyring)
            QSKIP("there is a keyring");
        QVERIFY(place && *place == SecretService::Place::ThisRun);
        QCOMPARE(answer(secrets.secret(feed))->password, secret().password);
        QVERIFY(!answer(secrets.secret(FeedId(2))));
    }
    SecretService next(profile.path());
    QVERIFY(!answer(next.secret(feed)));
    QDirIterator files(profile.path(), QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(secret().password.toUtf8()));
    }
}

void SecretsTest::fileByConsent()
{
    QTemporaryDir profile;
    const FeedId feed(1);
    {
        SecretService secrets(profile.path());
        secrets.setMayUseFile(true);
        const auto place = answer(secrets.keep(feed, secret()));
        if (place && *place == SecretService::Place::Keyring)
            QSKIP("there is a keyring");
        QVERIFY(place && *place == SecretService::Place::File);
    }
    const QString name = profile.filePath(QStringLiteral("secrets.json"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(name) & others));
    SecretService next(profile.path());
    const auto kept = answer(next.secret(feed));
    QVERIFY(kept);
    QCOMPARE(kept->user, secret().user);
    QCOMPARE(kept->password, secret().password);
    QCOMPARE(kept->headers, secret().headers);
    next.forget(feed);
    SecretService third(profile.path());
    QTRY_VERIFY(!answer(third.secret(feed)));
    third.setMayUseFile(false);
    QVERIFY(!QFile::exists(name));
}

void SecretsTest::onlyForItsOrigin_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isFor");
    const auto row = [](const char *origin, const char *url, bool isFor) {
        QTest::newRow(url) << QString::fromLatin1(origin) << QString::fromLatin1(url) << isFor;
    };
    row("https://a.example/feed", "https://a.example/other", true);
    row("https://a.example/feed", "http://a.example/feed", false);
    row("https://a.example/feed", "https://b.example/feed", false);
    row("https://a.example/feed", "https://a.example:8443/feed", false);
    row("http://a.example/feed", "https://a.example/feed", true);
}

void SecretsTest::onlyForItsOrigin()
{
    QFETCH(QString, origin);
    QFETCH(QString, url);
    FeedSecret secret;
    secret.origin = QUrl(origin);
    QTEST(secret.isFor(QUrl(url)), "isFor");
}

BROADSHEET_TEST_MAIN(SecretsTest, QCoreApplication)
#include "secrets.moc"
