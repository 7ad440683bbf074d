// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/subscriptions/keepingfields.h"

#include <QComboBox>
#include <QFormLayout>

namespace broadsheet {

namespace {

constexpr qint64 asAboveValue = -1;

void choose(QComboBox &box, qint64 value)
{
    box.setCurrentIndex(box.findData(value));
}

std::optional<qint64> chosen(const QComboBox &box)
{
    const qint64 value = box.currentData().toLongLong();
    return value == asAboveValue ? std::nullopt : std::optional(value);
}

} // namespace

KeepingFields::KeepingFields(QFormLayout &form, const RetentionLimits &present, const QString &asAbove,
                             QWidget *parent)
    : m_days(new QComboBox(parent)), m_count(new QComboBox(parent))
{
    m_days->setObjectName(QStringLiteral("keepDays"));
    m_count->setObjectName(QStringLiteral("keepCount"));
    const qint64 days = present.days.value_or(asAboveValue);
    const qint64 count = present.count.value_or(asAboveValue);
    for (QComboBox *box : {m_days, m_count})
        box->addItem(asAbove, asAboveValue);
    m_days->addItem(tr("Ever"), 0);
    m_days->addItem(tr("A week"), 7);
    m_days->addItem(tr("A month"), 30);
    m_days->addItem(tr("3 months"), 90);
    m_days->addItem(tr("A year"), 365);
    if (m_days->findData(days) < 0) // written by hand, or by another version
        m_days->addItem(tr("%n days", nullptr, int(days)), days);
    m_count->addItem(tr("All"), 0);
    m_count->addItem(tr("The latest 50"), 50);
    m_count->addItem(tr("The latest 100"), 100);
    m_count->addItem(tr("The latest 500"), 500);
    m_count->addItem(tr("The latest 1,000"), 1000);
    if (m_count->findData(count) < 0)
        m_count->addItem(tr("The latest %n", nullptr, int(count)), count);
    choose(*m_days, days);
    choose(*m_count, count);
    form.addRow(tr("&Keep articles for:"), m_days);
    form.addRow(tr("Keep &of them:"), m_count);
}

RetentionLimits KeepingFields::limits() const
{
    RetentionLimits limits;
    if (const auto days = chosen(*m_days))
        limits.days = int(*days);
    limits.count = chosen(*m_count);
    return limits;
}

} // namespace broadsheet
