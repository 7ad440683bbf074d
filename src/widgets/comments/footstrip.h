// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/strip.h"

#include <QPointer>

namespace broadsheet {

/**
 * A strip for something that is scrolled by somebody else: it lies over the lower edge of the scroll area
 * around its home, where it is seen wherever one has scrolled to. Without one, at the home's lower edge.
 */
class FootStrip : public Strip
{
    Q_OBJECT
public:
    FootStrip(Appearance &appearance, QWidget *home);

    /** Finds the scroll area, which may be another than last time. To be called before something is said. */
    FootStrip &attached();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void place();

    QPointer<QWidget> m_home;
    QPointer<QWidget> m_host; ///< whose lower edge it lies on
};

} // namespace broadsheet
