// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QUrl>

namespace broadsheet {

/** The feed that ships inside the program: a short guide to it. Subscribed like any other, read without a network. */
QUrl guideUrl();

/** True for what is read from this machine: file: addresses and the guide. */
bool isLocalSource(const QUrl &url);

/** The bytes of a local source. Blocks, so for the pool. Errors as net::readLocalFile. */
Result<QByteArray> readLocalSource(const QUrl &url);

} // namespace broadsheet
