// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace broadsheet {

namespace {

constexpr qint64 maximumMessage = 64 * 1024;
constexpr int patienceMs = 1000;

} // namespace

SingleInstance::SingleInstance(const QString &profile, QObject *parent) : QObject(parent)
{
    // The user is part of the name: on a shared machine another one's window is not ours.
    const QByteArray who = qgetenv("USER") + '\n' + QDir(profile).absolutePath().toUtf8();
    m_name = QStringLiteral("broadsheet-") +
             QString::fromLatin1(QCryptographicHash::hash(who, QCryptographicHash::Sha256).toHex().left(16));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::handOver(const QStringList &addresses) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write(addresses.join(u'\n').toUtf8().left(maximumMessage) + '\0');
    return socket.waitForBytesWritten(patienceMs);
}

void SingleInstance::listen()
{
    if (!m_server.listen(m_name)) {
        // A socket file that a crashed window left behind: nobody answered handOver(), so it is ours to take.
        QLocalServer::removeServer(m_name);
        m_server.listen(m_name);
    }
}

void SingleInstance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            const QByteArray message = socket->peek(maximumMessage + 1);
            const qsizetype end = message.indexOf('\0');
            if (end < 0 && message.size() <= maximumMessage)
                return;
            const QString text = QString::fromUtf8(message.left(qMax<qsizetype>(end, 0)));
            socket->disconnectFromServer();
            Q_EMIT activated(text.split(u'\n', Qt::SkipEmptyParts));
        });
    }
}

} // namespace broadsheet
