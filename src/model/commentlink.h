// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

namespace broadsheet {

/**
 * The address of one comment, "broadsheet:comment/<uuid>": for the clipboard, for other programs' notes, and
 * for another comment. The uuid is the same on every machine that has the comment.
 */
QUrl commentLink(const QByteArray &uuid);

/** The uuid (16 bytes) of such an address; empty for any other. */
QByteArray commentOfLink(const QUrl &url);

/** Where an address of a comment stands within \a text. */
struct CommentLinkPlace
{
    qsizetype start;
    qsizetype length;
    QUrl url;
};
QList<CommentLinkPlace> commentLinksIn(const QString &text);

} // namespace broadsheet
