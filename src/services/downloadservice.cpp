// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloadservice.h"

#include "base/answer.h"
#include "base/url.h"
#include "net/httpclient.h"
#include "services/workers.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QPromise>

#include <filesystem>
#include <functional>
#include <utility>
#include <vector>

namespace broadsheet {

namespace {

/** What is known of the part of a file that is there. */
struct Part
{
    qint64 size = 0;
    QByteArray validator; ///< a strong ETag, else Last-Modified: RFC 9110 §13.1.5
};

QString partOf(const QString &path)
{
    return path + QStringLiteral(".part");
}

QString noteOf(const QString &path)
{
    return path + QStringLiteral(".part.json");
}

/** The part of an earlier try, if it is of the same address and can be gone on with. */
Part partThere(const QUrl &url, const QString &path)
{
    QFile note(noteOf(path));
    if (!note.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(note.readAll()).object();
    const QByteArray validator = object.value(QStringLiteral("validator")).toString().toUtf8();
    if (QUrl(object.value(QStringLiteral("url")).toString()) != url || validator.isEmpty())
        return {};
    return {QFile(partOf(path)).size(), validator};
}

Error unwritable(const QFile &file)
{
    return {ErrorCode::FileUnwritable, file.errorString(), file.fileName(), {}};
}

/** "bytes 1000-1999/5000" (RFC 9110 §14.4): where it begins, and the whole length or -1. */
std::pair<qint64, qint64> rangeOf(const QByteArray &header)
{
    const QByteArray range = header.trimmed().mid(header.trimmed().indexOf(' ') + 1);
    bool known = false;
    const qint64 total = range.mid(range.indexOf('/') + 1).toLongLong(&known);
    return {range.left(range.indexOf('-')).toLongLong(), known ? total : -1};
}

QByteArray validatorOf(const net::HttpResponse &head)
{
    const QByteArray etag = head.etag();
    return !etag.isEmpty() && !etag.startsWith("W/") ? etag : head.lastModified();
}

} // namespace

/** One file on its way. Pieces are written by one worker after the other, never on the thread of the window. */
class DownloadService::Download : public QObject
{
public:
    Download(DownloadService &service, const QUrl &url, const QString &path)
        : QObject(&service)
        , m_service(service)
        , m_url(url)
        , m_path(path)
        , m_file(std::make_shared<QFile>(partOf(path)))
    {
        m_promise.start();
    }

    QFuture<Result<void>> answer() const { return m_promise.future(); }

    void start()
    {
        whenAnswered(m_service.m_workers.run([url = m_url, path = m_path] { return partThere(url, path); }),
                     this, [this](const Part &part) {
                         m_part = part;
                         ask();
                     });
    }

    void stop() { m_transfer.cancel(); }

private:
    struct Sink : net::BodySink
    {
        explicit Sink(Download *download) : owner(download) {}
        bool begin(const net::HttpResponse &head) override { return owner && owner->begin(head); }
        bool write(const QByteArray &bytes) override { return owner && owner->write(bytes); }
        QPointer<Download> owner;
    };

    void ask()
    {
        net::HttpRequest request;
        request.url = m_url;
        request.sink = std::make_shared<Sink>(this);
        request.rangeFrom = m_part.size;
        request.ifRange = m_part.validator;
        m_transfer = m_service.m_http.get(request);
        auto *watcher = new QFutureWatcher<Result<net::HttpResponse>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
            watcher->deleteLater();
            arrived(m_transfer.resultCount() > 0
                        ? m_transfer.result()
                        : Result<net::HttpResponse>(Error{ErrorCode::Cancelled, {}, {}, {}}));
        });
        watcher->setFuture(m_transfer);
    }

    bool begin(const net::HttpResponse &head)
    {
        const auto [from, total] = rangeOf(head.header("Content-Range"));
        const bool goesOn = head.status == 206;
        if (goesOn && from != m_part.size)
            return false;
        m_received = goesOn ? m_part.size : 0;
        const QByteArray length = head.header("Content-Length");
        m_total = goesOn ? total : length.isEmpty() ? -1 : length.toLongLong();
        const QJsonObject note{{QStringLiteral("url"), m_url.toString(QUrl::FullyEncoded)},
                               {QStringLiteral("validator"), QString::fromUtf8(validatorOf(head))}};
        later([file = m_file, goesOn, path = m_path,
               text = QJsonDocument(note).toJson()]() -> std::optional<Error> {
            QFile about(noteOf(path));
            if (!about.open(QIODevice::WriteOnly) || about.write(text) != text.size())
                return unwritable(about);
            if (!file->open(goesOn ? QIODevice::Append : QIODevice::WriteOnly))
                return unwritable(*file);
            return {};
        });
        return true;
    }

    bool write(const QByteArray &bytes)
    {
        m_received += bytes.size();
        later([file = m_file, bytes]() -> std::optional<Error> {
            if (file->write(bytes) != bytes.size())
                return unwritable(*file);
            return {};
        });
        if (!m_told.isValid() || m_told.elapsed() > 200) {
            m_told.start();
            Q_EMIT m_service.progress(m_url, m_received, m_total);
        }
        return !m_failure;
    }

    void later(std::function<std::optional<Error>()> work)
    {
        m_waiting.push_back(std::move(work));
        goOn();
    }

    void goOn()
    {
        if (m_writing || (m_waiting.empty() && !m_arrived))
            return;
        if (m_waiting.empty())
            return end();
        m_writing = true;
        const auto works = std::exchange(m_waiting, {});
        const auto writing = m_service.m_workers.run([works]() -> std::optional<Error> {
            for (const auto &work : works) {
                if (auto error = work())
                    return error;
            }
            return {};
        });
        whenAnswered(writing, this, [this](const std::optional<Error> &error) {
            m_writing = false;
            if (error && !m_failure) {
                m_failure = error;
                m_waiting.clear();
                m_transfer.cancel();
            }
            goOn();
        });
    }

    void arrived(const Result<net::HttpResponse> &response)
    {
        m_arrived = true;
        if (!response && !m_failure) {
            m_failure = response.error();
        } else if (response) {
            const auto error = net::httpError(*response);
            // The file has changed there, or ours is longer than theirs: from the beginning, once.
            if (response->status == 416 && m_part.size > 0) {
                m_arrived = false;
                m_part = {};
                return ask();
            }
            if (error)
                m_failure = error;
            else if (!response->complete || (m_total >= 0 && m_received < m_total))
                m_failure = Error{ErrorCode::IncompleteBody, {}, displayUrl(m_url), {}};
        }
        goOn();
    }

    void end()
    {
        m_arrived = false;
        auto closing = m_service.m_workers.run([file = m_file, path = m_path, failure = m_failure,
                                                empty = m_received == 0]() -> std::optional<Error> {
            if (file->isOpen()) {
                file->close();
                if (file->error() != QFile::NoError && !failure)
                    return unwritable(*file);
            }
            if (failure)
                return failure;
            if (empty && !file->open(QIODevice::WriteOnly)) // a file may be empty
                return unwritable(*file);
            file->close();
            std::error_code failed;
            std::filesystem::rename(partOf(path).toStdString(), path.toStdString(), failed); // replaces
            if (failed)
                return Error{ErrorCode::FileUnwritable, QString::fromStdString(failed.message()), path, {}};
            QFile::remove(noteOf(path));
            return {};
        });
        whenAnswered(closing, this, [this](const std::optional<Error> &error) {
            m_service.m_running.remove(m_url);
            const Result<void> result = error ? Result<void>(*error) : Result<void>();
            m_promise.addResult(result);
            m_promise.finish();
            Q_EMIT m_service.ended(m_url, result);
            deleteLater();
        });
    }

    DownloadService &m_service;
    const QUrl m_url;
    const QString m_path;
    const std::shared_ptr<QFile> m_file;
    QPromise<Result<void>> m_promise;
    QFuture<Result<net::HttpResponse>> m_transfer;
    Part m_part;
    qint64 m_received = 0;
    qint64 m_total = -1;
    QElapsedTimer m_told;
    std::vector<std::function<std::optional<Error>()>> m_waiting;
    std::optional<Error> m_failure;
    bool m_writing = false;
    bool m_arrived = false;
};

DownloadService::DownloadService(net::HttpClient &http, Workers &workers, QObject *parent)
    : QObject(parent), m_http(http), m_workers(workers)
{
}

DownloadService::~DownloadService() = default;

QFuture<Result<void>> DownloadService::save(const QUrl &url, const QString &path)
{
    if (isSaving(url) || !isWebUrl(url)) {
        const auto code = isSaving(url) ? ErrorCode::AlreadyExists : ErrorCode::InvalidArgument;
        return QtFuture::makeReadyFuture(Result<void>(Error{code, {}, displayUrl(url), {}}));
    }
    auto *download = new Download(*this, url, path);
    m_running.insert(url, download);
    const auto answer = download->answer();
    download->start();
    return answer;
}

void DownloadService::stop(const QUrl &url)
{
    if (Download *download = m_running.value(url))
        download->stop();
}

} // namespace broadsheet
