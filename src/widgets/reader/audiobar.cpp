// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/audiobar.h"

#include "base/answer.h"
#include "services/readingservice.h"
#include "settings/settings.h"
#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <array>
#include <utility>

namespace broadsheet {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr std::array speeds{0.75, 1.0, 1.25, 1.5, 1.75, 2.0};
/** So much listening may be lost if the machine stops. */
constexpr milliseconds keptEvery = 10s;

/** "3:07", "1:02:45". */
QString clockOf(milliseconds time)
{
    const auto all = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    const QString seconds = QString::number(all % 60).rightJustified(2, u'0');
    if (all < 3600)
        return QString::number(all / 60) + u':' + seconds;
    return QString::number(all / 3600) + u':' + QString::number(all / 60 % 60).rightJustified(2, u'0') +
           u':' + seconds;
}

} // namespace

AudioBar::AudioBar(AudioPlayerMaker maker, ReadingService &reading, Settings &settings,
                   Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_maker(std::move(maker))
    , m_reading(reading)
    , m_settings(settings)
    , m_appearance(appearance)
{
    setAccessibleName(tr("Recording"));
    makeControls();
    restyle();
    hide();
    connect(&appearance, &Appearance::changed, this, &AudioBar::restyle);
}

AudioBar::~AudioBar()
{
    keepPosition();
}

void AudioBar::makeControls()
{
    m_back = new IconButton(m_appearance, icons::Name::Rewind, tr("15 seconds back"), this);
    m_play = new IconButton(m_appearance, icons::Name::Pause, tr("Pause"), this);
    m_forward = new IconButton(m_appearance, icons::Name::Forward, tr("30 seconds on"), this);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setAccessibleName(tr("Place in the recording"));
    m_slider->setMinimumWidth(120);
    m_slider->setPageStep(30'000);
    m_slider->setSingleStep(5'000);
    m_time = new QLabel(this);
    m_speed = new TextButton(m_appearance, TextButton::Kind::Quiet, QString(), this);
    m_close = new IconButton(m_appearance, icons::Name::Close, tr("Stop and close"), this);
    m_title->setFont(fonts::sans(13, QFont::Medium));
    m_time->setFont(fonts::sans(12));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 5, 10, 5);
    row->setSpacing(4);
    row->addWidget(m_back);
    row->addWidget(m_play);
    row->addWidget(m_forward);
    row->addSpacing(6);
    row->addWidget(m_title, 2);
    row->addSpacing(6);
    row->addWidget(m_slider, 3);
    row->addSpacing(6);
    row->addWidget(m_time);
    row->addWidget(m_speed);
    row->addWidget(m_close);

    connect(m_play, &QAbstractButton::clicked, this, &AudioBar::toggle);
    connect(m_back, &QAbstractButton::clicked, this, [this] { skip(-15s); });
    connect(m_forward, &QAbstractButton::clicked, this, [this] { skip(30s); });
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { m_player->seek(milliseconds(value)); });
    connect(m_speed, &QAbstractButton::clicked, this, &AudioBar::nextSpeed);
    connect(m_close, &QAbstractButton::clicked, this, &AudioBar::shut);
}

void AudioBar::makePlayer()
{
    m_player = m_maker();
    if (!m_player)
        return;
    connect(m_player.get(), &AudioPlayer::changed, this, &AudioBar::showState);
    connect(m_player.get(), &AudioPlayer::positionChanged, this, [this] {
        showPosition();
        if (std::chrono::abs(m_player->position() - m_kept) >= keptEvery)
            keepPosition();
    });
    connect(m_player.get(), &AudioPlayer::ended, this, [this] {
        // The next time it begins anew.
        m_reading.keepListeningPlace(m_url, 0);
        m_url.clear();
        shut();
    });
}

void AudioBar::play(const QUrl &url, const QString &title)
{
    if (url == m_url) {
        toggle();
        return;
    }
    if (!m_player)
        makePlayer();
    if (!m_player) {
        Q_EMIT failed(url);
        return;
    }
    keepPosition();
    m_url = url;
    m_title->setText(title);
    m_title->setToolTip(title);
    whenAnswered(m_reading.listeningPlace(url), this, [this, url](const Result<qint64> &place) {
        if (url == m_url)
            begin(url, milliseconds(place ? *place : 0));
    });
}

void AudioBar::begin(const QUrl &url, milliseconds start)
{
    m_kept = start;
    m_player->setSpeed(speeds[size_t(m_settings.listeningSpeed())]);
    m_player->play(url, start);
    if (m_url.isEmpty())
        return; // it failed at once
    show();
    showState();
    showPosition();
}

void AudioBar::toggle()
{
    if (m_player->state() == AudioPlayer::State::Playing ||
        m_player->state() == AudioPlayer::State::Loading) {
        m_player->pause();
        keepPosition();
    } else {
        m_player->resume();
    }
}

void AudioBar::skip(std::chrono::seconds by)
{
    const milliseconds end = m_player->duration() > 0ms ? m_player->duration() : milliseconds::max();
    m_player->seek(std::clamp<milliseconds>(m_player->position() + by, 0ms, end));
    showPosition();
}

void AudioBar::nextSpeed()
{
    const int index = (m_settings.listeningSpeed() + 1) % int(speeds.size());
    m_settings.setListeningSpeed(index);
    m_player->setSpeed(speeds[size_t(index)]);
    showState();
}

void AudioBar::showState()
{
    if (m_url.isEmpty())
        return;
    if (m_player->state() == AudioPlayer::State::Failed) {
        const QUrl url = m_url;
        shut();
        Q_EMIT failed(url);
        return;
    }
    const bool running =
        m_player->state() == AudioPlayer::State::Playing || m_player->state() == AudioPlayer::State::Loading;
    m_play->setIconName(running ? icons::Name::Pause : icons::Name::Play);
    m_play->setAccessibleName(running ? tr("Pause") : tr("Play"));
    m_play->setToolTip(m_play->accessibleName());
    const QString speed = QLocale().toString(speeds[size_t(m_settings.listeningSpeed())]);
    //: How fast a recording is played: "1.5×".
    m_speed->setText(tr("%1×").arg(speed));
    m_speed->setAccessibleName(tr("Speed: %1 times").arg(speed));
    m_speed->updateGeometry();
    const QSignalBlocker blocker(m_slider);
    m_slider->setEnabled(m_player->duration() > 0ms);
    m_slider->setMaximum(int(std::max<qint64>(1, m_player->duration().count())));
}

void AudioBar::showPosition()
{
    const QSignalBlocker blocker(m_slider);
    if (!m_slider->isSliderDown())
        m_slider->setValue(int(m_player->position().count()));
    const QString here = clockOf(m_player->position());
    m_time->setText(m_player->duration() > 0ms ? here + QStringLiteral(" / ") + clockOf(m_player->duration())
                                               : here);
}

void AudioBar::keepPosition()
{
    if (m_url.isEmpty() || m_player->position() == m_kept)
        return;
    m_kept = m_player->position();
    m_reading.keepListeningPlace(m_url, m_kept.count());
}

void AudioBar::shut()
{
    if (m_player->state() != AudioPlayer::State::Failed)
        keepPosition();
    m_url.clear();
    m_player->stop();
    hide();
}

void AudioBar::restyle()
{
    const Theme &theme = m_appearance.theme();
    for (const auto &[label, colour] : {std::pair{m_title, theme.text}, std::pair{m_time, theme.text3}}) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, colour);
        label->setPalette(palette);
    }
    update();
}

void AudioBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance.theme().list);
    painter.fillRect(QRect(0, 0, width(), 1), m_appearance.theme().hairline);
}

} // namespace broadsheet
