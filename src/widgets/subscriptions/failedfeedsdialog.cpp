// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/failedfeedsdialog.h"

#include "widgets/common/errortext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace broadsheet {

FailedFeedsDialog::FailedFeedsDialog(QWidget *parent) : QDialog(parent), m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Feeds that do not answer"));
    resize(640, 360);
    m_list->setAccessibleName(tr("Feeds that do not answer"));
    m_list->setHeaderLabels({tr("Feed"), tr("Reason"), tr("Last success")});
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->resizeSection(0, 180);
    m_list->header()->resizeSection(1, 280);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *again = buttons->addButton(tr("&Try again"), QDialogButtonBox::ActionRole);
    again->setDefault(true);
    connect(again, &QPushButton::clicked, this, [this] {
        QList<FeedId> feeds;
        const bool all = m_list->selectedItems().isEmpty();
        for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
            const QTreeWidgetItem *item = m_list->topLevelItem(row);
            if (all || item->isSelected())
                feeds << item->data(0, Qt::UserRole).value<FeedId>();
        }
        Q_EMIT tryAgainWanted(feeds);
    });
    QPushButton *health = buttons->addButton(tr("Feed &health…"), QDialogButtonBox::ActionRole);
    connect(health, &QPushButton::clicked, this, &FailedFeedsDialog::healthWanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT feedChosen(item->data(0, Qt::UserRole).value<FeedId>());
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
}

bool FailedFeedsDialog::isFailed(const Subscription &subscription)
{
    return subscription.status == FeedStatus::Failing || subscription.status == FeedStatus::Gone;
}

void FailedFeedsDialog::setOverview(const LibraryOverview &overview)
{
    m_list->clear();
    for (const Subscription &subscription : overview.subscriptions) {
        if (!isFailed(subscription))
            continue;
        auto *item = new QTreeWidgetItem(m_list);
        item->setData(0, Qt::UserRole, QVariant::fromValue(subscription.id));
        item->setText(0, subscription.title());
        item->setToolTip(0, subscription.feedUrl.toDisplayString(QUrl::RemoveUserInfo));
        const QString reason = subscription.lastError ? errorText(*subscription.lastError) : QString();
        item->setText(1, reason);
        item->setToolTip(1, reason);
        item->setText(2,
                      subscription.lastSuccess.isValid()
                          ? QLocale().toString(subscription.lastSuccess.toLocalTime(), QLocale::ShortFormat)
                          : tr("Never"));
    }
    if (m_list->topLevelItemCount() == 0)
        accept();
}

} // namespace broadsheet
