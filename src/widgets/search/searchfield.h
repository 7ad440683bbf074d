// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace broadsheet {

class Appearance;

/** The search line above the list: magnifier, and its key as a hint while it is empty. */
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(Appearance &appearance, QWidget *parent = nullptr);

Q_SIGNALS:
    /** Esc: done with searching. */
    void left();
    /** Enter or ↓: on to what was found. */
    void resultsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void placeText();

    Appearance &m_appearance;
};

} // namespace broadsheet
