// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filesync.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace broadsheet::store {

namespace {

bool sync(const QString &name, int flags)
{
    const int descriptor = ::open(QFile::encodeName(name).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

} // namespace

bool syncFile(const QString &file)
{
    return sync(file, O_RDONLY);
}

bool syncFolder(const QString &folder)
{
    return sync(folder, O_RDONLY | O_DIRECTORY);
}

} // namespace broadsheet::store
