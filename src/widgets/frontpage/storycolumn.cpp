// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/storycolumn.h"

#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"

#include <QKeyEvent>
#include <QLabel>

namespace broadsheet {

namespace {

constexpr int columnWidth = 720;
constexpr int margin = 28;
constexpr int headingGap = 34;

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
    for (const Part &part : std::exchange(m_parts, {})) {
        part.widget->hide();
        part.widget->deleteLater();
    }
    m_labels.clear();
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

void StoryColumn::addHeading(const QString &text)
{
    const bool first = m_parts.isEmpty();
    add(label(text, first ? fonts::serif(34, QFont::Bold) : fonts::sans(17, QFont::Bold)),
        first ? 0 : headingGap);
    restyle();
}

void StoryColumn::addText(const QString &text)
{
    add(label(text, fonts::sans(13.5)), 6);
    restyle();
}

void StoryColumn::add(QWidget *widget, int gapAbove)
{
    QWidget *before = m_parts.isEmpty() ? nullptr : m_parts.last().widget;
    widget->setParent(m_page);
    if (before)
        setTabOrder(before, widget);
    m_parts.append({widget, gapAbove});
    widget->show();
    place();
}

QList<QWidget *> StoryColumn::stops() const
{
    QList<QWidget *> list;
    for (const Part &part : m_parts) {
        if (part.widget->focusPolicy() != Qt::NoFocus)
            list.append(part.widget);
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
        palette.setColor(QPalette::WindowText, theme.strong);
        label->setPalette(palette);
    }
}

void StoryColumn::place()
{
    const int room = viewport()->width();
    const int width = qMax(120, qMin(columnWidth, room - 2 * margin));
    const int x = (room - width) / 2;
    int y = margin + 8;
    for (const Part &part : std::as_const(m_parts)) {
        y += part.gapAbove;
        const int height = part.widget->hasHeightForWidth() ? part.widget->heightForWidth(width)
                                                            : part.widget->sizeHint().height();
        part.widget->setGeometry(x, y, width, height);
        y += height;
    }
    m_page->resize(room, qMax(viewport()->height(), y + margin));
}

void StoryColumn::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    place();
}

/** Up and down go from story to story, as in a list. */
void StoryColumn::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const QList<QWidget *> all = stops();
    if (step == 0 || all.isEmpty())
        return QScrollArea::keyPressEvent(event);
    const qsizetype at = all.indexOf(focusWidget());
    const qsizetype next = at < 0 ? 0 : qBound(qsizetype(0), at + step, all.size() - 1);
    all[next]->setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(all[next], 0, margin);
}

} // namespace broadsheet
