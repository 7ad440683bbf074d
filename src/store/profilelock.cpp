// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profilelock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace broadsheet::store {

Result<std::unique_ptr<ProfileLock>> ProfileLock::take(const QString &file, Kind kind,
                                                       std::chrono::milliseconds patience)
{
    const QByteArray name = QFile::encodeName(file);
    int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    const int reason = errno;
    if (descriptor < 0)
        descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 && kind == Kind::Alone) {
        const auto code =
            reason == ENOSPC || reason == EDQUOT ? ErrorCode::StoreFull : ErrorCode::StoreReadOnly;
        return Error{code, QString::fromLocal8Bit(std::strerror(reason)), file, {}};
    }
    std::unique_ptr<ProfileLock> lock(new ProfileLock(descriptor));
    if (auto taken = lock->become(kind, patience); !taken) {
        Error error = taken.error();
        error.subject = file;
        return error;
    }
    return lock;
}

ProfileLock::~ProfileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> ProfileLock::become(Kind kind, std::chrono::milliseconds patience)
{
    if (m_descriptor < 0)
        return {};
    QElapsedTimer timer;
    timer.start();
    while (::flock(m_descriptor, (kind == Kind::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return {}; // a file system without locks
        if (std::chrono::milliseconds(timer.elapsed()) > patience)
            return Error{ErrorCode::StoreBusy, QStringLiteral("Another process has the store open"), {}, {}};
        QThread::msleep(10);
    }
    return {};
}

} // namespace broadsheet::store
