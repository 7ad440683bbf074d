// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/formatreader.h"

namespace broadsheet::feed {

/**
 * Microsoft's Channel Definition Format: names and addresses in attributes, channels within channels. Also a
 * channel of RSS that lost its rss element: what CDF does not know is read as RSS has it.
 */
class CdfReader : public FormatReader
{
public:
    using FormatReader::FormatReader;

    Take opened(const XmlElement &element, int depth) override;
    void part(const XmlElement &element) override;
    void finish() override;

private:
    void readItem(const XmlElement &item);
    void readLogo(const XmlElement &logo);

    bool m_looksLikeRss = false;
};

} // namespace broadsheet::feed
