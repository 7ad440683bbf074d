// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readingpane.h"

#include "base/answer.h"
#include "base/url.h"
#include "services/libraryservice.h"
#include "services/readingservice.h"
#include "settings/settings.h"
#include "widgets/comments/discussionview.h"
#include "widgets/common/appearance.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/errortext.h"
#include "widgets/common/strip.h"
#include "widgets/reader/articlefoot.h"
#include "widgets/reader/articleoutput.h"
#include "widgets/reader/attachments.h"
#include "widgets/reader/audiobar.h"
#include "widgets/reader/commentsight.h"
#include "widgets/reader/currentarticle.h"
#include "widgets/reader/findbar.h"
#include "widgets/reader/footsupply.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/linkpolicy.h"
#include "widgets/reader/pagefinder.h"
#include "widgets/reader/pagemaker.h"
#include "widgets/reader/passagetools.h"
#include "widgets/reader/picturechoice.h"
#include "widgets/reader/readertabs.h"
#include "widgets/reader/readertoolbar.h"
#include "widgets/reader/readerview.h"
#include "widgets/reader/textchoice.h"
#include "widgets/reader/topicmenu.h"
#include "widgets/reader/versionview.h"

#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace broadsheet {

using namespace std::chrono_literals;

ReadingPane::ReadingPane(const ReadingPaneServices &services, QWidget *parent)
    : QWidget(parent), m_services(services)
{
    setAccessibleName(tr("Article"));
    makeWidgets();
    makeParts();
    connectToolbar();
    connectView();
    connectParts();
    m_readTimer.setSingleShot(true);
    connect(&m_readTimer, &QTimer::timeout, this, [this] {
        if (m_current->isHere() && m_current->article()->headline.unread)
            m_services.library.setRead({m_current->wanted()}, true);
    });
    connect(&m_services.settings, &Settings::readingStyleChanged, this, &ReadingPane::restyle);
    connect(&m_services.settings, &Settings::imagePolicyChanged, this, [this] {
        m_view->renewPictures();
        m_pictures->offer();
    });
    connect(&m_services.appearance, &Appearance::changed, this, &ReadingPane::recolour);
    restyle();
    recolour();
    showNothing({});
}

ReadingPane::~ReadingPane()
{
    keepPlace();
}

void ReadingPane::makeWidgets()
{
    Appearance &appearance = m_services.appearance;
    m_tabs = new ReaderTabs(appearance, this);
    m_toolbar = new ReaderToolbar(m_services.settings, appearance, this);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(appearance, m_stack);
    m_empty->setContents(icons::Name::Newspaper, tr("Nothing selected"),
                         tr("Pick an article from the list. J and K move through it; Space reads on "
                            "and then goes to the next one."));
    m_view = new ReaderView(m_services.images, appearance, m_stack);
    m_finder = new PageFinder(*m_view, appearance, m_view);
    m_findBar = new FindBar(*m_finder, appearance, this);
    m_audio = new AudioBar(m_services.audio, m_services.reading, m_services.settings, appearance, this);
    m_strip = new Strip(appearance, this);
    m_pictureStrip = new Strip(appearance, this);
    m_offerStrip = new Strip(appearance, this);
    auto *discussion =
        new DiscussionView(m_services.comments, m_services.events, appearance, DiscussionView::Place::Foot);
    m_foot = new ArticleFoot(appearance, m_services.images, discussion);
    m_view->setFoot(m_foot);
    m_edits = new VersionView(m_services.reading, m_services.workers, appearance, m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_edits);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *widget : {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_toolbar),
                            static_cast<QWidget *>(m_findBar), static_cast<QWidget *>(m_offerStrip),
                            static_cast<QWidget *>(m_pictureStrip)})
        column->addWidget(widget);
    column->addWidget(m_stack, 1);
    column->addWidget(m_audio);
    column->addWidget(m_strip);
}

void ReadingPane::makeParts()
{
    m_current = new CurrentArticle(
        m_services.reading, m_services.workers, m_services.events,
        [this] {
            return CurrentArticle::Look{m_services.appearance.theme(), m_view->styleForWidth()};
        },
        this);
    const ReadingParts parts{m_services, *m_current, *m_view, *m_strip, *this};
    auto *saver = new ArticleSaver(m_services.images, m_services.workers, this);
    m_output = new ArticleOutput(parts, *saver, this);
    m_pictures = new PictureChoice(parts, *saver, *m_pictureStrip, this);
    m_text = new TextChoice(parts, *m_toolbar, *m_offerStrip, this);
    m_passages = new PassageTools(parts, *m_foot->discussion(), this);
    m_supply = new FootSupply(parts, *m_foot, this);
    new TopicMenu(parts, *m_foot, this);
    m_sight = new CommentSight(*m_view, *m_foot, this);
    m_attachments = new Attachments(parts, *m_foot, *m_audio, this);
}

void ReadingPane::connectToolbar()
{
    connect(m_tabs, &ReaderTabs::articleWanted, m_current, &CurrentArticle::want);
    connect(m_toolbar, &ReaderToolbar::previousWanted, this, &ReadingPane::previousWanted);
    connect(m_toolbar, &ReaderToolbar::nextWanted, this, &ReadingPane::nextWanted);
    connect(m_toolbar, &ReaderToolbar::starWanted, this, &ReadingPane::starWanted);
    connect(m_toolbar, &ReaderToolbar::readToggleWanted, this, &ReadingPane::readToggleWanted);
    connect(m_toolbar, &ReaderToolbar::copyLinkWanted, m_output, &ArticleOutput::copyLink);
    connect(m_toolbar, &ReaderToolbar::browserWanted, this, &ReadingPane::openInBrowser);
    connect(m_toolbar, &ReaderToolbar::commentsWanted, this, &ReadingPane::commentsPanelWanted);
    connect(m_toolbar, &ReaderToolbar::moreMenuWanted, this, [this](QMenu *menu) { fillMenu(*menu); });
}

void ReadingPane::connectView()
{
    connect(m_view, &ReaderView::contextMenuWanted, this,
            [this](QMenu *menu, const QUrl &link, const QUrl &picture) {
                m_output->addTo(*menu, link);
                m_pictures->addTo(*menu, picture);
            });
    connect(m_view, &ReaderView::linkWantedAside, this, &ReadingPane::activate);
    connect(m_view, &ReaderView::linkActivated, this, &ReadingPane::activate);
    connect(m_view, &ReaderView::headlineSeen, this, [this](bool seen) {
        const Article *article = m_current->article();
        m_toolbar->setHeadline(seen || !article ? QString() : article->headline.title);
    });
    connect(m_findBar, &FindBar::closed, this, &ReadingPane::focusText);
    connect(m_edits, &VersionView::closed, this, &ReadingPane::leaveEdits);
    connect(m_foot, &ArticleFoot::heightChanged, m_view, &ReaderView::updateFoot);
    connect(m_foot, &ArticleFoot::filterWanted, this, &ReadingPane::filterWanted);
    connect(m_foot, &ArticleFoot::articleWanted, this, &ReadingPane::articleWanted);
    connect(m_foot, &ArticleFoot::storyWanted, this, &ReadingPane::storyWanted);
    connect(m_foot, &ArticleFoot::linkWanted, this, &ReadingPane::activate);
}

void ReadingPane::connectParts()
{
    connect(m_current, &CurrentArticle::leaving, this, [this] {
        keepPlace();
        m_readTimer.stop();
        m_strip->dismiss();
        m_sight->forget();
    });
    m_view->letOthersBuildLongPages();
    connect(m_view, &ReaderView::buildingWanted, m_current, &CurrentArticle::buildAgain);
    connect(m_current, &CurrentArticle::pageReady, this, &ReadingPane::display);
    connect(m_current, &CurrentArticle::emptied, this, &ReadingPane::showNothing);
    connect(m_current, &CurrentArticle::stateChanged, this, &ReadingPane::showState);
    connect(m_current, &CurrentArticle::edited, this, [this](const Article &article) {
        m_strip->say(tr("This article was updated."),
                     {{tr("Show"), [this, article] { m_current->show(article); }}});
    });
    connect(m_current, &CurrentArticle::removed, this, [this] {
        m_strip->say(tr("This article was removed from the library. It stays here until you go on."));
    });
    connect(m_output, &ArticleOutput::openWanted, this, &ReadingPane::activate);
    connect(m_text, &TextChoice::browserWanted, this, &ReadingPane::openInBrowser);
    connect(m_attachments, &Attachments::outsideWanted, this, &ReadingPane::openOutside);
    connect(m_passages, &PassageTools::passageChosen, this, &ReadingPane::passageChosen);
    connect(m_passages, &PassageTools::commentWanted, this, &ReadingPane::passageCommentWanted);
    connect(m_passages, &PassageTools::ordered, this, &ReadingPane::passagesOrdered);
    connect(m_passages, &PassageTools::lostChanged, this, &ReadingPane::lostPassages);
    connect(m_foot->discussion(), &DiscussionView::mentionWanted, this, &ReadingPane::mentionWanted);
}

void ReadingPane::restyle()
{
    m_view->setStyle(ReadingStyle::from(m_services.settings));
    m_edits->setStyle(ReadingStyle::from(m_services.settings));
}

void ReadingPane::recolour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, m_services.appearance.theme().reader);
    setPalette(colours);
    setAutoFillBackground(true);
}

void ReadingPane::display(const std::shared_ptr<PreparedPage> &page, bool again)
{
    const Article &article = page->article();
    const ArticleId id = article.headline.id;
    const ReadingPlace place = again ? m_view->place() : m_places.value(id, article.place);
    m_places.insert(id, place);
    m_stack->setCurrentWidget(m_view);
    m_toolbar->setButtonsShown(true);
    m_toolbar->setHeadline({});
    m_tabs->setTitle(id, article.headline.title);
    m_unread = article.headline.unread;
    showState();
    m_view->setContent(page->content(),
                       page->takeDocument(m_services.appearance.theme(), m_view->styleForWidth()));
    if (place.position > 0)
        m_view->setPlace(place);
    m_foot->setArticle(article);
    m_foot->discussion()->showArticle(id);
    m_passages->showArticle(id);
    m_pictures->offer();
    m_text->pageShown(again);
    m_supply->ask();
    markReadLater();
}

void ReadingPane::showNothing(const std::optional<Error> &error)
{
    m_stack->setCurrentWidget(m_empty);
    m_toolbar->setButtonsShown(false);
    if (m_findBar->isVisible())
        m_findBar->shut();
    m_view->setContent(nullptr);
    if (error)
        m_strip->warn(error->code == ErrorCode::NotFound ? tr("This article is no longer here.")
                                                         : errorText(*error));
}

void ReadingPane::showState()
{
    const ArticleHeadline &headline = m_current->article()->headline;
    m_toolbar->setStarred(headline.starred);
    m_toolbar->setUnread(headline.unread);
    m_toolbar->setHasLink(isWebUrl(headline.url));
    // A word of the reader (unread again) counts more than the moment that has begun.
    if (std::exchange(m_unread, headline.unread) != headline.unread)
        m_readTimer.stop();
}

void ReadingPane::keepPlace()
{
    const Article *article = m_current->article();
    if (!article || !m_view->content())
        return;
    const ReadingPlace place = m_view->place();
    const ArticleId id = article->headline.id;
    if (place == m_places.value(id))
        return;
    m_places.insert(id, place);
    m_services.reading.keepPlace(id, place);
}

void ReadingPane::markReadLater()
{
    if (!m_unread)
        return;
    switch (m_services.settings.markRead()) {
    case MarkRead::AfterMoment:
    case MarkRead::ScrolledPast:
        m_readTimer.start(800ms);
        break;
    case MarkRead::AtOnce:
        m_readTimer.start(0ms);
        break;
    case MarkRead::Never:
        break;
    }
}

void ReadingPane::fillMenu(QMenu &menu)
{
    const Article *article = m_current->article();
    if (!article)
        return;
    m_output->addTo(menu);
    if (article->revisions > 0)
        menu.addAction(tr("What &changed"), this, &ReadingPane::showEdits);
    if (!article->headline.feed.isValid())
        return;
    menu.addSeparator();
    m_text->addTo(menu);
    m_pictures->addTo(menu);
}

void ReadingPane::activate(const QUrl &url)
{
    if (m_attachments->playsHere(url))
        return;
    switch (linkpolicy::judge(url)) {
    case linkpolicy::Verdict::Outside:
        openOutside(url);
        break;
    case linkpolicy::Verdict::Within:
        if (m_view->showAnchor(url.fragment()))
            m_strip->say(tr("Alt+Left goes back to where you were."),
                         {{tr("Go &back"), [this] { m_view->goBack(); }}}, 8s);
        break;
    case linkpolicy::Verdict::Category:
        if (const Article *article = m_current->article()) {
            ArticleFilter filter;
            filter.category = article->headline.category;
            Q_EMIT filterWanted(filter, article->headline.categoryName);
        }
        break;
    case linkpolicy::Verdict::Edits:
        showEdits();
        break;
    case linkpolicy::Verdict::Refused:
        break;
    }
}

void ReadingPane::openOutside(const QUrl &url)
{
    if (linkpolicy::judge(url) == linkpolicy::Verdict::Outside && !linkpolicy::openOutside(url))
        m_strip->warn(tr("The desktop has no program for %1.").arg(linkpolicy::shown(url)), {}, 8s);
}

void ReadingPane::showEdits()
{
    const Article *article = m_current->article();
    if (!article || article->revisions == 0)
        return;
    if (m_findBar->isVisible())
        m_findBar->shut();
    m_edits->showArticle(m_current->wanted());
    m_stack->setCurrentWidget(m_edits);
    m_edits->setFocus(Qt::OtherFocusReason);
}

void ReadingPane::leaveEdits()
{
    if (m_stack->currentWidget() != m_edits)
        return;
    m_stack->setCurrentWidget(m_view);
    focusText();
}

ArticleId ReadingPane::currentArticle() const
{
    return m_current->wanted();
}

void ReadingPane::showArticle(ArticleId id)
{
    const Article *shown = m_current->article();
    m_tabs->setListed(id, shown && shown->headline.id == id ? shown->headline.title : QString());
    m_current->want(id);
}

QList<ArticleId> ReadingPane::openTabs() const
{
    return m_tabs->aside();
}

void ReadingPane::openAside(ArticleId id)
{
    if (!id.isValid())
        return;
    whenAnswered(m_services.reading.headlines({id}), this,
                 [this](const Result<QList<ArticleHeadline>> &answer) {
                     if (answer && !answer->isEmpty())
                         m_tabs->add(answer->constFirst().id, answer->constFirst().title);
                 });
}

void ReadingPane::keepInTab()
{
    openAside(m_current->wanted());
}

void ReadingPane::closeTab()
{
    m_tabs->closeCurrent();
}

void ReadingPane::nextTab()
{
    m_tabs->step(1);
}

void ReadingPane::previousTab()
{
    m_tabs->step(-1);
}

void ReadingPane::prepareArticle(ArticleId id)
{
    m_current->prepare(id);
}

void ReadingPane::showComment(CommentId id)
{
    m_sight->show(id);
}

bool ReadingPane::pageDown()
{
    return m_current->wanted().isValid() && m_view->pageDown();
}

bool ReadingPane::pageUp()
{
    return m_current->wanted().isValid() && m_view->pageUp();
}

void ReadingPane::focusText()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void ReadingPane::toggleFullText()
{
    m_text->toggle();
}

void ReadingPane::openInBrowser()
{
    if (const Article *article = m_current->article())
        activate(article->headline.url);
}

void ReadingPane::openBehind()
{
    if (!m_current->article())
        return;
    openInBrowser();
    // Desktops bring the browser forward and have no word for not doing so: come back when it has.
    QTimer::singleShot(400ms, this, [this] { window()->activateWindow(); });
}

void ReadingPane::copyLink()
{
    m_output->copyLink();
}

void ReadingPane::copyAsMarkdown()
{
    m_output->copyAsMarkdown();
}

void ReadingPane::copyQuotation()
{
    m_output->copyQuotation();
}

void ReadingPane::print()
{
    m_output->print();
}

void ReadingPane::findInArticle()
{
    if (m_current->article())
        m_findBar->open();
}

void ReadingPane::findNext()
{
    m_finder->next();
}

void ReadingPane::findPrevious()
{
    m_finder->previous();
}

void ReadingPane::toggleCaret()
{
    m_view->setCaret(!m_view->hasCaret());
    m_view->setFocus(Qt::ShortcutFocusReason);
    m_strip->say(m_view->hasCaret() ? tr("The arrow keys move a caret through the text. F7 takes it away.")
                                    : tr("The arrow keys move the page."),
                 {}, 4s);
}

void ReadingPane::zoomIn()
{
    zoom(1);
}

void ReadingPane::zoomOut()
{
    zoom(-1);
}

void ReadingPane::zoomReset()
{
    zoom(0);
}

/** One reading size up or down; 0: the usual one. */
void ReadingPane::zoom(int step)
{
    constexpr int usual = 2;
    constexpr int largest = 5;
    const int size = step == 0 ? usual : m_services.settings.readingSize() + step;
    m_services.settings.setReadingSize(qBound(0, size, largest));
}

void ReadingPane::reply()
{
    if (!m_current->article())
        return;
    m_view->showInFoot(m_foot->ofDiscussion(QRect(0, 0, m_foot->width(), 170)));
    m_foot->discussion()->focusComposer();
}

void ReadingPane::highlight()
{
    m_passages->highlight();
}

void ReadingPane::highlight(HighlightColor color)
{
    m_passages->highlight(color);
}

void ReadingPane::annotate()
{
    m_passages->writeAbout(false);
}

void ReadingPane::quote()
{
    m_passages->writeAbout(true);
}

void ReadingPane::nextPassage()
{
    m_passages->step(1);
}

void ReadingPane::previousPassage()
{
    m_passages->step(-1);
}

void ReadingPane::showPassage(CommentId id)
{
    m_passages->show(id);
}

void ReadingPane::setCommentsPanelShown(bool shown)
{
    m_toolbar->setCommentsShown(shown);
}

} // namespace broadsheet
