// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/reader/readingparts.h"

#include <QObject>
#include <QUrl>

namespace broadsheet {

class ArticleFoot;
class AudioBar;

/** What is attached to an article: played here if it is a recording, opened in its own program, or saved. */
class Attachments : public QObject
{
    Q_OBJECT
public:
    Attachments(const ReadingParts &parts, ArticleFoot &foot, AudioBar &audio, QObject *parent = nullptr);

    /** A recording within the text was clicked: plays it. False if \a url is none, or there is nothing to
     * play it. */
    bool playsHere(const QUrl &url);

Q_SIGNALS:
    /** It is to be opened in another program. */
    void outsideWanted(const QUrl &url);

private:
    void play(const QUrl &url);
    bool isRecordingAttached(const QUrl &url) const;
    void openMenu(const QUrl &url, QWidget *chip);
    void save(const QUrl &url);
    void keepSaving(const QUrl &url, const QString &path);

    ReadingParts m_parts;
    ArticleFoot &m_foot;
    AudioBar &m_audio;
};

} // namespace broadsheet
