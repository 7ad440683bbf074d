// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/atom/atomreader.h"

#include "feed/entrymodules.h"
#include "feed/feedmodules.h"

namespace broadsheet::feed {

XmlHandler::Take AtomReader::opened(const XmlElement &element, int depth)
{
    if (depth > 0)
        return Take::Part;
    const QByteArrayView version = element.attribute("version").trimmed();
    const bool old = element.ns() == Ns::Atom03 || version.startsWith("0.");
    document().format = old ? FeedFormat::Atom03 : FeedFormat::Atom10;
    document().language = element.language();
    return element.name() == "entry" ? Take::Part : Take::Container;
}

void AtomReader::part(const XmlElement &element)
{
    const Ns ns = element.ns();
    const bool own = ns == Ns::Atom || ns == Ns::Atom03 || ns == Ns::None;
    if (own && element.name() == "entry")
        readEntry(element);
    else if (ns == Ns::None)
        readAtomFeedElement(element, context());
    else
        readFeedModule(element, context());
}

void AtomReader::readEntry(const XmlElement &element)
{
    EntryDraft draft;
    draft.entry.language = element.language() != document().language ? element.language() : QString();
    for (const XmlElement &child : children(element)) {
        if (child.ns() == Ns::None)
            readAtomEntryElement(child, draft, context());
        else
            readEntryModule(child, draft, context());
    }
    add(std::move(draft));
}

} // namespace broadsheet::feed
