// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/audioplayer.h"

#include "base/url.h"

#ifdef BROADSHEET_HAS_MULTIMEDIA
#include <QAudioOutput>
#include <QMediaFormat>
#include <QMediaPlayer>
#endif

#include <algorithm>
#include <utility>

namespace broadsheet {

#ifdef BROADSHEET_HAS_MULTIMEDIA

namespace {

using std::chrono::milliseconds;

class QtAudioPlayer : public AudioPlayer
{
public:
    QtAudioPlayer()
    {
        m_player.setAudioOutput(&m_output);
        connect(&m_player, &QMediaPlayer::playbackStateChanged, this, &AudioPlayer::changed);
        connect(&m_player, &QMediaPlayer::durationChanged, this, &AudioPlayer::changed);
        connect(&m_player, &QMediaPlayer::errorOccurred, this, &AudioPlayer::changed);
        connect(&m_player, &QMediaPlayer::positionChanged, this, &AudioPlayer::positionChanged);
        connect(&m_player, &QMediaPlayer::mediaStatusChanged, this, &QtAudioPlayer::statusChanged);
    }

    void play(const QUrl &url, milliseconds start) override
    {
        m_start = start;
        m_player.setSource(url);
        m_player.setPlaybackRate(m_speed);
        m_player.play();
    }
    void resume() override { m_player.play(); }
    void pause() override { m_player.pause(); }
    void stop() override
    {
        m_player.stop();
        m_player.setSource({});
    }
    void seek(milliseconds position) override { m_player.setPosition(position.count()); }
    void setSpeed(double speed) override
    {
        m_speed = speed;
        m_player.setPlaybackRate(speed);
    }

    State state() const override
    {
        if (m_player.error() != QMediaPlayer::NoError)
            return State::Failed;
        if (m_player.mediaStatus() == QMediaPlayer::LoadingMedia)
            return State::Loading;
        switch (m_player.playbackState()) {
        case QMediaPlayer::PlayingState:
            return State::Playing;
        case QMediaPlayer::PausedState:
            return State::Paused;
        case QMediaPlayer::StoppedState:
            break;
        }
        return State::Stopped;
    }
    milliseconds position() const override { return std::max(m_start, milliseconds(m_player.position())); }
    milliseconds duration() const override { return milliseconds(m_player.duration()); }

private:
    void statusChanged(QMediaPlayer::MediaStatus status)
    {
        // Only what is loaded can be sought in.
        if (status == QMediaPlayer::BufferedMedia || status == QMediaPlayer::LoadedMedia) {
            if (const milliseconds start = std::exchange(m_start, milliseconds(0)); start.count() > 0)
                m_player.setPosition(start.count());
        }
        if (status == QMediaPlayer::EndOfMedia)
            Q_EMIT ended();
        Q_EMIT changed();
    }

    QMediaPlayer m_player;
    QAudioOutput m_output;
    milliseconds m_start{0}; ///< where it is to begin, until that is so
    double m_speed = 1;
};

} // namespace

AudioPlayerMaker audioPlayerMaker()
{
    return []() -> std::unique_ptr<AudioPlayer> {
        // Without the parts that decode, which a system may lack, Qt's player brings the program down.
        if (QMediaFormat().supportedAudioCodecs(QMediaFormat::Decode).isEmpty())
            return nullptr;
        return std::make_unique<QtAudioPlayer>();
    };
}

#else

AudioPlayerMaker audioPlayerMaker()
{
    return {};
}

#endif

bool isRecording(const QUrl &url, const QString &mimeType)
{
    if (!isWebUrl(url))
        return false;
    if (!mimeType.isEmpty())
        return mimeType.startsWith(u"audio/");
    const QString name = url.fileName().toLower();
    static constexpr QLatin1String endings[] = {
        QLatin1String(".mp3"),  QLatin1String(".m4a"), QLatin1String(".ogg"), QLatin1String(".oga"),
        QLatin1String(".opus"), QLatin1String(".aac"), QLatin1String(".wav"), QLatin1String(".flac")};
    return std::ranges::any_of(endings, [&name](QLatin1String ending) { return name.endsWith(ending); });
}

} // namespace broadsheet
