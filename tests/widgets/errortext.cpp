// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/errortext.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QSet>

using namespace broadsheet;

class ErrorTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    /** Each code has words of its own; only a bug of ours is "something unexpected". */
    void everyCodeHasItsSentence()
    {
        QSet<QString> sentences;
        for (int code = int(ErrorCode::Internal); code <= int(ErrorCode::StoreUnavailable); ++code) {
            const Error error{ErrorCode(code),
                              QStringLiteral("internal words"),
                              QStringLiteral("https://news.example/feed.xml"),
                              {}};
            const QString sentence = errorText(error);
            QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u'?'), qPrintable(sentence));
            QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
            QVERIFY(!sentence.contains(QStringLiteral("internal words")));
            sentences.insert(sentence);
        }
    }

    void saysWhere()
    {
        const auto text = [](ErrorCode code, const char *subject, std::optional<int> number = {}) {
            return errorText({code, {}, QString::fromUtf8(subject), number});
        };
        QVERIFY(text(ErrorCode::Timeout, "https://news.example/a/b.xml")
                    .contains(QStringLiteral("news.example")));
        QVERIFY(
            !text(ErrorCode::Timeout, "https://me:secret@news.example/b").contains(QStringLiteral("secret")));
        QVERIFY(text(ErrorCode::FileUnreadable, "/tmp/feeds.opml").contains(QStringLiteral("“feeds.opml”")));
        QVERIFY(text(ErrorCode::HttpStatus, "https://news.example/", 503).contains(QStringLiteral("503")));
        QVERIFY(text(ErrorCode::HttpStatus, "https://news.example/", 404).contains(QStringLiteral("404")));
        QVERIFY(text(ErrorCode::Timeout, "").startsWith(QStringLiteral("The address")));
    }
};

BROADSHEET_TEST_MAIN(ErrorTextTest, QCoreApplication)
#include "errortext.moc"
