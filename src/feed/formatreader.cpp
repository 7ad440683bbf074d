// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/formatreader.h"

#include "feed/atom/atomreader.h"
#include "feed/cdf/cdfreader.h"
#include "feed/feedmodules.h"
#include "feed/rdf/rdfreader.h"
#include "feed/rss/rssreader.h"

namespace broadsheet::feed {
namespace {

constexpr qsizetype maxEntries = 200'000;

} // namespace

void FormatReader::finish()
{
    finishFeed(m_context);
}

void FormatReader::add(EntryDraft &&draft)
{
    if (document().entries.size() >= maxEntries) {
        m_context.warn(
            QStringLiteral("The feed has more than %1 entries; the rest was left out.").arg(maxEntries));
        return;
    }
    document().entries.append(finished(std::move(draft)));
}

std::unique_ptr<FormatReader> readerFor(const XmlElement &root, Context &context)
{
    const QByteArrayView name = root.name();
    if (name == "rss")
        return std::make_unique<RssReader>(context);
    if (name == "rdf")
        return std::make_unique<RdfReader>(context);
    if (name == "feed" || (name == "entry" && (root.ns() == Ns::Atom || root.ns() == Ns::Atom03)))
        return std::make_unique<AtomReader>(context);
    if (name == "channel" && root.ns() == Ns::None)
        return std::make_unique<CdfReader>(context);
    return nullptr;
}

} // namespace broadsheet::feed
