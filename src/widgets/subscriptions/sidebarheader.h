// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace broadsheet {

class Appearance;

/** The sidebar's head, like that of a paper: the name, under it the date, and "+". */
class SidebarHeader : public QWidget
{
    Q_OBJECT
public:
    explicit SidebarHeader(Appearance &appearance, QWidget *parent = nullptr);

Q_SIGNALS:
    void addWanted();

private:
    void restyle();
    void showDate();

    Appearance &m_appearance;
    QLabel *m_name;
    QLabel *m_date;
    QTimer m_minute;
};

} // namespace broadsheet
