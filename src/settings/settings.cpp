// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QDir>
#include <QSettings>
#include <QUrl>

namespace broadsheet {

namespace {

/** Every key and its default: the one table. Enumerations are kept as numbers within their range. */
struct Key
{
    const char *name;
    QVariant fallback;
};

const Key colorSchemeKey{"appearance/colorScheme", int(ColorScheme::System)};
const Key reduceMotionKey{"appearance/reduceMotion", false};
const Key compactListKey{"list/compact", false};
const Key markReadKey{"list/markRead", int(MarkRead::AfterMoment)};
const Key singleKeysKey{"keyboard/singleKeys", true};
const Key readingFaceKey{"reading/face", int(ReadingFace::Serif)};
const Key readingSizeKey{"reading/size", 2};
const Key lineSpacingKey{"reading/lineSpacing", 2};
const Key paragraphSpacingKey{"reading/paragraphSpacing", 1};
const Key listeningSpeedKey{"listening/speed", 1};
const Key columnWidthKey{"reading/column", int(ColumnWidth::Normal)};
const Key justifyTextKey{"reading/justify", false};
const Key wrapCodeKey{"reading/wrapCode", true};
const Key imagePolicyKey{"reading/images", int(ImagePolicy::Always)};
const Key pictureMegabytesKey{"reading/pictureMegabytes", 256};
const Key syncAtStartKey{"sync/atStart", true};
const Key syncIntervalKey{"sync/intervalMinutes", 30};
const Key keepDaysKey{"keeping/days", 0};
const Key keepCountKey{"keeping/count", 0};
const Key keepUnreadKey{"keeping/unread", true};
const Key syncOnMeteredKey{"sync/onMetered", false};
const Key proxyKey{"network/proxy", QString()};
const Key commentNameKey{"comments/name", QString()};
const Key otherCommentNamesKey{"comments/otherNames", QStringList()};
const Key discussionSitesKey{"comments/knownSites", false};
const Key findStoriesKey{"stories/find", true};
const Key rankByInterestKey{"stories/byInterest", true};

constexpr int mostMegabytes = 1024 * 1024;

QVariant read(const QSettings &file, const Key &key)
{
    const QVariant value = file.value(QLatin1String(key.name), key.fallback);
    // A value that a person mistyped in the file counts as not set.
    return value.canConvert(key.fallback.metaType()) ? value : key.fallback;
}

int readNumber(const QSettings &file, const Key &key, int highest)
{
    bool ok = false;
    const int number = read(file, key).toInt(&ok);
    return ok && number >= 0 && number <= highest ? number : key.fallback.toInt();
}

/** True if the value is another one than before. */
bool write(QSettings &file, const Key &key, const QVariant &value)
{
    if (read(file, key).toString() == value.toString())
        return false;
    file.setValue(QLatin1String(key.name), value);
    return true;
}

} // namespace

Settings::Settings(const QString &profile, QObject *parent)
    : QObject(parent)
    , m_file(std::make_unique<QSettings>(QDir(profile).filePath(QStringLiteral("settings.ini")),
                                         QSettings::IniFormat))
{
}

Settings::~Settings() = default;

ColorScheme Settings::colorScheme() const
{
    return ColorScheme(readNumber(*m_file, colorSchemeKey, int(ColorScheme::Sepia)));
}
void Settings::setColorScheme(ColorScheme scheme)
{
    if (write(*m_file, colorSchemeKey, int(scheme)))
        Q_EMIT colorSchemeChanged();
}

ReadingFace Settings::readingFace() const
{
    return ReadingFace(readNumber(*m_file, readingFaceKey, int(ReadingFace::Sans)));
}
void Settings::setReadingFace(ReadingFace face)
{
    if (write(*m_file, readingFaceKey, int(face)))
        Q_EMIT readingStyleChanged();
}

int Settings::readingSize() const
{
    return readNumber(*m_file, readingSizeKey, 5);
}
void Settings::setReadingSize(int index)
{
    if (write(*m_file, readingSizeKey, qBound(0, index, 5)))
        Q_EMIT readingStyleChanged();
}

int Settings::lineSpacing() const
{
    return readNumber(*m_file, lineSpacingKey, 4);
}
void Settings::setLineSpacing(int index)
{
    if (write(*m_file, lineSpacingKey, qBound(0, index, 4)))
        Q_EMIT readingStyleChanged();
}

int Settings::listeningSpeed() const
{
    return readNumber(*m_file, listeningSpeedKey, 5);
}
void Settings::setListeningSpeed(int index)
{
    write(*m_file, listeningSpeedKey, qBound(0, index, 5));
}

int Settings::paragraphSpacing() const
{
    return readNumber(*m_file, paragraphSpacingKey, 2);
}
void Settings::setParagraphSpacing(int index)
{
    if (write(*m_file, paragraphSpacingKey, qBound(0, index, 2)))
        Q_EMIT readingStyleChanged();
}

ColumnWidth Settings::columnWidth() const
{
    return ColumnWidth(readNumber(*m_file, columnWidthKey, int(ColumnWidth::Wide)));
}
void Settings::setColumnWidth(ColumnWidth width)
{
    if (write(*m_file, columnWidthKey, int(width)))
        Q_EMIT readingStyleChanged();
}

bool Settings::justifyText() const
{
    return read(*m_file, justifyTextKey).toBool();
}
void Settings::setJustifyText(bool justify)
{
    if (write(*m_file, justifyTextKey, justify))
        Q_EMIT readingStyleChanged();
}

bool Settings::wrapCode() const
{
    return read(*m_file, wrapCodeKey).toBool();
}
void Settings::setWrapCode(bool wrap)
{
    if (write(*m_file, wrapCodeKey, wrap))
        Q_EMIT readingStyleChanged();
}

ImagePolicy Settings::imagePolicy() const
{
    return ImagePolicy(readNumber(*m_file, imagePolicyKey, int(ImagePolicy::Unmetered)));
}
void Settings::setImagePolicy(ImagePolicy policy)
{
    if (write(*m_file, imagePolicyKey, int(policy)))
        Q_EMIT imagePolicyChanged();
}

int Settings::pictureMegabytes() const
{
    return readNumber(*m_file, pictureMegabytesKey, mostMegabytes);
}
void Settings::setPictureMegabytes(int megabytes)
{
    if (write(*m_file, pictureMegabytesKey, qBound(0, megabytes, mostMegabytes)))
        Q_EMIT pictureMegabytesChanged();
}

MarkRead Settings::markRead() const
{
    return MarkRead(readNumber(*m_file, markReadKey, int(MarkRead::ScrolledPast)));
}
void Settings::setMarkRead(MarkRead when)
{
    if (write(*m_file, markReadKey, int(when)))
        Q_EMIT markReadChanged();
}

bool Settings::singleKeys() const
{
    return read(*m_file, singleKeysKey).toBool();
}
void Settings::setSingleKeys(bool on)
{
    if (write(*m_file, singleKeysKey, on))
        Q_EMIT singleKeysChanged();
}

bool Settings::compactList() const
{
    return read(*m_file, compactListKey).toBool();
}
void Settings::setCompactList(bool compact)
{
    if (write(*m_file, compactListKey, compact))
        Q_EMIT compactListChanged();
}

bool Settings::syncAtStart() const
{
    return read(*m_file, syncAtStartKey).toBool();
}
void Settings::setSyncAtStart(bool on)
{
    if (write(*m_file, syncAtStartKey, on))
        Q_EMIT syncChanged();
}

std::chrono::minutes Settings::syncInterval() const
{
    return std::chrono::minutes(readNumber(*m_file, syncIntervalKey, 7 * 24 * 60));
}
void Settings::setSyncInterval(std::chrono::minutes interval)
{
    if (write(*m_file, syncIntervalKey, int(interval.count())))
        Q_EMIT syncChanged();
}

int Settings::keepDays() const
{
    return readNumber(*m_file, keepDaysKey, 36500);
}
void Settings::setKeepDays(int days)
{
    if (write(*m_file, keepDaysKey, days))
        Q_EMIT retentionChanged();
}

int Settings::keepCount() const
{
    return readNumber(*m_file, keepCountKey, 10'000'000);
}
void Settings::setKeepCount(int count)
{
    if (write(*m_file, keepCountKey, count))
        Q_EMIT retentionChanged();
}

bool Settings::keepUnread() const
{
    return read(*m_file, keepUnreadKey).toBool();
}
void Settings::setKeepUnread(bool keep)
{
    if (write(*m_file, keepUnreadKey, keep))
        Q_EMIT retentionChanged();
}

bool Settings::syncOnMetered() const
{
    return read(*m_file, syncOnMeteredKey).toBool();
}
void Settings::setSyncOnMetered(bool on)
{
    if (write(*m_file, syncOnMeteredKey, on))
        Q_EMIT syncChanged();
}

QString Settings::proxy() const
{
    return read(*m_file, proxyKey).toString();
}
void Settings::setProxy(const QString &proxy)
{
    // A password has no place in this file.
    QString text = proxy.trimmed();
    if (const QUrl url(text); !url.userInfo().isEmpty())
        text = url.toString(QUrl::RemoveUserInfo);
    if (write(*m_file, proxyKey, text))
        Q_EMIT proxyChanged();
}

QString Settings::commentName() const
{
    return read(*m_file, commentNameKey).toString();
}
void Settings::setCommentName(const QString &name)
{
    if (write(*m_file, commentNameKey, name.trimmed()))
        Q_EMIT commentNameChanged();
}

QStringList Settings::otherCommentNames() const
{
    return read(*m_file, otherCommentNamesKey).toStringList();
}
void Settings::setOtherCommentNames(const QStringList &names)
{
    if (otherCommentNames() == names)
        return;
    m_file->setValue(QLatin1String(otherCommentNamesKey.name), names);
    Q_EMIT commentNameChanged();
}

bool Settings::discussionSites() const
{
    return read(*m_file, discussionSitesKey).toBool();
}
void Settings::setDiscussionSites(bool on)
{
    if (write(*m_file, discussionSitesKey, on))
        Q_EMIT discussionSitesChanged();
}

bool Settings::findStories() const
{
    return read(*m_file, findStoriesKey).toBool();
}
void Settings::setFindStories(bool on)
{
    if (write(*m_file, findStoriesKey, on))
        Q_EMIT storiesChanged();
}

bool Settings::rankByInterest() const
{
    return read(*m_file, rankByInterestKey).toBool();
}
void Settings::setRankByInterest(bool on)
{
    if (write(*m_file, rankByInterestKey, on))
        Q_EMIT storiesChanged();
}

bool Settings::reduceMotion() const
{
    return read(*m_file, reduceMotionKey).toBool();
}
void Settings::setReduceMotion(bool on)
{
    if (write(*m_file, reduceMotionKey, on))
        Q_EMIT reduceMotionChanged();
}

} // namespace broadsheet
