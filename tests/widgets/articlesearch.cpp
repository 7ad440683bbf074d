// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/articlesearch.h"

#include "fakeheadlines.h"
#include "services/libraryevents.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "widgets/articles/articlelistmodel.h"
#include "widgets/search/searchresultsmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace broadsheet;

class ArticleSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_questions.clear();
        m_promises.clear();
        m_search =
            std::make_unique<ArticleSearch>([this](const QString &query, int, const ArticleFilter &within) {
                m_questions.append({query, within});
                m_promises.push_back(std::make_shared<QPromise<Result<QList<SearchHit>>>>());
                m_promises.back()->start();
                return m_promises.back()->future();
            });
    }

    void asksOnceForAWordTypedInAGo()
    {
        for (const char *text : {"h", "ha", "har"})
            m_search->ask(QString::fromLatin1(text), SearchScope::View, view());
        QVERIFY(m_questions.isEmpty());
        QTRY_COMPARE(m_questions.size(), 1);
        QCOMPARE(m_questions.first().first, QStringLiteral("har"));
        QCOMPARE(m_questions.first().second, view());
    }

    void everythingIsNotNarrowed()
    {
        m_search->ask(QStringLiteral("x"), SearchScope::Everything, view());
        QTRY_COMPARE(m_questions.size(), 1);
        QCOMPARE(m_questions.first().second, ArticleFilter());
    }

    void dropsLateAnswers()
    {
        QSignalSpy found(m_search.get(), &ArticleSearch::found);
        m_search->ask(QStringLiteral("a"), SearchScope::View, {});
        QTRY_COMPARE(m_questions.size(), 1);
        m_search->ask(QStringLiteral("ab"), SearchScope::View, {});
        answer(0, {hit(1)});
        QTRY_COMPARE(m_questions.size(), 2);
        QVERIFY(found.isEmpty());
        answer(1, {hit(2)});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().first().value<QList<SearchHit>>().first().headline.id, ArticleId(2));
        m_search->stop();
    }

    void commentsAlone()
    {
        QSignalSpy found(m_search.get(), &ArticleSearch::found);
        m_search->ask(QStringLiteral("a"), SearchScope::Comments, view());
        QTRY_COMPARE(m_questions.size(), 1);
        answer(0, {hit(1), hit(2, 7), hit(3)});
        const auto hits = found.first().first().value<QList<SearchHit>>();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().comment, CommentId(7));
    }

    void tellsWhatIsWrong()
    {
        QSignalSpy failed(m_search.get(), &ArticleSearch::failed);
        m_search->ask(QStringLiteral("foo:bar"), SearchScope::View, {});
        QTRY_COMPARE(m_questions.size(), 1);
        Error error;
        error.code = ErrorCode::InvalidArgument;
        m_promises.front()->addResult(Result<QList<SearchHit>>(error));
        m_promises.front()->finish();
        QCoreApplication::processEvents();
        QCOMPARE(failed.size(), 1);
    }

    void resultsFollowTheLibrary()
    {
        test::FakeHeadlines source;
        LibraryEvents events;
        test::FakeClock clock;
        SearchResultsModel model(source, events, clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SearchHit first = hit(1);
        first.headline = source.add(1, clock.now(), QStringLiteral("One"));
        first.snippet = QStringLiteral("a \uE000match\uE001 here");
        SearchHit reply = hit(2, 7);
        reply.headline = source.add(2, clock.now(), QStringLiteral("Two"));
        model.setHits({first, reply});
        QCOMPARE(model.rowOf(ArticleId(2)), 1);
        QCOMPARE(model.index(0).data(Qt::AccessibleDescriptionRole).toString(),
                 QStringLiteral("a match here"));
        QCOMPARE(model.index(1).data(CommentRole).value<CommentId>(), CommentId(7));

        source.articles[ArticleId(1)].unread = false;
        ArticleChanges changes;
        changes.updated = {ArticleId(1)};
        changes.removed = {ArticleId(2)};
        Q_EMIT events.articlesChanged(changes);
        source.answerAll();
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.index(0).data(HeadlineRole).value<const ArticleHeadline *>()->unread);
        QCOMPARE(model.index(0).data(SnippetRole).toString(), first.snippet);
    }

private:
    static ArticleFilter view()
    {
        ArticleFilter filter;
        filter.feed = FeedId(3);
        return filter;
    }
    static SearchHit hit(qint64 article, qint64 comment = 0)
    {
        SearchHit made;
        made.headline.id = ArticleId(article);
        made.comment = CommentId(comment);
        return made;
    }
    void answer(size_t question, const QList<SearchHit> &hits)
    {
        m_promises.at(question)->addResult(Result<QList<SearchHit>>(hits));
        m_promises.at(question)->finish();
        QCoreApplication::processEvents();
    }

    QList<QPair<QString, ArticleFilter>> m_questions;
    std::vector<std::shared_ptr<QPromise<Result<QList<SearchHit>>>>> m_promises;
    std::unique_ptr<ArticleSearch> m_search;
};

BROADSHEET_TEST_MAIN(ArticleSearchTest, QCoreApplication)
#include "articlesearch.moc"
