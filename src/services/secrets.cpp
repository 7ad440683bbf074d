// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/secrets.h"

#include "base/url.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QSaveFile>
#include <QSettings>

#ifdef BROADSHEET_HAS_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

#include <memory>

namespace broadsheet {

namespace {

const QString consentKey = QStringLiteral("secrets/inFile");

QByteArray toBytes(const FeedSecret &secret)
{
    QJsonObject object{
        {QStringLiteral("origin"), secret.origin.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo)},
        {QStringLiteral("user"), secret.user},
        {QStringLiteral("password"), secret.password},
        {QStringLiteral("bearer"), QString::fromUtf8(secret.bearer)}};
    QJsonArray headers;
    for (const auto &[name, value] : secret.headers)
        headers.append(QJsonArray{QString::fromUtf8(name), QString::fromUtf8(value)});
    object.insert(QStringLiteral("headers"), headers);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<FeedSecret> fromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("no login is kept"), {}, {}};
    FeedSecret secret;
    secret.origin = QUrl(object.value(QStringLiteral("origin")).toString());
    secret.user = object.value(QStringLiteral("user")).toString();
    secret.password = object.value(QStringLiteral("password")).toString();
    secret.bearer = object.value(QStringLiteral("bearer")).toString().toUtf8();
    const QJsonArray headers = object.value(QStringLiteral("headers")).toArray();
    for (const QJsonValue &header : headers)
        secret.headers.append(
            {header.toArray().at(0).toString().toUtf8(), header.toArray().at(1).toString().toUtf8()});
    return secret;
}

template <typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace

bool FeedSecret::isFor(const QUrl &url) const
{
    if (url.host() != origin.host())
        return false;
    const bool upgraded = origin.scheme() == QLatin1String("http") && url.scheme() == QLatin1String("https");
    return upgraded || (url.scheme() == origin.scheme() && hostKey(url) == hostKey(origin));
}

SecretService::SecretService(const QString &profile, QObject *parent) : QObject(parent), m_profile(profile) {}

QString SecretService::entryName(FeedId feed) const
{
    // Each profile numbers its feeds by itself.
    const QByteArray profile =
        QCryptographicHash::hash(m_profile.toUtf8(), QCryptographicHash::Sha1).toHex().left(12);
    return QString::fromLatin1(profile) + u'-' + QString::number(feed.value());
}

QString SecretService::fileName() const
{
    return QDir(m_profile).filePath(QStringLiteral("secrets.json"));
}

bool SecretService::mayUseFile() const
{
    if (qEnvironmentVariable("BROADSHEET_SECRETS") == QLatin1String("file"))
        return true;
    return QSettings(QDir(m_profile).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        .value(consentKey, false)
        .toBool();
}

void SecretService::setMayUseFile(bool agreed)
{
    QSettings(QDir(m_profile).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        .setValue(consentKey, agreed);
    if (!agreed)
        QFile::remove(fileName());
}

Result<FeedSecret> SecretService::fromFile(FeedId feed) const
{
    QFile file(fileName());
    if (!mayUseFile() || !file.open(QIODevice::ReadOnly))
        return fromBytes({});
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    return fromBytes(QJsonDocument(all.value(entryName(feed)).toObject()).toJson());
}

Result<SecretService::Place> SecretService::keepInFile(FeedId feed, const QByteArray &bytes)
{
    QFile present(fileName());
    QJsonObject all;
    if (present.open(QIODevice::ReadOnly))
        all = QJsonDocument::fromJson(present.readAll()).object();
    present.close();
    if (bytes.isEmpty())
        all.remove(entryName(feed));
    else
        all.insert(entryName(feed), QJsonDocument::fromJson(bytes).object());
    QSaveFile file(fileName());
    const bool opened = file.open(QIODevice::WriteOnly);
    // Before the first byte is in it.
    const bool closedToOthers = opened && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!closedToOthers || file.write(QJsonDocument(all).toJson()) < 0 || !file.commit())
        return Error{ErrorCode::FileUnwritable, file.errorString(), fileName(), {}};
    return Place::File;
}

#ifdef BROADSHEET_HAS_KEYCHAIN

QFuture<Result<FeedSecret>> SecretService::secret(FeedId feed)
{
    if (m_thisRun.contains(feed))
        return ready<FeedSecret>(m_thisRun.value(feed));
    auto promise = std::make_shared<QPromise<Result<FeedSecret>>>();
    promise->start();
    auto *job = new QKeychain::ReadPasswordJob(QStringLiteral("broadsheet"), this);
    job->setKey(entryName(feed));
    connect(job, &QKeychain::Job::finished, this, [this, feed, job, promise] {
        auto found = job->error() == QKeychain::NoError ? fromBytes(job->binaryData()) : fromFile(feed);
        if (found)
            m_thisRun.insert(feed, *found); // the keyring is asked once a run
        promise->addResult(std::move(found));
        promise->finish();
    });
    job->start();
    return promise->future();
}

QFuture<Result<SecretService::Place>> SecretService::keep(FeedId feed, const FeedSecret &secret)
{
    if (secret.isEmpty())
        m_thisRun.remove(feed);
    else
        m_thisRun.insert(feed, secret);
    const QByteArray bytes = secret.isEmpty() ? QByteArray() : toBytes(secret);
    auto promise = std::make_shared<QPromise<Result<Place>>>();
    promise->start();
    QKeychain::Job *job = nullptr;
    if (bytes.isEmpty()) {
        job = new QKeychain::DeletePasswordJob(QStringLiteral("broadsheet"), this);
    } else {
        auto *write = new QKeychain::WritePasswordJob(QStringLiteral("broadsheet"), this);
        write->setBinaryData(bytes);
        job = write;
    }
    job->setKey(entryName(feed));
    connect(job, &QKeychain::Job::finished, this, [this, feed, bytes, job, promise] {
        const bool kept = job->error() == QKeychain::NoError;
        const Result<Place> place = !kept && mayUseFile()
                                        ? keepInFile(feed, bytes)
                                        : Result<Place>(kept ? Place::Keyring : Place::ThisRun);
        if (place)
            m_lastPlace = *place;
        promise->addResult(place);
        promise->finish();
    });
    job->start();
    return promise->future();
}

#else

QFuture<Result<FeedSecret>> SecretService::secret(FeedId feed)
{
    if (m_thisRun.contains(feed))
        return ready<FeedSecret>(m_thisRun.value(feed));
    return ready<FeedSecret>(fromFile(feed));
}

QFuture<Result<SecretService::Place>> SecretService::keep(FeedId feed, const FeedSecret &secret)
{
    if (secret.isEmpty())
        m_thisRun.remove(feed);
    else
        m_thisRun.insert(feed, secret);
    if (!mayUseFile())
        return ready<Place>(Place::ThisRun);
    auto place = keepInFile(feed, secret.isEmpty() ? QByteArray() : toBytes(secret));
    if (place)
        m_lastPlace = *place;
    return ready<Place>(std::move(place));
}

#endif

} // namespace broadsheet
