// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include "support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace broadsheet;

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void defaultsAndPersistence()
    {
        QTemporaryDir profile;
        {
            Settings settings(profile.path());
            QCOMPARE(settings.readingSize(), 2);
            QCOMPARE(settings.colorScheme(), ColorScheme::System);
            QVERIFY(settings.singleKeys());
            settings.setColorScheme(ColorScheme::Dark);
            settings.setReadingSize(4);
            settings.setSingleKeys(false);
            settings.setCommentName(QStringLiteral("  Märta "));
        }
        Settings again(profile.path());
        QCOMPARE(again.colorScheme(), ColorScheme::Dark);
        QCOMPARE(again.readingSize(), 4);
        QVERIFY(!again.singleKeys());
        QCOMPARE(again.commentName(), QStringLiteral("Märta"));
    }

    void tellsChangesOnce()
    {
        QTemporaryDir profile;
        Settings settings(profile.path());
        QSignalSpy spy(&settings, &Settings::readingStyleChanged);
        settings.setReadingSize(3);
        settings.setReadingSize(3);
        settings.setReadingSize(99);
        QCOMPARE(spy.count(), 2);
        QCOMPARE(settings.readingSize(), 5);
    }

    void proxyKeepsNoPassword()
    {
        QTemporaryDir profile;
        Settings settings(profile.path());
        settings.setProxy(QStringLiteral(" socks5://jo:secret@proxy.example:1080 "));
        QCOMPARE(settings.proxy(), QStringLiteral("socks5://proxy.example:1080"));
    }

    void nonsenseInTheFileIsTheDefault()
    {
        QTemporaryDir profile;
        QFile file(profile.filePath(QStringLiteral("settings.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[reading]\nsize=huge\ncolumn=77\n[appearance]\ncolorScheme=-3\n");
        file.close();
        Settings settings(profile.path());
        QCOMPARE(settings.readingSize(), 2);
        QCOMPARE(settings.columnWidth(), ColumnWidth::Normal);
        QCOMPARE(settings.colorScheme(), ColorScheme::System);
    }
};

BROADSHEET_TEST_MAIN(SettingsTest, QCoreApplication)
#include "settings.moc"
