// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/commentspanel.h"

#include "base/url.h"
#include "services/commentservice.h"
#include "services/libraryevents.h"
#include "services/sitecommentservice.h"
#include "widgets/comments/commentcomposer.h"
#include "widgets/comments/discussionview.h"
#include "widgets/comments/siteline.h"
#include "widgets/common/appearance.h"
#include "widgets/common/buttons.h"
#include "widgets/common/fonts.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace broadsheet {

namespace {

constexpr int headerHeight = 49;
constexpr int sideMargin = 18;
constexpr int threadTop = 20;
constexpr int boxInset = 14;

/** The thread with its margins, as high as it wants for the width that the scroll area gives. */
class Page : public QWidget
{
public:
    explicit Page(DiscussionView &view) : m_view(view)
    {
        view.setParent(this);
        connect(&view, &DiscussionView::heightChanged, this, [this] { fit(); });
    }

    void fit()
    {
        const int wide = width() - sideMargin - 12;
        const int high = m_view.heightForWidth(wide);
        m_view.setGeometry(sideMargin, threadTop, wide, high);
        setFixedHeight(threadTop + high + 14);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        if (event->size().width() != event->oldSize().width())
            fit();
    }

private:
    DiscussionView &m_view;
};

} // namespace

class CommentsPanel::Private
{
public:
    Private(CommentsPanel &panel, CommentService &comments, LibraryEvents &events, Appearance &look)
        : q(panel)
        , appearance(look)
        , title(new QLabel(CommentsPanel::tr("Comments"), &panel))
        , count(new QLabel(&panel))
        , close(new IconButton(look, icons::Name::Close, CommentsPanel::tr("Close comments"), &panel,
                               QStringLiteral("C")))
        , passages(new IconButton(look, icons::Name::Highlighter,
                                  CommentsPanel::tr("Highlights and notes only"), &panel))
        , scroll(new QScrollArea(&panel))
        , view(new DiscussionView(comments, events, look, DiscussionView::Place::Panel))
        , page(new Page(*view))
        , box(new CommentComposer(comments, look, &panel))
    {
        close->setObjectName(QStringLiteral("closeComments"));
        passages->setObjectName(QStringLiteral("passagesOnly"));
        passages->setCheckable(true);
        passages->hide();
        box->setPlaceholder(CommentsPanel::tr("Leave a reply…"));
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setWidgetResizable(true);
        scroll->setWidget(page);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setAccessibleName(CommentsPanel::tr("Discussion"));
        QWidget::setTabOrder(passages, close);
        QWidget::setTabOrder(close, view);
        QWidget::setTabOrder(view, box);
    }

    void applyTheme();
    void arrange();
    void setCount(int number)
    {
        count->setText(number > 0 ? QLocale().toString(number) : QString());
        count->setAccessibleName(CommentsPanel::tr("%n comments", nullptr, number));
        arrange();
    }

    CommentsPanel &q;
    Appearance &appearance;
    QLabel *title;
    QLabel *count;
    IconButton *close;
    IconButton *passages; ///< seen where there are some
    QScrollArea *scroll;
    DiscussionView *view;
    Page *page;
    CommentComposer *box;
    SiteLine *site = nullptr; ///< under the header
    bool siteWanted = false;
    ArticleId article;
};

void CommentsPanel::Private::applyTheme()
{
    const Theme &theme = appearance.theme();
    title->setFont(fonts::sans(15, QFont::Bold));
    count->setFont(fonts::sans(13));
    const auto color = [](QWidget *widget, QPalette::ColorRole role, const QColor &value) {
        QPalette palette = widget->palette();
        palette.setColor(role, value);
        widget->setPalette(palette);
    };
    color(title, QPalette::WindowText, theme.strong);
    color(count, QPalette::WindowText, theme.text3);
    color(scroll, QPalette::Window, theme.list);
    color(page, QPalette::Window, theme.list);
    q.update();
}

void CommentsPanel::Private::arrange()
{
    const int width = q.width();
    const int height = q.height();
    title->adjustSize();
    title->move(sideMargin, (headerHeight - title->height()) / 2);
    count->adjustSize();
    count->move(title->geometry().right() + 9, (headerHeight - count->height()) / 2 + 1);
    close->setGeometry(width - 8 - 32, (headerHeight - 1 - 32) / 2, 32, 32);
    passages->setGeometry(width - 8 - 32 - 4 - 32, (headerHeight - 1 - 32) / 2, 32, 32);
    const int boxHeight = box->heightForWidth(width - 2 * boxInset);
    const int boxTop = height - boxInset - boxHeight;
    box->setGeometry(boxInset, boxTop, width - 2 * boxInset, boxHeight);
    int top = headerHeight;
    if (site) {
        site->setVisible(siteWanted);
        site->setGeometry(sideMargin, top, width - 2 * sideMargin, site->sizeHint().height());
        top += siteWanted ? site->height() + 5 : 0;
    }
    scroll->setGeometry(0, top, width, qMax(0, boxTop - 8 - top));
    q.update();
}

CommentsPanel::CommentsPanel(CommentService &comments, LibraryEvents &events, Appearance &appearance,
                             QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, comments, events, appearance))
{
    setMinimumWidth(260);
    d->applyTheme();
    d->setCount(0);
    connect(&appearance, &Appearance::changed, this, [this] { d->applyTheme(); });
    connect(d->close, &QAbstractButton::clicked, this, &CommentsPanel::closeWanted);
    connect(d->view, &DiscussionView::countChanged, this, [this](int count) {
        d->setCount(count);
        if (d->site)
            d->site->setCount(d->view->siteCount());
    });
    connect(d->view, &DiscussionView::passageWanted, this, &CommentsPanel::passageWanted);
    connect(d->view, &DiscussionView::mentionWanted, this, &CommentsPanel::mentionWanted);
    connect(d->passages, &QAbstractButton::toggled, d->view, &DiscussionView::setPassagesOnly);
    connect(d->view, &DiscussionView::passagesOnlyChanged, d->passages, &QAbstractButton::setChecked);
    connect(d->view, &DiscussionView::passagesChanged, this,
            [this](int count) { d->passages->setVisible(count > 0 || d->passages->isChecked()); });
    connect(d->view, &DiscussionView::shifted, this, [this](int distance) {
        d->page->fit();
        d->scroll->verticalScrollBar()->setValue(d->scroll->verticalScrollBar()->value() + distance);
    });
    connect(d->view, &DiscussionView::scrollWanted, this, [this](const QRect &rect) {
        d->page->fit();
        const QRect there = rect.translated(d->view->pos());
        // Its end first, then its beginning: of something higher than the panel the top is seen.
        d->scroll->ensureVisible(there.center().x(), there.bottom(), 0, 12);
        d->scroll->ensureVisible(there.center().x(), there.top(), 0, 12);
    });
    connect(d->box, &ReplyBox::heightChanged, this, [this] { d->arrange(); });
    connect(d->box, &ReplyBox::left, this, [this] {
        d->box->writeReply(d->article, {}); // without the passage, if it had one
        d->view->setFocus(Qt::TabFocusReason);
    });
    connect(d->box, &CommentComposer::posted, d->view,
            [this](const CommentChange &change) { d->view->highlightComment(change.comment.id); });
}

CommentsPanel::~CommentsPanel() = default;

void CommentsPanel::showArticle(ArticleId id)
{
    if (id == d->article)
        return;
    d->article = id;
    if (d->site)
        d->site->showArticle(id);
    d->view->showArticle(id);
    d->box->writeReply(id, {});
    d->scroll->verticalScrollBar()->setValue(0);
}

void CommentsPanel::showComment(CommentId id)
{
    d->view->highlightComment(id);
}

void CommentsPanel::focusComposer()
{
    d->box->focusText();
}

void CommentsPanel::setSite(SiteCommentService &site)
{
    d->site = new SiteLine(site, d->appearance, this);
    connect(d->site, &SiteLine::wantedChanged, this, [this](bool wanted) {
        d->siteWanted = wanted;
        d->arrange();
    });
    connect(d->site, &SiteLine::pageWanted, this, [](const QUrl &url) {
        if (isWebUrl(url))
            QDesktopServices::openUrl(url);
    });
    d->site->showArticle(d->article);
    d->arrange();
}

void CommentsPanel::writeAbout(const TextAnchor &passage, bool quoted)
{
    if (d->article.isValid() && !passage.isEmpty())
        d->box->writeAbout(d->article, passage, quoted);
}

void CommentsPanel::setPassageOrder(const QList<CommentId> &order)
{
    d->view->setPassageOrder(order);
}

void CommentsPanel::setLost(const QSet<CommentId> &lost)
{
    d->view->setLost(lost);
}

void CommentsPanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = d->appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.list);
    painter.fillRect(0, headerHeight - 1, width(), 1, theme.hairline);
    // What is scrolled ends somewhere.
    if (d->siteWanted)
        painter.fillRect(0, d->scroll->y() - 1, width(), 1, theme.hairline);
}

void CommentsPanel::resizeEvent(QResizeEvent *)
{
    d->arrange();
}

} // namespace broadsheet

// Here and not with the others, so that a test of the thread alone links without services and store.
#include "moc_commentspanel.cpp"
