// SPDX-License-Identifier: GPL-3.0-or-later
// The whole discussion: the site's comments from a loopback server, a reply under one of them, a highlight
// and a note in the text, an edit by the publisher, and the search that finds it all.
#include "net/httpclient.h"
#include "services/commentservice.h"
#include "services/imageservice.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/readingservice.h"
#include "services/searchservice.h"
#include "services/sitecommentservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/testserver.h"
#include "support/teststore.h"
#include "widgets/comments/commentmodel.h"
#include "widgets/comments/commentspanel.h"
#include "widgets/comments/discussionview.h"
#include "widgets/comments/owncomments.h"
#include "widgets/comments/siteline.h"
#include "widgets/comments/threadview.h"
#include "widgets/common/appearance.h"
#include "widgets/common/filedialogs.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/readerview.h"
#include "widgets/reader/readingpane.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDesktopServices>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>

using namespace broadsheet;
using Spot = ThreadLayout::Spot;

namespace {

template <typename T>
T waitedFor(const QFuture<T> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, 10000) ? future.result() : T();
}

ParsedEntry tide(const char *text, const QString &replies)
{
    ParsedEntry made = test::entry("tide", "The harbour", text, "https://harbour.example/tide");
    made.commentsFeedUrl = replies;
    made.commentsUrl = QStringLiteral("https://harbour.example/tide#comments");
    return made;
}

/** Everything that the walk needs, the panes connected as the window connects them. */
struct World
{
    World() : settings(store.folder.path()), loader(images, workers, settings)
    {
        ready = store.open();
        feed = store.subscribe(server.url(QStringLiteral("/feed")).toEncoded().constData());
        replies = server.url(QStringLiteral("/replies")).toString();
        server.route(
            QStringLiteral("/replies"),
            test::TestAnswer::feed(
                "<feed xmlns='http://www.w3.org/2005/Atom' "
                "xmlns:thr='http://purl.org/syndication/thread/1.0'>"
                "<title>R</title><id>urn:r</id><entry><id>urn:1</id><title>x</title><author><name>Ada</"
                "name></author>"
                "<updated>2026-03-10T08:00:00Z</updated><link href='https://harbour.example/tide#c1'/>"
                "<content>From the quay</content></entry></feed>"));
        ready = ready &&
                store.fetch(
                    feed, {tide("Pontoons rise and fall with the water. Nobody has ever held it.", replies)});
        article = store.ids().first();
        panel.setSite(site);
        QObject::connect(&page, &ReadingPane::passageChosen, &panel, &CommentsPanel::writeAbout);
        QObject::connect(&page, &ReadingPane::lostPassages, &panel, &CommentsPanel::setLost);
        QObject::connect(&page, &ReadingPane::passagesOrdered, &panel, &CommentsPanel::setPassageOrder);
        QObject::connect(&panel, &CommentsPanel::passageWanted, &page, &ReadingPane::showPassage);
        page.resize(700, 700);
        panel.resize(300, 700);
        page.show();
        panel.show();
        page.showArticle(article);
        panel.showArticle(article);
    }
    ReaderView *view() { return page.findChild<ReaderView *>(); }
    ThreadView *thread() { return panel.findChild<ThreadView *>(); }
    const CommentModel &model() { return thread()->model(); }
    bool select(const QString &words)
    {
        const QTextCursor found = view()->document()->find(words);
        view()->setTextCursor(found);
        return !found.isNull();
    }
    QStringList marked()
    {
        QStringList words;
        for (const QTextEdit::ExtraSelection &mark : view()->extraSelections())
            words.append(mark.cursor.selectedText());
        return words;
    }
    bool press(int row, Spot::Kind kind)
    {
        const CommentId id = model().comment(row).id;
        for (const Spot &spot : thread()->spots(id)) {
            if (spot.kind == kind) {
                thread()->press(id, spot);
                return true;
            }
        }
        return false;
    }
    qsizetype found(const char *words)
    {
        const auto hits = waitedFor(search.find(QString::fromUtf8(words), 10, SearchService::Order::Date));
        return hits ? hits->size() : -1;
    }

    test::TestServer server;
    test::TestStore store;
    Settings settings;
    Appearance appearance{settings};
    Workers workers;
    net::HttpClient http;
    ImageService images{http, workers, store.folder.path()};
    ImageLoader loader;
    LibraryEvents events;
    LibraryService library{*store.store, workers, events};
    ReadingService reading{*store.store};
    CommentService comments{*store.store, events, store.clock};
    SiteCommentService site{*store.store, http, workers, events, store.clock};
    SearchService search{*store.store, store.clock};
    DesktopFileDialogs dialogs;
    ReadingPane page{{library, reading, comments, events, settings, appearance, loader, workers, dialogs}};
    CommentsPanel panel{comments, events, appearance};
    FeedId feed;
    ArticleId article;
    QString replies;
    bool ready = false;
};

} // namespace

class DiscussionJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::loadFirst(); }
    void init()
    { // The offscreen platform says this of every window with size hints.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }

    void theSitesCommentsComeWhenThePanelOpens()
    {
        World w;
        QVERIFY(w.ready);
        QTRY_COMPARE(w.model().rowCount(), 1);
        QVERIFY(!w.model().isOwn(0));
        QVERIFY(w.model()
                    .index(0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("from the site")));
        QTRY_VERIFY(w.panel.findChild<SiteLine *>()->sentence().startsWith(u'1'));
        // Nothing of it is one's own to edit; it can be answered, here and there.
        QVERIFY(!w.press(0, Spot::Kind::Edit));
        QVERIFY(!w.press(0, Spot::Kind::Delete));
        QSignalSpy site(w.thread(), &ThreadView::siteWanted);
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "ignore");
        QVERIFY(w.press(0, Spot::Kind::Site));
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(site.size(), 1);
        QVERIFY(w.press(0, Spot::Kind::Reply));
        auto *box = w.thread()->findChild<QPlainTextEdit *>();
        QVERIFY(box);
        QTest::keyClicks(box, QStringLiteral("I stood there too"));
        QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(w.model().rowCount(), 2);
        QCOMPARE(w.model().comment(1).depth, 1);
        QCOMPARE(w.found("comment:stood"), 1);
        QCOMPARE(w.found("comment:quay"), 1);
        // The site goes away: told, with what was kept.
        w.server.route(QStringLiteral("/replies"), test::TestAnswer::redirect(301, "http://127.0.0.1:1/"));
        auto *again = w.panel.findChild<QAbstractButton *>(QStringLiteral("refreshSite"));
        QTRY_VERIFY(again->isVisible());
        again->click();
        QTRY_VERIFY(w.panel.findChild<SiteLine *>()->sentence().contains(QStringLiteral("kept")));
        QCOMPARE(w.model().rowCount(), 2);
        QVERIFY(w.store.isWhole());
    }

    void aPassageIsMarkedAndFoundAgain()
    {
        World w;
        QTRY_VERIFY(w.view()->toPlainText().contains(QStringLiteral("Pontoons")));
        QTRY_COMPARE(w.model().rowCount(), 1);
        QVERIFY(w.select(QStringLiteral("rise and fall with")));
        w.page.highlight(HighlightColor::Green);
        QTRY_COMPARE(w.marked(), QStringList{QStringLiteral("rise and fall with")});
        QTRY_COMPARE(w.model().rowCount(), 2);
        QCOMPARE(w.found("has:quote"), 1);
        // A note: typed in the panel, anchored in the text.
        QVERIFY(w.select(QStringLiteral("Nobody has ever held it")));
        w.page.annotate();
        auto *box = w.panel.findChild<QPlainTextEdit *>();
        QTest::keyClicks(box, QStringLiteral("Or so they say"));
        QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(w.marked().size(), 2);
        QTRY_COMPARE(box->toPlainText(), QString());
        // Next, previous, and from the comment back into the text.
        w.page.nextPassage();
        QSignalSpy wanted(&w.page, &ReadingPane::passageCommentWanted);
        w.page.nextPassage();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(w.press(1, Spot::Kind::Passage) || w.press(2, Spot::Kind::Passage));
        // Another theme builds the page anew.
        w.settings.setReadingSize(4);
        QTRY_COMPARE(w.marked().size(), 2);
        // The publisher edits: one passage is found again, the other is gone and says so; its note stays.
        QVERIFY(w.store.fetch(
            w.feed, {tide("New: pontoons rise and fall along with the tide, it seems.", w.replies)}));
        w.page.showArticle({});
        w.page.showArticle(w.article);
        QTRY_COMPARE(w.marked(), QStringList{QStringLiteral("rise and fall along with")});
        QCOMPARE(w.model().rowCount(), 3);
        int lost = 0;
        for (int row = 0; row < 3; ++row)
            lost += w.model().isLost(row);
        QCOMPARE(lost, 1);
        // In the list over all articles, with its search.
        OwnComments list(w.comments, w.events, w.appearance);
        list.list(OwnComments::Show::Highlights);
        list.show();
        auto *rows = list.findChild<QListView *>();
        QTRY_COMPARE(rows->model()->rowCount(), 2);
        QTest::keyClicks(list.findChild<QLineEdit *>(), QStringLiteral("they"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QSignalSpy chosen(&list, &OwnComments::commentWanted);
        QTest::keyClick(list.findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<ArticleId>(), w.article);
        QVERIFY(w.store.isWhole());
    }

    void theHighlightsBesideTheText()
    {
        World w;
        QTRY_VERIFY(w.view()->toPlainText().contains(QStringLiteral("Pontoons")));
        QTRY_COMPARE(w.model().rowCount(), 1);
        auto *only = w.panel.findChild<QAbstractButton *>(QStringLiteral("passagesOnly"));
        QVERIFY(!only->isVisible()); // nothing to list yet
        // Made from the end of the text to its beginning; listed as the text has them.
        for (const char *words : {"ever held it", "with the water", "Pontoons rise"}) {
            const int before = w.model().rowCount();
            QVERIFY(w.select(QLatin1String(words)));
            w.page.highlight(HighlightColor::Blue);
            QTRY_COMPARE(w.model().rowCount(), before + 1);
        }
        QTRY_COMPARE(w.marked().size(), 3);
        QTRY_VERIFY(only->isVisible());
        QTest::mouseClick(only, Qt::LeftButton);
        QTRY_COMPARE(w.model().rowCount(), 3);
        QCOMPARE(w.model().comment(0).quote, QStringLiteral("Pontoons rise"));
        QCOMPARE(w.model().comment(2).quote, QStringLiteral("ever held it"));
        // From the list into the text, and back to all.
        QSignalSpy wanted(&w.panel, &CommentsPanel::passageWanted);
        QVERIFY(w.press(1, Spot::Kind::Passage));
        QCOMPARE(wanted.size(), 1);
        QTest::mouseClick(only, Qt::LeftButton);
        QTRY_COMPARE(w.model().rowCount(), 4);
    }

    void whatIsReadAtTheFootStaysInPlace()
    {
        World w;
        for (int i = 0; i < 30; ++i)
            QVERIFY(waitedFor(w.comments.add({w.article, {}, {}, QStringLiteral("and more"), {}})));
        auto *foot = w.page.findChild<DiscussionView *>();
        QTRY_COMPARE(foot->commentCount(), 31);
        QScrollBar *bar = w.view()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 1'000);
        bar->setValue(bar->maximum() / 2);
        const int before = bar->value();
        // What lies above turned out to be higher than it was thought to be.
        Q_EMIT foot->shifted(40);
        QCOMPARE(bar->value(), before + 40);
    }

    void theSelectionIsQuoted()
    {
        World w;
        QTRY_VERIFY(w.view()->toPlainText().contains(QStringLiteral("Pontoons")));
        QVERIFY(w.select(QStringLiteral("rise and fall")));
        w.page.quote();
        auto *box = w.panel.findChild<QPlainTextEdit *>();
        QCOMPARE(box->toPlainText(), QStringLiteral("> rise and fall\n\n"));
        QTest::keyClicks(box, QStringLiteral("They do"));
        QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(w.model().rowCount() > 0 && w.model().isOwn(w.model().rowCount() - 1));
        const Comment said = w.model().comment(w.model().rowCount() - 1);
        QCOMPARE(said.quote, QStringLiteral("rise and fall"));
        QVERIFY(said.html.utf8().contains("<blockquote>"));
        QTRY_COMPARE(w.marked(), QStringList{QStringLiteral("rise and fall")});
    }

public Q_SLOTS:
    void ignore(const QUrl &) {}
};

BROADSHEET_TEST_MAIN(DiscussionJourney, QApplication)
#include "discussion.moc"
