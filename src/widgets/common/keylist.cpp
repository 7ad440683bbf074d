// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/keylist.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTreeWidget>

namespace broadsheet {

QWidget *makeKeyList(const QList<KeyEntry> &keys)
{
    auto *list = new QTreeWidget;
    list->setAccessibleName(QCoreApplication::translate("KeyList", "Keys"));
    list->setHeaderHidden(true);
    list->setColumnCount(2);
    list->setRootIsDecorated(false);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    int text = 0;
    int key = 0;
    for (const KeyEntry &entry : keys) {
        text = qMax(text, list->fontMetrics().horizontalAdvance(entry.text));
        key = qMax(key, list->fontMetrics().horizontalAdvance(entry.key));
        auto *item = new QTreeWidgetItem(list, {entry.text, entry.key});
        item->setData(0, Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(entry.text, entry.key));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    constexpr int around = 60;                  // margins of two cells, the scroll bar
    list->setMinimumWidth(text + key + around); // keys have long names in some languages
    return list;
}

} // namespace broadsheet
