// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/headlinereader.h"

namespace broadsheet::store {

class HeadlineReader::Private
{
public:
    static constexpr int busyTimeoutMs = 3; ///< the main thread waits for nobody

    explicit Private(std::unique_ptr<Connection> opened) : connection(std::move(opened)) {}

    std::unique_ptr<Connection> connection;
};

} // namespace broadsheet::store
