// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/context.h"
#include "feed/entrydraft.h"
#include "feed/xml/saxreader.h"

#include <memory>

namespace broadsheet::feed {

/** A format's reader of the document's parts; made by its root element. */
class FormatReader : public XmlHandler
{
public:
    explicit FormatReader(Context &context) : m_context(context) {}

    /** To be called once, when the document is read or broken off. */
    virtual void finish();

protected:
    Context &context() { return m_context; }
    ParsedFeed &document() { return m_context.document(); }
    /** Takes an entry in, up to a bound. */
    void add(EntryDraft &&draft);

private:
    Context &m_context;
};

/** The reader for a document with that root element; null if it is no feed. */
std::unique_ptr<FormatReader> readerFor(const XmlElement &root, Context &context);

} // namespace broadsheet::feed
