// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBlock>

#include <optional>

namespace broadsheet::captions {

/** The format that the caption under \a picture is to have, where that is \a width wide in a column of \a room;
 * empty: it has it already, or there is no caption. Words under a picture that is narrower than the column begin
 * where it begins, those under a small one stand in the middle as it does. */
std::optional<QTextBlockFormat> formatUnder(const QTextBlock &picture, double width, double room);

} // namespace broadsheet::captions
