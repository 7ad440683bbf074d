// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/safehtml.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace broadsheet::ingest {

/** Markup of any origin, decoded and cleaned; relative links are resolved against \a baseUrl. */
SafeHtml sanitize(const QByteArray &bytes, const QUrl &baseUrl, const QString &contentType);

} // namespace broadsheet::ingest
