// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include <QLocale>
#include <QStandardPaths>

namespace broadsheet::test {

void prepareProcess()
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC");
    qunsetenv("BROADSHEET_PROFILE");
    for (const char *proxy :
         {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
        qunsetenv(proxy);
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

QString dataPath(const char *dataRoot, const QString &relative)
{
    return QString::fromUtf8(dataRoot) + u'/' + relative;
}

} // namespace broadsheet::test
