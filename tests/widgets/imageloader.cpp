// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/imageloader.h"
#include "base/videostills.h"
#include "net/httpclient.h"
#include "services/imageservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "support/testserver.h"
#include "widgets/reader/imagedecoder.h"

#include <QApplication>
#include <QBuffer>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace broadsheet;
using State = ImageLoader::State;

namespace {

QByteArray png(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

class ImageLoaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The libraries of the formats complain about broken pictures in their own words.
        if (QByteArrayView(QTest::currentTestFunction()) != "hostileBytesAreRefused")
            QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->path());
        m_workers = std::make_unique<Workers>();
        m_server = std::make_unique<test::TestServer>();
        m_http = std::make_unique<net::HttpClient>();
        renew();
        test::TestAnswer answer;
        answer.headers = {{"Content-Type", "image/png"}};
        answer.body = png(1320, 740);
        m_server->route(QStringLiteral("/a.png"), answer);
    }
    void cleanup()
    {
        m_loader.reset();
        m_service.reset();
        m_http.reset();
        m_server.reset();
        m_settings.reset();
        m_workers.reset(); // waits for what is being written to the folder
    }

    void picturesAreScaledToTheirBox()
    {
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1).state, State::Loading);
        wait();
        const auto picture = m_loader->picture(address(), {660, 720}, 1);
        QCOMPARE(picture.state, State::Ready);
        QCOMPARE(picture.pixmap.size(), QSize(660, 370));
        QCOMPARE(m_loader->knownSize(address()), QSize(1320, 740));
    }

    void smallPicturesAreNotEnlarged()
    {
        test::TestAnswer answer;
        answer.body = png(40, 30);
        m_server->route(QStringLiteral("/small.png"), answer);
        const QUrl url = m_server->url(QStringLiteral("/small.png"));
        m_loader->picture(url, {660, 720}, 2);
        wait();
        QCOMPARE(m_loader->picture(url, {660, 720}, 2).pixmap.size(), QSize(40, 30));
    }

    void theDiskIsAskedBeforeTheNetwork()
    {
        m_loader->picture(address(), {660, 720}, 1);
        wait();
        // The file is written on the pool after the answer.
        QTRY_VERIFY(QDirIterator(m_folder->path() + QStringLiteral("/images"), QDir::Files,
                                 QDirIterator::Subdirectories)
                        .hasNext());
        renew();
        m_loader->picture(address(), {660, 720}, 1);
        wait();
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1).state, State::Ready);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void policiesAreObeyed()
    {
        m_settings->setImagePolicy(ImagePolicy::Never);
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1).state, State::Refused);
        m_settings->setImagePolicy(ImagePolicy::Ask);
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1).state, State::Waiting);
        QVERIFY(m_loader->thumbnail(address(), {76, 76}, 7, 1).isNull());
        m_loader->allow(address());
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1).state, State::Loading);
        wait();
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1).state, State::Ready);
    }

    void nothingButWebAndBitmapDataIsLoaded_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"file", "qrc", "relative", "svg data"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void nothingButWebAndBitmapDataIsLoaded()
    {
        QFETCH(QString, kind);
        const QString path = m_folder->filePath(QStringLiteral("secret.png"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(png(8, 8));
        file.close();
        QUrl url = QUrl::fromLocalFile(path);
        if (kind == u"qrc")
            url = QUrl(QStringLiteral("qrc:/fonts/Inter-Regular.ttf"));
        else if (kind == u"relative")
            url = QUrl(QStringLiteral("secret.png"));
        else if (kind == u"svg data")
            url = QUrl(QStringLiteral("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"));
        State state = m_loader->picture(url, {660, 720}, 1).state;
        if (state == State::Loading) {
            wait();
            state = m_loader->picture(url, {660, 720}, 1).state;
        }
        QVERIFY(state == State::Refused || state == State::Failed);
    }

    void dataBitmapsNeedNoNetwork()
    {
        const QUrl url(QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png(12, 9).toBase64()));
        m_settings->setImagePolicy(ImagePolicy::Never);
        m_loader->picture(url, {660, 720}, 1);
        wait();
        QCOMPARE(m_loader->picture(url, {660, 720}, 1).pixmap.size(), QSize(12, 9));
        QCOMPARE(m_server->requests().size(), 0);
    }

    /** What PeerTube and Vimeo do not tell by an address, they tell when asked. */
    void aVideosStillIsFoundByItsDescription()
    {
        const QString page = QStringLiteral("/w/9c9de5e8-0a1e-484a-b099-e80766180a6d");
        const QUrl still = stillDescription(m_server->url(page));
        test::TestAnswer description;
        description.headers = {{"Content-Type", "application/json"}};
        description.body = "{\"type\":\"video\",\"thumbnail_url\":\"" +
                           m_server->url(QStringLiteral("/a.png")).toEncoded() + "\"}";
        m_server->route(QStringLiteral("/services/oembed"), description);

        QCOMPARE(m_loader->picture(still, {660, 720}, 1, ImagePolicy::Ask).state, State::Waiting);
        QCOMPARE(m_loader->picture(still, {660, 720}, 1, ImagePolicy::Never).state, State::Refused);
        QCOMPARE(m_server->requests().size(), 0);
        m_loader->picture(still, {660, 720}, 1);
        wait();
        QCOMPARE(m_loader->picture(still, {660, 720}, 1).pixmap.size(), QSize(660, 370));
        QCOMPARE(m_server->requests().size(), 2);
        const test::TestRequest asked = m_server->requests().constFirst();
        QCOMPARE(asked.header("Accept"), "application/json");
        QVERIFY(!asked.has("Cookie") && !asked.has("Referer"));

        // It is kept as any other picture.
        QTRY_VERIFY(QDirIterator(m_folder->path() + QStringLiteral("/images"), QDir::Files,
                                 QDirIterator::Subdirectories)
                        .hasNext());
        renew();
        m_loader->picture(still, {660, 720}, 1);
        wait();
        QCOMPARE(m_loader->picture(still, {660, 720}, 1).state, State::Ready);
        QCOMPARE(m_server->requests().size(), 2);
    }

    void aDescriptionThatLeadsElsewhereIsNotFollowed()
    {
        test::TestServer other;
        const QUrl still =
            stillDescription(m_server->url(QStringLiteral("/w/9c9de5e8-0a1e-484a-b099-e80766180a6d")));
        test::TestAnswer description;
        description.body = "{\"thumbnail_url\":\"" + other.url(QStringLiteral("/a.png")).toEncoded() + "\"}";
        m_server->route(QStringLiteral("/services/oembed"), description);
        m_loader->picture(still, {660, 720}, 1);
        wait();
        QCOMPARE(m_loader->picture(still, {660, 720}, 1).state, State::Failed);
        QCOMPARE(other.requests().size(), 0);
    }

    void failuresAreToldAndNotTriedAgain()
    {
        const QUrl url = m_server->url(QStringLiteral("/missing.png"));
        m_loader->picture(url, {660, 720}, 1);
        wait();
        QCOMPARE(m_loader->picture(url, {660, 720}, 1).state, State::Failed);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void failuresAreTriedAgainAfterAWhile()
    {
        const QUrl url = m_server->url(QStringLiteral("/later.png"));
        m_loader->picture(url, {660, 720}, 1);
        wait();
        QVERIFY(m_loader->hasFailed(url));
        test::TestAnswer answer;
        answer.body = png(40, 30);
        m_server->route(QStringLiteral("/later.png"), answer);
        m_clock.advance(std::chrono::seconds(30));
        QCOMPARE(m_loader->picture(url, {660, 720}, 1).state, State::Failed);
        m_clock.advance(std::chrono::seconds(40));
        QCOMPARE(m_loader->picture(url, {660, 720}, 1).state, State::Loading);
        wait();
        QCOMPARE(m_loader->picture(url, {660, 720}, 1).state, State::Ready);
        QVERIFY(!m_loader->hasFailed(url));
    }

    void aFeedsWordCountsMore()
    {
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1, ImagePolicy::Never).state, State::Refused);
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1, ImagePolicy::Ask).state, State::Waiting);
        QVERIFY(m_loader->isHeldBack(address(), ImagePolicy::Ask));
        QVERIFY(!m_loader->isRefused(address(), ImagePolicy::Ask));
        m_settings->setImagePolicy(ImagePolicy::Never);
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1, ImagePolicy::Always).state, State::Loading);
        wait();
        QCOMPARE(m_server->requests().size(), 1);
    }

    void meteredConnectionsWaitForAWord()
    {
        bool metered = true;
        m_service->setMeteredProbe([&metered] { return metered; });
        m_settings->setImagePolicy(ImagePolicy::Unmetered);
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1).state, State::Waiting);
        metered = false;
        QCOMPARE(m_loader->picture(address(), {660, 720}, 1).state, State::Loading);
        wait();
    }

    void bytesObeyThePolicyToo()
    {
        m_settings->setImagePolicy(ImagePolicy::Never);
        auto answer = m_loader->bytes(address());
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(!answer.result());
        QVERIFY(m_server->requests().isEmpty());
    }

    void sizesAreKnownInTheNextRun()
    {
        PictureSizes sizes;
        QVERIFY(sizes.remember(address(), {1320, 740}));
        QVERIFY(!sizes.remember(address(), {1320, 740}));
        PictureSizes next;
        next.remember(QUrl(QStringLiteral("https://a.example/newer.png")), {3, 4});
        next.add(sizes.toBytes());
        QCOMPARE(next.of(address()), std::optional(QSize(1320, 740)));
        QCOMPARE(next.of(QUrl(QStringLiteral("https://a.example/newer.png"))), std::optional(QSize(3, 4)));
        next.add("nonsense");
        next.add(sizes.toBytes().first(15));
        QCOMPARE(next.of(address()), std::optional(QSize(1320, 740)));
    }

    void thumbnailsAreCroppedSquares()
    {
        QSignalSpy ready(m_loader.get(), &ThumbnailLoader::ready);
        QVERIFY(m_loader->thumbnail(address(), {76, 76}, 7, 2).isNull());
        QVERIFY(ready.wait());
        const QPixmap pixmap = m_loader->thumbnail(address(), {76, 76}, 7, 2);
        QCOMPARE(pixmap.size(), QSize(152, 152));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
        QCOMPARE(pixmap.toImage().pixelColor(0, 0).alpha(), 0);
    }

    void hostileBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("svg") << QByteArray(
            "<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>");
        QTest::newRow("cut") << png(50, 50).first(40);
        QByteArray vast = png(10, 10);
        vast.replace(16, 8, QByteArray::fromHex("0001000000010000")); // 65536 × 65536
        QTest::newRow("vast") << vast;
    }
    void hostileBytesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!imagedecoder::decode(bytes, {660, 720}));
    }

    void theCacheKeepsWithinItsLimit()
    {
        m_service = std::make_unique<ImageService>(*m_http, *m_workers,
                                                   m_folder->filePath(QStringLiteral("small")), 1000);
        for (int i = 0; i < 8; ++i)
            m_service->keep(QString::number(i), QByteArray(300, 'x'));
        QTRY_VERIFY(sizeOf(m_folder->filePath(QStringLiteral("small"))) <= 1000);
    }

    void theLimitIsTheReaders()
    {
        const QString folder = m_folder->filePath(QStringLiteral("images"));
        for (int i = 0; i < 3; ++i)
            m_service->keep(QString::number(i), QByteArray(700 * 1024, 'x'));
        QTRY_COMPARE(sizeOf(folder), 3 * 700 * 1024);
        m_settings->setPictureMegabytes(1);
        QTRY_COMPARE(sizeOf(folder), 700 * 1024);
        QTRY_COMPARE(m_loader->keptBytes().result(), 700 * 1024);
        QCOMPARE(m_loader->forgetKept().result(), 0);
        QCOMPARE(sizeOf(folder), 0);
    }

private:
    test::FakeClock m_clock;
    QUrl address() const { return m_server->url(QStringLiteral("/a.png")); }
    void renew()
    {
        m_loader.reset();
        m_service =
            std::make_unique<ImageService>(*m_http, *m_workers, m_folder->filePath(QStringLiteral("images")));
        m_loader = std::make_unique<ImageLoader>(*m_service, *m_workers, *m_settings, m_clock);
    }
    void wait()
    {
        QSignalSpy changed(m_loader.get(), &ImageLoader::pictureChanged);
        QVERIFY(changed.wait());
    }
    static qint64 sizeOf(const QString &folder)
    {
        qint64 sum = 0;
        for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            it.next();
            sum += it.fileInfo().size();
        }
        return sum;
    }

    std::unique_ptr<Workers> m_workers;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<test::TestServer> m_server;
    std::unique_ptr<net::HttpClient> m_http;
    std::unique_ptr<ImageService> m_service;
    std::unique_ptr<ImageLoader> m_loader;
};

BROADSHEET_TEST_MAIN(ImageLoaderTest, QApplication)
#include "imageloader.moc"
