// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/trytext.h"

#include "base/url.h"
#include "widgets/common/errortext.h"

#include <QCoreApplication>
#include <QLocale>

namespace broadsheet {

namespace {

struct TryText
{
    Q_DECLARE_TR_FUNCTIONS(TryText)
};

QString outcome(const FetchTry &one, const QUrl &feedUrl)
{
    switch (one.kind) {
    case FetchTry::Kind::New:
        if (one.newArticles == 0)
            return TryText::tr("%n articles changed", nullptr, one.updatedArticles);
        return TryText::tr("%n new articles", nullptr, one.newArticles);
    case FetchTry::Kind::Unchanged:
    case FetchTry::Kind::NotModified:
        return TryText::tr("Nothing new");
    case FetchTry::Kind::Failed:
        break;
    }
    Error error = one.error.value_or(Error{ErrorCode::Internal, {}, {}, {}});
    error.subject = displayUrl(feedUrl);
    return errorText(error);
}

} // namespace

QString tryText(const FetchTry &one, const QUrl &feedUrl)
{
    const QString words = outcome(one, feedUrl);
    if (!one.movedTo.isValid())
        return words;
    //: %1 is what a fetch came to, %2 an address
    return TryText::tr("%1 – the server points to %2").arg(words, displayUrl(one.movedTo));
}

QString healthText(const Subscription &feed)
{
    switch (feed.status) {
    case FeedStatus::Paused:
        return TryText::tr("Paused by you");
    case FeedStatus::Gone:
        return TryText::tr("Closed by the publisher");
    case FeedStatus::New:
        return TryText::tr("Not fetched yet");
    case FeedStatus::Failing:
        if (!feed.lastSuccess.isValid())
            return TryText::tr("Has never answered");
        return TryText::tr("Fails since %1")
            .arg(QLocale().toString(feed.lastSuccess.toLocalTime().date(), QLocale::ShortFormat));
    case FeedStatus::Ok:
        break;
    }
    if (feed.movedTo.isValid())
        return TryText::tr("Has moved: you decide");
    return TryText::tr("Fine");
}

} // namespace broadsheet
