// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QUrl>

namespace broadsheet {

class Workers;
namespace net {
class HttpClient;
}

/**
 * Saves what is attached to articles. Until a file is whole it is called "NAME.part", with a note of where it comes
 * from beside it, so that what broke off goes on where it stopped, also in the next run.
 */
class DownloadService : public QObject
{
    Q_OBJECT
public:
    DownloadService(net::HttpClient &http, Workers &workers, QObject *parent = nullptr);
    ~DownloadService() override;

    /**
     * Fetches \a url into \a path, which is replaced when the new file is whole. AlreadyExists: it is being saved.
     * Else what a fetch can fail with, IncompleteBody, FileUnwritable, Cancelled.
     */
    QFuture<Result<void>> save(const QUrl &url, const QString &path);
    /** Ends it; what has come stays for the next time. */
    void stop(const QUrl &url);
    bool isSaving(const QUrl &url) const { return m_running.contains(url); }

Q_SIGNALS:
    /** \a total is -1 where the server does not say it. */
    void progress(const QUrl &url, qint64 received, qint64 total);
    void ended(const QUrl &url, const broadsheet::Result<void> &result);

private:
    class Download;

    net::HttpClient &m_http;
    Workers &m_workers;
    QHash<QUrl, Download *> m_running;
};

} // namespace broadsheet
