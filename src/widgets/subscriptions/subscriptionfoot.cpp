// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/subscriptionfoot.h"

#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/errortext.h"
#include "widgets/common/fonts.h"
#include "widgets/common/quietlink.h"
#include "widgets/subscriptions/failedfeedsdialog.h"

#include <QHBoxLayout>
#include <QLocale>

namespace broadsheet {

QString updatedText(const QDateTime &time, const QDateTime &now)
{
    const qint64 minutes = qMax<qint64>(0, time.secsTo(now) / 60);
    if (minutes < 1)
        return SubscriptionFoot::tr("Updated just now");
    if (minutes == 1)
        return SubscriptionFoot::tr("Updated a minute ago");
    if (minutes < 60)
        return SubscriptionFoot::tr("Updated %n minutes ago", nullptr, int(minutes));
    if (minutes < 120)
        return SubscriptionFoot::tr("Updated an hour ago");
    if (minutes < 24 * 60)
        return SubscriptionFoot::tr("Updated %n hours ago", nullptr, int(minutes / 60));
    return SubscriptionFoot::tr("Updated on %1")
        .arg(QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat));
}

namespace {

/** The same in a few letters, for a narrow sidebar. */
QString shortUpdatedText(const QDateTime &time, const QDateTime &now)
{
    const qint64 minutes = qMax<qint64>(0, time.secsTo(now) / 60);
    if (minutes < 1)
        return SubscriptionFoot::tr("Just now");
    if (minutes < 60) //: Minutes since feeds were fetched, as short as can be.
        return SubscriptionFoot::tr("%n min ago", nullptr, int(minutes));
    if (minutes < 24 * 60) //: Hours since feeds were fetched, as short as can be.
        return SubscriptionFoot::tr("%n h ago", nullptr, int(minutes / 60));
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace

SubscriptionFoot::SubscriptionFoot(Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_status(new QuietLink(appearance, this))
    , m_refresh(new IconButton(appearance, icons::Name::Refresh, tr("Refresh all feeds"), this,
                               QKeySequence(Qt::Key_F5).toString(QKeySequence::NativeText)))
    , m_settings(new IconButton(appearance, icons::Name::Settings, tr("Settings"), this,
                                QKeySequence(Qt::CTRL | Qt::Key_Comma).toString(QKeySequence::NativeText)))
{
    setFixedHeight(int(48 * fonts::scale()));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 0, 10, 0);
    layout->setSpacing(0);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_refresh);
    layout->addWidget(m_settings);
    connect(m_status, &QAbstractButton::clicked, this, &SubscriptionFoot::failedFeedsWanted);
    connect(m_settings, &QAbstractButton::clicked, this, &SubscriptionFoot::settingsWanted);
    connect(m_refresh, &QAbstractButton::clicked, this, [this] {
        if (m_fetching)
            Q_EMIT stopWanted();
        else
            Q_EMIT refreshWanted();
    });
    m_minute.setInterval(30'000);
    connect(&m_minute, &QTimer::timeout, this, &SubscriptionFoot::refreshText);
    m_minute.start();
    refreshText();
}

void SubscriptionFoot::setOverview(const LibraryOverview &overview)
{
    m_feeds = int(overview.subscriptions.size());
    m_failed = 0;
    int offline = 0;
    m_lastFetch = {};
    for (const Subscription &subscription : overview.subscriptions) {
        if (subscription.lastFetch.isValid() &&
            (!m_lastFetch.isValid() || subscription.lastFetch > m_lastFetch))
            m_lastFetch = subscription.lastFetch;
        if (FailedFeedsDialog::isFailed(subscription))
            ++m_failed;
        if (subscription.lastError && subscription.lastError->code == ErrorCode::Offline)
            ++offline;
    }
    // Without a network every feed fails for one reason, which is not the feeds'.
    m_offline = offline > 0 && offline >= m_failed;
    refreshText();
}

void SubscriptionFoot::setFetching(int done, int total)
{
    m_fetching = true;
    m_error.reset();
    m_done = done;
    m_total = total;
    refreshText();
}

void SubscriptionFoot::setHeldBack(const QString &reason)
{
    m_heldBack = reason;
    refreshText();
}

void SubscriptionFoot::setIdle(const std::optional<Error> &error)
{
    m_fetching = false;
    m_error = error;
    refreshText();
}

QString SubscriptionFoot::text() const
{
    return m_status->text();
}

QString SubscriptionFoot::idleText() const
{
    if (m_feeds == 0)
        return tr("No feeds yet");
    if (!m_heldBack.isEmpty())
        return m_heldBack;
    if (m_offline)
        return tr("You are offline");
    if (m_failed == 1)
        return tr("One feed failed");
    if (m_failed > 1)
        return tr("%n feeds failed", nullptr, m_failed);
    if (!m_lastFetch.isValid())
        return tr("Not updated yet");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString words = updatedText(m_lastFetch, now);
    return fits(words) ? words : shortUpdatedText(m_lastFetch, now);
}

bool SubscriptionFoot::fits(const QString &words) const
{
    return m_status->fontMetrics().horizontalAdvance(words) <= m_status->width();
}

void SubscriptionFoot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshText();
}

QString SubscriptionFoot::fetchingText() const
{
    if (m_total <= 0)
        return tr("Fetching…");
    const QString done = QLocale().toString(m_done);
    const QString total = QLocale().toString(m_total);
    const QString words = tr("Fetching %1 of %2…").arg(done, total);
    // In a narrow sidebar the numbers are what matters.
    return fits(words) ? words : tr("%1 of %2…", "feeds fetched").arg(done, total);
}

void SubscriptionFoot::refreshText()
{
    const bool cancelled = m_error && m_error->code == ErrorCode::Cancelled;
    QString words = idleText();
    if (m_fetching)
        words = fetchingText();
    else if (m_error && !cancelled)
        words = errorText(*m_error);
    m_status->setText(words);
    m_status->setEnabled(!m_fetching && !m_error && m_failed > 0 && !m_offline);
    m_refresh->setIconName(m_fetching ? icons::Name::Stop : icons::Name::Refresh);
    const QString name = m_fetching ? tr("Stop fetching") : tr("Refresh all feeds");
    m_refresh->setAccessibleName(name);
    m_refresh->setToolTip(m_fetching ? name : tr("%1 (F5)").arg(name));
    m_refresh->setEnabled(m_feeds > 0);
}

} // namespace broadsheet
