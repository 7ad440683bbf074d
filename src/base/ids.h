// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace broadsheet {

/** A row number of the store with a type of its own, so that a FeedId never passes for an ArticleId. 0 is "none". */
template <typename Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value) : m_value(value) {}

    constexpr qint64 value() const { return m_value; }
    constexpr bool isValid() const { return m_value > 0; }
    constexpr auto operator<=>(const Id &) const = default;

    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value = 0;
};

using FeedId = Id<struct FeedTag>; ///< a subscription; stays the same when the feed moves
using CategoryId = Id<struct CategoryTag>;
using ArticleId = Id<struct ArticleTag>; ///< stable for the life of the store, retention included
using CommentId = Id<struct CommentTag>;
using StoryId = Id<struct StoryTag>;
using ChangeId = Id<struct ChangeTag>; ///< an entry of the change log, for undo

} // namespace broadsheet

Q_DECLARE_METATYPE(broadsheet::FeedId)
Q_DECLARE_METATYPE(broadsheet::CategoryId)
Q_DECLARE_METATYPE(broadsheet::ArticleId)
Q_DECLARE_METATYPE(broadsheet::CommentId)
Q_DECLARE_METATYPE(broadsheet::StoryId)
