// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace broadsheet {

/** A key and what it does. */
struct KeyEntry
{
    QString key;
    QString text;
};

/** The keys as a list of two columns. */
QWidget *makeKeyList(const QList<KeyEntry> &keys);

} // namespace broadsheet
