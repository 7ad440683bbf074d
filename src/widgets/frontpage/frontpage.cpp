// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frontpage/frontpage.h"

#include "base/answer.h"
#include "services/storyservice.h"
#include "widgets/common/emptystate.h"
#include "widgets/frontpage/storycard.h"
#include "widgets/frontpage/storycolumn.h"
#include "widgets/frontpage/storyview.h"
#include "widgets/frontpage/storywords.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMap>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace broadsheet {

namespace {

constexpr int daysBack = 4;
constexpr qsizetype cardsADay = 40;

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
    const QDateTime from = m_clock.now().toLocalTime().date().addDays(-daysBack).startOfDay().toUTC();
    whenAnswered(m_stories.stories(from, {}), this, [this, question](const Result<QList<Story>> &answer) {
        if (question == m_question && answer)
            fill(*answer);
    });
}

void FrontPage::addCard(const Story &story, bool lead)
{
    auto *card = new StoryCard(lead ? StoryCard::Kind::Lead : StoryCard::Kind::Row, story, m_clock.now(),
                               m_appearance, m_thumbnails, m_column);
    connect(card, &QAbstractButton::clicked, this, [this, id = story.id] { showStory(id); });
    m_cards.append(card);
    m_column->add(card, lead ? 18 : 0);
}

void FrontPage::addSection(const QString &heading, const QList<Story> &stories)
{
    if (stories.isEmpty())
        return;
    m_column->addHeading(heading);
    for (const Story &story : stories)
        addCard(story, false);
}

void FrontPage::fill(const QList<Story> &stories)
{
    m_column->clear();
    m_cards.clear();
    if (m_stories.isWanted())
        m_empty->setContents(icons::Name::Stories, tr("No stories yet"),
                             tr("When several of your feeds tell of one event, it appears here."), {});
    else
        m_empty->setContents(icons::Name::Stories, tr("Stories are switched off"),
                             tr("Articles that tell one story are put together when you switch it on in the settings."),
                             {});
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
    m_column->addHeading(tr("Today"));
    m_column->addText(QLocale().toString(today, QLocale::LongFormat));
    QList<Story> day = byDay.take(0);
    if (!day.isEmpty())
        addCard(day.takeFirst(), true);
    // The categories in the order of their weightiest story.
    QStringList order;
    QMap<QString, QList<Story>> byCategory;
    for (const Story &story : std::as_const(day)) {
        const QString name = StoryWords::face(story).categoryName;
        if (!order.contains(name))
            order.append(name);
        byCategory[name].append(story);
    }
    for (const QString &name : std::as_const(order))
        addSection(name.isEmpty() ? tr("More of today") : name, byCategory.value(name));
    for (auto it = byDay.cbegin(); it != byDay.cend(); ++it)
        addSection(it.key() == 1 ? tr("Yesterday")
                                 : QLocale().toString(today.addDays(-it.key()), QLocale::LongFormat),
                   it.value());
    Q_EMIT filled(!m_cards.isEmpty());
}

void FrontPage::showStory(StoryId id)
{
    m_story->showStory(id);
    m_stack->setCurrentWidget(m_story);
    m_story->setFocus(Qt::OtherFocusReason);
}

void FrontPage::showToday()
{
    m_stack->setCurrentWidget(m_cards.isEmpty() ? static_cast<QWidget *>(m_empty) : m_column);
    m_column->setFocus(Qt::OtherFocusReason);
    refresh();
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
