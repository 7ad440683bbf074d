// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace broadsheet {

/**
 * The address that tells where a still of the video at \a page is (oEmbed 1.0 §2.2), for sites whose stills have no
 * address that follows from the page's; empty: none is known. Whoever asks it asks the site of the video itself.
 */
QUrl stillDescription(const QUrl &page);

/** Whether \a url is one that stillDescription() makes. */
bool isStillDescription(const QUrl &url);

/** The domain that has the pictures which the answer of \a description names; empty: its own host. */
QString stillHost(const QUrl &description);

/**
 * The picture that \a answer (JSON, oEmbed 1.0 §2.3.4: thumbnail_url) of \a description names. Empty: none, or one that is
 * neither on the host that was asked nor on stillHost().
 */
QUrl stillNamed(const QUrl &description, const QByteArray &answer);

} // namespace broadsheet
