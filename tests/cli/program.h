// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>

namespace broadsheet::test {

/** How a run of the program ended. */
struct Run
{
    int status = -1; ///< exit status; -1: killed
    QByteArray out, err;

    /** The lines of NDJSON that came whole. */
    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const QByteArray &line : out.split('\n')) {
            const auto document = QJsonDocument::fromJson(line);
            if (document.isObject())
                objects.append(document.object());
        }
        return objects;
    }
};

/** The built program on a profile of its own. Runs the test's event loop meanwhile, for the server there. */
class Program
{
public:
    Run run(const QStringList &words, int killAfterMs = -1)
    {
        QProcess process;
        QStringList all{QStringLiteral("--profile"), profile};
        all += words;
        if (inChild)
            process.setChildProcessModifier(inChild);
        QEventLoop loop;
        QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
        QTimer killer;
        QObject::connect(&killer, &QTimer::timeout, &process, &QProcess::kill); // SIGKILL
        killer.start(killAfterMs >= 0 ? killAfterMs : 100'000);
        process.start(QStringLiteral(BROADSHEET_PROGRAM), all);
        if (process.state() != QProcess::NotRunning)
            loop.exec();
        Run done;
        done.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        done.out = process.readAllStandardOutput();
        done.err = process.readAllStandardError();
        return done;
    }

    QString databaseFile() const { return profile + QStringLiteral("/library.sqlite"); }

    QTemporaryDir folder;
    QString profile = folder.path() + QStringLiteral("/profile");
    std::function<void()> inChild; ///< run in the child before the program
};

/** What a statement on a database gives first; done with another hand than the program's. */
inline QVariant ask(const QString &file, const QString &sql)
{
    QVariant answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(sql))
                answer = query.next() ? query.value(0) : QVariant(true);
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    return answer;
}

} // namespace broadsheet::test
