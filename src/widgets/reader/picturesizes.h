// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSize>
#include <QUrl>

#include <optional>

namespace broadsheet {

/** How large pictures are that were once seen, so that the next page keeps their place from its first layout. */
class PictureSizes
{
public:
    static constexpr qsizetype limit = 20'000;

    std::optional<QSize> of(const QUrl &url) const;
    /** False if that was known. */
    bool remember(const QUrl &url, const QSize &size);

    /** What toBytes() gave in an earlier run; what was remembered since then stays. Anything else is ignored. */
    void add(const QByteArray &bytes);
    QByteArray toBytes() const;

private:
    static quint64 keyOf(const QUrl &url);
    void insert(quint64 key, const QSize &size);

    QHash<quint64, QSize> m_sizes;
    QList<quint64> m_order; ///< oldest first
};

} // namespace broadsheet
