// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow/panelayout.h"

#include "widgets/common/hairlinesplitter.h"

#include <QPainter>
#include <QResizeEvent>

namespace broadsheet {

namespace {

constexpr int commentsFloatUnder = 1080;
constexpr int sidebarFoldsUnder = 900;
constexpr int turnsUnder = 760;
/** What the others give when the comments panel opens beside the reader. */
constexpr int sidebarGives = 16;
constexpr int listGives = 32;
constexpr int shadowReach = 24;

} // namespace

/** The shadow of a pane that lies over another: beside it, since the pane itself is opaque. */
class OverlayShadow : public QWidget
{
public:
    OverlayShadow(Qt::Edge edge, QWidget *parent) : QWidget(parent), m_edge(edge)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const bool left = m_edge == Qt::LeftEdge;
        QLinearGradient fade(left ? width() : 0, 0, left ? 0 : width(), 0);
        fade.setColorAt(0, QColor(0, 0, 0, 46)); // 18 %
        fade.setColorAt(1, QColor(0, 0, 0, 0));
        QPainter(this).fillRect(rect(), fade);
    }

private:
    Qt::Edge m_edge;
};

PaneLayout::PaneLayout(const Panes &panes, QWidget *parent)
    : QWidget(parent)
    , m_panes(panes)
    , m_splitter(new HairlineSplitter(this))
    , m_sidebarShadow(new OverlayShadow(Qt::RightEdge, this))
    , m_commentsShadow(new OverlayShadow(Qt::LeftEdge, this))
{
    panes.sidebar->setMinimumWidth(190);
    panes.sidebar->setMaximumWidth(340);
    panes.list->setMinimumWidth(300);
    panes.reader->setMinimumWidth(420);
    panes.comments->setMinimumWidth(260);
    panes.comments->setMaximumWidth(420);
    for (QWidget *pane : {panes.sidebar, panes.list, panes.reader, panes.comments})
        m_splitter->addWidget(pane);
    connect(m_splitter, &QSplitter::splitterMoved, this, &PaneLayout::takeWidths);
}

bool PaneLayout::commentsFloat() const
{
    return width() < commentsFloatUnder;
}

bool PaneLayout::sidebarFloats() const
{
    return width() < sidebarFoldsUnder;
}

bool PaneLayout::takesTurns() const
{
    return width() < turnsUnder;
}

bool PaneLayout::isSidebarShown() const
{
    return sidebarFloats() ? m_sidebarOver : m_sidebarWanted && !m_readingOnly;
}

void PaneLayout::setWidths(const QList<int> &widths)
{
    if (widths.size() != 3)
        return;
    m_sidebarWidth = qBound(190, widths[0], 340);
    m_listWidth = qBound(300, widths[1], 560);
    m_commentsWidth = qBound(260, widths[2], 420);
    arrange();
}

void PaneLayout::setSidebarShown(bool shown)
{
    if (sidebarFloats())
        m_sidebarOver = shown;
    else
        m_sidebarWanted = shown;
    if (shown)
        m_readingOnly = false;
    arrange();
}

void PaneLayout::setSidebarWanted(bool wanted)
{
    m_sidebarWanted = wanted;
    arrange();
}

void PaneLayout::dropSidebar()
{
    if (m_sidebarOver) {
        m_sidebarOver = false;
        arrange();
    }
}

void PaneLayout::setCommentsShown(bool shown)
{
    m_commentsWanted = shown;
    arrange();
}

void PaneLayout::setReadingOnly(bool on)
{
    m_readingOnly = on;
    arrange();
}

void PaneLayout::showReader(bool reader)
{
    m_readersTurn = reader;
    if (takesTurns())
        arrange();
}

void PaneLayout::dock(QWidget *pane, int place, bool shown)
{
    if (m_splitter->indexOf(pane) < 0)
        m_splitter->insertWidget(place, pane);
    pane->setVisible(shown);
}

void PaneLayout::floatOver(QWidget *pane, OverlayShadow *shadow, bool shown)
{
    if (pane->parentWidget() != this)
        pane->setParent(this);
    pane->setVisible(shown);
    shadow->setVisible(shown);
    if (shown) {
        shadow->raise();
        pane->raise();
    }
}

void PaneLayout::arrange()
{
    // Hiding the pane with the focus would leave the keys without a place.
    QWidget *focus = window()->focusWidget();
    const bool listSeen = !m_readingOnly && !(takesTurns() && m_readersTurn);
    const bool readerSeen = !takesTurns() || m_readersTurn || m_readingOnly;
    m_sidebarShadow->hide();
    m_commentsShadow->hide();
    if (sidebarFloats())
        floatOver(m_panes.sidebar, m_sidebarShadow, m_sidebarOver);
    else
        dock(m_panes.sidebar, 0, m_sidebarWanted && !m_readingOnly);
    m_panes.list->setMaximumWidth(takesTurns() ? QWIDGETSIZE_MAX : 560);
    m_panes.reader->setMinimumWidth(takesTurns() ? 300 : 420);
    m_panes.list->setVisible(listSeen);
    m_panes.reader->setVisible(readerSeen);
    if (commentsFloat())
        floatOver(m_panes.comments, m_commentsShadow, m_commentsWanted && readerSeen);
    else
        dock(m_panes.comments, m_splitter->count(), m_commentsWanted);
    for (int i = 0; i < m_splitter->count(); ++i)
        m_splitter->setStretchFactor(i, m_splitter->widget(i) == m_panes.reader ? 1 : 0);
    placeFloating();
    applyWidths();
    if (focus && !focus->isVisibleTo(window()))
        (listSeen ? m_panes.list : m_panes.reader)->setFocus();
    Q_EMIT sidebarShownChanged(isSidebarShown());
}

void PaneLayout::placeFloating()
{
    m_splitter->setGeometry(rect());
    if (sidebarFloats()) {
        m_panes.sidebar->setGeometry(0, 0, m_sidebarWidth, height());
        m_sidebarShadow->setGeometry(m_sidebarWidth, 0, shadowReach, height());
    }
    if (commentsFloat()) {
        const int left = width() - m_commentsWidth;
        m_panes.comments->setGeometry(left, 0, m_commentsWidth, height());
        m_commentsShadow->setGeometry(left - shadowReach, 0, shadowReach, height());
    }
}

void PaneLayout::applyWidths()
{
    const bool commentsBeside = m_commentsWanted && !commentsFloat();
    QList<int> sizes;
    int rest = width();
    for (int i = 0; i < m_splitter->count(); ++i) {
        const QWidget *pane = m_splitter->widget(i);
        int size = 0;
        if (pane == m_panes.sidebar)
            size = m_sidebarWidth - (commentsBeside ? sidebarGives : 0);
        else if (pane == m_panes.list)
            size = m_listWidth - (commentsBeside ? listGives : 0);
        else if (pane == m_panes.comments)
            size = m_commentsWidth;
        if (pane->isVisibleTo(m_splitter))
            rest -= size + 1;
        sizes << size;
    }
    const int reader = m_splitter->indexOf(m_panes.reader);
    sizes[reader] = qMax(rest, 0);
    m_splitter->setSizes(sizes);
}

void PaneLayout::takeWidths()
{
    const bool commentsBeside = m_commentsWanted && !commentsFloat();
    if (!sidebarFloats() && m_panes.sidebar->isVisible())
        m_sidebarWidth = m_panes.sidebar->width() + (commentsBeside ? sidebarGives : 0);
    if (!takesTurns() && m_panes.list->isVisible())
        m_listWidth = m_panes.list->width() + (commentsBeside ? listGives : 0);
    if (commentsBeside)
        m_commentsWidth = m_panes.comments->width();
}

void PaneLayout::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int mode = (commentsFloat() ? 1 : 0) | (sidebarFloats() ? 2 : 0) | (takesTurns() ? 4 : 0);
    if (mode != m_mode) {
        m_mode = mode;
        m_sidebarOver = false;
        arrange();
    } else {
        placeFloating();
    }
}

} // namespace broadsheet
