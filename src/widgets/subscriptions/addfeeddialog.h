// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/subscription.h"
#include "services/feedfinder.h"

#include <QDialog>

#include <memory>

namespace broadsheet {

class Appearance;
class LibraryService;
namespace Ui {
class AddFeedDialog;
}

/**
 * From an address to a subscription: looks for feeds there, lets the person choose where a site offers
 * several, and subscribes. Trouble is told in the dialog, which stays open.
 */
class AddFeedDialog : public QDialog
{
    Q_OBJECT
public:
    AddFeedDialog(LibraryService &library, FeedFinder &finder, Appearance &appearance,
                  const LibraryOverview &overview, QWidget *parent = nullptr);
    ~AddFeedDialog() override;

    void setAddress(const QString &address);
    /** The category chosen at first. */
    void setCategory(CategoryId category);

Q_SIGNALS:
    /** New subscriptions, not yet fetched. */
    void subscribed(const QList<broadsheet::FeedId> &feeds);
    /** The address is one that is subscribed already. */
    void alreadySubscribed(broadsheet::FeedId feed);

private:
    void next();
    void find();
    void take(const Result<QList<FeedCandidate>> &answer);
    void offer(const QList<FeedCandidate> &candidates);
    void subscribe(const QList<FeedCandidate> &candidates);
    void subscribeTo(CategoryId category, const QList<FeedCandidate> &candidates);
    void finishOne(const Result<Subscription> &answer, const QUrl &url);
    void finishAll();
    void setBusy(bool busy, const QString &message = {});
    void tell(const QString &message, bool trouble);
    QStringList categoryPath() const;

    LibraryService &m_library;
    FeedFinder &m_finder;
    Appearance &m_appearance;
    LibraryOverview m_overview;
    std::unique_ptr<Ui::AddFeedDialog> m_ui;
    QList<FeedCandidate> m_offered;
    QFuture<Result<QList<FeedCandidate>>> m_search;
    int m_question = 0; ///< the present search: a late answer of an earlier one is dropped
    int m_pending = 0;
    QList<FeedId> m_subscribed;
    QStringList m_troubles;
};

} // namespace broadsheet
