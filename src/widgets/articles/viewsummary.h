// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"
#include "model/subscription.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace broadsheet {

class LibraryEvents;
class LibraryService;
class ReadingService;

/** What the head of a list says about its view: how much is unread, from how many sources, and whether its
 * one feed answers. Kept up to date. */
class ViewSummary : public QObject
{
    Q_OBJECT
public:
    /** All references must outlive it. */
    ViewSummary(LibraryService &library, ReadingService &reading, LibraryEvents &events,
                QObject *parent = nullptr);

    void setView(const ArticleFilter &view);
    /** "38 unread, 5 sources"; empty until it is known. */
    QString text() const;
    Count count() const { return m_count; }
    /** The view's feed, if it is one that fails. */
    std::optional<Subscription> failingFeed() const { return m_failing; }

Q_SIGNALS:
    void changed();

private:
    void read();
    void take(const LibraryOverview &library);

    LibraryService &m_library;
    ReadingService &m_reading;
    ArticleFilter m_view;
    QTimer m_soon;
    Count m_count;
    bool m_counted = false;
    int m_sources = 0;
    std::optional<Subscription> m_failing;
    int m_question = 0;
};

} // namespace broadsheet
