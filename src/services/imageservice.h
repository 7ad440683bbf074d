// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace broadsheet {

class Workers;
namespace net {
class HttpClient;
struct HttpResponse;
} // namespace net

/**
 * The bytes of pictures, from a cache on the disk or the network; nothing here decodes them. No cookies, no
 * referrer. Main thread; the disk is touched on the pool.
 */
class ImageService : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 maximumBytes = 20 * 1024 * 1024; ///< of one picture

    /** \a folder may be removed at any time; \a limit is in bytes, the longest unused files go first. */
    ImageService(net::HttpClient &http, Workers &workers, const QString &folder,
                 qint64 limit = 256 * 1024 * 1024, QObject *parent = nullptr);
    ~ImageService() override;

    /**
     * http(s) and data: with a bitmap, else InvalidArgument. Errors of the network as HttpClient tells them,
     * Unsupported for an answer that says it is no picture. Who asks while the same address is on its way
     * shares the answer. For an address that tells where a video's still is (base/videostills), the still.
     */
    QFuture<Result<QByteArray>> fetch(const QUrl &url);

    /** What keep() stored under \a name, else NotFound. */
    QFuture<Result<QByteArray>> kept(const QString &name);
    /** Stores something made from a picture, such as a small copy. */
    void keep(const QString &name, const QByteArray &bytes);

    /** The limit of the cache from now on, in bytes; what is too much goes at once. */
    void setLimit(qint64 bytes);
    /** How many bytes the cache has on the disk. */
    QFuture<qint64> usedBytes() const;
    /** Takes everything out of the cache; what is left of it in bytes. */
    QFuture<qint64> clear();

    /** Whether the connection is paid by volume, as the desktop says. */
    bool isMetered() const { return m_metered(); }
    /** What servers that have a picture in several formats are told: those that can be decoded here. */
    void setAcceptedTypes(const QByteArray &types) { m_accept = types; }
    /** Asked instead of the desktop. */
    void setMeteredProbe(std::function<bool()> probe) { m_metered = std::move(probe); }

private:
    using Answer = Result<QByteArray>;
    struct Cache;
    void ask(const QUrl &url);
    void askDescription(const QUrl &description);
    void askPicture(const QUrl &picture, const QUrl &wanted);
    Answer taken(const QUrl &url, const Result<net::HttpResponse> &response);
    void finish(const QUrl &url, const Answer &answer);

    net::HttpClient &m_http;
    Workers &m_workers;
    std::shared_ptr<const Cache> m_cache;
    qint64 m_limit;
    QHash<QUrl, std::shared_ptr<std::vector<QPromise<Answer>>>> m_waiting;
    std::function<bool()> m_metered;
    QByteArray m_accept = "image/png,image/jpeg,image/gif,image/*;q=0.5";
    qint64 m_addedSinceTrim = 0;
    bool m_trimmed = false;
};

} // namespace broadsheet
