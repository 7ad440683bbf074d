// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the view for mouse, keys, menu and what is copied.
#include "widgets/reader/readerview.h"

#include "widgets/common/appearance.h"
#include "widgets/reader/documentformat.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/layoutpacer.h"
#include "widgets/reader/linkpolicy.h"
#include "widgets/reader/linkstrip.h"
#include "widgets/reader/pageobjects.h"
#include "widgets/reader/selectioncopy.h"
#include "widgets/reader/textplace.h"
#include "widgets/reader/widecode.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QtMath>

namespace broadsheet {

using namespace documentformat;

QTextCharFormat ReaderView::formatAt(const QPoint &viewportPoint) const
{
    const QPointF point = QPointF(viewportPoint) + QPointF(0, documentY());
    return document()->documentLayout()->formatAt(point).toCharFormat();
}

void ReaderView::hover(const QUrl &url)
{
    m_hovered.clear();
    m_strip->showAddress(linkpolicy::judge(url) == linkpolicy::Verdict::Outside ? linkpolicy::shown(url)
                                                                                : QString());
    if (!url.isEmpty()) {
        const QTextCursor at = cursorForPosition(viewport()->mapFromGlobal(QCursor::pos()));
        const QString href = url.toString();
        for (auto it = at.block().begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (QUrl(fragment.charFormat().anchorHref()).toString() != href)
                continue;
            ExtraSelection mark;
            mark.cursor = QTextCursor(document());
            mark.cursor.setPosition(fragment.position());
            mark.cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            QColor tint = m_appearance.theme().accent;
            mark.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            mark.format.setUnderlineColor(tint);
            tint.setAlphaF(0.10f);
            mark.format.setBackground(tint);
            m_hovered.append(mark);
        }
    }
    showSelections();
}

/** Sideways, or with Shift as elsewhere: code that is wider than the column. */
void ReaderView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const bool shift = event->modifiers() == Qt::ShiftModifier;
    const int sideways = shift && turned.x() == 0 ? turned.y() : turned.x();
    if ((shift || qAbs(turned.x()) > qAbs(turned.y())) &&
        m_wideCode->scroll(event->position().toPoint(), -sideways)) {
        event->accept();
        return;
    }
    QTextBrowser::wheelEvent(event);
}

void ReaderView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_wideCode->drag(event->pos()))
        QTextBrowser::mouseMoveEvent(event);
}

void ReaderView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_wideCode->press(event->pos()))
        return;
    m_pressed = event->pos();
    QTextBrowser::mousePressEvent(event);
}

void ReaderView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_wideCode->release())
        return;
    const QString anchor = anchorAt(event->pos());
    const bool aside = event->button() == Qt::MiddleButton ||
                       (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier);
    if (aside && !anchor.isEmpty() &&
        (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance()) {
        Q_EMIT linkWantedAside(QUrl(anchor));
        return;
    }
    QTextBrowser::mouseReleaseEvent(event);
    // Qt selects the link that was clicked and frames it; that is for who came to it by key.
    if (!anchor.isEmpty() && textCursor().hasSelection() && event->pos() == m_pressed) {
        QTextCursor cursor = textCursor();
        cursor.clearSelection();
        // It may have led to another place of the page already, from which the cursor is not to pull it back.
        const int y = verticalScrollBar()->value();
        setTextCursor(cursor);
        verticalScrollBar()->setValue(y);
    }
    const bool click = event->button() == Qt::LeftButton &&
                       (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    if (!click || textCursor().hasSelection())
        return;
    const QTextCharFormat format = formatAt(event->pos());
    if (format.objectType() == PictureObject)
        clickPicture(format);
}

void ReaderView::clickPicture(const QTextCharFormat &format)
{
    const QUrl url(format.property(ImageUrlProperty).toString());
    const QUrl link(format.property(ImageLinkProperty).toString());
    const auto picture =
        m_images.picture(url, {m_style.column, 720}, devicePixelRatioF(), m_objects->policy());
    const bool isFilm = format.property(ImagePlayProperty).toBool();
    if (!isFilm &&
        (picture.state == ImageLoader::State::Waiting || picture.state == ImageLoader::State::Failed))
        m_images.allow(url);
    else if (!link.isEmpty())
        Q_EMIT linkActivated(link);
    else if (picture.state == ImageLoader::State::Ready && picture.animated)
        m_objects->togglePlaying(url);
    else if (picture.state == ImageLoader::State::Ready)
        Q_EMIT pictureActivated(url);
}

void ReaderView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_content)
        return;
    const QTextCharFormat format = formatAt(event->pos());
    const QUrl link(anchorAt(event->pos()));
    QUrl picture;
    if (format.objectType() == PictureObject)
        picture = QUrl(format.property(ImageUrlProperty).toString());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyText = menu->addAction(tr("&Copy"), this, &ReaderView::copy);
    copyText->setEnabled(textCursor().hasSelection());
    QAction *all = menu->addAction(tr("Select &all"), this, &ReaderView::selectAll);
    all->setEnabled(!document()->isEmpty());
    Q_EMIT contextMenuWanted(menu, link, picture);
    menu->popup(event->globalPos());
}

void ReaderView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left && event->modifiers() == Qt::AltModifier) {
        event->setAccepted(goBack());
        return;
    }
    // Words are not typed here: letters and the space bar are the window's keys.
    const auto modifiers = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (modifiers == Qt::NoModifier && !event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    if (!m_caret && modifiers == Qt::NoModifier && !(event->modifiers() & Qt::ShiftModifier)) {
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
            event->ignore(); // to the pane beside
            return;
        }
        if (scrollByKey(*event))
            return;
    }
    QTextBrowser::keyPressEvent(event);
}

/** As a page is moved anywhere; Qt's own keys would move a caret that is not shown. False for other keys. */
bool ReaderView::scrollByKey(const QKeyEvent &event)
{
    QScrollBar *bar = verticalScrollBar();
    bar->setSingleStep(qRound(m_style.size * 1.56 * 2)); // two lines
    switch (event.key()) {
    case Qt::Key_Up:
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return true;
    case Qt::Key_Down:
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return true;
    case Qt::Key_Home:
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        return true;
    case Qt::Key_End:
        bar->triggerAction(QAbstractSlider::SliderToMaximum);
        return true;
    case Qt::Key_PageUp:
        pageUp();
        return true;
    case Qt::Key_PageDown:
        pageDown();
        return true;
    default:
        return false;
    }
}

bool ReaderView::pageDown()
{
    QScrollBar *bar = verticalScrollBar();
    if (m_pacer->isDone())
        document()->documentLayout()->blockBoundingRect(document()->lastBlock());
    if (bar->value() >= bar->maximum())
        return !m_pacer->isDone(); // what is being laid out goes on
    stayHere();
    bar->setValue(wholeLineAt(bar->value() + pageLength()));
    return true;
}

bool ReaderView::pageUp()
{
    QScrollBar *bar = verticalScrollBar();
    if (bar->value() <= bar->minimum())
        return false;
    bar->setValue(wholeLineAt(bar->value() - pageLength()));
    return true;
}

/** Two lines stay, so that the eye finds its place. */
int ReaderView::pageLength() const
{
    return qMax(40, viewport()->height() - qRound(m_style.size * 1.56 * 2));
}

/** Where a page that would begin at \a y begins, so that no line of text is cut there. */
int ReaderView::wholeLineAt(int y) const
{
    const QPointF point(viewport()->width() / 2.0, y);
    const int position = textplace::positionAt(*document(), point);
    const QTextBlock block = document()->findBlock(position);
    const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
    if (!line.isValid())
        return y;
    const QTextBlockFormat format = block.blockFormat();
    double top = document()->documentLayout()->blockBoundingRect(block).top() + line.y();
    // Lines of fixed height have four fifths of it above their baseline.
    const bool fixed = format.lineHeightType() == QTextBlockFormat::FixedHeight;
    const double height = fixed ? format.lineHeight() : line.height();
    if (fixed)
        top += line.ascent() - height * 0.8;
    if (y >= top + height || y - top > m_style.size * 1.56 * 1.4)
        return y; // between two lines, or on a picture
    // Over the first line of a paragraph there is some air.
    return qFloor(top) - (line.lineNumber() == 0 ? qRound(qMin(12.0, format.topMargin() * 0.75)) : 0);
}

void ReaderView::setCaret(bool on)
{
    m_caret = on;
    setCursorWidth(on ? 2 : 0);
    // From where one reads, not from where the last click was.
    if (on && !viewport()->rect().contains(cursorRect().center()))
        setTextCursor(cursorForPosition({viewport()->width() / 2, 0}));
}

QMimeData *ReaderView::createMimeDataFromSelection() const
{
    return selectioncopy::mimeData(textCursor());
}

} // namespace broadsheet
