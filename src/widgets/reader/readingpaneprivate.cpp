// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readingpane_p.h"

#include "base/answer.h"
#include "base/url.h"
#include "render/page.h"
#include "services/commentservice.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/readingservice.h"
#include "services/storyservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "widgets/comments/discussionview.h"
#include "widgets/comments/selectionbar.h"
#include "widgets/common/accessible.h"
#include "widgets/common/appearance.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/errortext.h"
#include "widgets/common/strip.h"
#include "widgets/reader/articlefoot.h"
#include "widgets/reader/findbar.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/linkpolicy.h"
#include "widgets/reader/versionview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

/** Bodies beyond it are taken apart on the pool; shorter ones are there before the next frame anyway. */
constexpr qsizetype longBody = 96 * 1024;
constexpr int moreArticles = 3;
constexpr int relatedArticles = 3;
constexpr int tellingsShown = 6;
constexpr int storyCards = 3;
constexpr int storiesRanked = 30; ///< of a day

} // namespace

ReadingPane::Private::Private(ReadingPane &pane, const ReadingPaneServices &services)
    : m_pane(pane), m_services(services)
{
    makeWidgets();
    connectView();
    makeMarks();
    m_readTimer.setSingleShot(true);
    connect(&m_readTimer, &QTimer::timeout, this, [this] {
        if (m_article && m_article->headline.unread && m_article->headline.id == m_current)
            m_services.library.setRead({m_current}, true);
    });
    connect(&m_services.events, &LibraryEvents::articlesChanged, this, &Private::articlesChanged);
    connect(&m_services.settings, &Settings::readingStyleChanged, this,
            [this] {
                m_view->setStyle(ReadingStyle::from(m_services.settings));
                m_edits->setStyle(ReadingStyle::from(m_services.settings));
            });
    connect(&m_services.settings, &Settings::imagePolicyChanged, this,
            [this] {
                m_view->renewPictures();
                offerPictures();
            });
    showNothing();
}

void ReadingPane::Private::makeWidgets()
{
    Appearance &appearance = m_services.appearance;
    m_tabs = new ReaderTabs(appearance, &m_pane);
    m_toolbar = new ReaderToolbar(m_services.settings, appearance, &m_pane);
    m_stack = new QStackedWidget(&m_pane);
    m_empty = new EmptyState(appearance, m_stack);
    m_empty->setContents(
        icons::Name::Newspaper, ReadingPane::tr("Nothing selected"),
        ReadingPane::tr("Pick an article from the list. J and K move through it; Space reads on "
                        "and then goes to the next one."));
    m_view = new ReaderView(m_services.images, appearance, m_stack);
    m_view->setStyle(ReadingStyle::from(m_services.settings));
    m_finder = new PageFinder(*m_view, appearance, m_view);
    m_findBar = new FindBar(*m_finder, appearance, &m_pane);
    m_strip = new Strip(appearance, &m_pane);
    m_pictureStrip = new Strip(appearance, &m_pane);
    m_offerStrip = new Strip(appearance, &m_pane);
    m_saver = new ArticleSaver(m_services.images, m_services.workers, this);
    auto *discussion =
        new DiscussionView(m_services.comments, m_services.events, appearance, DiscussionView::Place::Foot);
    m_foot = new ArticleFoot(appearance, m_services.images, discussion);
    m_view->setFoot(m_foot);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_edits = new VersionView(m_services.reading, m_services.workers, appearance, m_stack);
    m_edits->setStyle(ReadingStyle::from(m_services.settings));
    m_stack->addWidget(m_edits);

    auto *column = new QVBoxLayout(&m_pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_toolbar);
    column->addWidget(m_findBar);
    column->addWidget(m_offerStrip);
    column->addWidget(m_pictureStrip);
    column->addWidget(m_stack, 1);
    column->addWidget(m_strip);
    const auto recolour = [this] {
        QPalette palette = m_pane.palette();
        palette.setColor(QPalette::Window, m_services.appearance.theme().reader);
        m_pane.setPalette(palette);
        m_pane.setAutoFillBackground(true);
    };
    recolour();
    connect(&appearance, &Appearance::changed, this, recolour);
}

void ReadingPane::Private::connectView()
{
    connect(m_tabs, &ReaderTabs::articleWanted, this, &Private::show);
    connect(m_toolbar, &ReaderToolbar::previousWanted, &m_pane, &ReadingPane::previousWanted);
    connect(m_toolbar, &ReaderToolbar::nextWanted, &m_pane, &ReadingPane::nextWanted);
    connect(m_toolbar, &ReaderToolbar::starWanted, &m_pane, &ReadingPane::starWanted);
    connect(m_toolbar, &ReaderToolbar::readToggleWanted, &m_pane, &ReadingPane::readToggleWanted);
    connect(m_toolbar, &ReaderToolbar::fullTextWanted, this, &Private::toggleFullText);
    connect(m_toolbar, &ReaderToolbar::copyLinkWanted, this, &Private::copyLink);
    connect(m_toolbar, &ReaderToolbar::browserWanted, this, &Private::openInBrowser);
    connect(m_toolbar, &ReaderToolbar::commentsWanted, &m_pane, &ReadingPane::commentsPanelWanted);
    connect(m_toolbar, &ReaderToolbar::moreMenuWanted, this, [this](QMenu *menu) { fillMenu(*menu); });
    connect(m_view, &ReaderView::contextMenuWanted, this,
            [this](QMenu *menu, const QUrl &link, const QUrl &picture) { fillContextMenu(*menu, link, picture); });
    connect(m_view, &ReaderView::linkWantedAside, this, &Private::activate);
    connect(m_view, &ReaderView::linkActivated, this, &Private::activate);
    connect(m_view, &ReaderView::pictureActivated, this, &Private::showPicture);
    connect(m_view, &ReaderView::headlineSeen, this, [this](bool seen) {
        m_toolbar->setHeadline(seen || !m_article ? QString() : m_article->headline.title);
    });
    connect(m_findBar, &FindBar::closed, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_foot, &ArticleFoot::heightChanged, m_view, &ReaderView::updateFoot);
    m_holding.setSingleShot(true);
    connect(&m_holding, &QTimer::timeout, this, [this] { m_heldComment = {}; });
    connect(m_foot, &ArticleFoot::heightChanged, this, &Private::holdComment, Qt::QueuedConnection);
    connect(m_view->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_heldComment = {}; });
    connect(m_foot, &ArticleFoot::filterWanted, &m_pane, &ReadingPane::filterWanted);
    connect(m_foot, &ArticleFoot::articleWanted, &m_pane, &ReadingPane::articleWanted);
    connect(m_foot, &ArticleFoot::linkWanted, this, &Private::activate);
    connectDownloads();
    connect(m_foot, &ArticleFoot::storyWanted, &m_pane, &ReadingPane::storyWanted);
    connect(m_edits, &VersionView::closed, this, &Private::leaveEdits);
    connect(m_foot, &ArticleFoot::accountsWanted, this, &Private::lookUpAccounts);
    connect(m_foot, &ArticleFoot::followWanted, this, &Private::follow);
    connect(m_foot->discussion(), &DiscussionView::scrollWanted, this,
            [this](const QRect &rect) { m_view->showInFoot(m_foot->ofDiscussion(rect)); });
    connect(m_foot->discussion(), &DiscussionView::countChanged, this, [this] { scrollToComment(); });
}

/** The reader's passages, and the bar that makes them. */
void ReadingPane::Private::makeMarks()
{
    m_marks = new PassageMarks(*m_view, m_services.comments, m_services.events, m_services.appearance, this);
    auto *bar = new SelectionBar(*m_view, m_services.appearance);
    connect(bar, &SelectionBar::highlightWanted, this, &Private::highlight);
    connect(bar, &SelectionBar::noteWanted, this, [this] { writeAbout(false); });
    connect(bar, &SelectionBar::quoteWanted, this, [this] { writeAbout(true); });
    connect(bar, &SelectionBar::clicked, this, [this](int position) {
        if (const CommentId comment = m_marks->at(position); comment.isValid())
            Q_EMIT m_pane.passageCommentWanted(comment);
    });
    connect(m_marks, &PassageMarks::lostChanged, &m_pane, &ReadingPane::lostPassages);
    connect(m_marks, &PassageMarks::lostChanged, m_foot->discussion(), &DiscussionView::setLost);
    connect(m_foot->discussion(), &DiscussionView::passageWanted, this,
            [this](CommentId id) { m_marks->show(id); });
}

void ReadingPane::Private::highlight(HighlightColor color)
{
    const TextAnchor passage = m_marks->selected();
    if (!m_article || passage.isEmpty()) {
        m_strip->say(ReadingPane::tr("Select a passage first."), {}, 4s);
        return;
    }
    m_lastColor = color;
    CommentDraft draft;
    draft.article = m_article->headline.id;
    draft.quote = passage.exact;
    draft.prefix = passage.prefix;
    draft.suffix = passage.suffix;
    draft.color = color;
    whenAnswered(m_services.comments.add(draft), this, [this](const Result<CommentChange> &made) {
        if (!made) {
            m_strip->warn(errorText(made.error()), {}, 8s);
            return;
        }
        QTextCursor cursor = m_view->textCursor();
        cursor.clearSelection();
        m_view->setTextCursor(cursor);
        m_strip->say(ReadingPane::tr("Highlighted."),
                     {{ReadingPane::tr("&Undo"),
                       [this, id = made->comment.id] { std::ignore = m_services.comments.remove(id); }}},
                     8s);
    });
}

void ReadingPane::Private::writeAbout(bool quoted)
{
    const TextAnchor passage = m_marks->selected();
    if (m_article && !passage.isEmpty())
        Q_EMIT m_pane.passageChosen(passage, quoted);
    else
        m_strip->say(ReadingPane::tr("Select a passage first."), {}, 4s);
}

void ReadingPane::Private::stepPassage(int by)
{
    const CommentId comment = m_marks->step(by);
    if (comment.isValid())
        Q_EMIT m_pane.passageCommentWanted(comment);
    else if (m_article)
        m_strip->say(ReadingPane::tr("No highlights in this article."), {}, 4s);
}

void ReadingPane::Private::keepPlace()
{
    if (!m_article || !m_view->content())
        return;
    const ReaderView::Place place = m_view->place();
    const ArticleId id = m_article->headline.id;
    if (place == m_places.value(id))
        return;
    m_places.insert(id, place);
    m_services.reading.keepPlace(id, {place.position, place.offset});
}

void ReadingPane::Private::showListed(ArticleId id)
{
    m_tabs->setListed(id, m_article && m_article->headline.id == id ? m_article->headline.title : QString());
    show(id);
}

void ReadingPane::Private::openAside(ArticleId id)
{
    if (!id.isValid())
        return;
    whenAnswered(m_services.reading.headlines({id}), this, [this](const Result<QList<ArticleHeadline>> &answer) {
        if (answer && !answer->isEmpty())
            m_tabs->add(answer->constFirst().id, answer->constFirst().title);
    });
}

void ReadingPane::Private::show(ArticleId id)
{
    if (id == m_current && (m_article || !id.isValid()))
        return;
    keepPlace();
    m_readTimer.stop();
    m_strip->dismiss();
    m_current = id;
    m_wantedComment = {};
    m_heldComment = {};
    if (!id.isValid()) {
        m_article.reset();
        showNothing();
        return;
    }
    if (m_aheadWanted == id && m_ahead) {
        m_aheadWanted = {};
        display(std::exchange(m_ahead, nullptr));
        return;
    }
    whenAnswered( // The old page stays until the new one is there: a flash of nothing is worse than a moment
                  // of the old.
        m_services.reading.open(id), this, [this, id](const Result<Article> &answer) { opened(id, answer); });
}

void ReadingPane::Private::showNothing()
{
    m_stack->setCurrentWidget(m_empty);
    m_toolbar->setButtonsShown(false);
    if (m_findBar->isVisible())
        m_findBar->shut();
    m_pictureStrip->dismiss();
    m_offerStrip->dismiss();
    m_view->setContent(nullptr);
}

void ReadingPane::Private::opened(ArticleId id, const Result<Article> &answer)
{
    if (id != m_current)
        return; // the reader has gone on
    if (!answer) {
        m_article.reset();
        showNothing();
        m_strip->warn(answer.error().code == ErrorCode::NotFound
                          ? ReadingPane::tr("This article is no longer here.")
                          : errorText(answer.error()));
        return;
    }
    if (answer->shownContent().utf8().size() < longBody) {
        display(PreparedPage::read(*answer));
        return;
    }
    const auto building = m_services.workers.run(
        [article = *answer, theme = m_services.appearance.theme(), style = m_view->styleForWidth()] {
            return PreparedPage::build(article, theme, style);
        },
        1);
    whenAnswered(building, this, [this, id](const std::shared_ptr<PreparedPage> &page) {
        if (id == m_current)
            display(page);
    });
}

void ReadingPane::Private::prepareAhead(ArticleId id)
{
    if (id == m_aheadWanted || id == m_current)
        return;
    m_aheadWanted = id;
    m_ahead.reset();
    if (!id.isValid())
        return;
    whenAnswered(m_services.reading.open(id), this,
                 [this, id](const Result<Article> &answer) { takeAhead(id, answer); });
}

void ReadingPane::Private::takeAhead(ArticleId id, const Result<Article> &answer)
{
    if (id != m_aheadWanted || !answer)
        return;
    const auto building = m_services.workers.run(
        [article = *answer, theme = m_services.appearance.theme(), style = m_view->styleForWidth()] {
            return PreparedPage::build(article, theme, style);
        });
    whenAnswered(building, this, [this, id](const std::shared_ptr<PreparedPage> &page) {
        if (id == m_aheadWanted)
            m_ahead = page;
    });
}

void ReadingPane::Private::display(const std::shared_ptr<PreparedPage> &page)
{
    const Article &article = page->article();
    const ArticleId id = article.headline.id;
    const bool sameArticle = m_article && m_article->headline.id == id;
    const ReaderView::Place stored{article.place.position, article.place.offset};
    const auto place = sameArticle ? m_view->place() : m_places.value(id, stored);
    m_places.insert(id, place);
    m_article = article;
    m_stack->setCurrentWidget(m_view);
    m_toolbar->setButtonsShown(true);
    m_toolbar->setHeadline({});
    takeState(article.headline);
    m_tabs->setTitle(id, article.headline.title);
    m_view->setContent(page->content(),
                       page->takeDocument(m_services.appearance.theme(), m_view->styleForWidth()));
    showTextState();
    offerPictures();
    if (!sameArticle)
        offerFullText();
    if (place.position > 0)
        m_view->setPlace(place);
    m_foot->setArticle(article);
    m_foot->discussion()->showArticle(id);
    m_marks->showArticle(id);
    askForMore();
    askForStory();
    askForStories();
    askForAccounts();
    markReadLater();
}

void ReadingPane::Private::takeState(const ArticleHeadline &headline)
{
    m_toolbar->setStarred(headline.starred);
    m_toolbar->setUnread(headline.unread);
    m_toolbar->setHasLink(isWebUrl(headline.url));
}

void ReadingPane::Private::askForMore()
{
    const ArticleId id = m_current;
    const QString category = m_article->headline.categoryName;
    whenAnswered(m_services.reading.moreFromCategory(id, moreArticles), this,
                 [this, id, category](const Result<QList<ArticleHeadline>> &answer) {
                     if (id != m_current || !answer)
                         return;
                     m_more = *answer;
                     m_foot->setMore(category.isEmpty() ? ReadingPane::tr("More articles")
                                                        : ReadingPane::tr("More from %1").arg(category),
                                     *answer);
                 });
}

void ReadingPane::Private::askForStory()
{
    const ArticleId id = m_current;
    whenAnswered(m_services.reading.related(id, relatedArticles), this,
                 [this, id](const Result<QList<ArticleHeadline>> &answer) {
                     if (id != m_current || !answer)
                         return;
                     // Once is enough: the list below comes before this answer.
                     QList<ArticleHeadline> others = *answer;
                     others.removeIf([this](const ArticleHeadline &headline) {
                         return std::ranges::any_of(m_more, [&](const auto &more) { return more.id == headline.id; });
                     });
                     m_foot->setRelated(others);
                 });
    const StoryId story = m_article->headline.story;
    if (!m_services.stories || !story.isValid())
        return;
    whenAnswered(m_services.stories->story(story), this, [this, id](const Result<Story> &answer) {
        if (id != m_current || !answer)
            return;
        QList<ArticleHeadline> others;
        for (const StoryTelling &telling : answer->tellings) {
            if (telling.headline.id != id && others.size() < tellingsShown)
                others.append(telling.headline);
        }
        m_foot->setTold(others);
    });
}

/** The day's stories, but the article's own. */
void ReadingPane::Private::askForStories()
{
    if (!m_services.stories)
        return;
    const ArticleId id = m_current;
    const StoryId own = m_article->headline.story;
    const QDateTime today = QDate::currentDate().startOfDay().toUTC();
    whenAnswered(m_services.stories->stories(today, {}, storiesRanked), this,
                 [this, id, own](const Result<QList<Story>> &answer) {
                     if (id != m_current || !answer)
                         return;
                     QList<Story> others = *answer;
                     others.removeIf([own](const Story &story) { return story.id == own || story.sources < 2; });
                     m_foot->setStories(others.mid(0, storyCards));
                 });
}

void ReadingPane::Private::markReadLater()
{
    if (!m_article->headline.unread)
        return;
    switch (m_services.settings.markRead()) {
    case MarkRead::AfterMoment:
        m_readTimer.start(800ms);
        break;
    case MarkRead::AtOnce:
        m_readTimer.start(0ms);
        break;
    case MarkRead::Never:
        break;
    }
}

void ReadingPane::Private::articlesChanged(const ArticleChanges &changes)
{
    if (changes.everything || changes.updated.contains(m_aheadWanted) || changes.removed.contains(m_aheadWanted)) {
        m_ahead.reset(); // of a state that is no longer so
        m_aheadWanted = {};
    }
    if (!m_article || m_article->headline.id != m_current)
        return;
    if (changes.removed.contains(m_current)) {
        m_strip->say(
            ReadingPane::tr("This article was removed from the library. It stays here until you go on."));
        return;
    }
    if (changes.everything || changes.updated.contains(m_current))
        reload();
}

void ReadingPane::Private::reload()
{
    const ArticleId id = m_current;
    whenAnswered(m_services.reading.open(id), this, [this, id](const Result<Article> &answer) {
        if (id == m_current)
            takeReloaded(answer);
    });
}

void ReadingPane::Private::takeReloaded(const Result<Article> &answer)
{
    if (!answer || !m_article)
        return;
    takeState(answer->headline);
    // A word of the reader (unread again) counts more than the moment that has begun.
    if (m_article->headline.unread != answer->headline.unread)
        m_readTimer.stop();
    const bool otherText = answer->content == m_article->content && answer->shownContent() != m_article->shownContent();
    if (otherText)
        return takeOtherText(*answer);
    const bool changed =
        answer->content != m_article->content || answer->headline.title != m_article->headline.title;
    const SafeHtml shown = m_article->content;
    const QString title = m_article->headline.title;
    m_article->headline = answer->headline;
    if (!changed)
        return;
    m_article->headline.title = title;
    m_strip->say(ReadingPane::tr("This article was updated."),
                 {{ReadingPane::tr("Show"), [this, article = *answer] {
                       if (article.headline.id == m_current)
                           display(PreparedPage::read(article));
                   }}});
}

void ReadingPane::Private::activate(const QUrl &url)
{
    switch (linkpolicy::judge(url)) {
    case linkpolicy::Verdict::Outside:
        if (!linkpolicy::openOutside(url))
            m_strip->warn(ReadingPane::tr("The desktop has no program for %1.").arg(linkpolicy::shown(url)),
                          {}, 8s);
        break;
    case linkpolicy::Verdict::Within:
        m_view->showAnchor(url.fragment());
        break;
    case linkpolicy::Verdict::Category:
        if (m_article) {
            ArticleFilter filter;
            filter.category = m_article->headline.category;
            Q_EMIT m_pane.filterWanted(filter, m_article->headline.categoryName);
        }
        break;
    case linkpolicy::Verdict::Edits:
        showEdits();
        break;
    case linkpolicy::Verdict::Refused:
        break;
    }
}

void ReadingPane::Private::showEdits()
{
    if (!m_article || m_article->revisions == 0)
        return;
    if (m_findBar->isVisible())
        m_findBar->shut();
    m_edits->showArticle(m_current);
    m_stack->setCurrentWidget(m_edits);
    m_edits->setFocus(Qt::OtherFocusReason);
}

void ReadingPane::Private::leaveEdits()
{
    if (m_stack->currentWidget() != m_edits)
        return;
    m_stack->setCurrentWidget(m_view);
    m_view->setFocus(Qt::OtherFocusReason);
}

void ReadingPane::Private::openInBrowser()
{
    if (m_article)
        activate(m_article->headline.url);
}

void ReadingPane::Private::openBehind()
{
    if (!m_article)
        return;
    activate(m_article->headline.url);
    // Desktops bring the browser forward and have no word for not doing so: come back when it has.
    QTimer::singleShot(400ms, &m_pane, [this] { m_pane.window()->activateWindow(); });
}

void ReadingPane::Private::copyLink()
{
    if (!m_article || !isWebUrl(m_article->headline.url))
        return;
    QGuiApplication::clipboard()->setText(
        withoutTracking(m_article->headline.url).toString(QUrl::FullyEncoded));
    m_strip->say(ReadingPane::tr("Link copied."), {}, 3s);
}

void ReadingPane::Private::openFind()
{
    if (m_article)
        m_findBar->open();
}

void ReadingPane::Private::zoom(int step)
{
    const int usual = 2;
    const int size = step == 0 ? usual : m_services.settings.readingSize() + step;
    m_services.settings.setReadingSize(qBound(0, size, 5));
}

void ReadingPane::Private::reply()
{
    if (!m_article)
        return;
    m_view->showInFoot(m_foot->ofDiscussion(QRect(0, 0, m_foot->width(), 170)));
    m_foot->discussion()->focusComposer();
}

void ReadingPane::Private::showComment(CommentId id)
{
    m_wantedComment = id;
    scrollToComment();
}

void ReadingPane::Private::scrollToComment()
{
    if (!m_wantedComment.isValid())
        return;
    const QRect rect = m_foot->discussion()->commentRect(m_wantedComment);
    if (rect.isEmpty())
        return; // not loaded yet: countChanged() comes back here
    m_view->showInFoot(m_foot->ofDiscussion(rect));
    m_foot->discussion()->highlightComment(m_wantedComment);
    m_heldComment = std::exchange(m_wantedComment, {});
    m_holding.start(3s);
}

/** What stands above it in the foot (stories, accounts, further replies) may come later than the comment. */
void ReadingPane::Private::holdComment()
{
    if (!m_heldComment.isValid())
        return;
    const QRect rect = m_foot->discussion()->commentRect(m_heldComment);
    if (!rect.isEmpty())
        m_view->showInFoot(m_foot->ofDiscussion(rect));
}

} // namespace broadsheet
