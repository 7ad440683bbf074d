// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/formatreader.h"

namespace broadsheet::feed {

/** RSS 0.91 to 2.0, and a bare channel without its rss element. */
class RssReader : public FormatReader
{
public:
    using FormatReader::FormatReader;

    Take opened(const XmlElement &element, int depth) override;
    void part(const XmlElement &element) override;
    void finish() override;

private:
    void readVersion(const XmlElement &root);
};

} // namespace broadsheet::feed
