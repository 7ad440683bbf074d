// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <optional>

namespace broadsheet::net {

/** What a server is told to let us in. Never logged, never sent to another origin. */
struct HttpLogin
{
    QString user;
    QString password;
    QByteArray bearer; ///< RFC 6750; then the two above are not used
    bool isEmpty() const { return user.isEmpty() && password.isEmpty() && bearer.isEmpty(); }
};

/** One challenge of a WWW-Authenticate field (RFC 9110 §11.6.1). */
struct Challenge
{
    QByteArray scheme;                       ///< lower case
    QMap<QByteArray, QByteArray> parameters; ///< names in lower case, values without quotes
};

/** All challenges of a field, which may hold several. What cannot be read is left out. */
QList<Challenge> parseChallenges(const QByteArray &field);

/** The one of \a challenges that we answer: Digest with an algorithm we know before Basic; nothing if none.
 */
std::optional<Challenge> answerable(const QList<Challenge> &challenges);

/** RFC 7617, UTF-8. */
QByteArray basicAuthorization(const HttpLogin &login);

/** RFC 7616 for a GET of \a url: MD5 or SHA-256 (also -sess), qop auth or none. \a count is the number of
 * requests made with this nonce, from 1; \a clientNonce is ours. */
QByteArray digestAuthorization(const Challenge &challenge, const HttpLogin &login, const QUrl &url, int count,
                               const QByteArray &clientNonce);

} // namespace broadsheet::net
