// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace broadsheet {

class Appearance;
class PageFinder;

/** Under the toolbar while it is wanted: field, "2 of 14", previous, next, close. */
class FindBar : public QWidget
{
    Q_OBJECT
public:
    FindBar(PageFinder &finder, Appearance &appearance, QWidget *parent = nullptr);

    /** Shows it with the field selected. */
    void open();
    /** Hides it and takes the marks away. */
    void shut();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    PageFinder &m_finder;
    Appearance &m_appearance;
    QLineEdit *m_field;
    QLabel *m_count;
};

} // namespace broadsheet
