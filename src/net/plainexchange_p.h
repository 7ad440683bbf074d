// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpmessage.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>

class QNetworkProxy;
class QNetworkRequest;

namespace broadsheet::net {

/**
 * One GET over a connection of its own, HTTP/1.1 and unpacked. For servers that send an interim answer (103
 * Early Hints) before the real one: Qt 6.4 takes it for the last and drops the rest. No redirects, no login:
 * Transfer sees to those.
 */
class PlainExchange : public QObject
{
    Q_OBJECT
public:
    /** \a maxBytes bounds the body, \a idle the time without a byte. */
    PlainExchange(qint64 maxBytes, std::chrono::milliseconds idle);

    /** \a request brings address and headers. \a certificate: SHA-256 of one that is taken unverified. */
    void send(const QNetworkRequest &request, const QNetworkProxy &proxy, const QByteArray &certificate);
    /** Status, headers and body; whether the body is complete. */
    HttpResponse takeResponse() { return std::move(m_response); }

Q_SIGNALS:
    void finished();
    void failed(broadsheet::ErrorCode code, const QString &detail);

private:
    enum class Part { Head, Counted, ToTheEnd, ChunkSize, Chunk, Trailer, Done };
    void readAll();
    /** False while there are too few bytes for a step. */
    bool step();
    bool readHead();
    bool readChunkSize();
    bool takeBody(qint64 upTo);
    void closed();
    void end();
    void give(ErrorCode code, const QString &detail);
    void distrust(const QByteArray &certificate);

    const qint64 m_maxBytes;
    QSslSocket m_socket;
    QTimer m_idle;
    QByteArray m_buffer;
    Part m_part = Part::Head;
    qint64 m_left = 0; ///< of the body or the chunk
    bool m_ended = false;
    HttpResponse m_response;
};

} // namespace broadsheet::net
