// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/selectionbar.h"

#include "widgets/comments/highlightcolors.h"
#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/reader/readerview.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace broadsheet {

namespace {

/** A dot of one colour. */
class ColorButton : public QAbstractButton
{
public:
    ColorButton(Appearance &appearance, HighlightColor color, QWidget *parent)
        : QAbstractButton(parent), m_appearance(appearance), m_color(color)
    {
        const QString name = SelectionBar::tr("Highlight: %1").arg(highlightName(color));
        setText(name);
        setToolTip(name);
        setFocusPolicy(Qt::NoFocus);
        setFixedSize(28, 28);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        if (underMouse()) {
            painter.setBrush(m_appearance.theme().hover);
            painter.drawRoundedRect(rect(), 7, 7);
        }
        painter.setBrush(highlightColor(m_appearance.theme(), m_color));
        painter.drawEllipse(QRectF(rect()).center(), 7.5, 7.5);
    }

private:
    Appearance &m_appearance;
    HighlightColor m_color;
};

} // namespace

SelectionBar::SelectionBar(ReaderView &view, Appearance &appearance)
    : QWidget(view.viewport()), m_view(view), m_appearance(appearance)
{
    setAccessibleName(tr("Selected passage"));
    setCursor(Qt::ArrowCursor);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(5, 4, 5, 4);
    row->setSpacing(0);
    for (const HighlightColor color :
         {HighlightColor::Yellow, HighlightColor::Green, HighlightColor::Blue, HighlightColor::Pink}) {
        auto *button = new ColorButton(appearance, color, this);
        connect(button, &QAbstractButton::clicked, this, [this, color] {
            hide();
            Q_EMIT highlightWanted(color);
        });
        row->addWidget(button);
    }
    const auto add = [this, row](icons::Name icon, const QString &name, const QString &key,
                                 void (SelectionBar::*told)()) {
        auto *button = new IconButton(m_appearance, icon, name, this, key);
        button->setMetrics(28, 16);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QAbstractButton::clicked, this, [this, told] {
            hide();
            Q_EMIT(this->*told)();
        });
        row->addWidget(button);
    };
    add(icons::Name::Edit, tr("Write a note on it"), QStringLiteral("Shift+H"), &SelectionBar::noteWanted);
    add(icons::Name::Reply, tr("Quote it in a reply"), QStringLiteral("Q"), &SelectionBar::quoteWanted);
    hide();
    view.viewport()->installEventFilter(this);
    connect(&view, &ReaderView::scrolled, this, &QWidget::hide);
    connect(&view, &ReaderView::rebuilt, this, &QWidget::hide);
    connect(&view, &QTextEdit::selectionChanged, this, [this] {
        if (!m_view.textCursor().hasSelection())
            hide();
    });
}

bool SelectionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view.viewport() && event->type() == QEvent::MouseButtonPress) {
        m_pressed = static_cast<QMouseEvent *>(event)->pos();
        hide();
    } else if (watched == m_view.viewport() && event->type() == QEvent::MouseButtonRelease &&
               static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        const QPoint at = static_cast<QMouseEvent *>(event)->pos();
        // The view has not seen the release yet, and a click may take the selection away.
        QMetaObject::invokeMethod(
            this,
            [this, at] {
                if (m_view.textCursor().hasSelection())
                    place(at);
                else if ((at - m_pressed).manhattanLength() < QApplication::startDragDistance() &&
                         m_view.anchorAt(at).isEmpty())
                    Q_EMIT clicked(m_view.cursorForPosition(at).position());
            },
            Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

/** Above where the mouse let go, below where there is no room. */
void SelectionBar::place(const QPoint &at)
{
    adjustSize();
    const QRect area = m_view.viewport()->rect().adjusted(8, 8, -8, -8);
    QPoint corner = at - QPoint(width() / 2, height() + 18);
    if (corner.y() < area.top())
        corner.setY(at.y() + 22);
    corner.setX(qBound(area.left(), corner.x(), qMax(area.left(), area.right() - width())));
    move(corner);
    show();
    raise();
}

void SelectionBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.fieldBorder, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
}

} // namespace broadsheet

// Here and not with the others, so that a test of the thread alone links without the reader.
#include "moc_selectionbar.cpp"
