// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/cardtext.h"

#include "base/text.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace broadsheet {
namespace {

/** The locale's long date without the weekday: "3 March 2025". */
QString longDate(const QDate &date)
{
    static const QRegularExpression looseEnds(QStringLiteral("^[\\s,]+|[\\s,]+$"));
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::LongFormat);
    format.remove(QLatin1String("dddd"));
    return locale.toString(date, format.remove(looseEnds));
}

/** The same without the year: from day to month or month to day, with the unit that sticks to the last. */
QString dayAndMonth(const QDate &date)
{
    static const QRegularExpression span(
        QStringLiteral("d+(?:[^dMy']|'[^']*')*M+[^\\s,'y]*|M+(?:[^dMy']|'[^']*')*d+[^\\s,'y]*"));
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::LongFormat);
    format.remove(QLatin1String("dddd"));
    const auto match = span.match(format);
    return match.hasMatch() ? locale.toString(date, match.captured()) : longDate(date);
}

} // namespace

QString CardText::title(const ArticleHeadline &headline)
{
    if (!headline.title.isEmpty())
        return headline.title;
    return headline.excerpt.isEmpty() ? tr("Untitled") : excerpt(headline.excerpt, 80);
}

QString CardText::time(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const qint64 minutes = time.secsTo(now) / 60;
    if (minutes >= 0 && minutes < 60) {
        //: Age of an article: minutes, abbreviated
        return tr("%1 min").arg(QLocale().toString(std::max<qint64>(minutes, 1)));
    }
    if (local.date() == today)
        return QLocale().toString(local.time(), QLocale::ShortFormat);
    if (local.date() == today.addDays(-1))
        return tr("Yesterday");
    return local.date().year() == today.year() ? dayAndMonth(local.date()) : longDate(local.date());
}

QString CardText::fullTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::LongFormat);
}

QString CardText::spoken(const ArticleHeadline &headline, const QDateTime &now)
{
    QStringList parts;
    if (headline.unread)
        parts << tr("unread");
    if (headline.starred)
        parts << tr("starred");
    parts << title(headline);
    if (!headline.feedTitle.isEmpty())
        parts << headline.feedTitle;
    if (!headline.alsoIn.isEmpty())
        parts << alsoIn(headline);
    if (headline.storySources > 1)
        parts << otherSources(headline);
    parts << time(headline.sortTime, now);
    if (headline.edited)
        parts << edited();
    if (!headline.titleBefore.isEmpty())
        parts << titleBefore(headline);
    if (headline.commentCount + headline.siteCommentCount > 0)
        parts << comments(headline);
    //: Between the parts of an article's row as a screen reader reads it
    return parts.join(tr(", "));
}

QString CardText::comments(const ArticleHeadline &headline)
{
    const int all = headline.commentCount + headline.siteCommentCount;
    const QString words = all == 1 ? tr("1 comment") : tr("%n comments", nullptr, all);
    if (headline.siteCommentCount == 0)
        return words;
    if (headline.commentCount == 0)
        //: %1 is "6 comments"; the reader wrote none of them
        return tr("%1 on the site").arg(words);
    //: %1 is "6 comments", %2 how many of them the reader wrote; the others are the site's
    return tr("%1, %2 by you").arg(words, QLocale().toString(headline.commentCount));
}

QString CardText::alsoIn(const ArticleHeadline &headline)
{
    if (headline.alsoIn.isEmpty())
        return {};
    //: The other feeds that have the same article; %1 is their titles.
    return tr("also in %1").arg(headline.alsoIn.join(tr(", ")));
}

QString CardText::otherSources(const ArticleHeadline &headline)
{
    const int others = headline.storySources - 1;
    if (others < 1)
        return {};
    //: On an article whose story other feeds tell as well
    return others == 1 ? tr("+1 source") : tr("+%n sources", nullptr, others);
}

QString CardText::edited()
{
    //: On an article that its publisher changed
    return tr("edited");
}

QString CardText::titleBefore(const ArticleHeadline &headline)
{
    if (headline.titleBefore.isEmpty())
        return {};
    //: What the headline was before the publisher changed it
    return tr("Headline was: “%1”.").arg(excerpt(collapsed(headline.titleBefore), 160));
}

QString CardText::loading()
{
    return tr("Loading");
}

} // namespace broadsheet
