// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/errorwords.h"

#include <QCoreApplication>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliErrors)
};

QString reason(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Internal:
        return Words::tr("an internal error");
    case ErrorCode::Cancelled:
        return Words::tr("stopped before it was done");
    case ErrorCode::InvalidArgument:
        return Words::tr("not valid");
    case ErrorCode::NotFound:
        return Words::tr("not found");
    case ErrorCode::AlreadyExists:
        return Words::tr("already there");
    case ErrorCode::Unsupported:
        return Words::tr("not supported");
    case ErrorCode::TooLarge:
        return Words::tr("too large");
    case ErrorCode::Malformed:
        return Words::tr("malformed");
    case ErrorCode::NotAFeed:
        return Words::tr("not a feed");
    case ErrorCode::NoFeedFound:
        return Words::tr("no feed found there");
    case ErrorCode::NoArticle:
        return Words::tr("no article found there");
    case ErrorCode::EmptyBody:
        return Words::tr("the answer is empty");
    case ErrorCode::Offline:
        return Words::tr("this computer is offline");
    case ErrorCode::HostNotFound:
        return Words::tr("the host was not found");
    case ErrorCode::ConnectionFailed:
        return Words::tr("the connection failed");
    case ErrorCode::Timeout:
        return Words::tr("no answer in time");
    case ErrorCode::TlsFailed:
        return Words::tr("the connection is not secure");
    case ErrorCode::HttpStatus:
        return Words::tr("the server refused");
    case ErrorCode::TooManyRequests:
        return Words::tr("the server asks to come back later");
    case ErrorCode::Gone:
        return Words::tr("gone for good");
    case ErrorCode::LoginRequired:
        return Words::tr("a login is needed");
    case ErrorCode::TooManyRedirects:
        return Words::tr("too many redirects");
    case ErrorCode::UnsafeRedirect:
        return Words::tr("redirected to where we do not follow");
    case ErrorCode::IncompleteBody:
        return Words::tr("the answer broke off");
    case ErrorCode::UnsupportedEncoding:
        return Words::tr("in an encoding that is not supported");
    case ErrorCode::FileNotFound:
        return Words::tr("no such file");
    case ErrorCode::FileUnreadable:
        return Words::tr("the file cannot be read");
    case ErrorCode::FileUnwritable:
        return Words::tr("the file cannot be written");
    case ErrorCode::StoreBusy:
        return Words::tr("the store is busy");
    case ErrorCode::StoreFull:
        return Words::tr("the disk is full");
    case ErrorCode::StoreReadOnly:
        return Words::tr("the store cannot be written");
    case ErrorCode::StoreDamaged:
        return Words::tr("the store is damaged");
    case ErrorCode::StoreTooNew:
        return Words::tr("the store was written by a newer version of Broadsheet");
    case ErrorCode::StoreUnavailable:
        return Words::tr("the store cannot be opened");
    }
    return Words::tr("an internal error");
}

} // namespace

QString errorWords(const Error &error)
{
    QString words = reason(error);
    if (error.code == ErrorCode::HttpStatus && error.number)
        words += QStringLiteral(" (HTTP %1)").arg(*error.number);
    if (!error.subject.isEmpty())
        words = error.subject + QStringLiteral(": ") + words;
    if (!error.detail.isEmpty())
        words += QStringLiteral(" (%1)").arg(error.detail);
    return words;
}

} // namespace broadsheet::cli
