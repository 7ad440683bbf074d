// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace broadsheet {

/** Plays one recording. What plays it is Qt Multimedia, where the program was built with it; tests have their
 * own. */
class AudioPlayer : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, Loading, Playing, Paused, Failed };

    using QObject::QObject;

    /** Another recording, from \a start on; it begins to play. */
    virtual void play(const QUrl &url, std::chrono::milliseconds start) = 0;
    virtual void resume() = 0;
    virtual void pause() = 0;
    virtual void stop() = 0;
    virtual void seek(std::chrono::milliseconds position) = 0;
    /** 1 is as recorded. */
    virtual void setSpeed(double speed) = 0;

    virtual State state() const = 0;
    virtual std::chrono::milliseconds position() const = 0;
    /** Zero: not known. */
    virtual std::chrono::milliseconds duration() const = 0;

Q_SIGNALS:
    /** State or duration. */
    void changed();
    void positionChanged();
    /** It was heard to its end. */
    void ended();
};

/** Makes a player when one is first needed: that takes a while. Null where the system cannot play anything. */
using AudioPlayerMaker = std::function<std::unique_ptr<AudioPlayer>()>;
/** Empty where the program was built without Qt Multimedia: recordings open in another program then. */
AudioPlayerMaker audioPlayerMaker();

/** A recording by its type or the ending of its name. */
bool isRecording(const QUrl &url, const QString &mimeType = {});

} // namespace broadsheet
