// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/imagepolicy.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

class QSettings;

namespace broadsheet {

enum class ColorScheme { System, Light, Dark, Sepia };
enum class ReadingFace { Serif, Sans };
enum class ColumnWidth { Narrow, Normal, Wide };
enum class MarkRead { AfterMoment, AtOnce, Never, ScrolledPast }; ///< the last: after a moment, too

/**
 * What the reader set, in an INI file below the profile. Typed access and one signal for each; all keys and
 * defaults stand in one table in settings.cpp. Main thread only; tests give it a temporary folder.
 */
class Settings : public QObject
{
    Q_OBJECT
public:
    /** \a profile: the folder; the file is settings.ini in it. */
    explicit Settings(const QString &profile, QObject *parent = nullptr);
    ~Settings() override;

    ColorScheme colorScheme() const;
    void setColorScheme(ColorScheme scheme);
    ReadingFace readingFace() const;
    void setReadingFace(ReadingFace face);
    /** Index into the six reading sizes 16, 17.5, 19, 21, 23, 26 px. */
    int readingSize() const;
    void setReadingSize(int index);
    /** Index into the line heights 1.4, 1.48, 1.56, 1.66, 1.8 of the body's size. */
    int lineSpacing() const;
    void setLineSpacing(int index);
    /** Index into narrow, usual and wide gaps between paragraphs. */
    int paragraphSpacing() const;
    void setParagraphSpacing(int index);
    /** Index into the speeds 0.75, 1, 1.25, 1.5, 1.75, 2 of what is listened to. */
    int listeningSpeed() const;
    void setListeningSpeed(int index);
    ColumnWidth columnWidth() const;
    void setColumnWidth(ColumnWidth width);
    bool justifyText() const;
    void setJustifyText(bool justify);
    /** Long lines of code wrap; else each block of code is moved sideways. */
    bool wrapCode() const;
    void setWrapCode(bool wrap);
    ImagePolicy imagePolicy() const;
    void setImagePolicy(ImagePolicy policy);
    /** How much room pictures may take on the disk. */
    int pictureMegabytes() const;
    void setPictureMegabytes(int megabytes);
    MarkRead markRead() const;
    void setMarkRead(MarkRead when);
    bool singleKeys() const;
    void setSingleKeys(bool on);
    bool compactList() const;
    void setCompactList(bool compact);
    bool syncAtStart() const;
    void setSyncAtStart(bool on);
    /** Zero: never by itself. */
    std::chrono::minutes syncInterval() const;
    void setSyncInterval(std::chrono::minutes interval);
    /** How long articles are kept, and how many of a feed; 0: no limit. A feed or category may wish otherwise. */
    int keepDays() const;
    void setKeepDays(int days);
    int keepCount() const;
    void setKeepCount(int count);
    /** Unread ones stay, however old. */
    bool keepUnread() const;
    void setKeepUnread(bool keep);
    /** Also where the connection is paid by volume. */
    bool syncOnMetered() const;
    void setSyncOnMetered(bool on);
    /** '' the system's, 'direct', or an address such as socks5://host:port. */
    QString proxy() const;
    void setProxy(const QString &proxy);
    QString commentName() const;
    void setCommentName(const QString &name);
    /** Other names under which the reader writes, to choose from. */
    QStringList otherCommentNames() const;
    void setOtherCommentNames(const QStringList &names);
    /** Ask Discourse, Lobsters, Hacker News, Reddit and Mastodon for the discussion of an article. */
    bool discussionSites() const;
    void setDiscussionSites(bool on);
    /** Look which articles tell one event. */
    bool findStories() const;
    void setFindStories(bool on);
    /** What is read and starred counts in the order of the front page. */
    bool rankByInterest() const;
    void setRankByInterest(bool on);
    bool reduceMotion() const;
    void setReduceMotion(bool on);

Q_SIGNALS:
    void colorSchemeChanged();
    /** Face, size, spacing, column, justification or the lines of code. */
    void readingStyleChanged();
    void imagePolicyChanged();
    void pictureMegabytesChanged();
    void markReadChanged();
    void singleKeysChanged();
    void compactListChanged();
    void syncChanged();
    /** Age, number or unread ones. */
    void retentionChanged();
    void proxyChanged();
    /** The name, or the others. */
    void commentNameChanged();
    void discussionSitesChanged();
    /** Found or not, and how they are ranked. */
    void storiesChanged();
    void reduceMotionChanged();

private:
    std::unique_ptr<QSettings> m_file;
};

} // namespace broadsheet
