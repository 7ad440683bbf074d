// SPDX-License-Identifier: GPL-3.0-or-later
// Walk (b) of docs/architecture.md: a click on an article becomes page, more articles and discussion.
#include "net/httpclient.h"
#include "services/commentservice.h"
#include "services/imageservice.h"
#include "services/libraryevents.h"
#include "services/libraryservice.h"
#include "services/readingservice.h"
#include "services/searchservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "support/teststore.h"
#include "widgets/articles/articlepane.h"
#include "widgets/comments/discussionview.h"
#include "widgets/common/appearance.h"
#include "widgets/common/filedialogs.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/readingpane.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace broadsheet;

class PageJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::loadFirst(); }
    void init()
    { // The offscreen platform says this of every window with size hints.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }

    void aChosenArticleIsShownWithItsDiscussion()
    {
        test::TestStore world;
        QVERIFY(world.open());
        const FeedId feed = world.subscribe("https://meridian.example/feed");
        QVERIFY(world.fetch(feed, {test::entry("tide", "The harbour", "Pontoons rise and fall."),
                                   test::entry("rail", "Night trains", "A single ticket.")}));

        Settings settings(world.folder.path());
        settings.setMarkRead(MarkRead::AtOnce);
        Appearance appearance(settings);
        LibraryEvents events;
        Workers workers;
        net::HttpClient http;
        ImageService images(http, workers, world.folder.filePath(QStringLiteral("images")));
        ImageLoader loader(images, workers, settings);
        LibraryService library(*world.store, workers, events);
        ReadingService reading(*world.store);
        SearchService search(*world.store, world.clock);
        CommentService comments(*world.store, events, world.clock);
        for (const ArticleId id : world.ids())
            QVERIFY(test::answerOf(world.store->addComment({id,
                                                            {},
                                                            QByteArray(16, char('a' + id.value())),
                                                            {},
                                                            QStringLiteral("seen"),
                                                            {},
                                                            {},
                                                            world.clock.now()})));

        ArticlePane list({library, reading, search, events, settings, appearance, loader});
        DesktopFileDialogs dialogs;
        ReadingPane page(
            {library, reading, comments, events, settings, appearance, loader, workers, dialogs});
        connect(&list, &ArticlePane::articleChosen, &page, &ReadingPane::showArticle);
        list.resize(372, 700);
        page.resize(760, 700);
        list.show();
        page.show();
        list.showArticles({}, QStringLiteral("All"));
        QTRY_VERIFY_WITH_TIMEOUT((list.selectNext(), page.currentArticle().isValid()), 10000);

        const auto article = test::answerOf(world.store->article(page.currentArticle()));
        QVERIFY(article);
        const QString body = article->headline.title == QStringLiteral("The harbour")
                                 ? QStringLiteral("Pontoons rise and fall.")
                                 : QStringLiteral("A single ticket.");
        auto *text = page.findChild<QTextBrowser *>();
        QVERIFY(text);
        QTRY_VERIFY(text->toPlainText().contains(body));
        QVERIFY(text->toPlainText().contains(article->headline.title));
        QTRY_COMPARE(page.findChild<DiscussionView *>()->commentCount(), 1);
        // Read by being shown, in the store too.
        QTRY_VERIFY(!test::answerOf(world.store->article(page.currentArticle()))->headline.unread);
        QVERIFY(world.isWhole());
    }
};

BROADSHEET_TEST_MAIN(PageJourney, QApplication)
#include "page.moc"
