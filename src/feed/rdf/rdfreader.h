// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/formatreader.h"

namespace broadsheet::feed {

/** RSS 0.90 and 1.0: RDF, with items and image beside the channel (RSS 1.0 §5). */
class RdfReader : public FormatReader
{
public:
    using FormatReader::FormatReader;

    Take opened(const XmlElement &element, int depth) override;
    void part(const XmlElement &element) override;
    void finish() override;
};

} // namespace broadsheet::feed
