// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/localfile.h"

#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace broadsheet;
using namespace broadsheet::net;

class LocalFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void reads()
    {
        QFile file(m_folder.filePath(QStringLiteral("feed.xml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<rss/>");
        file.close();
        const auto bytes = readLocalFile(file.fileName(), 6);
        QVERIFY(bytes);
        QCOMPARE(*bytes, QByteArray("<rss/>"));
        const auto limited = readLocalFile(file.fileName(), 5);
        QVERIFY(!limited);
        QVERIFY(limited.error().code == ErrorCode::TooLarge);
    }

    void refusesWhatIsNoFile()
    {
        const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        for (const QString &path : {m_folder.path(), pipe, QStringLiteral("/dev/zero")}) {
            const auto bytes = readLocalFile(path, 1000);
            QVERIFY2(!bytes, qPrintable(path));
            QVERIFY(bytes.error().code == ErrorCode::Unsupported);
        }
        const auto missing = readLocalFile(m_folder.filePath(QStringLiteral("none")), 1000);
        QVERIFY(!missing);
        QVERIFY(missing.error().code == ErrorCode::FileNotFound);
    }

private:
    QTemporaryDir m_folder;
};

BROADSHEET_TEST_MAIN(LocalFileTest, QCoreApplication)
#include "localfile.moc"
