// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invocation.h"

#include "cli/options.h"
#include "support/testmain.h"

using namespace broadsheet;

class InvocationTest : public QObject
{
    Q_OBJECT
    const QStringList commands{QStringLiteral("sync"), QStringLiteral("comment")};

    static QStringList words(const char *line)
    {
        return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void globalOptionsStandAnywhere()
    {
        const auto before = cli::parseInvocation(words("--profile /p --json sync --force"), commands);
        const auto after = cli::parseInvocation(words("sync --force --json --profile=/p"), commands);
        QVERIFY(before && after);
        QCOMPARE(before->profile, QStringLiteral("/p"));
        QCOMPARE(after->profile, QStringLiteral("/p"));
        QVERIFY(before->json && after->json);
        QCOMPARE(before->command, QStringLiteral("sync"));
        QCOMPARE(before->arguments, QStringList{QStringLiteral("--force")});
        QCOMPARE(after->arguments, before->arguments);
    }

    void valuesAreNotOptions()
    {
        const auto invocation = cli::parseInvocation(words("comment 3 --text --json"), commands);
        QVERIFY(invocation);
        QVERIFY(!invocation->json);
        QCOMPARE(invocation->arguments, words("3 --text --json"));
    }

    void addressesOpenTheWindow()
    {
        const auto invocation =
            cli::parseInvocation(words("feed://example.org/x https://example.net"), commands);
        QVERIFY(invocation);
        QVERIFY(invocation->command.isEmpty());
        QCOMPARE(invocation->arguments.size(), 2);
    }

    void wrongWords()
    {
        QVERIFY(!cli::parseInvocation(words("snyc"), commands));
        QVERIFY(!cli::parseInvocation(words("--colour"), commands));
        QVERIFY(!cli::parseInvocation(words("sync --profile"), commands));
    }

    void optionsOfACommand()
    {
        const cli::OptionSpec spec{{QStringLiteral("--force")}, {QStringLiteral("--feed")}, 0, 1};
        const auto options = cli::Options::parse(words("--feed a --force --feed=b -- --word"), spec);
        QVERIFY(options);
        QVERIFY(options->has(QStringLiteral("--force")));
        QCOMPARE(options->values(QStringLiteral("--feed")), words("a b"));
        QCOMPARE(options->value(QStringLiteral("--feed")), QStringLiteral("b"));
        QCOMPARE(options->positional(), words("--word"));
        QVERIFY(!cli::Options::parse(words("--feed"), spec));
        QVERIFY(!cli::Options::parse(words("--other"), spec));
        QVERIFY(!cli::Options::parse(words("a b"), spec));
        QVERIFY(cli::Options::parse(words("-"), spec));
    }
};

BROADSHEET_TEST_MAIN(InvocationTest, QCoreApplication)
#include "invocation.moc"
