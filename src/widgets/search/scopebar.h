// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/search/articlesearch.h"

#include <QButtonGroup>
#include <QWidget>

namespace broadsheet {

class Appearance;

/** Three small toggles under the search field: this view, everything, comments. */
class ScopeBar : public QWidget
{
    Q_OBJECT
public:
    explicit ScopeBar(Appearance &appearance, QWidget *parent = nullptr);

    SearchScope scope() const { return SearchScope(m_buttons.checkedId()); }
    void setScope(SearchScope scope);

Q_SIGNALS:
    void scopeChanged();

private:
    QButtonGroup m_buttons;
};

} // namespace broadsheet
