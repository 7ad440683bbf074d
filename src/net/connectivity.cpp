// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/connectivity.h"

#include <QNetworkInformation>

namespace broadsheet::net {

Connectivity::Connectivity(QObject *parent) : QObject(parent)
{
    using Feature = QNetworkInformation::Feature;
    if (!QNetworkInformation::loadBackendByFeatures(Feature::Reachability | Feature::Metered) &&
        !QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
        return;
    const QNetworkInformation *information = QNetworkInformation::instance();
    connect(information, &QNetworkInformation::reachabilityChanged, this, &Connectivity::changed);
    connect(information, &QNetworkInformation::isMeteredChanged, this, &Connectivity::changed);
}

bool Connectivity::isOffline() const
{
    const QNetworkInformation *information = QNetworkInformation::instance();
    return information && information->reachability() == QNetworkInformation::Reachability::Disconnected;
}

bool Connectivity::isMetered() const
{
    const QNetworkInformation *information = QNetworkInformation::instance();
    return information && information->supports(QNetworkInformation::Feature::Metered) &&
           information->isMetered();
}

} // namespace broadsheet::net
