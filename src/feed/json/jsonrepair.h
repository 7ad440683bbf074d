// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace broadsheet::feed {

/**
 * JSON that ends before it should, closed behind its last whole value; also without commas before a closing
 * bracket and with the control characters in strings escaped that RFC 8259 forbids. Linear in its size.
 */
QByteArray repairJson(const QByteArray &utf8);

} // namespace broadsheet::feed
