// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/commenttime.h"

#include <QCoreApplication>
#include <QLocale>

namespace broadsheet::commenttime {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommentTime)
};

QString ago(int minutes)
{
    if (minutes == 0)
        return Words::tr("just now");
    // English is shown without a translation file, which would know the singular.
    if (minutes == 1)
        return Words::tr("1 minute ago");
    if (minutes < 60)
        return Words::tr("%n minutes ago", nullptr, minutes);
    if (minutes < 120)
        return Words::tr("1 hour ago");
    return Words::tr("%n hours ago", nullptr, minutes / 60);
}

} // namespace

QString shown(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 minutes = time.secsTo(now) / 60;
    if (minutes >= 0 && minutes < 24 * 60)
        return ago(int(minutes));
    const QDateTime local = time.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QLocale locale;
    if (local.date() == today) // a clock that runs ahead
        return Words::tr("Today, %1").arg(locale.toString(local.time(), QLocale::ShortFormat));
    if (local.date() == today.addDays(-1))
        return Words::tr("Yesterday");
    //: day and month, as QLocale::toString takes them; translate the order
    const QString format =
        local.date().year() == today.year() ? Words::tr("d MMMM") : Words::tr("d MMMM yyyy");
    return locale.toString(local.date(), format);
}

QString exact(const Comment &comment)
{
    if (comment.deleted)
        return {};
    const auto full = [](const QDateTime &time) {
        return QLocale().toString(time.toLocalTime(), QLocale::LongFormat);
    };
    QStringList lines{Words::tr("Written on %1").arg(full(comment.created))};
    if (comment.edited.isValid())
        lines.append(Words::tr("Edited on %1").arg(full(comment.edited)));
    if (comment.origin == CommentOrigin::Site)
        lines.append(Words::tr("A comment of the site"));
    return lines.join(u'\n');
}

} // namespace broadsheet::commenttime
