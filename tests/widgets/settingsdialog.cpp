// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingsdialog.h"
#include "net/httpclient.h"
#include "services/imageservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "widgets/reader/imageloader.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace broadsheet;

namespace {

struct Pictures
{
    Pictures(Settings &settings, const QString &folder)
        : service(http, workers, folder + QStringLiteral("/images")), loader(service, workers, settings)
    {
    }
    Workers workers;
    net::HttpClient http;
    ImageService service;
    ImageLoader loader;
};

} // namespace

class SettingsDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }

    void showsAndSets()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        settings.setColorScheme(ColorScheme::Dark);
        settings.setSyncInterval(std::chrono::minutes(45)); // not one of those offered
        SettingsDialog dialog(settings, {}, nullptr);
        const auto combo = [&](const char *name) {
            return dialog.findChild<QComboBox *>(QLatin1String(name));
        };
        const auto check = [&](const char *name) {
            return dialog.findChild<QCheckBox *>(QLatin1String(name));
        };
        QCOMPARE(combo("colorScheme")->currentIndex(), int(ColorScheme::Dark));
        QCOMPARE(combo("syncInterval")->currentText(), QStringLiteral("Every 45 minutes"));

        combo("colorScheme")->setCurrentIndex(1);
        combo("compactList")->setCurrentIndex(1);
        combo("readingSize")->setCurrentIndex(4);
        combo("columnWidth")->setCurrentIndex(2);
        combo("imagePolicy")->setCurrentIndex(2);
        combo("markRead")->setCurrentIndex(1);
        combo("readingFace")->setCurrentIndex(1);
        combo("syncInterval")->setCurrentIndex(0);
        combo("keepDays")->setCurrentIndex(2);
        combo("keepCount")->setCurrentIndex(3);
        QCOMPARE(combo("pictureMegabytes")->currentText(), QStringLiteral("256 MB"));
        combo("pictureMegabytes")->setCurrentIndex(5);
        check("keepUnread")->click();
        check("justifyText")->click();
        check("wrapCode")->click();
        check("reduceMotion")->click();
        check("syncAtStart")->click();
        check("singleKeys")->click();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("commentName")),
                         QStringLiteral("Marta"));

        const Settings again(folder.path());
        QCOMPARE(again.colorScheme(), ColorScheme::Light);
        QVERIFY(again.compactList());
        QCOMPARE(again.readingSize(), 4);
        QCOMPARE(again.columnWidth(), ColumnWidth::Wide);
        QCOMPARE(again.imagePolicy(), ImagePolicy::Never);
        QCOMPARE(again.markRead(), MarkRead::AtOnce);
        QCOMPARE(again.readingFace(), ReadingFace::Sans);
        QCOMPARE(again.syncInterval().count(), 0);
        QCOMPARE(again.keepDays(), 90);
        QCOMPARE(again.keepCount(), 1000);
        QCOMPARE(again.pictureMegabytes(), 1024);
        QVERIFY(!again.keepUnread());
        QVERIFY(again.justifyText());
        QVERIFY(!again.wrapCode());
        QVERIFY(again.reduceMotion());
        QVERIFY(!again.syncAtStart());
        QVERIFY(!again.singleKeys());
        QCOMPARE(again.commentName(), QStringLiteral("Marta"));
    }

    void picturesAreCountedAndCleared()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        settings.setPictureMegabytes(300); // not one of those offered
        Pictures images(settings, folder.path());
        images.service.keep(QStringLiteral("one"), QByteArray(3 * 1024 * 1024, 'x'));
        SettingsDialog dialog(settings, {}, &images.loader);
        QCOMPARE(dialog.findChild<QComboBox *>(QStringLiteral("pictureMegabytes"))->currentText(),
                 QStringLiteral("300 MB"));
        auto *words = dialog.findChild<QLabel *>(QStringLiteral("pictureRoom"));
        auto *clear = dialog.findChild<QPushButton *>(QStringLiteral("clearPictures"));
        dialog.findChild<QListWidget *>()->setCurrentRow(3);
        dialog.show();
        QTRY_COMPARE(words->text(), QStringLiteral("Pictures take 3 MB on this computer now."));
        clear->click();
        QTRY_COMPARE(words->text(), QStringLiteral("No pictures are kept on this computer now."));
        QVERIFY(!clear->isEnabled());
    }

    /** What a screen reader says: a name of its own, or a label that is its buddy. */
    void everyControlHasAName()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        Pictures images(settings, folder.path());
        SettingsDialog dialog(settings, {{QStringLiteral("J"), QStringLiteral("Next article")}},
                              &images.loader);
        QList<QWidget *> labelled;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            labelled << label->buddy();
        for (QWidget *widget : dialog.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || labelled.contains(widget) || widget->focusProxy())
                continue;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(
                interface && !interface->text(QAccessible::Name).isEmpty(),
                qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
        }
    }
};

BROADSHEET_TEST_MAIN(SettingsDialogTest, QApplication)
#include "settingsdialog.moc"
