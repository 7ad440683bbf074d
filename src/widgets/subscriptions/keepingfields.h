// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/upkeep.h"

#include <QCoreApplication>

class QComboBox;
class QFormLayout;
class QWidget;

namespace broadsheet {

/** Two rows of a form: how long, and how many, articles of a feed or a category are kept. */
class KeepingFields
{
    Q_DECLARE_TR_FUNCTIONS(KeepingFields)
public:
    /** Adds the rows to \a form. \a asAbove: what is said for "no wish of its own". */
    KeepingFields(QFormLayout &form, const RetentionLimits &present, const QString &asAbove, QWidget *parent);

    RetentionLimits limits() const;

private:
    QComboBox *m_days;
    QComboBox *m_count;
};

} // namespace broadsheet
