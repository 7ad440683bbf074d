// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/articles/cardgeometry.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QTimer>

namespace broadsheet {

class Appearance;
class ArticleDelegate;
class NewPill;

/**
 * A list of cards of one height: every question of geometry is a multiplication, so a million rows cost what
 * ten do. Keeps its place when rows come in above, and says how many did.
 */
class CardView : public QListView
{
    Q_OBJECT
public:
    CardView(Appearance &appearance, ArticleDelegate &delegate, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &position) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void reset() override;
    /** Type-ahead would read every title of the view. */
    void keyboardSearch(const QString &) override {}
    /** Articles that came in above since the reader left the top. */
    int newAbove() const { return m_newAbove; }
    /** The rows that are selected, from above; where none is, the current one. */
    QModelIndexList chosen() const;
    /** Nothing: what is meant for a whole view has commands of its own. */
    void selectAll() override {}

Q_SIGNALS:
    void actionTriggered(broadsheet::CardGeometry::Action action, const QModelIndex &index);
    /** A double or middle click: open it outside. */
    void openOutsideWanted(const QModelIndex &index);
    void enterPressed();
    /** For those who do not see the pill. */
    void newAboveChanged(int count);
    void menuWanted(const QModelIndex &index, const QPoint &globalPosition);

protected:
    int verticalOffset() const override;
    int horizontalOffset() const override { return 0; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int rowHeight() const;
    int rows() const;
    bool isChosen(int row) const;
    void rowsGone(int start, int end);
    void setHovered(const QModelIndex &index);
    void hoverAt(const QPoint &position);
    CardGeometry::Action actionAt(const QPoint &position, const QModelIndex &index) const;
    bool showToolTip(const QPoint &position, const QPoint &globalPosition);
    void setNewAbove(int count);
    void placePill();

    Appearance &m_appearance;
    ArticleDelegate &m_delegate;
    NewPill *m_pill;
    QTimer m_actionDelay;
    QPersistentModelIndex m_hovered;
    CardGeometry::Action m_hotAction = CardGeometry::NoAction;
    CardGeometry::Action m_pressedAction = CardGeometry::NoAction;
    int m_newAbove = 0;
    int m_heightBefore = 0; ///< of a row, to keep the place when the text scale changes
};

} // namespace broadsheet
