// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace broadsheet {

/** What went wrong, to decide by. Words for people are made in widgets/common and cli, nowhere below. */
enum class ErrorCode {
    Internal, ///< a surprise; a bug of ours
    Cancelled,
    InvalidArgument,
    NotFound,
    AlreadyExists,
    Unsupported,
    TooLarge,  ///< more bytes, items or depth than we are willing to take
    Malformed, ///< the bytes are not what they should be
    NotAFeed,
    NoFeedFound,
    NoArticle, ///< a web page without a text that could be an article
    EmptyBody,
    // the network
    Offline,
    HostNotFound,
    ConnectionFailed,
    Timeout,
    TlsFailed,
    HttpStatus, ///< number() holds the status
    TooManyRequests,
    Gone, ///< HTTP 410
    LoginRequired,
    TooManyRedirects,
    UnsafeRedirect,
    IncompleteBody,
    UnsupportedEncoding,
    // files
    FileNotFound,
    FileUnreadable,
    FileUnwritable,
    // the store
    StoreBusy,
    StoreFull,
    StoreReadOnly,
    StoreDamaged,
    StoreTooNew,
    StoreUnavailable,
};

/** A failure as a value. detail() is English and meant for the log. */
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString subject;           ///< the URL, path or id it is about; empty if none
    std::optional<int> number; ///< HTTP status, SQLite's extended code, line of a document
};

} // namespace broadsheet
