// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloadservice.h"

#include "net/httpclient.h"
#include "services/workers.h"
#include "support/testmain.h"
#include "support/testserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

QByteArray episode(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 131 + i / 977);
    return bytes;
}

/** A server of one file that knows ranges, as RFC 9110 §14 has them. */
struct World
{
    World()
    {
        server.route(QStringLiteral("/e.mp3"), [this](const TestRequest &request) {
            TestAnswer answer;
            answer.headers = {{"ETag", etag}, {"Content-Type", "audio/mpeg"}};
            answer.cutAfter = cutAfter;
            const QByteArray range = request.header("Range");
            if (range.isEmpty() || request.header("If-Range") != etag) {
                answer.body = bytes;
                return answer;
            }
            const qint64 from = range.mid(6).chopped(1).toLongLong();
            if (from >= bytes.size()) {
                answer.status = 416;
                return answer;
            }
            answer.status = 206;
            answer.headers.append({"Content-Range", "bytes " + QByteArray::number(from) + '-' +
                                                        QByteArray::number(bytes.size() - 1) + '/' +
                                                        QByteArray::number(bytes.size())});
            answer.body = bytes.mid(from);
            return answer;
        });
    }
    Result<void> save()
    {
        const auto answer = service.save(url, path());
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 20'000))
            return Error{};
        return answer.result();
    }
    QString path() const { return folder.filePath(QStringLiteral("e.mp3")); }
    QByteArray saved() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool isPartLeft() const { return QFile::exists(path() + QStringLiteral(".part")); }

    QByteArray bytes = episode(3'000'000);
    QByteArray etag = "\"one\"";
    qint64 cutAfter = -1;
    TestServer server;
    QTemporaryDir folder;
    net::HttpClient http;
    Workers workers;
    DownloadService service{http, workers};
    QUrl url = server.url(QStringLiteral("/e.mp3"));
};

} // namespace

class DownloadServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesAFile()
    {
        World w;
        QSignalSpy progress(&w.service, &DownloadService::progress);
        const auto done = w.save();
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
        QVERIFY(w.saved() == w.bytes);
        QVERIFY(!w.isPartLeft() && !QFile::exists(w.path() + QStringLiteral(".part.json")));
        QVERIFY(!progress.isEmpty());
        QCOMPARE(progress.last().at(2).toLongLong(), w.bytes.size());
        QVERIFY(!w.service.isSaving(w.url));
    }

    void goesOnWhereItBrokeOff()
    {
        World w;
        w.cutAfter = 1'000'000;
        auto done = w.save();
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::IncompleteBody);
        QVERIFY(w.isPartLeft() && !QFile::exists(w.path()));
        w.cutAfter = -1;
        QVERIFY(w.save());
        QVERIFY(w.saved() == w.bytes);
        QVERIFY(w.server.requests().last().header("Range").startsWith("bytes="));
        QVERIFY(w.server.requests().last().header("Range") != "bytes=0-");
    }

    void startsAnewWhereTheFileChanged()
    {
        World w;
        w.cutAfter = 1'000'000;
        QVERIFY(!w.save());
        w.cutAfter = -1;
        w.etag = "\"two\"";
        w.bytes = episode(2'000'000);
        std::reverse(w.bytes.begin(), w.bytes.end());
        QVERIFY(w.save());
        QVERIFY(w.saved() == w.bytes);
    }

    void aPartThatIsTooLongIsThrownAway()
    {
        World w;
        w.cutAfter = 1'000'000;
        QVERIFY(!w.save());
        w.cutAfter = -1;
        w.bytes = episode(500'000); // shorter, under the same name
        QVERIFY(w.save());
        QVERIFY(w.saved() == w.bytes);
    }

    void anOldFileStaysUntilTheNewOneIsWhole()
    {
        World w;
        QFile old(w.path());
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        w.cutAfter = 10;
        QVERIFY(!w.save());
        QCOMPARE(w.saved(), QByteArray("old"));
        w.cutAfter = -1;
        QVERIFY(w.save());
        QVERIFY(w.saved() == w.bytes);
    }

    void canBeStopped()
    {
        World w;
        TestAnswer slow;
        slow.headers = {{"ETag", "\"slow\""}};
        slow.body = QByteArray(5'000, 'x');
        slow.drip = std::chrono::milliseconds(5);
        w.server.route(QStringLiteral("/slow"), slow);
        w.url = w.server.url(QStringLiteral("/slow"));
        const auto answer = w.service.save(w.url, w.path());
        QSignalSpy progress(&w.service, &DownloadService::progress);
        QVERIFY(progress.wait());
        w.service.stop(w.url);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().code, ErrorCode::Cancelled);
        QVERIFY(w.isPartLeft());
        QVERIFY(!QFile::exists(w.path()));
    }

    void failures()
    {
        World w;
        QCOMPARE(w.service.save(QUrl(QStringLiteral("file:///etc/passwd")), w.path()).result().error().code,
                 ErrorCode::InvalidArgument);
        w.url = w.server.url(QStringLiteral("/missing"));
        auto done = w.save();
        QVERIFY(!done);
        QCOMPARE(done.error().number.value_or(0), 404);
        QVERIFY(!w.isPartLeft());
        w.url = w.server.url(QStringLiteral("/e.mp3"));
        const auto nowhere = w.service.save(w.url, w.folder.filePath(QStringLiteral("no/such/folder/e.mp3")));
        QTRY_VERIFY(nowhere.isFinished());
        QCOMPARE(nowhere.result().error().code, ErrorCode::FileUnwritable);
    }
};

BROADSHEET_TEST_MAIN(DownloadServiceTest, QCoreApplication)
#include "downloadservice.moc"
