// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readerview.h"

#include "widgets/common/appearance.h"
#include "widgets/reader/documentbuilder.h"
#include "widgets/reader/documentformat.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/layoutpacer.h"
#include "widgets/reader/linkstrip.h"
#include "widgets/reader/pageobjects.h"
#include "widgets/reader/pagepainter.h"
#include "widgets/reader/textplace.h"
#include "widgets/reader/widecode.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;
using namespace documentformat;

namespace {

constexpr int sideMargin = 36;
constexpr int topMargin = 40;
constexpr int bottomMargin = 40;
constexpr int aboveAnchor = 12;

QTextBlock blockOfAnchor(const QTextDocument &document, const QString &name)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it)
            if (it.fragment().charFormat().anchorNames().contains(name))
                return block;
    }
    return {};
}

} // namespace

ReaderView::ReaderView(ImageLoader &images, Appearance &appearance, QWidget *parent)
    : QTextBrowser(parent)
    , m_appearance(appearance)
    , m_images(images)
    , m_objects(new PageObjects(images, appearance, this))
    , m_pacer(new LayoutPacer(this))
    , m_strip(new LinkStrip(appearance, viewport()))
    , m_wideCode(new WideCode(*this))
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setSearchPaths({});
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setCursorWidth(0);
    recolour();

    m_pictureTimer.setSingleShot(true);
    m_pictureTimer.setInterval(100ms);
    m_footTimer.setSingleShot(true);
    m_prefetchTimer.setSingleShot(true);
    m_prefetchTimer.setInterval(150ms);
    connect(&m_pictureTimer, &QTimer::timeout, this, &ReaderView::takePictures);
    m_fitTimer.setSingleShot(true);
    m_fitTimer.setInterval(10ms); // the window answers in between
    connect(&m_fitTimer, &QTimer::timeout, this, &ReaderView::fitPictures);
    connect(&m_footTimer, &QTimer::timeout, this, &ReaderView::placeFoot);
    connect(&m_prefetchTimer, &QTimer::timeout, this, &ReaderView::prefetchPictures);
    connect(&images, &ImageLoader::pictureChanged, this, &ReaderView::pictureChanged);
    // From the event loop: a layout cannot be changed while it is made.
    connect(m_objects, &PageObjects::fitWanted, this, &ReaderView::fitPictures, Qt::QueuedConnection);
    connect(m_pacer, &LayoutPacer::finished, this, &ReaderView::fitPictures, Qt::QueuedConnection);
    connect(m_pacer, &LayoutPacer::finished, this, &ReaderView::updateFoot);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &ReaderView::stayHere);
    connect(this, &QTextEdit::cursorPositionChanged, this, [this] { m_wideCode->reveal(textCursor()); });
    connect(m_objects, &PageObjects::repaintWanted, this, &ReaderView::repaintPicture);
    connect(&appearance, &Appearance::changed, this, &ReaderView::rebuild);
    connect(this, &QTextBrowser::anchorClicked, this, &ReaderView::linkActivated);
    connect(this, qOverload<const QUrl &>(&QTextBrowser::highlighted), this, &ReaderView::hover);
}

ReaderView::~ReaderView() = default;

QVariant ReaderView::loadResource(int type, const QUrl &)
{
    // An empty answer would make Qt look for a file of that name. Our documents ask for nothing; this is for
    // what might be pasted or set by mistake.
    if (type == QTextDocument::StyleSheetResource)
        return QByteArray(" ");
    QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    return nothing;
}

int ReaderView::columnFor(int width) const
{
    return qMax(120, qMin(m_style.column, width - 2 * sideMargin));
}

ReadingStyle ReaderView::styleForWidth() const
{
    ReadingStyle style = m_style;
    style.narrow = columnFor(viewport()->width()) < 520;
    return style;
}

void ReaderView::setStyle(const ReadingStyle &style)
{
    if (style == m_style)
        return;
    m_style = style;
    rebuild();
}

void ReaderView::setContent(std::shared_ptr<const PageContent> content, std::unique_ptr<QTextDocument> ready)
{
    m_content = std::move(content);
    m_highlights.clear();
    m_jumps.clear();
    m_objects->setPolicy(m_content ? m_content->imagePolicy : std::nullopt);
    if (!m_content) {
        m_objects->reset();
        attach(std::make_unique<QTextDocument>());
        setAccessibleName({});
        return;
    }
    if (!ready)
        ready =
            DocumentBuilder(m_appearance.theme(), styleForWidth()).build(m_content->header, m_content->page);
    attach(std::move(ready));
    verticalScrollBar()->setValue(0);
    setAccessibleName(m_content->header.headline);
    tellHeadline();
    // For who looks at the page with a screen reader, the next word is the first one.
    QTextCursor cursor = textCursor();
    cursor.setPosition(0);
    setTextCursor(cursor);
}

void ReaderView::recolour()
{
    QPalette palette = m_appearance.theme().palette();
    palette.setColor(QPalette::Base, m_appearance.theme().reader);
    palette.setColor(QPalette::Window, m_appearance.theme().reader);
    setPalette(palette);
}

void ReaderView::rebuild()
{
    recolour();
    viewport()->update();
    if (!m_content)
        return;
    if (m_othersBuild && LayoutPacer::isLong(*document())) {
        m_asked = styleForWidth();
        Q_EMIT buildingWanted();
        return;
    }
    const Place before = place();
    const QTextCursor selection = textCursor();
    attach(DocumentBuilder(m_appearance.theme(), styleForWidth()).build(m_content->header, m_content->page));
    // The words are the same ones, so positions hold.
    QTextCursor cursor = textCursor();
    const int last = document()->characterCount() - 1;
    cursor.setPosition(qMin(selection.anchor(), last));
    cursor.setPosition(qMin(selection.position(), last), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    setPlace(before);
}

void ReaderView::attach(std::unique_ptr<QTextDocument> document)
{
    m_asked = styleForWidth();
    m_hovered.clear();
    m_highlights.clear();
    m_strip->showAddress({});
    m_objects->reset();
    m_wideCode->reset();
    m_wideCode->setEnabled(!m_asked.wrapCode);
    m_footTop = -1;
    QTextDocument *fresh = document.release();
    fresh->setParent(this);
    setMargins(*fresh);
    m_unfitted.clear();
    m_captions.clear();
    m_objects->placeCaptions(*fresh);
    m_objects->registerWith(*fresh);
    const QPointer<QTextDocument> old = this->document();
    setDocument(fresh);
    setCursorWidth(m_caret ? 2 : 0); // kept by the layout, so each document begins with Qt's own
    m_pacer->watch(fresh);
    m_placeToCome.reset();
    if (m_foot && !m_pacer->isDone())
        m_foot->hide();
    // The first one belongs to QTextBrowser, which lets it go by itself.
    if (old)
        old->deleteLater();
    m_headlineEnd = 0;
    for (QTextBlock block = fresh->begin(); block.isValid() && block.blockNumber() < 4;
         block = block.next()) {
        if (kind(block.blockFormat()) == BlockKind::Headline)
            m_headlineEnd = block.position() + block.length() - 1;
    }
    connect(fresh->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, &m_footTimer,
            [this] { m_footTimer.start(0ms); });
    updateFoot();
    m_footTimer.start(0ms);
    Q_EMIT rebuilt();
}

void ReaderView::setMargins(QTextDocument &document)
{
    const int width = viewport()->width();
    const int column = columnFor(width);
    m_objects->setColumn(column, m_style.column, m_style.scale());
    QTextFrameFormat format = document.rootFrame()->frameFormat();
    const double left = (width - column) / 2;
    if (format.leftMargin() == left && format.rightMargin() == width - column - left &&
        format.topMargin() > 0)
        return;
    format.setLeftMargin(left);
    format.setRightMargin(width - column - left);
    format.setTopMargin(topMargin);
    format.setBottomMargin(bottomMargin);
    document.rootFrame()->setFrameFormat(format);
    m_pacer->beginAgain(0);
}

void ReaderView::fitToWidth()
{
    if (!m_content)
        return;
    if (styleForWidth() != m_asked)
        rebuild(); // another size of headline
    setMargins(*document());
}

void ReaderView::resizeEvent(QResizeEvent *event)
{
    const bool otherWidth = event->size().width() != event->oldSize().width();
    const Place before = otherWidth && m_content ? place() : Place();
    if (otherWidth)
        fitToWidth();
    QTextBrowser::resizeEvent(event);
    m_strip->showAddress({});
    if (otherWidth && m_content) {
        updateFoot();
        if (before.position > 0)
            setPlace(before);
    }
    tellHeadline();
}

double ReaderView::documentY() const
{
    return verticalScrollBar()->value();
}

ReaderView::Place ReaderView::place() const
{
    if (m_placeToCome)
        return *m_placeToCome;
    if (verticalScrollBar()->value() == 0)
        return {};
    const QPointF corner(viewport()->width() / 2.0, documentY() + 1);
    const int position = textplace::positionAt(*document(), corner);
    QTextCursor cursor(document());
    cursor.setPosition(qBound(0, position, document()->characterCount() - 1));
    return {cursor.position(), double(cursorRect(cursor).top())};
}

void ReaderView::setPlace(const Place &place)
{
    if (place.position <= 0) {
        stayHere();
        verticalScrollBar()->setValue(0);
        return;
    }
    // Some screens more, since the scroll range ends where the layout does.
    constexpr int more = 12'000;
    m_placeToCome = place;
    m_pacer->whenReached(qMin(place.position + more, document()->characterCount() - 1),
                         [this, place] { goTo(place); });
}

/** The reader has moved: no place that is still to come is to pull them away. */
void ReaderView::stayHere()
{
    m_placeToCome.reset();
    m_pacer->forget();
}

void ReaderView::goTo(const Place &place)
{
    m_placeToCome.reset();
    QTextCursor cursor(document());
    cursor.setPosition(qBound(0, place.position, document()->characterCount() - 1));
    document()->documentLayout()->blockBoundingRect(cursor.block());
    if (m_pacer->isDone())
        document()->documentLayout()->blockBoundingRect(document()->lastBlock());
    const int y = verticalScrollBar()->value() + cursorRect(cursor).top();
    verticalScrollBar()->setValue(qRound(y - place.offset));
}

void ReaderView::setFoot(QWidget *foot)
{
    m_foot = foot;
    // Labels take the colour of text from what they stand on: a window's, not that of the field which a page is.
    foot->setBackgroundRole(QPalette::Window);
    foot->setParent(viewport());
    foot->hide();
    m_strip->raise();
    updateFoot();
}

void ReaderView::updateFoot()
{
    if (!m_foot || !m_content)
        return;
    const int width = int(m_objects->column());
    const int wanted =
        m_foot->hasHeightForWidth() ? m_foot->heightForWidth(width) : m_foot->sizeHint().height();
    const int height = qBound(m_foot->minimumHeight(), wanted, m_foot->maximumHeight());
    m_foot->resize(width, height);
    const bool another = m_objects->setFootHeight(height);
    if (!m_pacer->isDone())
        return; // the end is not there yet
    const QTextBlock last = document()->lastBlock();
    // Where the layout has not come to it yet, it will ask; to be told now would make Qt lay out everything at once.
    if (another && kind(last.blockFormat()) == BlockKind::Foot && last.layout()->lineCount() > 0)
        document()->markContentsDirty(last.position(), 1);
    m_footTimer.start(0ms);
}

void ReaderView::placeFoot()
{
    if (!m_foot || !m_content || !m_pacer->isDone())
        return;
    const QTextBlock last = document()->lastBlock();
    const QRectF room = document()->documentLayout()->blockBoundingRect(last);
    m_footTop = room.top();
    const int left = (viewport()->width() - int(m_objects->column())) / 2;
    m_foot->move(left, qRound(m_footTop - documentY()));
    m_foot->setVisible(true);
}

void ReaderView::scrollContentsBy(int dx, int dy)
{
    QTextBrowser::scrollContentsBy(dx, dy);
    // viewport()->scroll() takes its children along, but not when it repaints as a whole.
    if (m_foot && m_footTop >= 0)
        m_foot->move(m_foot->x(), qRound(m_footTop - documentY()));
    if (m_strip->isVisible())
        m_strip->showAddress({});
    tellHeadline();
    m_prefetchTimer.start();
    Q_EMIT scrolled();
}

void ReaderView::tellHeadline()
{
    bool seen = true;
    if (m_content) {
        const QTextBlock block = document()->findBlock(m_headlineEnd);
        seen = document()->documentLayout()->blockBoundingRect(block).bottom() > documentY() + 8;
    }
    if (std::exchange(m_headlineSeen, seen) != seen)
        Q_EMIT headlineSeen(seen);
}

void ReaderView::showInFoot(const QRect &rect)
{
    placeFoot();
    const int top = m_foot->y() + rect.top();
    const int bottom = m_foot->y() + rect.bottom();
    QScrollBar *bar = verticalScrollBar();
    constexpr int air = 24;
    if (bottom + air > viewport()->height())
        bar->setValue(bar->value() + qMin(bottom + air - viewport()->height(), top - air));
    else if (top - air < 0)
        bar->setValue(bar->value() + top - air);
}

bool ReaderView::showAnchor(const QString &name)
{
    // QTextEdit::scrollToAnchor() knows only anchors that are links as well.
    const QTextBlock block = blockOfAnchor(*document(), name);
    if (!block.isValid())
        return false;
    const int y = verticalScrollBar()->value();
    m_jumps.append(place());
    m_pacer->whenReached(block.position() + block.length(), [this, block] {
        const QRectF target = document()->documentLayout()->blockBoundingRect(block);
        verticalScrollBar()->setValue(qRound(target.top()) - aboveAnchor);
    });
    if (m_pacer->hasReached(block.position()) && verticalScrollBar()->value() == y) {
        m_jumps.removeLast();
        return false;
    }
    return true;
}

bool ReaderView::goBack()
{
    if (m_jumps.isEmpty())
        return false;
    setPlace(m_jumps.takeLast());
    return true;
}

void ReaderView::showPassage(const QTextCursor &passage)
{
    document()->documentLayout()->blockBoundingRect(passage.block());
    m_wideCode->reveal(passage);
    const QRect rect = cursorRect(passage);
    if (rect.top() >= 0 && rect.bottom() <= viewport()->height())
        return;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.center().y() -
                                  viewport()->height() / 3);
}

std::pair<int, int> ReaderView::visibleRange() const
{
    const double middle = viewport()->width() / 2.0;
    return {textplace::positionAt(*document(), {middle, documentY()}),
            textplace::positionAt(*document(), {middle, documentY() + viewport()->height()})};
}

void ReaderView::paintEvent(QPaintEvent *event)
{
    if (!m_content)
        return QTextBrowser::paintEvent(event);
    const QRectF visible = QRectF(event->rect()).translated(0, documentY());
    m_wideCode->arrange(QRectF(viewport()->rect()).translated(0, documentY()), m_style.scale());
    const auto paintPage = [&](QPainter &painter) {
        PagePainter(painter, *document(), m_appearance.theme(), m_style.scale()).paint(visible);
    };
    {
        QPainter painter(viewport());
        painter.setClipRect(event->rect());
        painter.translate(0, -documentY());
        paintPage(painter);
    }
    paintText(*event);
    if (m_wideCode->covered().isEmpty())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(event->rect());
    painter.translate(0, -documentY());
    painter.save();
    painter.setClipPath(m_wideCode->covered(), Qt::IntersectClip);
    painter.fillRect(visible, m_appearance.theme().reader);
    paintPage(painter); // bars and numbers beside it
    painter.restore();
    m_wideCode->paint(painter, m_appearance.theme());
}

/** Where no caret is asked for, Qt would draw one of no width, but with the flag that tells its direction. */
void ReaderView::paintText(QPaintEvent &event)
{
    if (m_caret || textCursor().hasSelection())
        return QTextBrowser::paintEvent(&event);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette();
    context.clip = QRectF(event.rect()).translated(0, documentY());
    for (const ExtraSelection &mark : extraSelections())
        context.selections.append({mark.cursor, mark.format});
    QPainter painter(viewport());
    painter.translate(0, -documentY());
    painter.setClipRect(context.clip);
    document()->documentLayout()->draw(&painter, context);
}

void ReaderView::setHighlights(const QList<ExtraSelection> &highlights)
{
    m_highlights = highlights;
    showSelections();
}

void ReaderView::setMarks(const QList<ExtraSelection> &marks)
{
    m_marks = marks;
    showSelections();
}

void ReaderView::showSelections()
{
    setExtraSelections(m_marks + m_highlights + m_hovered);
}

} // namespace broadsheet
