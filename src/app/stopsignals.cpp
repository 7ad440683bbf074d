// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stopsignals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace broadsheet {

namespace {

constexpr std::array wishes{SIGINT, SIGTERM, SIGHUP};
/** A handler may do next to nothing: it writes into this pipe, and the event loop reads. */
int pipeEnds[2]{-1, -1};

void noteWish(int number)
{
    const auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
}

} // namespace

StopSignals::StopSignals(QObject *parent) : QObject(parent)
{
    Q_ASSERT(pipeEnds[0] < 0);
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then they end the process at once
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        unsigned char byte = 0;
        if (::read(pipeEnds[0], &byte, 1) == 1)
            Q_EMIT stopWanted(byte);
    });
    for (const int number : wishes) {
        struct sigaction present
        {
        };
        ::sigaction(number, nullptr, &present);
        if (present.sa_handler == SIG_IGN)
            continue;
        struct sigaction once
        {
        };
        once.sa_handler = noteWish;
        once.sa_flags = SA_RESTART | int(SA_RESETHAND);
        ::sigaction(number, &once, nullptr);
    }
}

StopSignals::~StopSignals()
{
    for (const int number : wishes) {
        struct sigaction present
        {
        };
        ::sigaction(number, nullptr, &present);
        if (present.sa_handler == noteWish)
            std::signal(number, SIG_DFL);
    }
    m_notifier.reset();
    for (int &end : pipeEnds) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

} // namespace broadsheet
