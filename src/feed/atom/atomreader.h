// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/formatreader.h"

namespace broadsheet::feed {

/** Atom 1.0 (RFC 4287) and 0.3; also a document that is one entry. */
class AtomReader : public FormatReader
{
public:
    using FormatReader::FormatReader;

    Take opened(const XmlElement &element, int depth) override;
    void part(const XmlElement &element) override;

private:
    void readEntry(const XmlElement &element);
};

} // namespace broadsheet::feed
