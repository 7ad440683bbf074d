// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/subscription.h"

#include <QDialog>

class QTreeWidget;

namespace broadsheet {

/** The feeds that do not answer: name, reason, when they last did. */
class FailedFeedsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit FailedFeedsDialog(QWidget *parent = nullptr);

    /** Shows those of \a overview that fail; closes when none does any more. */
    void setOverview(const LibraryOverview &overview);
    /** Failing, closed by the publisher included. */
    static bool isFailed(const Subscription &subscription);

Q_SIGNALS:
    void tryAgainWanted(const QList<broadsheet::FeedId> &feeds);
    void feedChosen(broadsheet::FeedId feed);
    /** What else is known of them, and can be done: Feed health. */
    void healthWanted();

private:
    QTreeWidget *m_list;
};

} // namespace broadsheet
