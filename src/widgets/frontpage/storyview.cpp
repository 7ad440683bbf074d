// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/storyview.h"

#include "base/answer.h"
#include "services/libraryservice.h"
#include "services/storyservice.h"
#include "widgets/common/buttons.h"
#include "widgets/frontpage/storywords.h"
#include "widgets/frontpage/tellingrow.h"

#include <QHBoxLayout>

#include <algorithm>

namespace broadsheet {

StoryView::StoryView(StoryService &stories, LibraryService &library, Appearance &appearance,
                     ThumbnailLoader &thumbnails, QWidget *parent)
    : StoryColumn(appearance, parent)
    , m_stories(stories)
    , m_library(library)
    , m_appearance(appearance)
    , m_thumbnails(thumbnails)
{
    setAccessibleName(tr("Story"));
    connect(&stories, &StoryService::storiesChanged, this, [this] {
        if (isVisible() && m_current.isValid())
            showStory(m_current);
    });
}

void StoryView::showStory(StoryId id)
{
    m_current = id;
    whenAnswered(m_stories.story(id), this, [this, id](const Result<Story> &answer) {
        if (id != m_current)
            return;
        if (answer)
            fill(*answer);
        else
            Q_EMIT backWanted(); // nothing is left of it
    });
}

void StoryView::fill(const Story &story)
{
    const auto *focused = qobject_cast<const TellingRow *>(focusWidget());
    const ArticleId stays = focused ? focused->article() : ArticleId();
    clear();
    auto *way = new QWidget(this);
    auto *line = new QHBoxLayout(way);
    line->setContentsMargins(0, 0, 0, 0);
    auto *back = new TextButton(m_appearance, TextButton::Kind::Quiet, tr("Back to today's stories"), way);
    connect(back, &QAbstractButton::clicked, this, &StoryView::backWanted);
    line->addWidget(back);
    line->addStretch(1);
    add(way);
    addTitle(story.headline);
    //: %1 is "6 of your feeds", %2 who told it first
    addText(
        tr("%1 · %2 was first").arg(StoryWords::reason(story), story.tellings.first().headline.feedTitle));
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    auto *read = new TextButton(m_appearance, TextButton::Kind::Plain, tr("Mark the story read"), buttons);
    read->setEnabled(
        std::ranges::any_of(story.tellings, [](const StoryTelling &t) { return t.headline.unread; }));
    connect(read, &QAbstractButton::clicked, this, [this, story] { markRead(story); });
    auto *unfold = new TextButton(m_appearance, TextButton::Kind::Plain, tr("Show in the list"), buttons);
    connect(unfold, &QAbstractButton::clicked, this,
            [this, id = story.id, headline = story.headline] { Q_EMIT listWanted(id, headline); });
    row->addWidget(read);
    row->addWidget(unfold);
    row->addStretch(1);
    add(buttons, 16);
    addHeading(tr("Who told it, and when"));
    for (qsizetype i = 0; i < story.tellings.size(); ++i)
        addTelling(story, i, stays);
    finish();
}

void StoryView::addTelling(const Story &story, qsizetype i, ArticleId focused)
{
    using Place = TellingRow::Place;
    const Place place = i == 0 ? Place::First : i + 1 == story.tellings.size() ? Place::Last : Place::Middle;
    auto *row = new TellingRow(story.tellings[i], story.first, place, m_appearance, m_thumbnails, this);
    connect(row, &QAbstractButton::clicked, this, [this, id = row->article()] { Q_EMIT articleWanted(id); });
    connect(row, &TellingRow::outWanted, this, [this](ArticleId id) { m_stories.split(id); });
    add(row, i == 0 ? 8 : 0);
    if (row->article() == focused)
        row->setFocus(Qt::OtherFocusReason);
}

void StoryView::markRead(const Story &story)
{
    QList<ArticleId> ids;
    for (const StoryTelling &telling : story.tellings)
        ids.append(telling.headline.id);
    whenAnswered(m_library.setRead(ids, true), this, [this, id = story.id](const Result<ArticleChanges> &) {
        if (id == m_current)
            showStory(id);
    });
}

} // namespace broadsheet
