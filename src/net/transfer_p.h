// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/httpmessage.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QSet>
#include <QSslError>
#include <QTimer>

#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkRequest;

namespace broadsheet::net {

class PlainExchange;

/** One GET from its first address to its last, a request a hop. Who owns it says when the next hop may go. */
class Transfer : public QObject
{
    Q_OBJECT
public:
    Transfer(const HttpRequest &request, const HttpLimits &limits, QNetworkAccessManager &network);
    ~Transfer() override;

    /** Where the next request goes. */
    const QUrl &url() const { return m_url; }
    const HttpRequest &request() const { return m_request; }
    qint64 bytes() const { return m_response.body.size(); }
    /** Of the body in memory: what has come, or what the server said will come. */
    qint64 expectedBytes() const { return std::max<qint64>(bytes(), m_announced); }
    /** True while the present request has brought nothing, not even headers. */
    bool isSilent() const { return m_reply && m_response.status == 0; }
    QNetworkAccessManager &network() const { return *m_network; }
    /** From the next request on. Only where none is under way. */
    void moveTo(QNetworkAccessManager &network) { m_network = &network; }

    /** Sends the next request. */
    void send();
    /** Ends it with \a error, unless it has ended. */
    void fail(ErrorCode code, const QString &detail);
    /** Takes everything back to before the first request, without a word. */
    void reset();
    Result<HttpResponse> takeResult() { return std::move(m_result); }

Q_SIGNALS:
    /** The host answered with a redirect; url() is the new address, send() goes on. */
    void redirected();
    /** The body grew. */
    void grew();
    void finished();

private:
    void readHeaders();
    void readBody();
    void replyFinished();
    void takeHeaders();
    void setHeaders(QNetworkRequest &request);
    QByteArray authorization();
    void distrust(const QList<QSslError> &errors);
    bool answerChallenge();
    void sendAgain();
    void sendPlainly();
    QNetworkRequest nextRequest();
    /** What a whole answer means: a redirect, a question for the login, or the end. */
    void takeAnswer();
    void redirect();
    void follow(const QUrl &next, bool permanent);
    void refusePrivate();
    void succeed();
    void dropReply();
    bool isRedirect() const;
    bool wantsBody() const;
    qint64 bodyLimit() const;
    void giveToSink(const QByteArray &bytes);

    struct LaterDelete
    {
        void operator()(QObject *object) const { object->deleteLater(); }
    };

    const HttpRequest m_request;
    const HttpLimits &m_limits;
    QNetworkAccessManager *m_network;
    QUrl m_start;
    QUrl m_validatorsUrl;
    HttpLogin m_login; ///< for the origin of m_start only
    std::optional<Challenge> m_challenge;
    int m_round = 0;       ///< counts resets: what was asked before is stale
    int m_challenges = 0;  ///< answered so far
    int m_digestCount = 0; ///< requests made with the present nonce
    QString m_tlsWords;
    QUrl m_url;
    QSet<QUrl> m_seen;
    std::unique_ptr<QNetworkReply, LaterDelete> m_reply;
    std::unique_ptr<PlainExchange, LaterDelete> m_plain; ///< instead of a reply
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    qint64 m_drained = 0;
    qint64 m_given = 0;     ///< bytes that the sink has
    qint64 m_announced = 0; ///< bytes that the body in memory will have, where the server says so
    bool m_allPermanent = true;
    bool m_askedAgain = false;
    bool m_ended = false;
    HttpResponse m_response;
    Result<HttpResponse> m_result;
};

} // namespace broadsheet::net
