// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/extract/pageview.h"

#include <QHash>

namespace broadsheet::html {

/** Tells the tables that hold data from those that only set a page in columns. */
class DataTables
{
public:
    explicit DataTables(const PageView &view) : m_view(view) {}

    /** True within a cell of a table of data, up to four elements deep. */
    bool isInCell(int node) const;

private:
    bool isData(int table) const;

    const PageView &m_view;
    mutable QHash<int, bool> m_known; ///< by table
};

} // namespace broadsheet::html
