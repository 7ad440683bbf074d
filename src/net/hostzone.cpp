// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/hostzone_p.h"

#include "base/url.h"

#include <QHostAddress>
#include <QHostInfo>

#include <algorithm>

namespace broadsheet::net {

void findWhetherPrivate(const QString &host, QObject *receiver, std::function<void(bool)> answer)
{
    if (isPrivateHost(host))
        return answer(true);
    if (!QHostAddress(host).isNull())
        return answer(false);
    QHostInfo::lookupHost(host, receiver, [answer = std::move(answer)](const QHostInfo &info) {
        const auto addresses = info.addresses();
        answer(std::ranges::any_of(
            addresses, [](const QHostAddress &address) { return isPrivateHost(address.toString()); }));
    });
}

} // namespace broadsheet::net
