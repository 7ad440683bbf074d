// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/storycolumn.h"

#include "widgets/articles/textlines.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace broadsheet {

namespace {

constexpr int columnWidth = 720;
constexpr int margin = 28;
constexpr int headingGap = 30;
constexpr qsizetype longestName = 24;
constexpr int linesOfTitle = 6;
constexpr int ruleGap = 12;   ///< from the rule to the heading below it
constexpr int besideGap = 28; ///< between two that stand side by side

/** A headline whose lines stand as close as in a newspaper; a label would keep the font's own distance. */
class Headline : public QLabel
{
public:
    Headline(const QString &text, const TextLines::Style &style, QWidget *parent)
        : QLabel(text, parent), m_style(style)
    {
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        // The lines are closer than the font's own: what hangs below the last one has its room, too.
        const double hanging = QFontMetricsF(m_style.font).height() - m_style.lineHeight;
        return int(std::ceil(TextLines(text(), m_style, width).lineCount() * m_style.lineHeight +
                             std::max(0.0, hanging / 2)));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        TextLines(text(), m_style, width()).draw(&painter, {});
    }

private:
    TextLines::Style m_style;
};

} // namespace

StoryColumn::StoryColumn(Appearance &appearance, QWidget *parent)
    : QScrollArea(parent), m_appearance(appearance), m_page(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setWidget(m_page);
    connect(&appearance, &Appearance::changed, this, &StoryColumn::restyle);
    restyle();
}

void StoryColumn::clear()
{
    // What is hidden hands the focus on to what comes next, and the page would scroll after it, down to its
    // end.
    if (QWidget *focused = focusWidget(); focused && focused->hasFocus() && m_page->isAncestorOf(focused))
        setFocus(Qt::OtherFocusReason);
    for (const Part &part : std::exchange(m_parts, {})) {
        for (QWidget *widget : part.widgets) {
            widget->hide();
            widget->deleteLater();
        }
    }
    m_labels.clear();
    m_quiet.clear();
    m_rules.clear();
    m_filling = true;
}

void StoryColumn::finish()
{
    m_filling = false;
    restyle();
    place();
}

QLabel *StoryColumn::label(const QString &text, const QFont &font)
{
    auto *made = new QLabel(text, m_page);
    made->setFont(font);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    m_labels.append(made);
    return made;
}

void StoryColumn::addTitle(const QString &text)
{
    const bool headline = text.size() > longestName;
    const QFont font = fonts::serif(headline ? 30 : 34, QFont::Bold);
    m_labels.append(new Headline(text, {font, (headline ? 37 : 42) * fonts::scale(), linesOfTitle}, m_page));
    add(m_labels.last());
}

void StoryColumn::addHeading(const QString &text)
{
    auto *rule = new QFrame(m_page);
    rule->setFixedHeight(2);
    rule->setAutoFillBackground(true);
    m_rules.append(rule);
    add(rule, headingGap);
    add(label(text, fonts::sans(17, QFont::Bold)), ruleGap);
}

void StoryColumn::addText(const QString &text)
{
    m_quiet.insert(label(text, fonts::sans(13.5)));
    add(m_labels.last(), 6);
}

void StoryColumn::add(QWidget *widget, int gapAbove)
{
    addPart({{widget}, gapAbove, 0, 1});
}

void StoryColumn::addBeside(const QList<QWidget *> &widgets, int leastWidth, int most, int gapAbove)
{
    if (!widgets.isEmpty())
        addPart({widgets, gapAbove, leastWidth, most});
}

void StoryColumn::addPart(const Part &part)
{
    QWidget *before = m_parts.isEmpty() ? nullptr : m_parts.last().widgets.last();
    for (QWidget *widget : part.widgets) {
        widget->setParent(m_page);
        if (before)
            setTabOrder(before, widget);
        widget->show();
        before = widget;
    }
    m_parts.append(part);
    if (!m_filling)
        place();
}

QList<QWidget *> StoryColumn::stops() const
{
    QList<QWidget *> list;
    for (const Part &part : m_parts) {
        for (QWidget *widget : part.widgets) {
            if (widget->focusPolicy() != Qt::NoFocus)
                list.append(widget);
        }
    }
    return list;
}

void StoryColumn::restyle()
{
    const Theme &theme = m_appearance.theme();
    QPalette page = m_page->palette();
    page.setColor(QPalette::Window, theme.reader);
    m_page->setPalette(page);
    m_page->setAutoFillBackground(true);
    QPalette own = palette();
    own.setColor(QPalette::Window, theme.reader);
    setPalette(own);
    viewport()->setPalette(own);
    viewport()->setAutoFillBackground(true);
    for (QLabel *label : std::as_const(m_labels)) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, m_quiet.contains(label) ? theme.text2 : theme.strong);
        label->setPalette(palette);
    }
    for (QFrame *rule : std::as_const(m_rules)) {
        QPalette palette = rule->palette();
        palette.setColor(QPalette::Window, theme.hairline);
        rule->setPalette(palette);
    }
}

void StoryColumn::place()
{
    if (m_filling)
        return;
    const int room = viewport()->width();
    const int width = qMax(120, qMin(columnWidth, room - 2 * margin));
    const int x = (room - width) / 2;
    int y = margin + 8;
    for (const Part &part : std::as_const(m_parts))
        y += part.gapAbove + placePart(part, x, y + part.gapAbove, width);
    m_page->resize(room, qMax(viewport()->height(), y + margin));
}

/** Gives the height that it takes. */
int StoryColumn::placePart(const Part &part, int x, int y, int width)
{
    const auto heightOf = [](const QWidget *widget, int wide) {
        return widget->hasHeightForWidth() ? widget->heightForWidth(wide) : widget->sizeHint().height();
    };
    const int columns = part.leastWidth > 0
                            ? std::clamp((width + besideGap) / (part.leastWidth + besideGap), 1, part.most)
                            : 1;
    const int wide = (width - (columns - 1) * besideGap) / columns;
    int taken = 0;
    for (qsizetype from = 0; from < part.widgets.size(); from += columns) {
        const QList<QWidget *> line = part.widgets.mid(from, columns);
        int height = 0;
        for (const QWidget *widget : line)
            height = qMax(height, heightOf(widget, wide));
        for (qsizetype i = 0; i < line.size(); ++i) {
            const int left = int(i) * (wide + besideGap);
            const QMargins around = line[i]->contentsMargins(); // where a ring may stand
            line[i]->setGeometry(
                QRect(x + (isRightToLeft() ? width - left - wide : left), y + taken, wide, height)
                    .marginsAdded(around));
        }
        taken += height;
    }
    return taken;
}

void StoryColumn::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    place();
}

/** What lies next to the one that has the focus in the direction of an arrow; the first if none has. */
QWidget *StoryColumn::stopTowards(int key) const
{
    const QList<QWidget *> all = stops();
    const qsizetype at = all.indexOf(focusWidget());
    if (all.isEmpty() || at < 0)
        return all.value(0);
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const bool forward = (key == Qt::Key_Right) != isRightToLeft();
        return all[qBound(qsizetype(0), at + (forward ? 1 : -1), all.size() - 1)];
    }
    const QRect own = all[at]->geometry();
    QWidget *best = all[at];
    std::pair<int, int> least{std::numeric_limits<int>::max(), 0}; // how far down or up, then to the side
    for (QWidget *other : all) {
        const QRect place = other->geometry();
        const int away = key == Qt::Key_Down ? place.top() - own.bottom() : own.top() - place.bottom();
        const std::pair<int, int> found{away, qAbs(place.center().x() - own.center().x())};
        if (away > 0 && found < least) {
            least = found;
            best = other;
        }
    }
    return best;
}

/** Arrows go from story to story, as in a list. */
void StoryColumn::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool arrow =
        key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right;
    QWidget *next = arrow && event->modifiers() == Qt::NoModifier ? stopTowards(key) : nullptr;
    if (!next)
        return QScrollArea::keyPressEvent(event);
    next->setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(next, 0, margin);
}

} // namespace broadsheet
