// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/changedocument.h"

#include "widgets/common/fonts.h"
#include "widgets/reader/textformats.h"

#include <QCoreApplication>
#include <QTextCursor>

namespace broadsheet {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChangeDocument)
};

using Role = TextFormats::Role;
using Kind = DiffParagraph::Kind;

QColor faint(QColor color, double opacity)
{
    color.setAlphaF(float(opacity));
    return color;
}

class Writer
{
public:
    Writer(QTextDocument &document, const Theme &theme, const ReadingStyle &style)
        : m_cursor(&document), m_theme(theme), m_formats(theme, style)
    {
    }

    void write(const VersionChange &change)
    {
        QTextBlockFormat headline = block(Role::Headline, 0);
        headline.setHeadingLevel(1);
        open(headline, Role::Headline);
        runs(change.title, Role::Headline);
        for (const DiffParagraph &paragraph : change.text)
            write(paragraph);
    }

private:
    QTextBlockFormat block(Role role, double gap) const
    {
        QTextBlockFormat format;
        // As in the reader: else a headline keeps the wide distance of its font.
        format.setLineHeight(m_formats.lineHeight(role), QTextBlockFormat::FixedHeight);
        format.setTopMargin(m_formats.scaled(gap));
        return format;
    }

    void open(const QTextBlockFormat &format, Role role)
    {
        if (m_first)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format);
        m_first = false;
        m_cursor.setBlockCharFormat(m_formats.text(role));
    }

    /** What happened to the paragraph below, in words. */
    void label(const QString &words, const QColor &ink)
    {
        open(block(Role::Caption, 16), Role::Caption);
        QTextCharFormat format = m_formats.text(Role::Caption);
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(ink);
        m_cursor.insertText(words, format);
    }

    void write(const DiffParagraph &paragraph)
    {
        double gap = 16;
        if (paragraph.kind == Kind::Added)
            label(Words::tr("New paragraph"), m_theme.green);
        else if (paragraph.kind == Kind::Removed)
            label(Words::tr("Paragraph taken out"), m_theme.kicker);
        else if (paragraph.kind == Kind::Moved)
            //: Above a paragraph that stood elsewhere in the text before
            label(Words::tr("Moved here"), m_theme.violet);
        if (paragraph.kind == Kind::Added || paragraph.kind == Kind::Removed || paragraph.kind == Kind::Moved)
            gap = 2;
        QTextBlockFormat format = block(Role::Body, gap);
        if (paragraph.kind == Kind::Moved) {
            format.setLeftMargin(m_formats.scaled(18));
            format.setProperty(ChangeInkProperty, faint(m_theme.violet, 0.6));
        }
        open(format, Role::Body);
        runs(paragraph.runs, Role::Body);
    }

    void runs(const QList<DiffRun> &list, Role role)
    {
        bool afterRemoved = false;
        for (const DiffRun &run : list) {
            QTextCharFormat format = m_formats.text(role);
            if (run.kind == DiffRun::Kind::Added) {
                format.setFontUnderline(true);
                format.setProperty(ChangeInkProperty, faint(m_theme.green, m_theme.dark ? 0.20 : 0.16));
                format.setForeground(m_theme.strong);
            } else if (run.kind == DiffRun::Kind::Removed) {
                format.setFontStrikeOut(true);
                format.setProperty(ChangeInkProperty, faint(m_theme.kicker, m_theme.dark ? 0.18 : 0.12));
                format.setForeground(m_theme.text2);
            }
            // A word and what it became would stand together without a space.
            const bool touches = afterRemoved && run.kind == DiffRun::Kind::Added &&
                                 m_cursor.position() > 0 &&
                                 !m_cursor.document()->characterAt(m_cursor.position() - 1).isSpace();
            if (touches)
                m_cursor.insertText(QStringLiteral(" "), m_formats.text(role));
            const qsizetype end = run.text.size() - (run.text.endsWith(u' ') ? 1 : 0);
            m_cursor.insertText(run.text.left(end), format);
            if (end < run.text.size()) // lines under and through end with the word
                m_cursor.insertText(QStringLiteral(" "), m_formats.text(role));
            afterRemoved = run.kind == DiffRun::Kind::Removed;
        }
    }

    QTextCursor m_cursor;
    const Theme &m_theme;
    TextFormats m_formats;
    bool m_first = true;
};

} // namespace

ChangeSummary ChangeSummary::of(const VersionChange &change)
{
    ChangeSummary summary;
    const auto count = [&summary](const QList<DiffRun> &runs) {
        for (const DiffRun &run : runs) {
            summary.added += run.kind == DiffRun::Kind::Added;
            summary.removed += run.kind == DiffRun::Kind::Removed;
        }
    };
    count(change.title);
    for (const DiffParagraph &paragraph : change.text) {
        count(paragraph.runs);
        summary.moved += paragraph.kind == Kind::Moved;
    }
    return summary;
}

QString ChangeSummary::words() const
{
    QStringList parts;
    if (added > 0)
        //: Passages of a text that its publisher changed
        parts << (added == 1 ? Words::tr("1 passage added") : Words::tr("%n passages added", nullptr, added));
    if (removed > 0)
        parts << (removed == 1 ? Words::tr("1 passage taken out")
                               : Words::tr("%n passages taken out", nullptr, removed));
    if (moved > 0)
        parts << (moved == 1 ? Words::tr("1 paragraph moved")
                             : Words::tr("%n paragraphs moved", nullptr, moved));
    return parts.isEmpty() ? Words::tr("The words are the same") : parts.join(Words::tr(", "));
}

std::unique_ptr<QTextDocument> changeDocument(const VersionChange &change, const Theme &theme,
                                              const ReadingStyle &style)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    Writer(*document, theme, style).write(change);
    return document;
}

} // namespace broadsheet
