// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/formatreader.h"

namespace broadsheet::feed {

/** Microsoft's Channel Definition Format: names and addresses in attributes, channels within channels. */
class CdfReader : public FormatReader
{
public:
    using FormatReader::FormatReader;

    Take opened(const XmlElement &element, int depth) override;
    void part(const XmlElement &element) override;

private:
    void readItem(const XmlElement &item);
    void readLogo(const XmlElement &logo);
};

} // namespace broadsheet::feed
