// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

namespace broadsheet {

class CardView;

/**
 * Which rows the reader has scrolled past: they were on the screen and left it at the top. Who jumps far,
 * with the scroll bar or to an end, has passed nothing; nor has who only sees rows move because others came
 * in above.
 */
class PassedRows : public QObject
{
    Q_OBJECT
public:
    explicit PassedRows(CardView &view);

Q_SIGNALS:
    /** The rows from \a first to \a last of the view's model. */
    void passed(int first, int last);

private:
    void look();

    CardView &m_view;
    QPersistentModelIndex m_top; ///< the first row of which something is seen
};

} // namespace broadsheet
