// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workers.h"

#include <QThread>

namespace broadsheet {

Workers::Workers()
{
    m_pool.setMaxThreadCount(qMax(1, QThread::idealThreadCount() - 1));
}

Workers::~Workers()
{
    m_pool.clear();
    m_pool.waitForDone();
}

} // namespace broadsheet
