// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/imageservice.h"

#include "base/answer.h"
#include "base/url.h"
#include "base/videostills.h"
#include "net/httpclient.h"
#include "net/metered.h"
#include "services/workers.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace broadsheet {

/** The folder of the cache. Used on the pool; what two threads do to one file at a time is decided by rename.
 */
struct ImageService::Cache
{
    QString folder;

    QString path(const QString &name) const
    {
        const QByteArray hash =
            QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().first(40);
        return folder + u'/' + QString::fromLatin1(hash.first(2)) + u'/' +
               QString::fromLatin1(hash.sliced(2));
    }

    Answer read(const QString &name) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::ReadOnly) || file.size() > maximumBytes)
            return Error{ErrorCode::NotFound, QStringLiteral("not in the cache"), name, {}};
        QByteArray bytes = file.readAll();
        // The time of the last use decides what goes when room is short.
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
        return bytes;
    }

    bool write(const QString &name, const QByteArray &bytes) const
    {
        const QString target = path(name);
        QDir().mkpath(QFileInfo(target).path());
        QSaveFile file(target);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    }

    qint64 usedBytes() const
    {
        qint64 sum = 0;
        for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            it.next();
            sum += it.fileInfo().size();
        }
        return sum;
    }

    /** Down to nine tenths of \a limit, where there is more. */
    void trim(qint64 limit) const
    {
        struct Entry
        {
            QDateTime used;
            qint64 size;
            QString path;
        };
        std::vector<Entry> entries;
        qint64 sum = 0;
        for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            it.next();
            const QFileInfo info = it.fileInfo();
            entries.push_back({info.lastModified(), info.size(), info.filePath()});
            sum += info.size();
        }
        if (sum <= limit)
            return;
        std::sort(entries.begin(), entries.end(),
                  [](const Entry &a, const Entry &b) { return a.used < b.used; });
        for (const Entry &entry : entries) {
            if (sum <= limit / 10 * 9)
                break;
            if (QFile::remove(entry.path))
                sum -= entry.size;
        }
    }
};

namespace {

QFuture<Result<QByteArray>> ready(Result<QByteArray> answer)
{
    QPromise<Result<QByteArray>> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

/** RFC 2397. Bitmaps only: an SVG could name other files. */
Result<QByteArray> fromDataUrl(const QUrl &url)
{
    const QByteArray text = url.toEncoded();
    const qsizetype comma = text.indexOf(',');
    const QByteArray head = text.left(qMax<qsizetype>(comma, 0)).toLower();
    if (comma < 0 || !head.startsWith("data:image/") || head.startsWith("data:image/svg"))
        return Error{ErrorCode::InvalidArgument, QStringLiteral("no bitmap in a data: address"), {}, {}};
    const QByteArray body = QByteArray::fromPercentEncoding(text.mid(comma + 1));
    return head.endsWith(";base64") ? QByteArray::fromBase64(body) : body;
}

} // namespace

ImageService::ImageService(net::HttpClient &http, Workers &workers, const QString &folder, qint64 limit,
                           QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_workers(workers)
    , m_cache(std::make_shared<const Cache>(Cache{folder}))
    , m_limit(limit)
    , m_metered(net::isMetered)
{
}

ImageService::~ImageService()
{
    for (const auto &waiting : std::as_const(m_waiting)) {
        for (auto &promise : *waiting) {
            promise.addResult(Error{ErrorCode::Cancelled, {}, {}, {}});
            promise.finish();
        }
    }
}

QFuture<Result<QByteArray>> ImageService::fetch(const QUrl &url)
{
    if (url.scheme() == u"data")
        return ready(fromDataUrl(url));
    if (!isWebUrl(url))
        return ready(
            Error{ErrorCode::InvalidArgument, QStringLiteral("not an address of a picture"), {}, {}});

    const bool onItsWay = m_waiting.contains(url);
    QPromise<Answer> promise;
    promise.start();
    auto future = promise.future();
    if (!onItsWay)
        m_waiting.insert(url, std::make_shared<std::vector<QPromise<Answer>>>());
    m_waiting.value(url)->push_back(std::move(promise));
    if (!onItsWay) {
        whenAnswered(m_workers.run([cache = m_cache, name = url.toString()] { return cache->read(name); }),
                     this, [this, url](const Answer &answer) {
                         if (answer)
                             finish(url, answer);
                         else
                             ask(url);
                     });
    }
    return future;
}

void ImageService::ask(const QUrl &url)
{
    if (isStillDescription(url))
        askDescription(url);
    else
        askPicture(url, url);
}

void ImageService::askDescription(const QUrl &description)
{
    constexpr qint64 longest = 256 * 1024; // with the markup of a player
    net::HttpRequest request;
    request.url = description;
    request.accept = "application/json";
    request.maxBytes = longest;
    m_http.get(request).then(this, [this, description](const Result<net::HttpResponse> &response) {
        if (!response)
            return finish(description, response.error());
        if (const auto error = net::httpError(*response))
            return finish(description, *error);
        const QUrl still = stillNamed(description, response->body);
        if (still.isEmpty()) {
            return finish(description, Error{ErrorCode::Unsupported,
                                             QStringLiteral("no still is named"),
                                             displayUrl(description),
                                             {}});
        }
        askPicture(still, description);
    });
}

/** \a wanted is the address that was asked for and under which the picture is kept. */
void ImageService::askPicture(const QUrl &picture, const QUrl &wanted)
{
    net::HttpRequest request;
    request.url = picture;
    request.accept = m_accept;
    request.maxBytes = maximumBytes;
    m_http.get(request).then(this, [this, wanted](const Result<net::HttpResponse> &response) {
        finish(wanted, taken(wanted, response));
    });
}

ImageService::Answer ImageService::taken(const QUrl &url, const Result<net::HttpResponse> &response)
{
    if (!response)
        return response.error();
    if (const auto error = net::httpError(*response))
        return *error;
    const QString type = response->contentType();
    if (!response->complete || response->body.isEmpty())
        return Error{ErrorCode::IncompleteBody, {}, displayUrl(url), {}};
    // Servers that know no better say octet-stream; a page of words is an answer of another kind.
    if (type.startsWith(u"text/", Qt::CaseInsensitive))
        return Error{ErrorCode::Unsupported, type, displayUrl(url), {}};
    keep(url.toString(), response->body);
    return response->body;
}

void ImageService::finish(const QUrl &url, const Answer &answer)
{
    const auto waiting = m_waiting.take(url); // an answer may lead to the next question for the same address
    for (auto &promise : *waiting) {
        promise.addResult(answer);
        promise.finish();
    }
}

QFuture<Result<QByteArray>> ImageService::kept(const QString &name)
{
    return m_workers.run([cache = m_cache, name] { return cache->read(name); });
}

void ImageService::keep(const QString &name, const QByteArray &bytes)
{
    // Looking through the folder costs more than a file: once a run, then after each sixteenth of the limit.
    m_addedSinceTrim += bytes.size();
    const bool trim = !m_trimmed || m_addedSinceTrim > m_limit / 16;
    if (trim) {
        m_trimmed = true;
        m_addedSinceTrim = 0;
    }
    m_workers.run([cache = m_cache, name, bytes, trim, limit = m_limit] {
        const bool written = cache->write(name, bytes);
        if (trim)
            cache->trim(limit);
        return written;
    });
}

void ImageService::setLimit(qint64 bytes)
{
    const bool trim = bytes < m_limit;
    m_limit = bytes;
    if (!trim)
        return;
    m_trimmed = true;
    m_addedSinceTrim = 0;
    m_workers.run([cache = m_cache, bytes] {
        cache->trim(bytes);
        return true;
    });
}

QFuture<qint64> ImageService::usedBytes() const
{
    return m_workers.run([cache = m_cache] { return cache->usedBytes(); });
}

QFuture<qint64> ImageService::clear()
{
    return m_workers.run([cache = m_cache] {
        cache->trim(0);
        return cache->usedBytes();
    });
}

} // namespace broadsheet
