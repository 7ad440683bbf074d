// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/actions.h"
#include "support/testmain.h"

#include <QApplication>
#include <QDir>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTranslator>

using namespace broadsheet;

/** The menus in every language there is. */
class ActionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceleratorsDiffer_data();
    void acceleratorsDiffer();
    void keysAreNamedByWordsAlone_data();
    void keysAreNamedByWordsAlone();
};

namespace {

void languages()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(BROADSHEET_TRANSLATED));
    const QStringList names = folder.entryList({QStringLiteral("broadsheet_*.qm")});
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

/** Tells which of \a actions open by one key. */
QStringList clashes(const QList<QAction *> &actions)
{
    QStringList found;
    QHash<QKeySequence, QString> seen;
    for (const QAction *action : actions) {
        const QKeySequence key = QKeySequence::mnemonic(action->text());
        if (action->isSeparator() || key.isEmpty())
            continue;
        if (seen.contains(key))
            found << QStringLiteral("“%1” and “%2”").arg(seen.value(key), action->text());
        seen.insert(key, action->text());
    }
    return found;
}

} // namespace

void ActionsTest::acceleratorsDiffer_data()
{
    languages();
}

void ActionsTest::acceleratorsDiffer()
{
    QFETCH(QString, file);
    QTranslator words;
    QVERIFY(words.load(file));
    QCoreApplication::installTranslator(&words);
    QMainWindow window;
    const Actions actions(window);
    actions.fill(*window.menuBar());
    QStringList found = clashes(window.menuBar()->actions());
    for (const QAction *menu : window.menuBar()->actions()) {
        QVERIFY(!menu->menu()->isEmpty());
        found << clashes(menu->menu()->actions());
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void ActionsTest::keysAreNamedByWordsAlone_data()
{
    languages();
}

void ActionsTest::keysAreNamedByWordsAlone()
{
    QFETCH(QString, file);
    QTranslator words;
    QVERIFY(words.load(file));
    QCoreApplication::installTranslator(&words);
    QMainWindow window;
    const Actions actions(window);
    QVERIFY(!actions.keys().isEmpty());
    for (const KeyEntry &entry : actions.keys()) {
        QCOMPARE(entry.text, entry.text.trimmed());
        QVERIFY(!entry.text.contains(u'&') && !entry.text.endsWith(u'…'));
    }
}

BROADSHEET_TEST_MAIN(ActionsTest, QApplication)
#include "actions.moc"
