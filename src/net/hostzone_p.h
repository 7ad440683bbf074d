// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace broadsheet::net {

/** Asks whether \a host is or resolves to a private address, and tells \a answer on the thread of \a
 * receiver; at once for a literal, never if the receiver is gone by then. A name that does not resolve is not
 * private. */
void findWhetherPrivate(const QString &host, QObject *receiver, std::function<void(bool isPrivate)> answer);

} // namespace broadsheet::net
