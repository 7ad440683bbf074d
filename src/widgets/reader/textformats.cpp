// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/textformats.h"

#include "widgets/common/fonts.h"
#include "widgets/reader/linkpolicy.h"
#include "widgets/reader/scripts.h"

namespace broadsheet {

using render::RunFlag;

TextFormats::TextFormats(const Theme &theme, const ReadingStyle &style, fonts::Han han)
    : m_theme(theme), m_style(style), m_han(han)
{
    const Theme &t = m_theme;
    const auto face = [this](double px, QFont::Weight weight = QFont::Normal, bool italic = false) {
        QFont font = m_style.serif ? fonts::serif(px, weight, italic) : fonts::sans(px, weight);
        font.setItalic(italic);
        return font;
    };
    QFont kicker = fonts::sans(scaled(12.5), QFont::Bold);
    kicker.setLetterSpacing(QFont::AbsoluteSpacing, scaled(0.9));
    kicker.setCapitalization(QFont::AllUppercase);
    define(Role::Kicker, kicker, 12.5, 18, t.kicker);

    const double headlinePx = m_style.narrow ? 29 : 35;
    QFont headline = face(scaled(headlinePx), QFont::Bold);
    headline.setLetterSpacing(QFont::PercentageSpacing, 98.5);
    define(Role::Headline, headline, headlinePx, m_style.narrow ? 36 : 42, t.strong);

    define(Role::Standfirst, face(scaled(20.5)), 20.5, 29, t.text2);
    define(Role::Byline, fonts::sans(scaled(13.5)), 13.5, 22, t.text2);
    define(Role::BylineSource, fonts::sans(scaled(13.5), QFont::DemiBold), 13.5, 22, t.text);
    define(Role::Body, face(scaled(19)), 19, 19 * m_style.lineSpacing, t.text);
    define(Role::Quote, face(scaled(19), QFont::Normal, m_style.serif), 19, 19 * m_style.lineSpacing,
           t.text2);
    define(Role::InnerQuote, face(scaled(19)), 19, 19 * m_style.lineSpacing, t.text2);
    define(Role::HeadingLarge, fonts::sans(scaled(25), QFont::Bold), 25, 32, t.strong);
    define(Role::HeadingMiddle, fonts::sans(scaled(21), QFont::Bold), 21, 27, t.strong);
    define(Role::HeadingSmall, fonts::sans(scaled(18), QFont::Bold), 18, 24, t.strong);
    define(Role::Caption, fonts::sans(scaled(13.5)), 13.5, 20, t.text3);
    define(Role::Code, fonts::mono(scaled(14)), 14, 22, t.text);
    define(Role::Embed, fonts::sans(scaled(14.5), QFont::Medium), 14.5, 22, t.text);
    define(Role::TableCell, fonts::sans(scaled(14.5)), 14.5, 21, t.text);
    define(Role::TableHead, fonts::sans(scaled(14.5), QFont::DemiBold), 14.5, 21, t.text);
    define(Role::NarrowTableCell, fonts::sans(scaled(12)), 12, 18, t.text);
    define(Role::NarrowTableHead, fonts::sans(scaled(12), QFont::DemiBold), 12, 18, t.text);
    define(Role::SmallTableCell, fonts::sans(scaled(10.5)), 10.5, 16, t.text);
    define(Role::SmallTableHead, fonts::sans(scaled(10.5), QFont::DemiBold), 10.5, 16, t.text);
    define(Role::Rule, face(scaled(19)), 19, 19 * m_style.lineSpacing, t.text3);
    define(Role::Pulled, face(scaled(25), QFont::Medium), 25, 35, t.strong);
    define(Role::Term, face(scaled(19), QFont::Bold), 19, 19 * m_style.lineSpacing, t.strong);
}

void TextFormats::define(Role role, const QFont &font, double px, double lineHeight, const QColor &color)
{
    RoleFormat &entry = m_roles[size_t(role)];
    entry.format.setFont(fonts::forHan(font, m_han));
    entry.format.setForeground(color);
    entry.px = px;
    entry.lineHeight = qRound(scaled(lineHeight));
}

QTextCharFormat TextFormats::run(Role role, const render::Run &run) const
{
    const RoleFormat &entry = m_roles[size_t(role)];
    QTextCharFormat format = entry.format;
    if (run.flags & RunFlag::Bold) {
        format.setFontWeight(QFont::Bold);
        if (role == Role::Body || role == Role::Quote || role == Role::InnerQuote)
            format.setForeground(m_theme.strong);
    }
    if (run.flags & RunFlag::Italic) {
        if (scripts::hasItalics(run.text))
            format.setFontItalic(!format.fontItalic()); // within a quotation italics stand upright
        else if (format.fontWeight() < QFont::DemiBold)
            format.setFontWeight(QFont::DemiBold);
    }
    if (run.flags & (RunFlag::Code | RunFlag::Keyboard) && role != Role::Code) {
        const QFont mono = fonts::mono(scaled(entry.px * 0.84), QFont::Weight(format.fontWeight()));
        QFont font = mono;
        font.setItalic(false);
        const QBrush color = format.foreground();
        format.setFont(font);
        format.setForeground(color);
        format.setProperty(documentformat::InlineCodeProperty, true);
    }
    if (run.flags & RunFlag::Sup)
        format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
    else if (run.flags & RunFlag::Sub)
        format.setVerticalAlignment(QTextCharFormat::AlignSubScript);
    if (run.flags & RunFlag::Ruby || (run.flags & RunFlag::Small && role != Role::Caption)) // small already
        format.setFontPointSize(format.fontPointSize() * 0.82);
    format.setFontStrikeOut(run.flags.testFlag(RunFlag::Strike));
    if (run.flags & RunFlag::Underline)
        format.setFontUnderline(true);
    if (run.flags & RunFlag::Mark)
        format.setBackground(m_theme.find);
    if (!run.title.isEmpty()) {
        format.setToolTip(run.title);
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(m_theme.text3);
    }
    if (!run.anchor.isEmpty())
        format.setAnchorNames({run.anchor});
    if (!run.link.isEmpty() && linkpolicy::judge(QUrl(run.link)) != linkpolicy::Verdict::Refused &&
        run.link != QLatin1String(linkpolicy::categoryAddress)) {
        QColor line = m_theme.accent;
        line.setAlphaF(0.31f);
        format.setAnchor(true);
        format.setAnchorHref(run.link);
        format.setForeground(m_theme.accent);
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(line);
    }
    return format;
}

} // namespace broadsheet
