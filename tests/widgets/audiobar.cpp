// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/audiobar.h"

#include "services/readingservice.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/teststore.h"
#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"

#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSlider>

using namespace broadsheet;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/** Does what it is told, in no time. */
class SilentPlayer : public AudioPlayer
{
public:
    void play(const QUrl &url, milliseconds start) override
    {
        played = url;
        now = start;
        become(State::Playing);
    }
    void resume() override { become(State::Playing); }
    void pause() override { become(State::Paused); }
    void stop() override { become(State::Stopped); }
    void seek(milliseconds position) override { reach(position); }
    void setSpeed(double wanted) override { speed = wanted; }
    State state() const override { return is; }
    milliseconds position() const override { return now; }
    milliseconds duration() const override { return 40min; }

    void become(State state)
    {
        is = state;
        Q_EMIT changed();
    }
    void reach(milliseconds position)
    {
        now = position;
        Q_EMIT positionChanged();
    }

    QUrl played;
    State is = State::Stopped;
    milliseconds now{0};
    double speed = 0;
};

const QUrl episode(QStringLiteral("https://cast.example/1.mp3"));

} // namespace

class AudioBarTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_world = std::make_unique<test::TestStore>();
        QVERIFY(m_world->open());
        m_settings = std::make_unique<Settings>(m_world->folder.path());
        m_appearance = std::make_unique<Appearance>(*m_settings);
        m_reading = std::make_unique<ReadingService>(*m_world->store);
        makeBar();
    }
    void cleanup()
    {
        m_bar.reset();
        m_reading.reset();
        m_appearance.reset();
        m_settings.reset();
        m_world.reset();
    }

    void playsFromWhereItWasLeft()
    {
        QVERIFY(!m_player); // nothing is made before it is needed
        QVERIFY(m_bar->isHidden());
        play();
        QCOMPARE(m_player->played, episode);
        QCOMPARE(m_player->now, 0ms);
        QVERIFY(!m_bar->isHidden());
        m_player->reach(12min);
        QTRY_COMPARE(kept(), 720'000);
        makeBar(); // the end of the program, and the next start
        play();
        QCOMPARE(m_player->now, 12min);
        QVERIFY(m_bar->findChildren<QLabel *>().constLast()->text().startsWith(QStringLiteral("12:00")));
    }

    void aSystemWithoutDecodersSaysSo()
    {
        AudioBar bar([] { return std::unique_ptr<AudioPlayer>(); }, *m_reading, *m_settings, *m_appearance);
        QSignalSpy failed(&bar, &AudioBar::failed);
        bar.play(episode, QStringLiteral("An episode"));
        bar.play(episode, QStringLiteral("An episode"));
        QCOMPARE(failed.size(), 2);
        QVERIFY(bar.isHidden());
    }

    void whatWasHeardToTheEndBeginsAnew()
    {
        play();
        m_player->reach(39min);
        QTRY_COMPARE(kept(), 2'340'000);
        Q_EMIT m_player->ended();
        QVERIFY(m_bar->isHidden());
        QTRY_COMPARE(kept(), 0);
        makeBar();
        play();
        QCOMPARE(m_player->now, 0ms);
    }

    void keysOfThePlayer()
    {
        play();
        button(QStringLiteral("30 seconds on"))->click();
        QCOMPARE(m_player->now, 30s);
        button(QStringLiteral("15 seconds back"))->click();
        QCOMPARE(m_player->now, 15s);
        button(QStringLiteral("15 seconds back"))->click();
        button(QStringLiteral("15 seconds back"))->click();
        QCOMPARE(m_player->now, 0ms);
        m_bar->findChild<QSlider *>()->setValue(60'000);
        QCOMPARE(m_player->now, 1min);
        button(QStringLiteral("Pause"))->click();
        QCOMPARE(m_player->is, AudioPlayer::State::Paused);
        button(QStringLiteral("Play"))->click();
        QCOMPARE(m_player->is, AudioPlayer::State::Playing);
        m_bar->play(episode, {}); // the same once more: a pause
        QCOMPARE(m_player->is, AudioPlayer::State::Paused);
        button(QStringLiteral("Stop and close"))->click();
        QVERIFY(m_bar->isHidden());
    }

    void speedIsRemembered()
    {
        play();
        QCOMPARE(m_player->speed, 1.0);
        m_bar->findChild<TextButton *>()->click();
        QCOMPARE(m_player->speed, 1.25);
        makeBar();
        play();
        QCOMPARE(m_player->speed, 1.25);
        QCOMPARE(m_bar->findChild<TextButton *>()->accessibleName(), QStringLiteral("Speed: 1.25 times"));
    }

    void whatCannotBePlayedIsTold()
    {
        play();
        QSignalSpy failed(m_bar.get(), &AudioBar::failed);
        m_player->become(AudioPlayer::State::Failed);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().toUrl(), episode);
        QVERIFY(m_bar->isHidden());
    }

    void recordings_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("recording");
        QTest::newRow("type") << QStringLiteral("https://a.example/x") << QStringLiteral("audio/mpeg")
                              << true;
        QTest::newRow("ending") << QStringLiteral("https://a.example/x.MP3?y=1") << QString() << true;
        QTest::newRow("film") << QStringLiteral("https://a.example/x.mp3") << QStringLiteral("video/mp4")
                              << false;
        QTest::newRow("page") << QStringLiteral("https://a.example/x.html") << QString() << false;
        QTest::newRow("local") << QStringLiteral("file:///etc/x.mp3") << QStringLiteral("audio/mpeg")
                               << false;
    }
    void recordings()
    {
        QFETCH(QString, url);
        QFETCH(QString, type);
        QTEST(isRecording(QUrl(url), type), "recording");
    }

private:
    void makeBar()
    {
        m_bar.reset();
        m_player = nullptr;
        m_bar = std::make_unique<AudioBar>(
            [this] {
                auto made = std::make_unique<SilentPlayer>();
                m_player = made.get();
                return made;
            },
            *m_reading, *m_settings, *m_appearance);
    }
    void play()
    {
        m_bar->play(episode, QStringLiteral("Tides"));
        QTRY_VERIFY(m_player && m_player->is == AudioPlayer::State::Playing);
    }
    /** Where the store says that listening stopped, ms. */
    qint64 kept() { return *test::answerOf(m_world->store->listeningPlace(episode)); }
    QAbstractButton *button(const QString &name) const
    {
        for (auto *button : m_bar->findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<test::TestStore> m_world;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<ReadingService> m_reading;
    std::unique_ptr<AudioBar> m_bar;
    SilentPlayer *m_player = nullptr;
};

BROADSHEET_TEST_MAIN(AudioBarTest, QApplication)
#include "audiobar.moc"
