// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/newspaper/newspaperview.h"

#include "base/answer.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/readingservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/linkpolicy.h"
#include "widgets/reader/pagemaker.h"
#include "widgets/reader/pictureview.h"
#include "widgets/reader/readerview.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

constexpr int mostArticles = 5'000;
/** px, as long as nobody knows better. */
constexpr int guessedHeight = 700;
/** Screens beyond what is in sight that are made ready, and that are kept. */
constexpr int readyScreens = 2;
constexpr int keptScreens = 5;

} // namespace

struct NewspaperView::Item
{
    ArticleId id;
    int top = -1; ///< not placed yet
    int height = guessedHeight;
    bool asked = false;
    bool unread = false;
    ReaderView *view = nullptr;
};

NewspaperView::NewspaperView(const NewspaperServices &services, QWidget *parent)
    : QScrollArea(parent), m_services(services), m_paper(new QWidget), m_head(new QLabel(m_paper))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setWidget(m_paper);
    setWidgetResizable(false);
    setFocusPolicy(Qt::StrongFocus);
    m_arranging.setSingleShot(true);
    m_arranging.setInterval(0);
    m_loading.setSingleShot(true);
    m_loading.setInterval(30ms);
    connect(&m_arranging, &QTimer::timeout, this, &NewspaperView::arrange);
    connect(&m_loading, &QTimer::timeout, this, &NewspaperView::loadAround);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &NewspaperView::scrolled);
    connect(&services.settings, &Settings::readingStyleChanged, this, [this] {
        for (const auto &item : m_items) {
            if (item->view)
                item->view->setStyle(ReadingStyle::from(m_services.settings));
        }
        m_arranging.start();
    });
    connect(&services.events, &LibraryEvents::articlesChanged, this, [this](const ArticleChanges &changes) {
        if (changes.removed.isEmpty())
            return;
        std::erase_if(m_items, [&](const std::unique_ptr<Item> &item) {
            const bool gone = changes.removed.contains(item->id);
            if (gone)
                unload(*item);
            return gone;
        });
        m_arranging.start();
    });
    const auto recolour = [this] {
        QPalette palette = m_services.appearance.theme().palette();
        palette.setColor(QPalette::Window, m_services.appearance.theme().reader);
        m_paper->setPalette(palette);
        m_paper->setAutoFillBackground(true);
        setPalette(palette); // the scroll bar too
        viewport()->setPalette(palette);
    };
    recolour();
    connect(&services.appearance, &Appearance::changed, this, recolour);
}

NewspaperView::~NewspaperView() = default;

int NewspaperView::contentWidth() const
{
    return viewport()->width();
}

void NewspaperView::showArticles(const ArticleFilter &filter, const QString &title)
{
    clear();
    setAccessibleName(title);
    m_head->setText(title);
    whenAnswered(m_services.reading.articleIds(filter, mostArticles), this,
                 [this, asked = m_question](const Result<QList<ArticleId>> &ids) {
                     if (asked == m_question && ids)
                         take(*ids);
                 });
}

void NewspaperView::showArticles(const QList<ArticleId> &ids, const QString &title)
{
    clear();
    setAccessibleName(title);
    m_head->setText(title);
    take(ids);
}

void NewspaperView::clear()
{
    ++m_question;
    for (const auto &item : m_items)
        unload(*item);
    m_items.clear();
    verticalScrollBar()->setValue(0);
}

void NewspaperView::take(const QList<ArticleId> &ids)
{
    for (const ArticleId id : ids) {
        auto item = std::make_unique<Item>();
        item->id = id;
        m_items.push_back(std::move(item));
    }
    arrange();
}

int NewspaperView::loaded() const
{
    return int(std::count_if(m_items.begin(), m_items.end(),
                             [](const auto &item) { return item->view != nullptr; }));
}

/** Puts the pages below each other; what is in sight stays where it is. */
void NewspaperView::arrange()
{
    const int width = contentWidth();
    const int offset = verticalScrollBar()->value();
    const bool fresh = m_items.empty() || m_items.front()->top < 0;
    const int first = fresh ? -1 : indexAt(offset);
    const int before = first >= 0 ? m_items[size_t(first)]->top : 0;

    QLabel *head = m_head;
    head->setFont(fonts::sans(13, QFont::DemiBold));
    head->setAlignment(Qt::AlignCenter);
    head->setGeometry(0, 18, width, head->sizeHint().height());
    int y = head->geometry().bottom() + 1;
    for (const auto &item : m_items) {
        item->top = y;
        if (item->view) {
            // Its own margins are in the document: no more room is needed.
            item->height = qMax(80, int(item->view->document()->documentLayout()->documentSize().height()));
            item->view->setGeometry(0, y, width, item->height);
        }
        y += item->height;
    }
    m_paper->resize(width, qMax(y, viewport()->height()));
    if (first >= 0 && m_items[size_t(first)]->top != before)
        verticalScrollBar()->setValue(offset + m_items[size_t(first)]->top - before);
    m_loading.start();
}

int NewspaperView::indexAt(int y) const
{
    const auto after = std::upper_bound(m_items.begin(), m_items.end(), y,
                                        [](int at, const auto &item) { return at < item->top; });
    return m_items.empty() ? -1 : qMax(0, int(after - m_items.begin()) - 1);
}

NewspaperView::Item *NewspaperView::item(ArticleId id)
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [id](const auto &item) { return item->id == id; });
    return found == m_items.end() ? nullptr : found->get();
}

ArticleId NewspaperView::current() const
{
    const int index = indexAt(verticalScrollBar()->value() + 40);
    return index < 0 ? ArticleId() : m_items[size_t(index)]->id;
}

void NewspaperView::scrolled()
{
    if (!m_loading.isActive())
        m_loading.start();
}

void NewspaperView::loadAround()
{
    const int top = verticalScrollBar()->value();
    const int screen = qMax(1, viewport()->height());
    for (const auto &item : m_items) {
        const int above = top - (item->top + item->height);
        const int below = item->top - (top + screen);
        const int away = qMax(above, below);
        if (away < readyScreens * screen)
            load(*item);
        else if (away > keptScreens * screen && item->view)
            unload(*item);
    }
    markPassed();
}

void NewspaperView::load(Item &item)
{
    if (item.view || item.asked)
        return;
    item.asked = true;
    whenAnswered(m_services.reading.open(item.id), this,
                 [this, id = item.id, asked = m_question](const Result<Article> &answer) {
                     if (asked == m_question)
                         opened(id, answer);
                 });
}

void NewspaperView::opened(ArticleId id, const Result<Article> &answer)
{
    Item *item = this->item(id);
    if (!item)
        return;
    if (!answer) { // it has left meanwhile
        item->height = 0;
        m_arranging.start();
        return;
    }
    ReadingStyle style = ReadingStyle::from(m_services.settings);
    const auto building =
        m_services.workers.run([article = *answer, theme = m_services.appearance.theme(), style] {
            return PreparedPage::build(article, theme, style);
        });
    whenAnswered(building, this, [this, asked = m_question](const std::shared_ptr<PreparedPage> &page) {
        if (asked == m_question)
            layOut(page);
    });
}

void NewspaperView::layOut(const std::shared_ptr<PreparedPage> &page)
{
    Item *item = this->item(page->article().headline.id);
    if (!item || item->view || !item->asked)
        return;
    auto *view = new ReaderView(m_services.images, m_services.appearance, m_paper);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setStyle(ReadingStyle::from(m_services.settings));
    view->setGeometry(0, item->top, contentWidth(), item->height);
    item->view = view;
    item->unread = page->article().headline.unread;
    const auto follow = [this, view] {
        connect(view->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
                [this] { m_arranging.start(); });
    };
    connect(view, &ReaderView::rebuilt, this, [this, follow] {
        follow();
        m_arranging.start();
    });
    view->setContent(page->content(),
                     page->takeDocument(m_services.appearance.theme(), view->styleForWidth()));
    const Article article = page->article();
    connect(view, &ReaderView::linkActivated, this,
            [this, article](const QUrl &url) { activate(url, article); });
    connect(view, &ReaderView::linkWantedAside, this,
            [this, article](const QUrl &url) { activate(url, article); });
    connect(view, &ReaderView::pictureActivated, this, [this, policy = article.imagePolicy](const QUrl &url) {
        auto *picture = new PictureView(m_services.images, url, {}, window());
        picture->setPolicy(policy);
        picture->open();
    });
    view->show();
    m_arranging.start();
}

void NewspaperView::unload(Item &item)
{
    item.asked = false;
    if (!item.view)
        return;
    item.view->disconnect(this);
    item.view->hide();
    item.view->deleteLater();
    item.view = nullptr;
}

/** What has left the screen at the top was read. */
void NewspaperView::markPassed()
{
    if (m_services.settings.markRead() == MarkRead::Never || !isVisible())
        return;
    const QScrollBar *bar = verticalScrollBar();
    const int top = bar->value();
    const bool atEnd = bar->maximum() > 0 && top == bar->maximum();
    for (const auto &item : m_items) {
        const bool passed = item->top + item->height <= top + 40 || atEnd;
        if (item->view && item->unread && passed) {
            item->unread = false;
            m_passed.append(item->id);
        }
    }
    if (!m_passed.isEmpty())
        m_services.library.setRead(std::exchange(m_passed, {}), true);
}

void NewspaperView::goTo(int index)
{
    if (index >= 0 && index < count())
        verticalScrollBar()->setValue(m_items[size_t(index)]->top);
}

void NewspaperView::next()
{
    goTo(indexAt(verticalScrollBar()->value() + 1) + 1);
}

void NewspaperView::previous()
{
    const int top = verticalScrollBar()->value();
    const int index = indexAt(top);
    if (index >= 0)
        goTo(top > m_items[size_t(index)]->top ? index : index - 1);
}

bool NewspaperView::pageDown()
{
    QScrollBar *bar = verticalScrollBar();
    const int before = bar->value();
    bar->setValue(before + qMax(40, viewport()->height() - 60));
    return bar->value() != before;
}

bool NewspaperView::pageUp()
{
    QScrollBar *bar = verticalScrollBar();
    const int before = bar->value();
    bar->setValue(before - qMax(40, viewport()->height() - 60));
    return bar->value() != before;
}

void NewspaperView::activate(const QUrl &url, const Article &article)
{
    switch (linkpolicy::judge(url)) {
    case linkpolicy::Verdict::Outside:
        linkpolicy::openOutside(url);
        break;
    case linkpolicy::Verdict::Category: {
        ArticleFilter filter;
        filter.category = article.headline.category;
        Q_EMIT filterWanted(filter, article.headline.categoryName);
        break;
    }
    case linkpolicy::Verdict::Within: // notes and earlier versions are on the article's own page
    case linkpolicy::Verdict::Edits:
        Q_EMIT articleWanted(article.headline.id);
        break;
    case linkpolicy::Verdict::Refused:
        break;
    }
}

void NewspaperView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void NewspaperView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current().isValid())
        Q_EMIT articleWanted(current());
    else if (event->key() == Qt::Key_Home)
        verticalScrollBar()->setValue(0);
    else if (event->key() == Qt::Key_End)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace broadsheet
