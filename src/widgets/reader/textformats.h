// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page.h"
#include "widgets/common/fonts.h"
#include "widgets/common/theme.h"
#include "widgets/reader/documentformat.h"
#include "widgets/reader/readingstyle.h"

#include <QTextCharFormat>

namespace broadsheet {

/** The typography of the page (section 3 of the specification), scaled to the reading size. */
class TextFormats
{
public:
    enum class Role {
        Kicker,
        Headline,
        Standfirst,
        Byline,
        BylineSource,
        Body,
        Quote,      ///< of the first level
        InnerQuote, ///< of deeper ones
        HeadingLarge,
        HeadingMiddle,
        HeadingSmall,
        Caption,
        Code,
        Embed,
        TableCell,
        TableHead,
        NarrowTableCell, ///< of a table with more than six columns
        NarrowTableHead,
        SmallTableCell, ///< of one whose words would break in that
        SmallTableHead,
        Rule,
        Term,
        Pulled, ///< a sentence set large beside the text
    };

    TextFormats(const Theme &theme, const ReadingStyle &style, fonts::Han han = fonts::Han::Simplified);

    const QTextCharFormat &text(Role role) const { return m_roles[size_t(role)].format; }
    /** The even height of its lines. */
    double lineHeight(Role role) const { return m_roles[size_t(role)].lineHeight; }
    /** \a base with what the publisher marked on \a run; a link only if the policy lets it be one. */
    QTextCharFormat run(Role role, const render::Run &run) const;
    /** \a px at the middle reading size. */
    double scaled(double px) const { return px * m_style.scale(); }
    const Theme &theme() const { return m_theme; }
    const ReadingStyle &style() const { return m_style; }

private:
    struct RoleFormat
    {
        QTextCharFormat format;
        double px = 0;
        double lineHeight = 0;
    };
    void define(Role role, const QFont &font, double px, double lineHeight, const QColor &color);

    Theme m_theme;
    ReadingStyle m_style;
    fonts::Han m_han;
    RoleFormat m_roles[size_t(Role::Pulled) + 1];
};

} // namespace broadsheet
