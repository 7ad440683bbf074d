// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/xml/doctype.h"
#include "feed/xml/repair.h"

#include <QByteArrayView>
#include <QList>
#include <QSet>

#include <initializer_list>

namespace broadsheet::feed {

/** The first \a what in [from, end), or \a end. */
const char *findText(const char *from, const char *end, const char *what);
bool startsWith(const char *at, const char *end, const char *what);
/** Where the first of \a tags begins behind \a at, or \a end. */
const char *nextOf(std::initializer_list<const char *> tags, const char *at, const char *end);

/** The pass of repairXml(): copies nothing as long as nothing is amiss. */
class XmlRepairer
{
public:
    explicit XmlRepairer(const QByteArray &utf8)
        : m_begin(utf8.constData()), m_end(m_begin + utf8.size()), m_outEnd(m_end)
    {
    }

    RepairedXml run();

private:
    enum class Context { Text, Attribute, Cdata };

    void skipToRoot();
    void body();
    const char *text(const char *at, const char *end, Context context);
    const char *reference(const char *at, const char *end, Context context);
    const char *surrogates(const char *at, const char *end);
    const char *comment(const char *at);
    const char *behindInstruction(const char *at);
    bool onlyMiscFollows(const char *at) const;
    qsizetype depthOfItems(QByteArrayView name) const;
    bool isOfLostItem(QByteArrayView name, const char *at);
    void closeForgotten(QByteArrayView name, const char *at);
    const char *markup(const char *at);
    const char *startTag(const char *at, const char *tagName);
    const char *rewriteTag(const char *at, QByteArrayView name);
    const char *endTag(const char *at, const char *tagName);
    const char *spacedTag(const char *at);
    const char *forgottenEnd(const char *inside, const char *end) const;
    const char *cdata(const char *at);
    const char *cdataFrom(const char *inside);
    const char *dropThrough(const char *at, const char *terminator, qsizetype skip);
    void open(QByteArrayView name, bool selfClosing);
    void closeDownTo(qsizetype depth, const char *at);
    void warn(const char *sentence, bool stillWellFormed = false);

    /** Puts \a with in the place of the bytes [from, to). */
    void replace(const char *from, const char *to, QByteArrayView with);
    /** Copies what was seen and kept up to \a to. */
    void flush(const char *to);
    /** Adds bytes that the source does not have, before \a at. */
    void insert(const char *at, QByteArrayView bytes) { replace(at, at, bytes); }

    const char *m_begin;
    const char *const m_end;
    const char *m_outEnd;         ///< behind the root element
    const char *m_root = nullptr; ///< where the output begins
    const char *m_flushed = nullptr;
    QByteArray m_out;
    bool m_changed = false;
    Doctype m_doctype;
    QList<QByteArrayView> m_open;
    qsizetype m_droppedDepth = 0;
    qsizetype m_entityBudget = 1 << 20; ///< bytes that the document's own entities may still expand to
    bool m_rootClosed = false;
    bool m_titleSeen = false; ///< of the feed
    bool m_idSeen = false;    ///< of the feed
    bool m_itemSeen = false;
    const char *m_nextItem = nullptr;     ///< where one starts that was looked for
    const char *m_nextItemEnd = nullptr;  ///< where one ends that was looked for
    const char *m_nextCdataEnd = nullptr; ///< the same of a CDATA section
    bool m_commentsEnd = true;            ///< false: no further "-->" ahead
    bool m_instructionsEnd = true;        ///< false: no further "?>" ahead
    QSet<QByteArray> m_warned;
    RepairedXml m_result;
};

} // namespace broadsheet::feed
