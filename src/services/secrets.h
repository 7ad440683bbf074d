// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPair>
#include <QString>
#include <QUrl>

namespace broadsheet {

/** What a feed's server is told to let us in. */
struct FeedSecret
{
    QUrl origin; ///< the feed's address when it was given: no other host is told
    QString user;
    QString password;
    QByteArray bearer;
    QList<QPair<QByteArray, QByteArray>> headers; ///< further ones, cookies too

    bool isEmpty() const
    {
        return user.isEmpty() && password.isEmpty() && bearer.isEmpty() && headers.isEmpty();
    }
    /** True if \a url may be told: the same host and port, and not in the clear what was given for https. */
    bool isFor(const QUrl &url) const;
};

/**
 * Logins, in the desktop's keyring. Without one they last for this run, unless the reader agrees to a file
 * that only the owner can read (settings.ini: [secrets] inFile=true). Never in the database, an export or a
 * log. Main thread.
 */
class SecretService : public QObject
{
    Q_OBJECT
public:
    enum class Place { Keyring, File, ThisRun };

    explicit SecretService(const QString &profile, QObject *parent = nullptr);

    /** NotFound where none is kept. */
    QFuture<Result<FeedSecret>> secret(FeedId feed);
    /** Where it went. An empty one removes what is there. */
    QFuture<Result<Place>> keep(FeedId feed, const FeedSecret &secret);
    void forget(FeedId feed) { keep(feed, {}); }

    /** Where the last one went that was kept in this run. */
    Place lastPlace() const { return m_lastPlace; }

    /** The reader agreed to the file: in settings.ini, or for this run by BROADSHEET_SECRETS=file. */
    bool mayUseFile() const;
    /** The reader's consent to the file; taking it back removes the file. */
    void setMayUseFile(bool agreed);

private:
    QString entryName(FeedId feed) const;
    Result<Place> keepInFile(FeedId feed, const QByteArray &bytes);
    Result<FeedSecret> fromFile(FeedId feed) const;
    QString fileName() const;

    const QString m_profile;
    QHash<FeedId, FeedSecret> m_thisRun;
    Place m_lastPlace = Place::ThisRun;
};

} // namespace broadsheet
