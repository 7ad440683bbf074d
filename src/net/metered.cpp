// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/metered.h"

#include <QNetworkInformation>

namespace broadsheet::net {

bool isMetered()
{
    static const bool loaded =
        QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Metered);
    return loaded && QNetworkInformation::instance()->isMetered();
}

} // namespace broadsheet::net
