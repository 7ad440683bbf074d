// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/discussionview.h"

#include "base/answer.h"
#include "model/commentlink.h"
#include "services/commentservice.h"
#include "services/libraryevents.h"
#include "widgets/comments/commentcomposer.h"
#include "widgets/comments/commentmodel.h"
#include "widgets/comments/footstrip.h"
#include "widgets/comments/historydialog.h"
#include "widgets/comments/threadview.h"
#include "widgets/common/appearance.h"
#include "widgets/common/errortext.h"
#include "widgets/common/fonts.h"

#include <QDesktopServices>
#include <QHash>
#include <QLabel>
#include <QPointer>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace broadsheet {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds undoTime = 8s;
constexpr int headingHeight = 20;
constexpr int belowHeading = 12;
constexpr int belowBox = 26;

/** A comment may lead to the web and to a letter, nowhere else. */
void openOutside(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (scheme == QLatin1String("http") || scheme == QLatin1String("https") ||
        scheme == QLatin1String("mailto"))
        QDesktopServices::openUrl(url);
}

ThreadLayout::Steps stepsOf(DiscussionView::Place place)
{
    return place == DiscussionView::Place::Foot ? ThreadLayout::Steps{28, 12} : ThreadLayout::Steps{20, 2};
}

} // namespace

class DiscussionView::Private
{
public:
    Private(DiscussionView &view, CommentService &service, Appearance &look, Place where)
        : q(view)
        , comments(service)
        , appearance(look)
        , model(service.clock())
        , thread(new ThreadView(model, look, stepsOf(where), &view))
        , strip(new FootStrip(look, &view))
    {
        view.setFocusProxy(thread);
        if (where != Place::Foot)
            return;
        heading = new QLabel(DiscussionView::tr("Leave a reply"), &view);
        box = new CommentComposer(service, look, &view);
        box->setPlaceholder(DiscussionView::tr("Write a reply…"));
        QWidget::setTabOrder(box, thread);
    }

    void read();
    void changed(const CommentChange &change);
    void openReply(CommentId parent);
    void openEdit(CommentId id);
    void openInline(CommentId id, bool edit);
    void closeInline();
    void remove(CommentId id);
    void restore(CommentId id);
    void showHistory(CommentId id);
    void recolor(CommentId id, HighlightColor color);
    void follow(const QUrl &url);
    void take(const Discussion &answer);
    Discussion passagesOf(const Discussion &whole) const;
    void setPassagesOnly(bool only);
    void warn(const Error &error);
    void said();
    void arrange();
    int threadTop(int width) const;
    void applyTheme();

    DiscussionView &q;
    CommentService &comments;
    Appearance &appearance;
    CommentModel model;
    QLabel *heading = nullptr;
    CommentComposer *box = nullptr; ///< at the foot only
    ThreadView *thread;
    QPointer<FootStrip> strip;            ///< lies in the scroll area around
    CommentComposer *inlineBox = nullptr; ///< the one open reply or edit
    CommentId inlineFor;                  ///< under or over which comment
    QHash<CommentId, QString> unsavedEdits;
    ArticleId article;
    CommentId wanted; ///< to be highlighted once it is here
    quint64 question = 0;
    bool reading = false;
    bool passagesOnly = false;
    QList<CommentId> passageOrder;
    int liveCount = 0; ///< of the whole discussion, where only passages are shown
    int siteCount = 0;
};

void DiscussionView::Private::read()
{
    reading = true;
    whenAnswered(comments.discussion(article), &q,
                 [this, asked = ++question](const Result<Discussion> &answer) {
                     if (asked != question)
                         return;
                     reading = false;
                     if (!answer) {
                         warn(answer.error());
                         return;
                     }
                     take(*answer);
                     if (inlineBox && model.rowOf(inlineFor) < 0)
                         closeInline();
                     said();
                     if (wanted.isValid() && model.rowOf(wanted) >= 0)
                         thread->highlight(std::exchange(wanted, {}));
                 });
}

void DiscussionView::Private::take(const Discussion &answer)
{
    const auto count = [&answer](auto test) {
        return int(std::count_if(answer.comments.cbegin(), answer.comments.cend(), test));
    };
    liveCount = count([](const Comment &comment) { return !comment.deleted; });
    siteCount = count([](const Comment &comment) { return comment.origin == CommentOrigin::Site; });
    model.setDiscussion(passagesOnly ? passagesOf(answer) : answer);
}

/** Those in the text in its order, then those that are lost in the order of time. */
Discussion DiscussionView::Private::passagesOf(const Discussion &whole) const
{
    Discussion passages{whole.article, {}};
    for (Comment comment : whole.comments) {
        if (comment.deleted || comment.quote.isEmpty())
            continue;
        comment.depth = 0;
        passages.comments.append(comment);
    }
    const auto placeOf = [this](const Comment &comment) {
        const qsizetype place = passageOrder.indexOf(comment.id);
        return place < 0 ? passageOrder.size() : place;
    };
    std::ranges::stable_sort(passages.comments, {}, placeOf);
    return passages;
}

void DiscussionView::Private::setPassagesOnly(bool only)
{
    if (only == passagesOnly)
        return;
    closeInline();
    passagesOnly = only;
    Q_EMIT q.passagesOnlyChanged(only);
    if (article.isValid())
        read();
}

void DiscussionView::Private::changed(const CommentChange &change)
{
    if (change.article != article)
        return;
    // A discussion that is on its way may or may not hold this change: ask again.
    if (reading || passagesOnly || !model.apply(change)) {
        read();
        return;
    }
    if (inlineBox && model.rowOf(inlineFor) < 0)
        closeInline();
    // The same words lie in the box here when they were posted from another place.
    if (change.kind == CommentChange::Kind::Added && box && !box->isBusy() &&
        box->text().trimmed() == change.comment.text)
        box->setText({});
    said();
}

void DiscussionView::Private::said()
{
    Q_EMIT q.countChanged(q.commentCount());
    Q_EMIT q.passagesChanged(model.passageCount());
}

void DiscussionView::Private::openReply(CommentId parent)
{
    openInline(parent, false);
    inlineBox->setPlaceholder(DiscussionView::tr("Reply to %1…").arg(model.displayName(model.rowOf(parent))));
    inlineBox->writeReply(article, parent);
}

void DiscussionView::Private::openEdit(CommentId id)
{
    const Comment comment = model.comment(model.rowOf(id));
    openInline(id, true);
    inlineBox->writeEdit(article, comment, unsavedEdits.value(id, comment.text));
    thread->boxHeightChanged();
}

void DiscussionView::Private::openInline(CommentId id, bool edit)
{
    closeInline();
    inlineFor = id;
    inlineBox = new CommentComposer(comments, appearance);
    QObject::connect(inlineBox, &ReplyBox::left, &q, [this] {
        closeInline();
        thread->setFocus(Qt::TabFocusReason);
    });
    QObject::connect(inlineBox, &ReplyBox::heightChanged, thread, &ThreadView::boxHeightChanged);
    QObject::connect(inlineBox, &CommentComposer::posted, &q, [this, id](const CommentChange &change) {
        unsavedEdits.remove(id);
        inlineBox->setText({});
        closeInline();
        thread->setCurrent(change.comment.id);
        thread->setFocus(Qt::OtherFocusReason);
        if (passagesOnly) // where a reply is not to be seen
            q.highlightComment(change.comment.id);
        else
            Q_EMIT q.scrollWanted(q.commentRect(change.comment.id));
    });
    thread->openBox(id, inlineBox, edit);
    inlineBox->focusText();
}

void DiscussionView::Private::closeInline()
{
    if (!inlineBox)
        return;
    if (inlineBox->isEdit() && !inlineBox->text().isEmpty())
        unsavedEdits.insert(inlineBox->edited(), inlineBox->text());
    thread->closeBox();
    inlineBox->setParent(nullptr);
    inlineBox->deleteLater(); // it may be its own signal that led here
    inlineBox = nullptr;
    inlineFor = {};
}

void DiscussionView::Private::remove(CommentId id)
{
    whenAnswered(comments.remove(id), &q, [this, id](const Result<CommentChange> &change) {
        if (!change) {
            warn(change.error());
            return;
        }
        if (strip)
            strip->attached().say(DiscussionView::tr("Reply deleted"),
                                  {{DiscussionView::tr("&Undo"), [this, id] { restore(id); }}}, undoTime);
    });
}

void DiscussionView::Private::restore(CommentId id)
{
    whenAnswered(comments.restore(id), &q, [this, id](const Result<CommentChange> &restored) {
        if (restored)
            Q_EMIT q.scrollWanted(q.commentRect(id));
        else
            warn(restored.error());
    });
}

void DiscussionView::Private::showHistory(CommentId id)
{
    whenAnswered(comments.history(id), &q, [this](const Result<QList<CommentVersion>> &versions) {
        if (versions)
            openHistoryDialog(q.window(), *versions);
        else
            warn(versions.error());
    });
}

void DiscussionView::Private::recolor(CommentId id, HighlightColor color)
{
    whenAnswered(comments.recolor(id, color), &q, [this](const Result<CommentChange> &change) {
        if (!change)
            warn(change.error());
    });
}

/** An address in a comment: of another comment, or of the world outside. */
void DiscussionView::Private::follow(const QUrl &url)
{
    if (commentOfLink(url).isEmpty())
        return openOutside(url);
    whenAnswered(comments.place(url), &q, [this](const Result<Mention> &place) {
        if (place)
            Q_EMIT q.mentionWanted(place->article, place->comment);
        else if (strip)
            strip->attached().warn(DiscussionView::tr("This reply is not on this computer."), {}, undoTime);
    });
}

void DiscussionView::Private::warn(const Error &error)
{
    if (strip)
        strip->attached().warn(errorText(error), {}, undoTime);
}

int DiscussionView::Private::threadTop(int width) const
{
    return box ? headingHeight + belowHeading + box->heightForWidth(width) + belowBox : 0;
}

void DiscussionView::Private::arrange()
{
    const int width = q.width();
    if (box) {
        heading->setGeometry(0, 0, width, headingHeight);
        box->setGeometry(0, headingHeight + belowHeading, width, box->heightForWidth(width));
    }
    thread->setGeometry(0, threadTop(width), width, thread->heightForWidth(width));
}

void DiscussionView::Private::applyTheme()
{
    if (!heading)
        return;
    heading->setFont(fonts::sans(17, QFont::Bold));
    QPalette palette = heading->palette();
    palette.setColor(QPalette::WindowText, appearance.theme().strong);
    heading->setPalette(palette);
}

DiscussionView::DiscussionView(CommentService &comments, LibraryEvents &events, Appearance &appearance,
                               Place place, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, comments, appearance, place))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    d->applyTheme();
    connect(&appearance, &Appearance::changed, this, [this] { d->applyTheme(); });
    connect(&events, &LibraryEvents::commentsChanged, this,
            [this](const CommentChange &change) { d->changed(change); });
    connect(&events, &LibraryEvents::articlesChanged, this, [this](const ArticleChanges &changes) {
        // Another process wrote.
        if (changes.everything && d->article.isValid())
            d->read();
    });
    connect(&events, &LibraryEvents::siteCommentsChanged, this, [this](ArticleId article) {
        if (article == d->article)
            d->read();
    });
    connect(&events, &LibraryEvents::commentsImported, this, [this] {
        if (d->article.isValid())
            d->read();
    });
    const auto relayout = [this] {
        d->arrange();
        updateGeometry();
        Q_EMIT heightChanged();
    };
    connect(d->thread, &ThreadView::heightChanged, this, relayout);
    if (d->box) {
        connect(d->box, &ReplyBox::heightChanged, this, relayout);
        connect(d->box, &ReplyBox::left, this, [this] { d->thread->setFocus(Qt::TabFocusReason); });
        connect(d->box, &CommentComposer::posted, this, [this](const CommentChange &change) {
            if (change.article == d->article)
                Q_EMIT scrollWanted(commentRect(change.comment.id));
        });
    }
    connect(d->thread, &ThreadView::scrollWanted, this,
            [this](const QRect &rect) { Q_EMIT scrollWanted(rect.translated(d->thread->pos())); });
    connect(d->thread, &ThreadView::linkActivated, this, [this](const QUrl &url) { d->follow(url); });
    connect(d->thread, &ThreadView::mentionWanted, this, &DiscussionView::mentionWanted);
    connect(d->thread, &ThreadView::colorWanted, this,
            [this](CommentId id, HighlightColor color) { d->recolor(id, color); });
    connect(d->thread, &ThreadView::siteWanted, this, [](const QUrl &url) { openOutside(url); });
    connect(d->thread, &ThreadView::passageWanted, this, &DiscussionView::passageWanted);
    connect(d->thread, &ThreadView::shifted, this, &DiscussionView::shifted);
    connect(d->thread, &ThreadView::historyWanted, this, [this](CommentId id) { d->showHistory(id); });
    connect(d->thread, &ThreadView::replyWanted, this, [this](CommentId id) { d->openReply(id); });
    connect(d->thread, &ThreadView::editWanted, this, [this](CommentId id) { d->openEdit(id); });
    connect(d->thread, &ThreadView::deleteWanted, this, [this](CommentId id) { d->remove(id); });
}

DiscussionView::~DiscussionView()
{
    delete d->strip;  // its parent may be the scroll area by now
    delete d->thread; // before the model it shows
}

bool DiscussionView::hasHeightForWidth() const
{
    return true;
}

int DiscussionView::heightForWidth(int width) const
{
    return d->threadTop(width) + d->thread->heightForWidth(width);
}

QSize DiscussionView::sizeHint() const
{
    const int wide = qMax(240, width());
    return {wide, heightForWidth(wide)};
}

QRect DiscussionView::commentRect(CommentId id) const
{
    const QRect rect = d->thread->commentRect(id);
    return rect.isEmpty() ? QRect() : rect.translated(d->thread->pos());
}

int DiscussionView::commentCount() const
{
    return d->passagesOnly ? d->liveCount : d->model.liveCount();
}

int DiscussionView::siteCount() const
{
    return d->passagesOnly ? d->siteCount : d->model.siteCount();
}

void DiscussionView::setPassagesOnly(bool only)
{
    d->setPassagesOnly(only);
}

void DiscussionView::setPassageOrder(const QList<CommentId> &order)
{
    if (d->passageOrder == order)
        return;
    d->passageOrder = order;
    if (d->passagesOnly && d->article.isValid())
        d->read();
}

void DiscussionView::setLost(const QSet<CommentId> &lost)
{
    d->model.setLost(lost);
}

void DiscussionView::showArticle(ArticleId id)
{
    if (id == d->article)
        return;
    d->closeInline();
    if (d->strip)
        d->strip->dismiss();
    d->article = id;
    d->wanted = {};
    d->passageOrder.clear();
    d->setPassagesOnly(false);
    d->model.setDiscussion({id, {}});
    if (d->box)
        d->box->writeReply(id, {});
    d->said();
    if (id.isValid())
        d->read();
}

void DiscussionView::focusComposer()
{
    if (!d->box)
        return;
    d->box->focusText();
    Q_EMIT scrollWanted(d->box->geometry());
}

void DiscussionView::highlightComment(CommentId id)
{
    if (d->model.rowOf(id) >= 0)
        return d->thread->highlight(id);
    d->wanted = id;
    d->setPassagesOnly(false);
}

void DiscussionView::resizeEvent(QResizeEvent *)
{
    d->arrange();
}

} // namespace broadsheet

// Here and not with the others, so that a test of the thread alone links without services and store.
#include "moc_discussionview.cpp"
