// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace broadsheet {

class Appearance;

/** The address under the mouse, at the lower left of the reader. Never takes part in anything. */
class LinkStrip : public QWidget
{
    Q_OBJECT
public:
    LinkStrip(Appearance &appearance, QWidget *parent);

    /** Empty: hidden. */
    void showAddress(const QString &address);
    QString address() const { return m_address; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Appearance &m_appearance;
    QString m_address;
};

} // namespace broadsheet
