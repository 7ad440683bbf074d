// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/authentication.h"

#include <QCryptographicHash>

#include <algorithm>

namespace broadsheet::net {

namespace {

/** Reads tokens and quoted strings from the front of a field. */
class FieldReader
{
public:
    explicit FieldReader(const QByteArray &text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    void skip(const char *characters)
    {
        while (!atEnd() && QByteArrayView(characters).contains(m_text[m_at]))
            ++m_at;
    }
    bool take(char c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    QByteArray token()
    {
        const auto begin = m_at;
        while (!atEnd() && !QByteArrayView(" \t,=\"").contains(m_text[m_at]))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }
    QByteArray value()
    {
        if (!take('"'))
            return token();
        QByteArray result;
        while (!atEnd() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            result += m_text[m_at++];
        }
        take('"');
        return result;
    }

private:
    const QByteArray m_text;
    qsizetype m_at = 0;
};

std::optional<QCryptographicHash::Algorithm> algorithmOf(const Challenge &challenge)
{
    QByteArray name = challenge.parameters.value("algorithm", "MD5").toUpper();
    if (name.endsWith("-SESS"))
        name.chop(5);
    if (name == "MD5")
        return QCryptographicHash::Md5;
    if (name == "SHA-256")
        return QCryptographicHash::Sha256;
    return std::nullopt;
}

bool offersAuth(const Challenge &challenge)
{
    const auto offers = challenge.parameters.value("qop").toLower().split(',');
    return std::ranges::any_of(offers, [](const QByteArray &offer) { return offer.trimmed() == "auth"; });
}

bool canDigest(const Challenge &challenge)
{
    return challenge.scheme == "digest" && !challenge.parameters.value("nonce").isEmpty() &&
           algorithmOf(challenge) && (challenge.parameters.value("qop").isEmpty() || offersAuth(challenge));
}

QByteArray quoted(QByteArray text)
{
    text.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + text + '"';
}

} // namespace

QList<Challenge> parseChallenges(const QByteArray &field)
{
    QList<Challenge> result;
    FieldReader reader(field);
    while (true) {
        reader.skip(" \t,");
        if (reader.atEnd())
            return result;
        const QByteArray name = reader.token();
        if (name.isEmpty()) { // a stray quote or equals sign: what follows cannot be told apart
            return result;
        }
        reader.skip(" \t");
        if (!reader.take('=')) {
            result.append({name.toLower(), {}});
            continue;
        }
        reader.skip(" \t=");
        const QByteArray value = reader.value();
        if (!result.isEmpty())
            result.last().parameters.insert(name.toLower(), value);
    }
}

std::optional<Challenge> answerable(const QList<Challenge> &challenges)
{
    const auto digest = std::ranges::find_if(challenges, canDigest);
    if (digest != challenges.end())
        return *digest;
    const auto basic = std::ranges::find(challenges, QByteArray("basic"), &Challenge::scheme);
    return basic == challenges.end() ? std::nullopt : std::optional(*basic);
}

QByteArray basicAuthorization(const HttpLogin &login)
{
    return "Basic " + (login.user + u':' + login.password).toUtf8().toBase64();
}

QByteArray digestAuthorization(const Challenge &challenge, const HttpLogin &login, const QUrl &url, int count,
                               const QByteArray &clientNonce)
{
    const auto algorithm = algorithmOf(challenge).value_or(QCryptographicHash::Md5);
    const auto hash = [algorithm](const QByteArray &text) {
        return QCryptographicHash::hash(text, algorithm).toHex();
    };
    const QByteArray realm = challenge.parameters.value("realm");
    const QByteArray nonce = challenge.parameters.value("nonce");
    const QByteArray user = login.user.toUtf8();
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray secret = hash(user + ':' + realm + ':' + login.password.toUtf8());
    if (challenge.parameters.value("algorithm").toLower().endsWith("-sess"))
        secret = hash(secret + ':' + nonce + ':' + clientNonce);
    const QByteArray what = hash("GET:" + target);
    QByteArray text = "Digest username=" + quoted(user) + ", realm=" + quoted(realm) +
                      ", nonce=" + quoted(nonce) + ", uri=" + quoted(target);
    if (offersAuth(challenge)) {
        const QByteArray number = QByteArray::number(count, 16).rightJustified(8, '0');
        const QByteArray response =
            hash(secret + ':' + nonce + ':' + number + ':' + clientNonce + ":auth:" + what);
        text += ", response=\"" + response + "\", qop=auth, nc=" + number + ", cnonce=" + quoted(clientNonce);
    } else {
        text += ", response=\"" + hash(secret + ':' + nonce + ':' + what) + '"';
    }
    if (challenge.parameters.contains("algorithm"))
        text += ", algorithm=" + challenge.parameters.value("algorithm");
    if (challenge.parameters.contains("opaque"))
        text += ", opaque=" + quoted(challenge.parameters.value("opaque"));
    return text;
}

} // namespace broadsheet::net
