// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/viewsummary.h"

#include "base/answer.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/readingservice.h"

#include <QSet>

namespace broadsheet {

ViewSummary::ViewSummary(LibraryService &library, ReadingService &reading, LibraryEvents &events,
                         QObject *parent)
    : QObject(parent), m_library(library), m_reading(reading)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ViewSummary::read);
    const auto again = [this] { m_soon.start(); };
    connect(&events, &LibraryEvents::libraryChanged, this, again);
    connect(&events, &LibraryEvents::articlesChanged, this, again);
    connect(&events, &LibraryEvents::feedChanged, this, again);
}

void ViewSummary::setView(const ArticleFilter &view)
{
    m_view = view;
    m_view.unreadOnly = false;
    m_view.folded = true;
    m_counted = false;
    m_failing.reset();
    read();
    Q_EMIT changed();
}

void ViewSummary::read()
{
    ++m_question;
    whenAnswered(m_reading.count(m_view), this, [this, question = m_question](const Result<Count> &answer) {
        if (question != m_question || !answer)
            return;
        m_count = *answer;
        m_counted = true;
        Q_EMIT changed();
    });
    whenAnswered(m_library.overview(), this,
                 [this, question = m_question](const Result<LibraryOverview> &answer) {
                     if (question == m_question && answer)
                         take(*answer);
                 });
}

void ViewSummary::take(const LibraryOverview &library)
{
    // Parents stand before their children.
    QSet<CategoryId> categories{m_view.category};
    for (const Category &category : library.categories) {
        if (categories.contains(category.parent) && m_view.category.isValid())
            categories.insert(category.id);
    }
    m_sources = 0;
    m_failing.reset();
    for (const Subscription &feed : library.subscriptions) {
        if (feed.id == m_view.feed && (feed.status == FeedStatus::Failing || feed.status == FeedStatus::Gone))
            m_failing = feed;
        if (!m_view.category.isValid() || categories.contains(feed.category))
            ++m_sources;
    }
    Q_EMIT changed();
}

QString ViewSummary::text() const
{
    if (!m_counted)
        return {};
    using View = ArticleFilter::View;
    // English is shown without a translation file, which would know the singular.
    if (m_view.view == View::Starred || m_view.view == View::Commented)
        return m_count.total == 1 ? tr("1 article") : tr("%Ln articles", nullptr, int(m_count.total));
    const QString unread =
        m_count.unread == 0 ? tr("Nothing unread") : tr("%Ln unread", nullptr, int(m_count.unread));
    if (m_view.feed.isValid() || m_view.story.isValid() || m_view.view == View::Stories ||
        !m_view.tag.isEmpty() || m_sources == 0)
        return unread;
    if (m_sources == 1)
        return tr("%1, 1 source").arg(unread);
    //: "38 unread, 5 sources"
    return tr("%1, %Ln sources", nullptr, int(m_sources)).arg(unread);
}

} // namespace broadsheet
