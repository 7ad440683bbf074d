// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/feedupdate.h"
#include "model/subscription.h"

#include <QTimer>
#include <QWidget>

namespace broadsheet {

class Appearance;
class IconButton;
class QuietLink;

/** The sidebar's lowest line: how fetching goes, refresh or stop, settings. */
class SubscriptionFoot : public QWidget
{
    Q_OBJECT
public:
    explicit SubscriptionFoot(Appearance &appearance, QWidget *parent = nullptr);

    void setOverview(const LibraryOverview &overview);
    void setFetching(int done, int total);
    /** Why nothing is fetched by itself; empty: nothing holds it back. */
    void setHeldBack(const QString &reason);
    void setIdle(const std::optional<Error> &error);
    QString text() const;

Q_SIGNALS:
    void failedFeedsWanted();
    void refreshWanted();
    void stopWanted();
    void settingsWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refreshText();
    bool fits(const QString &words) const;
    QString idleText() const;
    QString fetchingText() const;

    QuietLink *m_status;
    IconButton *m_refresh;
    IconButton *m_settings;
    QTimer m_minute;
    bool m_fetching = false;
    int m_done = 0;
    int m_total = 0;
    int m_feeds = 0;
    int m_failed = 0;
    bool m_offline = false;
    QString m_heldBack;
    std::optional<Error> m_error; ///< of the last run as a whole
    QDateTime m_lastFetch;
};

/** "Updated 2 minutes ago", for a time and a now in UTC. */
QString updatedText(const QDateTime &time, const QDateTime &now);

} // namespace broadsheet
