// SPDX-License-Identifier: GPL-3.0-or-later
// Each feed below tests/data/feeds is read and told as `inspect --raw` tells it; the expected line lies
// beside it, indented. BROADSHEET_UPDATE_GOLDEN=1 writes the lines anew: look at the difference before you
// commit it.
#include "exchange/jsonfeedwriter.h"
#include "feed/parser.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace broadsheet;

class GoldenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void feeds_data();
    void feeds();
};

void GoldenTest::feeds_data()
{
    QTest::addColumn<QString>("path");
    const QString root = test::dataPath(BROADSHEET_TEST_DATA, QStringLiteral("feeds"));
    QDirIterator files(root, {QStringLiteral("*.xml"), QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.endsWith(u".expected.json"))
            continue;
        QTest::newRow(qPrintable(path.mid(root.size() + 1))) << path;
        ++count;
    }
    QVERIFY(count > 20);
}

void GoldenTest::feeds()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<ParsedFeed> feed =
        feed::parse(file.readAll(), QUrl(QStringLiteral("https://golden.example/feeds/this.xml")), QString());
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().detail));
    const QByteArray line = exchange::toJsonFeed(*feed, path.section(u'/', -1), true);
    QVERIFY(!line.contains('\n'));
    QJsonParseError error;
    const QJsonDocument actual = QJsonDocument::fromJson(line, &error);
    QVERIFY2(!actual.isNull(), qPrintable(error.errorString()));

    QFile expected(path.section(u'.', 0, -2) + QStringLiteral(".expected.json"));
    if (qEnvironmentVariableIsSet("BROADSHEET_UPDATE_GOLDEN")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(actual.toJson());
        return;
    }
    QVERIFY2(expected.open(QIODevice::ReadOnly), qPrintable(expected.fileName()));
    QCOMPARE(QString::fromUtf8(actual.toJson()),
             QString::fromUtf8(QJsonDocument::fromJson(expected.readAll()).toJson()));
}

BROADSHEET_TEST_MAIN(GoldenTest, QCoreApplication)

#include "golden.moc"
