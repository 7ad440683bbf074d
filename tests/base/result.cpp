// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include "base/ids.h"
#include "support/testmain.h"

using namespace broadsheet;

class ResultTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valueOrError()
    {
        Result<QString> good = QStringLiteral("x");
        QVERIFY(good);
        QCOMPARE(*good, QStringLiteral("x"));
        QCOMPARE(good->size(), 1);
        const Result<QString> bad = Error{ErrorCode::Timeout, QStringLiteral("slow"), {}, 3};
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, ErrorCode::Timeout);
        QCOMPARE(bad.value_or(QStringLiteral("y")), QStringLiteral("y"));
    }

    void voidAndDefault()
    {
        QVERIFY(Result<void>());
        QVERIFY(!Result<void>(Error{}));
        // What a future holds before its answer must never look like a value.
        QVERIFY(!Result<int>());
    }

    void idsHaveTypes()
    {
        static_assert(!std::is_convertible_v<FeedId, ArticleId>);
        static_assert(!std::is_convertible_v<qint64, FeedId>);
        QVERIFY(!FeedId().isValid());
        QVERIFY(FeedId(2) > FeedId(1));
    }
};

BROADSHEET_TEST_MAIN(ResultTest, QCoreApplication)
#include "result.moc"
