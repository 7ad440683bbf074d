// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace broadsheet {

class Appearance;

/** "14 new": lies over the top of the list while new articles wait above. */
class NewPill : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NewPill(Appearance &appearance, QWidget *parent = nullptr);

    void setCount(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Appearance &m_appearance;
};

} // namespace broadsheet
