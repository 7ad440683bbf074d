// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/fetchtry.h"
#include "model/subscription.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace broadsheet {

class Appearance;
class FeedFinder;
class FeedHealthModel;
class LibraryEvents;
class LibraryService;
class SyncService;

struct FeedHealthServices
{
    LibraryService &library;
    SyncService &sync;
    FeedFinder &finder;
    LibraryEvents &events;
    Appearance &appearance;
};

/** How all feeds do: one row each, the last tries of the chosen one below, and what can be done about it. */
class FeedHealthDialog : public QDialog
{
    Q_OBJECT
public:
    explicit FeedHealthDialog(const FeedHealthServices &services, QWidget *parent = nullptr);

private:
    void build();
    QWidget *makeHead();
    QWidget *makeLists();
    QWidget *makeButtons();
    void takeColors();
    void readAgain();
    void summarize();
    void showFeed();
    void showTries(const QList<FetchTry> &tries);
    void tryAgain();
    void findAddress();
    void useAddress(FeedId feed, const QUrl &url);
    void acceptMove();
    void acceptCertificate();
    void openOptions();
    void togglePaused();
    void unsubscribe();
    void edit(FeedId feed, const SubscriptionEdit &edit, bool fetchAfter);
    void say(const QString &sentence);
    const Subscription *current() const;
    /** True if \a url is the address of another subscription. */
    bool isSubscribed(const QUrl &url) const;
    QList<FeedId> chosen() const;

    LibraryService &m_library;
    SyncService &m_sync;
    FeedFinder &m_finder;
    Appearance &m_appearance;
    FeedHealthModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTreeView *m_view;
    QListWidget *m_tries;
    QLabel *m_words;
    QLabel *m_summary;
    QLineEdit *m_filter;
    QPushButton *m_again = nullptr;
    QPushButton *m_find = nullptr;
    QPushButton *m_move = nullptr;
    QPushButton *m_certificate = nullptr;
    QPushButton *m_options = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_unsubscribe = nullptr;
};

} // namespace broadsheet
