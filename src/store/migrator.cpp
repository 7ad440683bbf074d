// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"

#include "store/connection.h"
#include "store/log.h"
#include "store/profile.h"

#include <QDir>
#include <QFile>

namespace broadsheet::store::migrator {

namespace {

QString folder()
{
    return QStringLiteral(":/broadsheet/sql");
}

/** File names in order; the first four digits are the version that a file leads to. */
QStringList scripts()
{
    return QDir(folder()).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

void apply(Connection &connection, const QString &name, int version)
{
    QFile file(folder() + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Resource %s is missing", qPrintable(name));
    connection.run("BEGIN IMMEDIATE");
    qint64 present = 0;
    {
        Query query(connection, "PRAGMA user_version");
        present = query.next() ? query.integer(0) : 0;
    }
    if (present < version) {
        const QStringList all = statements(QString::fromUtf8(file.readAll()));
        for (const QString &statement : all)
            connection.runText(statement);
        connection.runText(QStringLiteral("PRAGMA application_id = %1").arg(Profile::applicationId));
        connection.runText(QStringLiteral("PRAGMA user_version = %1").arg(version));
    }
    connection.run("COMMIT");
}

} // namespace

int latestVersion()
{
    const QStringList names = scripts();
    return names.isEmpty() ? 0 : names.last().left(4).toInt();
}

Result<void> migrate(Connection &connection, int upTo)
{
    qint64 present = 0;
    {
        Query query(connection, "PRAGMA user_version");
        present = query.next() ? query.integer(0) : 0;
    }
    const QStringList names = scripts();
    for (const QString &name : names) {
        const int version = name.left(4).toInt();
        if (version <= present || (upTo > 0 && version > upTo) || connection.error())
            continue;
        apply(connection, name, version);
        if (connection.error()) {
            const Error error = *connection.error();
            connection.clearError();
            connection.run("ROLLBACK");
            connection.clearError();
            qCWarning(storeLog) << "Migration" << name << "failed:" << error.detail;
            return error;
        }
    }
    if (connection.error())
        return *connection.error();
    return {};
}

QStringList statements(const QString &script)
{
    QStringList result;
    const QStringList parts = script.split(QStringLiteral(";\n\n"));
    for (const QString &part : parts) {
        QStringList lines = part.split(u'\n');
        lines.removeIf([](const QString &line) { return line.startsWith(QLatin1String("--")); });
        const QString statement = lines.join(u'\n').trimmed();
        if (!statement.isEmpty())
            result.append(statement);
    }
    return result;
}

} // namespace broadsheet::store::migrator
