// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/reader/audioplayer.h"

#include <QUrl>
#include <QWidget>

#include <chrono>

class QLabel;
class QSlider;

namespace broadsheet {

class Appearance;
class IconButton;
class ReadingService;
class Settings;
class TextButton;

/** The recording that is played, at the foot of the reading pane: it goes on while other articles are read.
 * Remembers where listening stopped, and how fast the reader listens. Hidden until something is played. */
class AudioBar : public QWidget
{
    Q_OBJECT
public:
    /** \a maker is asked when first something is played. */
    AudioBar(AudioPlayerMaker maker, ReadingService &reading, Settings &settings, Appearance &appearance,
             QWidget *parent = nullptr);
    ~AudioBar() override;

    bool canPlay() const { return bool(m_maker); }
    /** Plays \a url from where it was left; again: pauses it or goes on. \a title is what it is called. */
    void play(const QUrl &url, const QString &title);
    QUrl current() const { return m_url; }

Q_SIGNALS:
    /** It could not be played here. */
    void failed(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeControls();
    void makePlayer();
    void begin(const QUrl &url, std::chrono::milliseconds start);
    void toggle();
    void skip(std::chrono::seconds by);
    void nextSpeed();
    void showState();
    void showPosition();
    void keepPosition();
    void shut();
    void restyle();

    AudioPlayerMaker m_maker;
    std::unique_ptr<AudioPlayer> m_player; ///< nullptr: nothing was played yet
    ReadingService &m_reading;
    Settings &m_settings;
    Appearance &m_appearance;
    IconButton *m_play = nullptr;
    IconButton *m_back = nullptr;
    IconButton *m_forward = nullptr;
    IconButton *m_close = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_time = nullptr;
    QSlider *m_slider = nullptr;
    TextButton *m_speed = nullptr;
    QUrl m_url;
    std::chrono::milliseconds m_kept{0}; ///< what the store was told last
};

} // namespace broadsheet
