// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/findbar.h"

#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/pagefinder.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace broadsheet {

FindBar::FindBar(PageFinder &finder, Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_finder(finder)
    , m_appearance(appearance)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    setFixedHeight(49);
    m_field->setPlaceholderText(tr("Find in this article"));
    m_field->setAccessibleName(tr("Find in this article"));
    m_field->setFont(fonts::sans(13));
    m_field->setFixedHeight(32);
    m_field->setMaximumWidth(320);
    m_count->setFont(fonts::sans(12));
    auto *previous =
        new IconButton(appearance, icons::Name::Up, tr("Previous hit"), this, QStringLiteral("Shift+F3"));
    auto *next = new IconButton(appearance, icons::Name::Down, tr("Next hit"), this, QStringLiteral("F3"));
    auto *close = new IconButton(appearance, icons::Name::Close, tr("Close"), this, QStringLiteral("Esc"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 10, 1);
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    row->addSpacing(6);
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(close);
    connect(m_field, &QLineEdit::textChanged, &m_finder, &PageFinder::setText);
    connect(previous, &QAbstractButton::clicked, &m_finder, &PageFinder::previous);
    connect(next, &QAbstractButton::clicked, &m_finder, &PageFinder::next);
    connect(close, &QAbstractButton::clicked, this, &FindBar::shut);
    connect(&m_finder, &PageFinder::changed, this, &FindBar::tell);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    m_finder.setText(m_field->text());
    tell();
}

void FindBar::shut()
{
    hide();
    m_finder.setText({});
    Q_EMIT closed();
}

void FindBar::tell()
{
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (m_finder.hitCount() == 0)
        m_count->setText(tr("No hits"));
    else
        //: The hit that is shown and how many there are.
        m_count->setText(
            tr("%1 of %2")
                .arg(QLocale().toString(m_finder.current()), QLocale().toString(m_finder.hitCount())));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return shut();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return event->modifiers() & Qt::ShiftModifier ? m_finder.previous() : m_finder.next();
    default:
        QWidget::keyPressEvent(event);
    }
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance.theme().reader);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_appearance.theme().hairline);
}

} // namespace broadsheet
