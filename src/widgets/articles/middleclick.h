// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;
class QModelIndex;

namespace broadsheet {

/** Clicks of the middle button on the rows of a view, which so do not select. */
class MiddleClick : public QObject
{
    Q_OBJECT
public:
    explicit MiddleClick(QAbstractItemView &view);

Q_SIGNALS:
    void clicked(const QModelIndex &index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView &m_view;
};

} // namespace broadsheet
