// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace broadsheet {

/** Whether Alt was pressed and let go with nothing between, which shows the menu. Watches the application: what
 * another widget takes, such as Alt+Left on a page, never comes to the window. */
class AltKey : public QObject
{
    Q_OBJECT
public:
    explicit AltKey(QObject *parent = nullptr);
    /** For the release of the key; told once. */
    bool takeAlone();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_alone = false;
};

} // namespace broadsheet
