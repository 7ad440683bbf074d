// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace broadsheet {

/** What comes back at the next start: kept in state.ini below the profile, which may be deleted without loss.
 */
struct WindowState
{
    QByteArray geometry;
    QList<int> paneWidths;
    QByteArray folding;
    bool sidebar = true;
    bool comments = false;
    bool unreadOnly = false;
    ArticleFilter filter;  ///< the selected row of the sidebar
    QList<ArticleId> tabs; ///< articles that stand in tabs of their own

    static WindowState read(const QString &profile);
    void write(const QString &profile) const;
};

} // namespace broadsheet
