// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/classwords.h"
#include "html/extract/dom.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace broadsheet::html {

/**
 * Sizes of texts. Letters count one, those of scripts that write a word in one or two letters (Han, kana,
 * Hangul) count three, so that the same sentence has about the same length in any language.
 */
struct TextSize
{
    int length = 0;
    int linkLength = 0; ///< within links that lead away from the page
    int commas = 0;
    int stops = 0; ///< ends of sentences

    TextSize &operator+=(const TextSize &other);
    TextSize operator-(const TextSize &other) const;
    double linkDensity() const { return length > 0 ? double(linkLength) / length : 0; }
};

/** A line or paragraph: text between the beginnings and ends of blocks. */
struct Segment
{
    int block = 0; ///< the block that holds it
    int first = 0; ///< its first and last text node
    int last = 0;
    TextSize size;
    double weight = 0; ///< how much it looks like a paragraph of an article
    bool isHeading = false;
    bool isItem = false;
    bool isCode = false;
    bool isCaption = false; ///< within a figure, or named as a caption
};

/** A page with what is known of its elements, and which of them are left out. */
class PageView
{
public:
    explicit PageView(const Dom &dom);

    const Dom &dom;

    /** The host under which the site knows itself, without "www."; empty: it does not say. */
    const QByteArray &siteHost() const { return m_siteHost; }
    /** True where an address is known to be that of another site; those of a site's other hosts are not. */
    bool isElsewhere(QByteArrayView href) const;

    quint16 hints(int node) const { return m_hints[size_t(node)]; }
    void addHints(int node, quint16 hints) { m_hints[size_t(node)] |= hints; }
    void removeHints(int node, quint16 hints) { m_hints[size_t(node)] &= quint16(~hints); }
    bool isDropped(int node) const { return m_dropped[size_t(node)]; }
    /** Leaves out a node and what it holds; takes effect on segments with the next buildSegments(). */
    void drop(int node) { m_dropped[size_t(node)] = true; }
    void restoreAll() { m_dropped.assign(m_dropped.size(), false); }
    /** True for elements that begin on a line of their own. */
    bool isBlock(int node) const;
    int blockOf(int node) const;

    void buildSegments();
    const std::vector<Segment> &segments() const { return m_segments; }
    /** The segments within a node: [firstSegment(node), firstSegment(end)). */
    int firstSegment(int node) const { return m_firstSegment[size_t(node)]; }
    int segmentsEnd(int node) const { return m_firstSegment[size_t(dom.end(node))]; }
    TextSize size(int node) const;
    double weight(int node) const;
    QString text(const Segment &segment) const;
    /** The same, cut where the page breaks its lines. */
    QStringList linesOf(const Segment &segment) const;

private:
    /** A text as it counts behind a blank; behind a letter a blank at its beginning counts, too. */
    struct MeasuredText
    {
        TextSize size;
        bool beginsBlank = false;
        bool endsBlank = false;
    };

    void measureTexts();
    void readHints();
    void findBlockLike();
    bool isInlineCaption(int node, int before) const;
    QByteArray rawTextOf(const Segment &segment, char lineBreak) const;
    void finish(Segment &segment);

    QByteArray m_siteHost;
    std::vector<quint16> m_hints;
    std::vector<bool> m_dropped;
    std::vector<bool> m_isBlockLike; ///< a page's own element that holds blocks, a caption
    std::vector<int> m_blockOf;
    std::vector<MeasuredText> m_texts; ///< by node
    std::vector<Segment> m_segments;
    std::vector<int> m_firstSegment;
    std::vector<TextSize> m_sizes; ///< of all segments before
    std::vector<double> m_weights;
};

} // namespace broadsheet::html
