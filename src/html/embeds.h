// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace broadsheet::html {

/** What a frame shows, as something to link to. */
struct EmbedTarget
{
    enum class Kind { Video, Audio, Frame };
    Kind kind = Kind::Frame;
    QByteArray page;     ///< where it can be seen
    QByteArray still;    ///< a picture of it; empty: none is known
    QByteArray provider; ///< "YouTube"
};

/** The player behind the absolute address of a frame; nothing for hosts that are not known to embed content.
 */
std::optional<EmbedTarget> embedTarget(QByteArrayView address);

} // namespace broadsheet::html
