// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QTest>

namespace broadsheet::test {

/** Before the application object: no user's settings, offscreen, English, UTC, unexpected warnings fail (see QTest::failOnWarning). */
void prepareProcess();

/** A file below tests/data. */
QString dataPath(const char *dataRoot, const QString &relative);

} // namespace broadsheet::test

/** main() of a test program. Application is QCoreApplication, QGuiApplication or QApplication. */
#define BROADSHEET_TEST_MAIN(TestClass, Application)                                                         \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        broadsheet::test::prepareProcess();                                                                  \
        Application application(argc, argv);                                                                 \
        TestClass test;                                                                                      \
        return QTest::qExec(&test, argc, argv);                                                              \
    }
