// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/errortext.h"

#include "base/url.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace broadsheet {

namespace {

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    static QString general(const Error &error);
    static QString feed(const Error &error, const QString &place);
    static QString network(const Error &error, const QString &place);
    static QString file(const Error &error, const QString &place);
    static QString store(const Error &error);
    static QString somewhere() { return tr("The address", "stands where a host's name is not known"); }
};

/** The host of an address, the name of a file, or the subject as it is. */
QString shortPlace(const QString &subject)
{
    const QUrl url(subject);
    if (isWebUrl(url))
        return url.host();
    if (subject.contains(u'/'))
        return QFileInfo(subject).fileName();
    return subject;
}

QString ErrorText::general(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
        return tr("This was cancelled before it was finished.");
    case ErrorCode::InvalidArgument:
        return tr("That is not something Broadsheet can work with.");
    case ErrorCode::NotFound:
        return tr("It is no longer there.");
    case ErrorCode::AlreadyExists:
        return tr("It is already there.");
    case ErrorCode::Unsupported:
        return tr("This kind of document is not supported.");
    default:
        return tr("Something unexpected went wrong.");
    }
}

QString ErrorText::feed(const Error &error, const QString &place)
{
    switch (error.code) {
    case ErrorCode::TooLarge:
        return tr("What %1 sent is larger than Broadsheet is willing to take.").arg(place);
    case ErrorCode::Malformed:
        return tr("What %1 sent is damaged and cannot be read.").arg(place);
    case ErrorCode::NotAFeed:
        return tr("%1 answered, but not with a feed.").arg(place);
    case ErrorCode::NoFeedFound:
        return tr("No feed was found at %1.").arg(place);
    case ErrorCode::NoArticle:
        return tr("No article was found at %1.").arg(place);
    case ErrorCode::EmptyBody:
        return tr("%1 answered with an empty document.").arg(place);
    default:
        return general(error);
    }
}

QString ErrorText::network(const Error &error, const QString &place)
{
    switch (error.code) {
    case ErrorCode::Offline:
        return tr("This computer is not connected to the network.");
    case ErrorCode::HostNotFound:
        return tr("%1 could not be found. Is the address right?").arg(place);
    case ErrorCode::ConnectionFailed:
        return tr("%1 does not take connections at the moment.").arg(place);
    case ErrorCode::Timeout:
        return tr("%1 did not answer in time.").arg(place);
    case ErrorCode::TlsFailed:
        return tr("No secure connection to %1 could be made.").arg(place);
    case ErrorCode::HttpStatus:
        if (error.number == 404)
            return tr("%1 does not know this address (HTTP 404).").arg(place);
        if (error.number == 403)
            return tr("%1 does not allow this to be read (HTTP 403).").arg(place);
        return error.number ? tr("%1 answered with an error (HTTP %2).").arg(place).arg(*error.number)
                            : tr("%1 answered with an error.").arg(place);
    case ErrorCode::TooManyRequests:
        return tr("%1 asks to be visited less often. Broadsheet waits.").arg(place);
    case ErrorCode::Gone:
        return tr("The publisher has closed this feed.");
    case ErrorCode::LoginRequired:
        return tr("%1 asks for a user name and password.").arg(place);
    case ErrorCode::TooManyRedirects:
        return tr("%1 sends us in circles.").arg(place);
    case ErrorCode::UnsafeRedirect:
        return tr("%1 points to an address that is not safe to follow.").arg(place);
    case ErrorCode::IncompleteBody:
        return tr("The connection to %1 broke off.").arg(place);
    case ErrorCode::UnsupportedEncoding:
        return tr("%1 sent data in an encoding that Broadsheet does not know.").arg(place);
    default:
        return feed(error, place);
    }
}

QString ErrorText::file(const Error &error, const QString &place)
{
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return tr("The file “%1” does not exist.").arg(place);
    case ErrorCode::FileUnreadable:
        return tr("The file “%1” cannot be read.").arg(place);
    case ErrorCode::FileUnwritable:
        return tr("The file “%1” cannot be written.").arg(place);
    default:
        return network(error, place);
    }
}

QString ErrorText::store(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StoreBusy:
        return tr("Another program is using your library. Try again in a moment.");
    case ErrorCode::StoreFull:
        return tr("The disk is full: your library cannot take anything more.");
    case ErrorCode::StoreReadOnly:
        return tr("Your library cannot be written to.");
    case ErrorCode::StoreDamaged:
        return tr("Your library is damaged. “broadsheet doctor” tells more.");
    case ErrorCode::StoreTooNew:
        return tr("Your library was made by a newer Broadsheet.");
    case ErrorCode::StoreUnavailable:
        return tr("Your library cannot be opened.");
    default:
        return {};
    }
}

} // namespace

QString errorText(const Error &error)
{
    const QString words = ErrorText::store(error);
    if (!words.isEmpty())
        return words;
    const QString place = shortPlace(error.subject);
    return ErrorText::file(error, place.isEmpty() ? ErrorText::somewhere() : place);
}

} // namespace broadsheet
