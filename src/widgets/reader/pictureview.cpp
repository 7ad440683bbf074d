// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/pictureview.h"

#include "widgets/common/fonts.h"
#include "widgets/common/icons.h"
#include "widgets/reader/imageloader.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace broadsheet {

namespace {

constexpr double largestZoom = 8;
constexpr int air = 32;
constexpr int largestSide = 4096; ///< of a picture that is zoomed, px

/** White on the dark veil, whatever the theme. */
class VeilButton : public QAbstractButton
{
public:
    VeilButton(icons::Name icon, const QString &name, const QString &key, QWidget *parent)
        : QAbstractButton(parent), m_icon(icon)
    {
        setAccessibleName(name);
        //: A button and its key: "Save the picture (S)".
        setToolTip(PictureView::tr("%1 (%2)").arg(name, key));
        setFocusPolicy(Qt::NoFocus);
        setCursor(Qt::ArrowCursor);
        setFixedSize(36, 36);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(255, 255, 255, isDown() ? 70 : underMouse() ? 45 : 0));
        painter.drawRoundedRect(rect(), 8, 8);
        painter.drawPixmap(9, 9, icons::pixmap(m_icon, Qt::white, 18, devicePixelRatioF()));
    }

private:
    icons::Name m_icon;
};

} // namespace

PictureView::PictureView(ImageLoader &images, const QUrl &url, const QString &words, QWidget *window)
    : QWidget(window), m_images(images), m_url(url), m_words(words), m_buttons(new QWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(words.isEmpty() ? tr("Picture. Escape closes it.")
                                      : tr("Picture: %1. Escape closes it.").arg(words));
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto *save = new VeilButton(icons::Name::Down, tr("Save the picture"), QStringLiteral("S"), m_buttons);
    auto *close = new VeilButton(icons::Name::Close, tr("Close"), QStringLiteral("Esc"), m_buttons);
    row->addWidget(save);
    row->addWidget(close);
    connect(save, &QAbstractButton::clicked, this, [this] { Q_EMIT saveWanted(m_url); });
    connect(close, &QAbstractButton::clicked, this, &PictureView::finish);
    window->installEventFilter(this);
    connect(&images, &ImageLoader::pictureChanged, this, [this](const QUrl &changed) {
        if (changed == m_url)
            update();
    });
}

void PictureView::open()
{
    m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void PictureView::finish()
{
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    close();
}

QRect PictureView::room() const
{
    return rect().adjusted(air, air + 12, -air, m_words.isEmpty() ? -air : -air - 34);
}

/** The size at zoom 1: all of it in the room, never larger than it is. */
QSizeF PictureView::fitted() const
{
    const QSizeF own = QSizeF(m_images.knownSize(m_url).value_or(QSize(16, 9) * 40)) / devicePixelRatioF();
    const QSizeF inside = own.scaled(room().size(), Qt::KeepAspectRatio);
    return inside.width() < own.width() ? inside : own;
}

QRectF PictureView::target() const
{
    QRectF where(QPointF(), fitted() * m_zoom);
    where.moveCenter(QRectF(room()).center() + m_offset);
    return where;
}

void PictureView::setZoom(double zoom, const QPointF &anchor)
{
    zoom = qBound(1.0, zoom, largestZoom);
    const QPointF fromCentre = anchor - QRectF(room()).center() - m_offset;
    m_offset += fromCentre * (1 - zoom / m_zoom);
    m_zoom = zoom;
    moveBy({});
}

void PictureView::moveBy(const QPointF &by)
{
    m_offset += by;
    // No further than its edge to the middle.
    const QSizeF beyond = ((fitted() * m_zoom - QSizeF(room().size())) / 2).expandedTo({0, 0});
    m_offset.setX(qBound(-beyond.width(), m_offset.x(), beyond.width()));
    m_offset.setY(qBound(-beyond.height(), m_offset.y(), beyond.height()));
    setCursor(m_zoom > 1 ? Qt::OpenHandCursor : Qt::PointingHandCursor);
    update();
}

void PictureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 225));
    // The same pixels until more are of use.
    const QSize box = m_zoom > 1 ? QSize(largestSide, largestSide) / devicePixelRatioF() : room().size();
    auto picture = m_images.picture(m_url, box, devicePixelRatioF(), m_policy);
    if (picture.state != ImageLoader::State::Ready && m_zoom > 1)
        picture = m_images.picture(m_url, room().size(), devicePixelRatioF(), m_policy);
    if (picture.state == ImageLoader::State::Ready) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(target(), picture.pixmap, QRectF(picture.pixmap.rect()));
    } else if (picture.state == ImageLoader::State::Failed) {
        painter.setPen(Qt::white);
        painter.setFont(fonts::sans(14));
        painter.drawText(rect(), Qt::AlignCenter, tr("This picture could not be loaded."));
    }
    // A bright picture may reach under the buttons and the words.
    const auto ground = [&painter](const QRect &under) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 150));
        painter.drawRoundedRect(under, 8, 8);
    };
    ground(m_buttons->geometry().adjusted(-4, -2, 4, 2));
    if (m_words.isEmpty())
        return;
    painter.setFont(fonts::sans(13));
    const QRect foot(air, height() - 46, width() - 2 * air, 34);
    const QString words = painter.fontMetrics().elidedText(m_words, Qt::ElideRight, foot.width() - 24);
    QRect text = painter.fontMetrics().boundingRect(foot, Qt::AlignCenter | Qt::TextSingleLine, words);
    ground(text.adjusted(-12, -5, 12, 5));
    painter.setPen(QColor(255, 255, 255, 220));
    painter.drawText(foot, Qt::AlignCenter | Qt::TextSingleLine, words);
}

void PictureView::resizeEvent(QResizeEvent *)
{
    m_buttons->adjustSize();
    m_buttons->move(width() - m_buttons->width() - 12, 8);
    moveBy({});
}

void PictureView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    // Whoever took the focus by a key wants to be seen; another window may have it for a while.
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
        event->reason() == Qt::ShortcutFocusReason) {
        m_focusBefore.clear();
        finish();
    }
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    constexpr double step = 60;
    const QPointF middle = QRectF(rect()).center();
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Space:
        return finish();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setZoom(m_zoom * 1.25, middle);
    case Qt::Key_Minus:
        return setZoom(m_zoom / 1.25, middle);
    case Qt::Key_0:
        return setZoom(1, middle);
    case Qt::Key_S:
        Q_EMIT saveWanted(m_url);
        return;
    case Qt::Key_Left:
        return moveBy({step, 0});
    case Qt::Key_Right:
        return moveBy({-step, 0});
    case Qt::Key_Up:
        return moveBy({0, step});
    case Qt::Key_Down:
        return moveBy({0, -step});
    default:
        break;
    }
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = m_last = event->position();
    m_moved = false;
}

void PictureView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_moved =
        m_moved || (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_moved && m_zoom > 1)
        moveBy(event->position() - m_last);
    m_last = event->position();
}

void PictureView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_moved || event->button() != Qt::LeftButton)
        return;
    // On a picture that was made larger a click is more likely a missed drag than a farewell.
    if (m_zoom <= 1 || !target().contains(event->position()))
        finish();
}

void PictureView::mouseDoubleClickEvent(QMouseEvent *event)
{
    setZoom(m_zoom > 1 ? 1 : 2.5, event->position());
    m_moved = true;
}

void PictureView::wheelEvent(QWheelEvent *event)
{
    setZoom(m_zoom * std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

bool PictureView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace broadsheet
