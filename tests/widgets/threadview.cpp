// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/threadview.h"
#include "settings/settings.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "widgets/comments/commentmodel.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace broadsheet;
using Spot = ThreadLayout::Spot;

namespace {

Comment comment(int id, int parent, int depth, const QByteArray &html = "<p>One line.</p>")
{
    Comment made;
    made.id = CommentId(id);
    made.parent = CommentId(parent);
    made.depth = depth;
    made.text = QStringLiteral("text %1").arg(id);
    made.html = SafeHtml::alreadyCleaned(html);
    made.created = QDateTime(QDate(2026, 3, 12), QTime(8, 0), Qt::UTC).addSecs(id);
    return made;
}

} // namespace

class ThreadViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::loadFirst(); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_model = std::make_unique<CommentModel>(m_clock);
        m_view = std::make_unique<ThreadView>(*m_model, m_appearance, ThreadLayout::Steps{28, 12});
        m_view->resize(600, 400);
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void rowsStandAsSpecified()
    {
        set({comment(1, 0, 0), comment(2, 1, 1), comment(3, 0, 0)});
        const QRect first = m_view->commentRect(CommentId(1));
        const QRect second = m_view->commentRect(CommentId(2));
        QCOMPARE(first.left(), 0);
        QCOMPARE(second.left(), 28);
        // One line of 21: 17 above it, and 45 with the actions to the next.
        QCOMPARE(second.top() - first.top(), 83);
        QCOMPARE(m_view->heightForWidth(600), 3 * 83 - 12);
        QCOMPARE(spot(1, Spot::Kind::Reply).rect.left(), 38.0 - 6);
        QVERIFY(spot(1, Spot::Kind::Reply).rect.height() >= 24);
    }

    void narrowerIsHigherAndDeepRepliesKeepTheirRoom()
    {
        QList<Comment> chain;
        for (int i = 1; i <= 40; ++i)
            chain << comment(i, i - 1, i - 1, "<p>Some words that have to go on over a line or two.</p>");
        set(chain);
        QVERIFY(m_view->heightForWidth(300) > m_view->heightForWidth(600));
        m_view->resize(300, m_view->heightForWidth(300));
        for (int i = 1; i <= 40; ++i)
            QVERIFY2(m_view->commentRect(CommentId(i)).width() >= 38 + 150, qPrintable(QString::number(i)));
    }

    void aClickPressesWhatIsUnderIt()
    {
        set({comment(1, 0, 0), comment(2, 1, 1)});
        QSignalSpy reply(m_view.get(), &ThreadView::replyWanted);
        QSignalSpy edit(m_view.get(), &ThreadView::editWanted);
        QSignalSpy remove(m_view.get(), &ThreadView::deleteWanted);
        click(spot(2, Spot::Kind::Reply).rect.center());
        click(spot(1, Spot::Kind::Edit).rect.center());
        click(spot(1, Spot::Kind::Delete).rect.center());
        QCOMPARE(reply.size(), 1);
        QCOMPARE(reply.first().first().value<CommentId>(), CommentId(2));
        QCOMPARE(edit.size(), 1);
        QCOMPARE(remove.size(), 1);
        QCOMPARE(remove.first().first().value<CommentId>(), CommentId(1));
    }

    void theSitesOwnCannotBeChanged()
    {
        Comment theirs = comment(1, 0, 0);
        theirs.origin = CommentOrigin::Site;
        set({theirs});
        QCOMPARE(m_view->spots(CommentId(1)).size(), size_t(1));
        QCOMPARE(m_view->spots(CommentId(1)).front().kind, Spot::Kind::Reply);
    }

    void aDeletedOneHasNothingToPress()
    {
        Comment tombstone = comment(1, 0, 0);
        tombstone.deleted = true;
        tombstone.html = {};
        set({tombstone, comment(2, 1, 1)});
        QVERIFY(m_view->spots(CommentId(1)).empty());
        QVERIFY(m_view->commentRect(CommentId(1)).height() < m_view->commentRect(CommentId(2)).height());
    }

    void aThreadFoldsByItsLineAndComesBack()
    {
        set({comment(1, 0, 0), comment(2, 1, 1), comment(3, 2, 2), comment(4, 0, 0)});
        const int open = m_view->heightForWidth(600);
        QSignalSpy height(m_view.get(), &ThreadView::heightChanged);
        click(QPointF(13.5, 60));
        QVERIFY(m_view->commentRect(CommentId(3)).isEmpty());
        QVERIFY(m_view->heightForWidth(600) < open);
        QCOMPARE(spot(1, Spot::Kind::Unfold).text, QStringLiteral("2 replies"));
        click(spot(1, Spot::Kind::Unfold).rect.center());
        QCOMPARE(m_view->heightForWidth(600), open);
        QCOMPARE(height.size(), 2);
    }

    void whatASearchFoundIsUnfolded()
    {
        set({comment(1, 0, 0), comment(2, 1, 1), comment(3, 2, 2)});
        click(QPointF(13.5, 60));
        QVERIFY(m_view->commentRect(CommentId(3)).isEmpty());
        QSignalSpy scroll(m_view.get(), &ThreadView::scrollWanted);
        m_view->highlight(CommentId(3));
        QCOMPARE(scroll.size(), 1);
        QCOMPARE(scroll.first().first().toRect(), m_view->commentRect(CommentId(3)));
        QVERIFY(!m_view->commentRect(CommentId(3)).isEmpty());
    }

    void everythingIsReachedByKeys()
    {
        set({comment(1, 0, 0), comment(2, 1, 1, "<p>See <a href=\"https://a.example/x\">here</a>.</p>")});
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus(Qt::TabFocusReason);
        QCOMPARE(m_view->current(), CommentId(1));
        QSignalSpy link(m_view.get(), &ThreadView::linkActivated);
        QSignalSpy remove(m_view.get(), &ThreadView::deleteWanted);
        QSignalSpy reply(m_view.get(), &ThreadView::replyWanted);
        key(Qt::Key_Down);
        key(Qt::Key_Right);
        key(Qt::Key_Return);
        QCOMPARE(link.size(), 1);
        QCOMPARE(link.first().first().toUrl(), QUrl(QStringLiteral("https://a.example/x")));
        for (int i = 0; i < 4; ++i)
            key(Qt::Key_Right);
        key(Qt::Key_Return);
        QCOMPARE(remove.size(), 1);
        key(Qt::Key_Return);
        QCOMPARE(reply.size(), 1);
        // Left on a comment folds its replies, Enter shows them again.
        key(Qt::Key_Up);
        key(Qt::Key_Left);
        QCOMPARE(m_view->visibleCount(), 1);
        key(Qt::Key_Return);
        QCOMPARE(m_view->visibleCount(), 2);
    }

    void aLinkIsWhereItsWordsAre()
    {
        set({comment(1, 0, 0, "<p>See <a href=\"https://a.example/x\">the drawings</a> first.</p>")});
        QSignalSpy link(m_view.get(), &ThreadView::linkActivated);
        click(spot(1, Spot::Kind::Link).rect.center());
        QCOMPARE(link.size(), 1);
        click(QPointF(spot(1, Spot::Kind::Link).rect.right() + 20, 30));
        click(QPointF(40, 30));
        QCOMPARE(link.size(), 1);
    }

    void markupOfAllKindsIsSet_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<int>("lines");
        QTest::newRow("nothing") << QByteArray("<p></p>") << 0;
        QTest::newRow("break") << QByteArray("<p>one<br>two</p>") << 2;
        QTest::newRow("list") << QByteArray("<ul><li>one</li><li>two</li></ul>") << 2;
        QTest::newRow("numbers") << QByteArray("<ol><li>one</li><li>two</li><li>three</li></ol>") << 3;
        QTest::newRow("quote") << QByteArray("<blockquote><p>one</p></blockquote><p>two</p>") << 2;
        QTest::newRow("code") << QByteArray("<pre><code>a\nb\nc</code></pre>") << 3;
        QTest::newRow("picture") << QByteArray("<p><img src=\"https://a.example/x.png\" alt=\"a map\"></p>")
                                 << 1;
    }

    void markupOfAllKindsIsSet()
    {
        QFETCH(QByteArray, html);
        QFETCH(int, lines);
        CommentText text(comment(1, 0, 0, html), {}, Theme::light());
        const double height = text.setWidth(400);
        QVERIFY2(height >= lines * CommentText::lineHeight, qPrintable(QString::number(height)));
        QVERIFY(height < (lines + 1) * CommentText::lineHeight + 1);
    }

    void textFromRightToLeftBeginsAtTheRight()
    {
        const QByteArray link = "<a href=\"https://x.example/\">";
        CommentText right(comment(1, 0, 0, "<p>" + link + "שלום</a></p>"), {}, Theme::light());
        right.setWidth(300);
        QVERIFY(right.linkRect(0).right() > 290);
        CommentText left(comment(1, 0, 0, "<p>" + link + "word</a></p>"), {}, Theme::light());
        left.setWidth(300);
        QVERIFY(left.linkRect(0).left() < 10);
    }

    void wordsAreStruckOut()
    {
        const auto picture = [](const QByteArray &html) {
            CommentText text(comment(1, 0, 0, html), {}, Theme::light());
            QImage image(200, int(text.setWidth(200)) + 1, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            text.paint(painter, {});
            return image;
        };
        const QImage struck = picture("<p><s>words</s></p>");
        QVERIFY(struck != picture("<p>words</p>"));
        QCOMPARE(picture("<p><del>words</del></p>"), struck);
        QCOMPARE(picture("<p><strike>words</strike></p>"), struck);
    }

    void tablesHaveColumns()
    {
        const auto cell = [](const char *host, const QByteArray &words) {
            return QByteArray("<td><a href=\"https://") + host + ".example/\">" + words + "</a></td>";
        };
        const QByteArray html = "<p>a</p><table><tr><th>One</th><th>Two</th></tr><tr>" + cell("x", "b") +
                                cell("y", QByteArray("many words ").repeated(20)) + "</tr><tr>" +
                                cell("z", "c") + "<td></td></tr></table><p>d</p>";
        CommentText text(comment(1, 0, 0, html), {}, Theme::light());
        const double height = text.setWidth(300);
        const QRectF first = text.linkRect(0);
        const QRectF second = text.linkRect(1);
        const QRectF below = text.linkRect(2);
        QCOMPARE(first.top(), second.top());
        QVERIFY(second.left() > first.right() + 10);
        QVERIFY(second.left() < 60); // the narrow column takes no more than it needs
        QVERIFY(second.right() <= 300);
        QCOMPARE(first.left(), below.left());
        QVERIFY(below.top() > first.top() + 4 * CommentText::lineHeight);
        QVERIFY(height > below.bottom() + CommentText::lineHeight);
        QCOMPARE(text.linkAt(second.center()), QUrl(QStringLiteral("https://y.example/")));
    }

    void codeAmongWordsHasItsOwnFace()
    {
        fonts::loadRest();
        // Where the link behind it begins tells how wide the code is.
        const auto linkLeft = [](const QByteArray &words) {
            CommentText text(comment(1, 0, 0, "<p>" + words + " <a href=\"https://a.example/\">x</a></p>"),
                             {}, Theme::light());
            text.setWidth(400);
            return text.linkRect(0).left();
        };
        QVERIFY(linkLeft("<code>iiiiiiiiii</code>") > 1.5 * linkLeft("iiiiiiiiii"));
    }

    void aThousandAreLaidOutAndPaintedFast()
    {
        QList<Comment> many;
        for (int i = 1; i <= 1000; ++i)
            many << comment(i, 0, 0, "<p>Words that go on for a while, so that they wrap. And on.</p>");
        set(many);
        QVERIFY(m_view->heightForWidth(600) > 1000 * 80);
        m_view->resize(600, m_view->heightForWidth(600));
        // Only the part that is seen is painted.
        QImage image(600, 800, QImage::Format_ARGB32_Premultiplied);
        QElapsedTimer timer;
        timer.start();
        m_view->render(&image, {}, QRegion(0, 40000, 600, 800));
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void whatIsInSightStaysWhileTheRestIsMeasured()
    {
        // Narrow letters, so that what lies above is much lower than it is thought to be.
        QList<Comment> many;
        for (int i = 1; i <= 800; ++i) {
            Comment said = comment(i, 0, 0);
            said.text = QStringLiteral("iiiii ").repeated(60);
            said.html = SafeHtml::alreadyCleaned("<p>" + said.text.toUtf8() + "</p>");
            many << said;
        }
        QScrollArea area;
        area.resize(320, 400);
        auto *view = new ThreadView(*m_model, m_appearance, ThreadLayout::Steps{20, 2});
        area.setWidget(view);
        QScrollBar *bar = area.verticalScrollBar();
        const auto fit = [&] { view->resize(300, view->heightForWidth(300)); };
        connect(view, &ThreadView::heightChanged, view, fit);
        connect(view, &ThreadView::shifted, view,
                [&](int distance) { bar->setValue(bar->value() + distance); });
        m_model->setDiscussion({ArticleId(1), many});
        area.show();
        bar->setValue(bar->maximum() / 2);
        area.grab(); // what is in sight is set
        QVERIFY(!view->isMeasured());
        QCoreApplication::processEvents();
        int seen = 0;
        while (view->commentRect(view->commentAt(seen)).bottom() < bar->value())
            ++seen;
        const CommentId top = view->commentAt(seen);
        const auto offset = [&] { return view->commentRect(top).top() - bar->value(); };
        const int before = offset(), height = view->height();
        QTRY_VERIFY(view->isMeasured());
        QVERIFY(view->height() < height * 3 / 4);
        QVERIFY2(qAbs(offset() - before) <= 2, qPrintable(QString::number(offset() - before)));
    }

    void manyAreMeasuredALittleAtATime()
    {
        QList<Comment> many;
        for (int i = 1; i <= 3000; ++i) {
            Comment said = comment(i, 0, 0);
            said.text = QStringLiteral("Some words. ").repeated(i % 40);
            said.html = SafeHtml::alreadyCleaned("<p>" + said.text.toUtf8() + "</p>");
            many << said;
        }
        m_model->setDiscussion({ArticleId(1), many});
        m_view->resize(300, m_view->heightForWidth(300));
        const auto height = [this](int id) { return m_view->commentRect(CommentId(id)).height(); };
        const int first = height(30);
        // The same comments, few enough to be set at once, tell how high each really is.
        CommentModel few(m_clock);
        few.setDiscussion({ArticleId(1), many.mid(2490, 20)});
        ThreadView exact(few, m_appearance, ThreadLayout::Steps{28, 12});
        exact.resize(300, exact.heightForWidth(300));
        QTRY_COMPARE(height(2500), exact.commentRect(CommentId(2500)).height());
        QTRY_COMPARE(height(2991), height(31)); // of as many words
        QCOMPARE(height(30), first);
        // Painting somewhere sets what is seen there at once.
        m_model->setDiscussion({ArticleId(2), many});
        const int top = m_view->commentRect(CommentId(2495)).top();
        QImage image(300, 900, QImage::Format_RGB32);
        m_view->render(&image, {}, QRegion(0, top, 300, 900));
        QTRY_COMPARE(height(2500), exact.commentRect(CommentId(2500)).height());
    }

    void theSitesAreAnsweredThere()
    {
        Comment theirs = comment(1, 0, 0);
        theirs.origin = CommentOrigin::Site;
        theirs.url = QUrl(QStringLiteral("https://a.example/x#c1"));
        set({theirs, comment(2, 1, 1)});
        QVERIFY(spot(1, Spot::Kind::Edit).text.isEmpty());
        QSignalSpy wanted(m_view.get(), &ThreadView::siteWanted);
        click(spot(1, Spot::Kind::Site).rect.center());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toUrl(), theirs.url);
        QVERIFY(spot(2, Spot::Kind::Site).text.isEmpty());
    }

    void aPassageLeadsIntoTheText()
    {
        Comment mark = comment(1, 0, 0, {});
        mark.text.clear();
        mark.quote = QStringLiteral("rise and fall");
        mark.color = HighlightColor::Blue;
        set({mark});
        QSignalSpy wanted(m_view.get(), &ThreadView::passageWanted);
        click(spot(1, Spot::Kind::Passage).rect.center());
        QCOMPARE(wanted.size(), 1);
        m_model->setLost({CommentId(1)});
        QVERIFY(spot(1, Spot::Kind::Passage).text.isEmpty());
    }

    void commentsAreItemsForAssistiveTools()
    {
        set({comment(1, 0, 0), comment(2, 1, 1)});
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 2);
        QAccessibleInterface *second = list->child(1);
        QVERIFY(second && second->isValid());
        QCOMPARE(list->indexOfChild(second), 1);
        QVERIFY(second->text(QAccessible::Name).startsWith(QStringLiteral("Reply by You to You")));
        QCOMPARE(second->rect().size(), m_view->commentRect(CommentId(2)).size());
        QSignalSpy remove(m_view.get(), &ThreadView::deleteWanted);
        second->actionInterface()->doAction(QStringLiteral("Delete"));
        QCOMPARE(remove.size(), 1);
        m_model->apply({CommentChange::Kind::Deleted, ArticleId(1), comment(2, 1, 1), {}});
        QCOMPARE(list->childCount(), 1);
        QVERIFY(!second->isValid());
    }

private:
    void set(const QList<Comment> &comments)
    {
        m_model->setDiscussion({ArticleId(1), comments});
        m_view->resize(600, m_view->heightForWidth(600));
    }
    Spot spot(int id, Spot::Kind kind)
    {
        for (const Spot &spot : m_view->spots(CommentId(id)))
            if (spot.kind == kind)
                return spot;
        return {};
    }
    void click(const QPointF &at) { QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at.toPoint()); }
    void key(Qt::Key key) { QTest::keyClick(m_view.get(), key); }

    QTemporaryDir m_profile;
    Settings m_settings{m_profile.path()};
    Appearance m_appearance{m_settings};
    test::FakeClock m_clock;
    std::unique_ptr<CommentModel> m_model;
    std::unique_ptr<ThreadView> m_view;
};

BROADSHEET_TEST_MAIN(ThreadViewTest, QApplication)
#include "threadview.moc"
