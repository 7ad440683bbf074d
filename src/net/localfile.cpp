// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/localfile.h"

#include <QFile>
#include <QFileInfo>

namespace broadsheet::net {

Result<QByteArray> readLocalFile(const QString &path, qint64 maxBytes)
{
    const auto error = [&path](ErrorCode code, const QString &detail) {
        return Error{code, detail, path, std::nullopt};
    };
    const QFileInfo info(path);
    if (!info.exists())
        return error(ErrorCode::FileNotFound, QStringLiteral("there is no such file"));
    if (!info.isFile())
        return error(ErrorCode::Unsupported, QStringLiteral("not an ordinary file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorCode::FileUnreadable, file.errorString());
    // The size may change or be unknown (/proc): what counts is what comes.
    QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return error(ErrorCode::FileUnreadable, file.errorString());
    if (bytes.size() > maxBytes)
        return error(ErrorCode::TooLarge, QStringLiteral("the file is larger than %1 bytes").arg(maxBytes));
    return bytes;
}

} // namespace broadsheet::net
