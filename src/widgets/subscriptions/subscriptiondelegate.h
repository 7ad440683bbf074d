// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace broadsheet {

class Appearance;

/** Paints the sidebar's rows by section 4 of the specification. */
class SubscriptionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit SubscriptionDelegate(Appearance &appearance, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    /** Where the chevron of a category, or the "+" of the heading, takes clicks; within \a row. */
    QRect chevronRect(const QRect &row, const QModelIndex &index, Qt::LayoutDirection direction) const;
    QRect addRect(const QRect &row, Qt::LayoutDirection direction) const;

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   bool selected) const;
    int paintCount(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   bool selected) const;
    int labelLeft(const QModelIndex &index) const;

    Appearance &m_appearance;
};

/** A count for a narrow column: nothing for 0, "12k" from 10,000. */
QString shortCount(qint64 count);

} // namespace broadsheet
