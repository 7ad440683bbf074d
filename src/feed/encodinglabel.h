// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace broadsheet::feed {

/**
 * What a browser makes of an encoding's label (WHATWG Encoding §4.2): the encoding's name in lower case, fit
 * for iconv. iso-8859-1 is windows-1252, gb2312 is gb18030, and so on. A label that nobody lists comes back
 * as written, in lower case; an empty one stays empty.
 */
QByteArray encodingForLabel(const QByteArray &label);

} // namespace broadsheet::feed
