// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/searchfield.h"

#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/common/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>

namespace broadsheet {
namespace {
constexpr int IconSize = 16;
constexpr int IconLeft = 9;
constexpr int TextLeft = 30;
constexpr int HintRight = 12;
} // namespace

SearchField::SearchField(Appearance &appearance, QWidget *parent)
    : QLineEdit(parent), m_appearance(appearance)
{
    setFont(fonts::sans(13));
    setAccessibleName(tr("Search"));
    setClearButtonEnabled(false);
    connect(&appearance, &Appearance::changed, this, [this] {
        placeText();
        update();
    });
    placeText();
}

/** The text begins at the same place whatever the style keeps free around it. */
void SearchField::placeText()
{
    QPalette colors = palette();
    colors.setColor(QPalette::PlaceholderText, m_appearance.theme().text3);
    setPalette(colors);
    QStyleOptionFrame frame;
    initStyleOption(&frame);
    frame.rect = QRect(0, 0, 300, 34);
    frame.direction = Qt::LeftToRight;
    const int inset = style()->subElementRect(QStyle::SE_LineEditContents, &frame, this).left();
    const int padding = std::max(0, TextLeft - inset - 2); // QLineEdit keeps 2 of its own
    setTextMargins(layoutDirection() == Qt::LeftToRight ? QMargins(padding, 0, 0, 0)
                                                        : QMargins(0, 0, padding, 0));
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Theme &theme = m_appearance.theme();
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    QPainter painter(this);
    const int iconX = leftToRight ? IconLeft : width() - IconLeft - IconSize;
    painter.drawPixmap(QPoint(iconX, (height() - IconSize) / 2),
                       icons::pixmap(icons::Name::Search, theme.text2, IconSize, devicePixelRatioF()));
    if (!text().isEmpty())
        return;
    painter.setFont(fonts::sans(11, QFont::Medium));
    painter.setPen(theme.text3);
    QString hint = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
    hint.replace(u'+', u' ');
    painter.drawText(rect().adjusted(HintRight, 0, -HintRight, 0),
                     Qt::AlignVCenter | (leftToRight ? Qt::AlignRight : Qt::AlignLeft), hint);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT left();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT resultsWanted();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        placeText();
}

} // namespace broadsheet
