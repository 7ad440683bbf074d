// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/frontpage.h"

#include "base/answer.h"
#include "services/storyservice.h"
#include "widgets/common/emptystate.h"
#include "widgets/frontpage/storycolumn.h"
#include "widgets/frontpage/storyview.h"
#include "widgets/frontpage/storywords.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMap>
#include <QSet>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace broadsheet {

namespace {

constexpr qsizetype cardsADay = 40;
constexpr int storiesRanked = 200;             ///< of a day
constexpr int cardWidth = 280, rowWidth = 320; ///< the least with which two stand side by side
constexpr qsizetype cardsAbove = 2;            ///< of a category, before its rows
constexpr double nearlyAsHeavy = 0.75;

/** The day's weightiest; one that is nearly as weighty and has a picture comes before one without. */
Story takeLead(QList<Story> &day)
{
    const auto leads = [&day](const Story &story) {
        return story.weight >= nearlyAsHeavy * day.first().weight && !StoryWords::picture(story).isEmpty();
    };
    const auto found = std::ranges::find_if(day, leads);
    return day.takeAt(found == day.end() ? 0 : found - day.begin());
}

/** The categories in the order of their weightiest story, each with its stories. */
QList<std::pair<QString, QList<Story>>> byCategory(const QList<Story> &day)
{
    QList<std::pair<QString, QList<Story>>> sections;
    for (const Story &story : day) {
        const QString name = StoryWords::face(story).categoryName;
        auto section = std::ranges::find(sections, name, &std::pair<QString, QList<Story>>::first);
        if (section == sections.end()) {
            sections.append(std::pair(name, QList<Story>()));
            section = sections.end() - 1;
        }
        section->second.append(story);
    }
    return sections;
}

} // namespace

FrontPage::FrontPage(StoryService &stories, LibraryService &library, const Clock &clock,
                     Appearance &appearance, ThumbnailLoader &thumbnails, QWidget *parent)
    : QWidget(parent)
    , m_stories(stories)
    , m_clock(clock)
    , m_appearance(appearance)
    , m_thumbnails(thumbnails)
    , m_stack(new QStackedWidget(this))
    , m_column(new StoryColumn(appearance))
    , m_story(new StoryView(stories, library, appearance, thumbnails))
    , m_empty(new EmptyState(appearance))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_column);
    m_stack->addWidget(m_story);
    m_stack->addWidget(m_empty);
    m_column->setAccessibleName(tr("Today's stories"));
    setFocusProxy(m_column);
    connect(m_story, &StoryView::articleWanted, this, &FrontPage::articleWanted);
    connect(m_story, &StoryView::listWanted, this, &FrontPage::listWanted);
    connect(m_story, &StoryView::backWanted, this, &FrontPage::showToday);
    connect(&stories, &StoryService::storiesChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QList<StoryCard *> FrontPage::cards() const
{
    return m_cards;
}

bool FrontPage::showsStory() const
{
    return m_stack->currentWidget() == m_story;
}

void FrontPage::refresh()
{
    const int question = ++m_question;
    const QDateTime from = m_clock.now().toLocalTime().date().addDays(-storyDays).startOfDay().toUTC();
    whenAnswered(m_stories.stories(from, {}, storiesRanked), this,
                 [this, question](const Result<QList<Story>> &answer) {
                     if (question == m_question && answer)
                         fill(*answer);
                 });
}

StoryCard *FrontPage::newCard(StoryCard::Kind kind, const Story &story)
{
    auto *card = new StoryCard(kind, story, m_clock.now(), m_appearance, m_thumbnails, m_column);
    connect(card, &QAbstractButton::clicked, this, [this, id = story.id] { showStory(id); });
    m_cards.append(card);
    return card;
}

/** The first \a cards of them larger than the rest. */
void FrontPage::addSection(const QString &heading, const QList<Story> &stories, qsizetype cards)
{
    m_column->addHeading(heading);
    QList<QWidget *> larger, rows;
    for (qsizetype i = 0; i < stories.size(); ++i) {
        const bool large = i < cards;
        (large ? larger : rows)
            .append(newCard(large ? StoryCard::Kind::Card : StoryCard::Kind::Row, stories[i]));
    }
    m_column->addBeside(larger, cardWidth, 2, 14);
    m_column->addBeside(rows, rowWidth, 2, 0);
}

QString FrontPage::summary(const QList<Story> &day) const
{
    QSet<FeedId> feeds;
    for (const Story &story : day) {
        for (const StoryTelling &telling : story.tellings)
            feeds.insert(telling.headline.feed);
    }
    const QString date = QLocale().toString(m_clock.now().toLocalTime().date(), QLocale::LongFormat);
    if (day.isEmpty())
        return date;
    const QString stories = day.size() == 1 ? tr("1 story") : tr("%n stories", nullptr, int(day.size()));
    //: Below the heading "Today": "Friday, 27 November 2026 · 12 stories from 23 feeds"
    return tr("%1 · %2 from %n feeds", nullptr, int(feeds.size())).arg(date, stories);
}

void FrontPage::fill(const QList<Story> &stories)
{
    const auto focused =
        std::ranges::find_if(m_cards, [](const StoryCard *card) { return card->hasFocus(); });
    const StoryId stays = focused == m_cards.end() ? StoryId() : (*focused)->story().id;
    m_column->clear();
    m_cards.clear();
    if (m_stories.isWanted())
        m_empty->setContents(icons::Name::Stories, tr("No stories yet"),
                             tr("When several of your feeds tell of one event, it appears here."), {});
    else
        m_empty->setContents(
            icons::Name::Stories, tr("Stories are switched off"),
            tr("Articles that tell one story are put together when you switch it on in the settings."), {});
    const QDate today = m_clock.now().toLocalTime().date();
    QMap<int, QList<Story>> byDay; // days ago
    for (const Story &story : stories) {
        const int ago = int(qMax<qint64>(0, story.last.toLocalTime().date().daysTo(today)));
        if (story.sources > 1 && byDay[ago].size() < cardsADay)
            byDay[ago].append(story);
    }
    byDay.removeIf([](auto it) { return it.value().isEmpty(); });
    if (!showsStory())
        m_stack->setCurrentWidget(byDay.isEmpty() ? static_cast<QWidget *>(m_empty) : m_column);
    m_column->addTitle(tr("Today"));
    QList<Story> day = byDay.take(0);
    m_column->addText(summary(day));
    if (!day.isEmpty())
        m_column->add(newCard(StoryCard::Kind::Lead, takeLead(day)), 18);
    for (const auto &[name, inCategory] : byCategory(day))
        addSection(name.isEmpty() ? tr("More of today") : name, inCategory,
                   inCategory.size() > 1 ? cardsAbove : 0);
    for (auto it = byDay.cbegin(); it != byDay.cend(); ++it)
        addSection(it.key() == 1 ? tr("Yesterday")
                                 : QLocale().toString(today.addDays(-it.key()), QLocale::LongFormat),
                   it.value(), 0);
    m_column->finish();
    const auto again =
        std::ranges::find_if(m_cards, [stays](const StoryCard *card) { return card->story().id == stays; });
    if (stays.isValid() && again != m_cards.end())
        (*again)->setFocus(Qt::OtherFocusReason);
    Q_EMIT filled(!m_cards.isEmpty());
}

void FrontPage::showStory(StoryId id)
{
    m_story->showStory(id);
    m_stack->setCurrentWidget(m_story);
    m_story->setFocus(Qt::OtherFocusReason);
}

void FrontPage::showOverview()
{
    m_stack->setCurrentWidget(m_cards.isEmpty() ? static_cast<QWidget *>(m_empty) : m_column);
    refresh();
}

void FrontPage::showToday()
{
    showOverview();
    m_column->setFocus(Qt::OtherFocusReason);
}

void FrontPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void FrontPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && showsStory())
        return showToday();
    QWidget::keyPressEvent(event);
}

} // namespace broadsheet
