// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/discussionview.h"
#include "model/commentlink.h"
#include "services/commentservice.h"
#include "services/libraryevents.h"
#include "settings/settings.h"
#include "store/store.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "widgets/comments/commentcomposer.h"
#include "widgets/comments/commentmodel.h"
#include "widgets/comments/commentspanel.h"
#include "widgets/comments/footstrip.h"
#include "widgets/comments/threadview.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>

using namespace broadsheet;
using Spot = ThreadLayout::Spot;

namespace {

/** What a future brings, with the event loop turning; an error if it takes too long. */
template <typename T>
Result<T> answer(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10000) || future.resultCount() == 0)
        return Error{ErrorCode::Timeout, {}, {}, {}};
    return future.result();
}

/** Takes the place of the desktop. */
class Browser : public QObject
{
    Q_OBJECT
public:
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened << url; }
};

} // namespace

class DiscussionViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::loadFirst(); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_world = std::make_unique<World>();
        QVERIFY(answer(m_world->store.open()));
        const auto feed = answer(m_world->store.subscribe(
            {QUrl(QStringLiteral("https://a.example/feed")), {}, QStringLiteral("A"), {}, {}}));
        QVERIFY(feed);
        FeedUpdate update;
        update.feed = feed->id;
        update.fetchedAt = m_world->clock.now();
        update.nextFetch = update.fetchedAt.addSecs(3600);
        update.feedDocument.emplace();
        for (const QString &id : {QStringLiteral("one"), QStringLiteral("two")}) {
            ParsedEntry entry;
            entry.id = id;
            entry.title = id;
            entry.url = QStringLiteral("https://a.example/") + id;
            update.feedDocument->entries << entry;
        }
        QVERIFY(answer(m_world->store.applyFeedUpdate(update)));
        const auto ids = answer(m_world->store.articleIds({}));
        QVERIFY(ids && ids->size() == 2);
        m_first = ids->at(0);
        m_second = ids->at(1);
        m_view = makeView();
        show(m_first, 0);
    }

    void cleanup()
    {
        m_view.reset();
        m_world.reset();
    }

    void aReplyIsTypedPostedAndShown()
    {
        QAbstractButton *post = foot()->findChild<QAbstractButton *>(QStringLiteral("post"));
        QVERIFY(!post->isEnabled());
        type(foot(), QStringLiteral("Worth finding the *archive*."));
        QVERIFY(post->isEnabled());
        QSignalSpy height(m_view.get(), &DiscussionView::heightChanged);
        const int before = m_view->heightForWidth(600);
        QTest::mouseClick(post, Qt::LeftButton);
        QTRY_COMPARE(m_view->commentCount(), 1);
        QTRY_COMPARE(foot()->text(), QString());
        QVERIFY(!height.isEmpty());
        QVERIFY(m_view->heightForWidth(600) > before);
        const auto kept = answer(m_world->service.discussion(m_first));
        QVERIFY(kept);
        QCOMPARE(kept->comments.size(), 1);
        QCOMPARE(kept->comments.first().text, QStringLiteral("Worth finding the *archive*."));
        QCOMPARE(kept->comments.first().created, m_world->clock.now());
        // Nothing is left to come back as a draft.
        QTRY_COMPARE(answer(m_world->service.draft(m_first, {})).value_or(QStringLiteral("?")), QString());
    }

    void ctrlEnterPostsAndBlanksDoNot()
    {
        type(foot(), QStringLiteral("   "));
        QTest::keyClick(edit(foot()), Qt::Key_Return, Qt::ControlModifier);
        edit(foot())->clear();
        type(foot(), QStringLiteral("by key"));
        QTest::keyClick(edit(foot()), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_view->commentCount(), 1);
        QCOMPARE(only().text, QStringLiteral("by key"));
    }

    void aReplyToAReplyOpensInPlace()
    {
        const CommentId parent = post(QStringLiteral("first"));
        click(parent, Spot::Kind::Reply);
        CommentComposer *box = inlineBox();
        QVERIFY(box);
        QVERIFY(box->y() > 0);
        type(box, QStringLiteral("second"));
        QTest::keyClick(edit(box), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_view->commentCount(), 2);
        const auto kept = answer(m_world->service.discussion(m_first));
        QVERIFY(kept);
        QCOMPARE(kept->comments.at(1).parent, parent);
        QCOMPARE(kept->comments.at(1).depth, 1);
        QTRY_VERIFY(!inlineBox());
        QVERIFY(m_view->commentRect(kept->comments.at(1).id).left() > m_view->commentRect(parent).left());
    }

    void editedInPlace()
    {
        const CommentId id = post(QStringLiteral("first"));
        click(id, Spot::Kind::Edit);
        QVERIFY(inlineBox());
        QCOMPARE(inlineBox()->text(), QStringLiteral("first"));
        type(inlineBox(), QStringLiteral(" thought"));
        m_world->clock.advance(std::chrono::minutes(3));
        QTest::keyClick(edit(inlineBox()), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!inlineBox());
        QCOMPARE(only().text, QStringLiteral("first thought"));
        QCOMPARE(only().edited, m_world->clock.now());
        QCOMPARE(m_view->commentCount(), 1);
    }

    void whatIsDeletedCanBeTakenBack()
    {
        const CommentId id = post(QStringLiteral("in haste"));
        const CommentId other = post(QStringLiteral("another"));
        click(id, Spot::Kind::Delete);
        QTRY_COMPARE(m_view->commentCount(), 1);
        FootStrip *strip = nullptr;
        QTRY_VERIFY((strip = m_view->findChild<FootStrip *>()) && strip->isVisible());
        QAbstractButton *undo = nullptr;
        for (auto *button : strip->findChildren<QAbstractButton *>())
            undo = button;
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE(m_view->commentCount(), 2);
        // It is back in its old place.
        QVERIFY(m_view->commentRect(id).top() < m_view->commentRect(other).top());
        QTRY_VERIFY(!strip->isVisible());
    }

    void aDraftOutlivesTheView()
    {
        const CommentId parent = post(QStringLiteral("first"));
        type(foot(), QStringLiteral("half a thought"));
        click(parent, Spot::Kind::Reply);
        type(inlineBox(), QStringLiteral("half a reply"));
        QTest::keyClick(edit(inlineBox()), Qt::Key_Escape);
        QTRY_VERIFY(!inlineBox());
        m_view.reset();
        m_view = makeView();
        show(m_first, 1);
        QTRY_COMPARE(foot()->text(), QStringLiteral("half a thought"));
        click(parent, Spot::Kind::Reply);
        QTRY_COMPARE(inlineBox()->text(), QStringLiteral("half a reply"));
    }

    void eachArticleHasItsOwnDraft()
    {
        type(foot(), QStringLiteral("about the first"));
        show(m_second, 0);
        QCOMPARE(foot()->text(), QString());
        type(foot(), QStringLiteral("about the second"));
        show(m_first, 0);
        QTRY_COMPARE(foot()->text(), QStringLiteral("about the first"));
        show(m_second, 0);
        QTRY_COMPARE(foot()->text(), QStringLiteral("about the second"));
    }

    void whatCannotBeKeptStaysWithItsReason()
    {
        const QString far(CommentService::maximumLength + 1, u'x');
        QLabel *note = foot()->findChild<QLabel *>(QStringLiteral("note"));
        const QString usual = note->text();
        edit(foot())->setPlainText(far);
        QTest::keyClick(edit(foot()), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(note->text() != usual);
        QCOMPARE(foot()->text(), far);
        QCOMPARE(m_view->commentCount(), 0);
    }

    void theBoxGrowsWithItsTextAndEnds()
    {
        QCOMPARE(foot()->height(), ReplyBox::minimumBoxHeight);
        edit(foot())->setPlainText(QStringLiteral("line\n").repeated(7));
        const int grown = m_view->heightForWidth(600);
        m_view->resize(600, grown);
        QVERIFY(foot()->height() > ReplyBox::minimumBoxHeight);
        QVERIFY(foot()->height() < ReplyBox::maximumBoxHeight);
        edit(foot())->setPlainText(QStringLiteral("line\n").repeated(70));
        m_view->resize(600, m_view->heightForWidth(600));
        QCOMPARE(foot()->height(), ReplyBox::maximumBoxHeight);
    }

    void linksLeaveForTheWebOnly()
    {
        Browser browser;
        for (const char *scheme : {"http", "https", "mailto", "file", "javascript"})
            QDesktopServices::setUrlHandler(QLatin1String(scheme), &browser, "open");
        auto *thread = m_view->findChild<ThreadView *>();
        for (const char *url : {"https://a.example/", "mailto:a@a.example", "file:///etc/passwd",
                                "javascript:alert(1)", "http://a.example/"})
            Q_EMIT thread->linkActivated(QUrl(QLatin1String(url)));
        for (const char *scheme : {"http", "https", "mailto", "file", "javascript"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
        QCOMPARE(browser.opened.size(), 3);
    }

    void aLinkToWhatIsHereBecomesACard()
    {
        auto *thread = m_view->findChild<ThreadView *>();
        QSignalSpy wanted(m_view.get(), &DiscussionView::mentionWanted);
        // Under another name of the same page; the article itself and what is not here get none.
        const CommentId toArticle = post(QStringLiteral("See <http://www.a.example/two?utm_source=x#part>, "
                                                        "<https://a.example/one> and <https://b.example/>."));
        click(toArticle, Spot::Kind::Mention);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(0).value<ArticleId>(), m_second);
        QVERIFY(!wanted.first().at(1).value<CommentId>().isValid());
        const auto spots = thread->spots(toArticle);
        QCOMPARE(std::count_if(spots.begin(), spots.end(),
                               [](const Spot &spot) { return spot.kind == Spot::Kind::Mention; }),
                 1);
        QVERIFY(thread->model()
                    .index(thread->model().rowOf(toArticle))
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("Article “two”, A")));
        // By the address of a comment one comes to it, from its card and from the words.
        const auto there = answer(m_world->service.add({m_second, {}, {}, QStringLiteral("Said there"), {}}));
        QVERIFY(there);
        const QString link = commentLink(there->comment.uuid).toString();
        const CommentId toComment = post(QStringLiteral("As I said: ") + link);
        click(toComment, Spot::Kind::Mention);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.at(1).at(1).value<CommentId>(), there->comment.id);
        click(toComment, Spot::Kind::Link);
        QTRY_COMPARE(wanted.size(), 3);
        QCOMPARE(wanted.at(2), wanted.at(1));
        // Gone: the card goes with it, the link says so.
        QVERIFY(answer(m_world->service.remove(there->comment.id)));
        m_view->showArticle(m_second);
        show(m_first, 2);
        QTRY_VERIFY(thread->indexOf(toComment) >= 0);
        for (const Spot &spot : thread->spots(toComment))
            QVERIFY(spot.kind != Spot::Kind::Mention);
        click(toComment, Spot::Kind::Link);
        auto *strip = m_view->findChild<FootStrip *>();
        QTRY_VERIFY(strip->isVisible());
        QCOMPARE(wanted.size(), 3);
    }

    void thePassagesAloneInTheirOrder()
    {
        const auto mark = [this](const char *words) {
            CommentDraft draft;
            draft.article = m_first;
            draft.quote = QString::fromLatin1(words);
            draft.color = HighlightColor::Yellow;
            m_world->clock.advance(std::chrono::seconds(1));
            const auto made = answer(m_world->service.add(draft));
            return made ? made->comment.id : CommentId();
        };
        const CommentId late = mark("late in the text"), lost = mark("lost"), early = mark("early");
        const CommentId plain = post(QStringLiteral("no passage"));
        QTRY_COMPARE(m_view->commentCount(), 4);
        auto *thread = m_view->findChild<ThreadView *>();
        m_view->setPassageOrder({early, late});
        QSignalSpy only(m_view.get(), &DiscussionView::passagesOnlyChanged);
        m_view->setPassagesOnly(true);
        QTRY_COMPARE(thread->visibleCount(), 3);
        QCOMPARE(thread->commentAt(0), early);
        QCOMPARE(thread->commentAt(1), late);
        QCOMPARE(thread->commentAt(2), lost);
        QCOMPARE(m_view->commentCount(), 4); // of the whole discussion
        // Another colour, which can be taken back.
        Q_EMIT thread->colorWanted(late, HighlightColor::Pink);
        QTRY_COMPARE(thread->model().comment(1).color, HighlightColor::Pink);
        QVERIFY(answer(m_world->service.remove(early)));
        QTRY_COMPARE(thread->visibleCount(), 2);
        // What is not among them ends it: it wants to be seen.
        m_view->highlightComment(plain);
        QTRY_COMPARE(thread->visibleCount(), 3);
        QCOMPARE(only.size(), 2);
        m_view->setPassagesOnly(true);
        QTRY_COMPARE(thread->visibleCount(), 2);
        show(m_second, 0);
        QCOMPARE(only.size(), 4); // another article begins with all
    }

    void thePanelShowsTheSameAndTellsItsCount()
    {
        CommentsPanel panel(m_world->service, m_world->events, m_world->appearance);
        panel.resize(300, 700);
        panel.showArticle(m_first);
        panel.show();
        auto *box = panel.findChild<CommentComposer *>();
        type(box, QStringLiteral("from beside"));
        QTest::keyClick(edit(box), Qt::Key_Return, Qt::ControlModifier);
        auto *view = panel.findChild<DiscussionView *>();
        QTRY_COMPARE(view->commentCount(), 1);
        QTRY_COMPARE(m_view->commentCount(), 1);
        QTRY_COMPARE(box->text(), QString());
        // Many more than fit: the newest is scrolled to.
        for (int i = 0; i < 20; ++i)
            QVERIFY(answer(m_world->service.add({m_first, {}, {}, QStringLiteral("and more"), {}})));
        const auto last = answer(m_world->service.add({m_first, {}, {}, QStringLiteral("the end"), {}}));
        QVERIFY(last);
        QTRY_COMPARE(view->commentCount(), 22);
        panel.showComment(last->comment.id);
        auto *scroll = panel.findChild<QScrollArea *>();
        const QRect seen(scroll->viewport()->mapToGlobal(QPoint()), scroll->viewport()->size());
        const QRect rect = view->commentRect(last->comment.id);
        QTRY_VERIFY(seen.contains(QRect(view->mapToGlobal(rect.topLeft()), rect.size())));
        QSignalSpy close(&panel, &CommentsPanel::closeWanted);
        QTest::mouseClick(panel.findChild<QAbstractButton *>(QStringLiteral("closeComments")),
                          Qt::LeftButton);
        QCOMPARE(close.size(), 1);
    }

private:
    struct World
    {
        QTemporaryDir profile;
        test::FakeClock clock;
        Settings settings{profile.path()};
        store::Store store{profile.path(), clock};
        LibraryEvents events;
        CommentService service{store, events, clock};
        Appearance appearance{settings};
    };

    std::unique_ptr<DiscussionView> makeView() const
    {
        auto view = std::make_unique<DiscussionView>(m_world->service, m_world->events, m_world->appearance,
                                                     DiscussionView::Place::Foot);
        connect(view.get(), &DiscussionView::heightChanged, view.get(),
                [view = view.get()] { view->resize(600, view->heightForWidth(600)); });
        view->resize(600, view->heightForWidth(600));
        view->show();
        return view;
    }

    /** Waits until the discussion of \a article with \a count comments is there. */
    void show(ArticleId article, int count)
    {
        m_view->showArticle(article);
        QVERIFY(answer(m_world->service.discussion(article)));
        QTRY_COMPARE(m_view->commentCount(), count);
        QVERIFY(answer(m_world->service.draft(article, {})));
        QCoreApplication::sendPostedEvents();
    }

    CommentId post(const QString &text)
    {
        m_world->clock.advance(std::chrono::seconds(1));
        const auto change = answer(m_world->service.add({m_first, {}, {}, text, {}}));
        return change ? change->comment.id : CommentId();
    }

    Comment only()
    {
        const auto kept = answer(m_world->service.discussion(m_first));
        return kept && kept->comments.size() == 1 ? kept->comments.first() : Comment();
    }

    void click(CommentId id, Spot::Kind kind)
    {
        auto *thread = m_view->findChild<ThreadView *>();
        QTRY_VERIFY(thread->indexOf(id) >= 0);
        for (const Spot &spot : thread->spots(id))
            if (spot.kind == kind)
                return QTest::mouseClick(thread, Qt::LeftButton, {}, spot.rect.center().toPoint());
        QFAIL("nothing of this kind to click");
    }

    CommentComposer *foot() const
    {
        return m_view->findChild<CommentComposer *>({}, Qt::FindDirectChildrenOnly);
    }
    CommentComposer *inlineBox() const
    {
        return m_view->findChild<ThreadView *>()->findChild<CommentComposer *>();
    }
    static QPlainTextEdit *edit(CommentComposer *box) { return box->findChild<QPlainTextEdit *>(); }
    static void type(CommentComposer *box, const QString &text) { QTest::keyClicks(edit(box), text); }

    std::unique_ptr<World> m_world;
    std::unique_ptr<DiscussionView> m_view;
    ArticleId m_first;
    ArticleId m_second;
};

BROADSHEET_TEST_MAIN(DiscussionViewTest, QApplication)
#include "discussionview.moc"
