// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace broadsheet {

class Appearance;
class SubscriptionDelegate;

/** The tree of the sidebar: rows over the full width, own chevrons, own drop marks. */
class SubscriptionTree : public QTreeView
{
    Q_OBJECT
public:
    explicit SubscriptionTree(Appearance &appearance, QWidget *parent = nullptr);

Q_SIGNALS:
    void newCategoryWanted();
    void deleteWanted();

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /** True if the click hit a chevron or the heading's "+" and was used up. */
    bool takeClick(const QPoint &position);
    /** What hangs on the pointer: a small tile with the row's name, beside it, so that the mark below is seen. */
    QPixmap dragPicture(const QModelIndex &index) const;
    void showDropMark(const QPoint &position);

    Appearance &m_appearance;
    SubscriptionDelegate *m_delegate;
    QRect m_dropMark;
    bool m_dropOnto = false;
};

} // namespace broadsheet
