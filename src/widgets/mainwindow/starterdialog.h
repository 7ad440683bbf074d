// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/subscription.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace broadsheet {

class Appearance;
class LibraryService;
class Strip;

/** Well-known feeds by category, to be ticked. Only the ticked ones are subscribed, and nothing is fetched
 * before. */
class StarterDialog : public QDialog
{
    Q_OBJECT
public:
    StarterDialog(LibraryService &library, Appearance &appearance, QWidget *parent = nullptr);

    int chosenCount() const;

Q_SIGNALS:
    void subscribed(const QList<broadsheet::FeedId> &feeds);

private:
    void load();
    void subscribe();
    void subscribeShelf(const QTreeWidgetItem *shelf, CategoryId category);
    void finishOne(const Result<Subscription> &answer);
    void countChosen();

    LibraryService &m_library;
    QTreeWidget *m_tree;
    QPushButton *m_forward;
    Strip *m_strip;
    QList<FeedId> m_subscribed;
    int m_pending = 0;
};

} // namespace broadsheet
