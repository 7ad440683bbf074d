// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/storyview.h"

#include "base/answer.h"
#include "services/libraryservice.h"
#include "services/storyservice.h"
#include "widgets/articles/cardtext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/quietlink.h"
#include "widgets/frontpage/storywords.h"
#include "widgets/related/relatedlist.h"

namespace broadsheet {

StoryView::StoryView(StoryService &stories, LibraryService &library, const Clock &clock,
                     Appearance &appearance, ThumbnailLoader &thumbnails, QWidget *parent)
    : StoryColumn(appearance, parent)
    , m_stories(stories)
    , m_library(library)
    , m_clock(clock)
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
    clear();
    addHeading(story.headline);
    addText(StoryWords::reason(story));
    auto *read = new TextButton(m_appearance, TextButton::Kind::Plain, tr("Mark the story read"));
    connect(read, &QAbstractButton::clicked, this, [this, story] { markRead(story); });
    add(read, 16);
    auto *back = new TextButton(m_appearance, TextButton::Kind::Quiet, tr("Back to today's stories"));
    connect(back, &QAbstractButton::clicked, this, &StoryView::backWanted);
    add(back, 6);
    addHeading(tr("Who told it, and when"));
    for (qsizetype i = 0; i < story.tellings.size(); ++i)
        addTelling(story.tellings[i], i == 0, i + 1 == story.tellings.size());
}

void StoryView::addTelling(const StoryTelling &telling, bool first, bool last)
{
    auto *row = new RelatedRow(telling.headline, last, m_appearance, m_thumbnails, this);
    connect(row, &QAbstractButton::clicked, this,
            [this, id = telling.headline.id] { Q_EMIT articleWanted(id); });
    add(row);
    QStringList words;
    words.append(CardText::fullTime(telling.headline.sortTime));
    if (first)
        words.append(tr("told it first"));
    const QString why = StoryWords::why(telling);
    if (!why.isEmpty())
        words.append(why);
    //: %1 is what is known of a telling ("4 May 2026 09:41 · told it first · shares Velmora, bridge")
    const QString text = tr("%1 · Not this story").arg(words.join(QStringLiteral(" · ")));
    auto *out = new QuietLink(m_appearance, this);
    out->setText(text);
    out->setAccessibleName(tr("Takes “%1” out of this story, for good").arg(telling.headline.title));
    connect(out, &QAbstractButton::clicked, this, [this, id = telling.headline.id] { m_stories.split(id); });
    add(out, 2);
}

void StoryView::markRead(const Story &story)
{
    QList<ArticleId> ids;
    for (const StoryTelling &telling : story.tellings)
        ids.append(telling.headline.id);
    m_library.setRead(ids, true);
}

} // namespace broadsheet
