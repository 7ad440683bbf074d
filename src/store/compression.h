// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace broadsheet::store {

/** The long texts of an article, as they lie in one compressed blob. */
struct Body
{
    QString summary; ///< plain text
    QByteArray html; ///< cleaned, UTF-8
    QString text;    ///< plain text of the markup
};

QByteArray compressed(const QByteArray &data);
/** StoreDamaged for what is no zstd frame of a sensible size. */
Result<QByteArray> decompressed(const QByteArray &data);

QByteArray packed(const Body &body);
Result<Body> unpacked(const QByteArray &data);

} // namespace broadsheet::store
