// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"

#include "support/testmain.h"

#include <QRegularExpression>
#include <QTimeZone>

using namespace broadsheet;
using query::Expression;

namespace {

const QDateTime now(QDate(2026, 11, 10), QTime(15, 30), Qt::UTC);

/** The tree in brackets, to compare by. */
QString shown(const Expression &e)
{
    using Kind = Expression::Kind;
    const auto children = [&e] {
        QStringList parts;
        for (const auto &child : e.children)
            parts.append(shown(child));
        return parts.join(u' ');
    };
    const QString star = e.prefix ? QStringLiteral("*") : QString();
    switch (e.kind) {
    case Kind::All:
        return QStringLiteral("all");
    case Kind::And:
        return QStringLiteral("(and ") + children() + u')';
    case Kind::Or:
        return QStringLiteral("(or ") + children() + u')';
    case Kind::Not:
        return QStringLiteral("(not ") + children() + u')';
    case Kind::Word:
        return e.text + star;
    case Kind::Phrase:
        return u'"' + e.text + u'"';
    case Kind::Field:
        return e.field + u'=' + e.text + star;
    case Kind::Is:
        return QStringLiteral("is=") + e.text;
    case Kind::Has:
        return QStringLiteral("has=") + e.text;
    case Kind::DateRange:
        break;
    }
    const QString form = QStringLiteral("MM-ddThh:mm");
    return QStringLiteral("date=") + e.from.toString(form) + QStringLiteral("..") + e.to.toString(form);
}

} // namespace

class ParserTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void trees_data();
    void trees();
    void errors_data();
    void errors();
    void typing();
    void daysBeginInTheZoneOfNow();
    void deepNestingIsRefused();
};

void ParserTest::trees_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tree");
    const auto row = [](const char *name, const char *text, const char *tree) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(tree);
    };
    row("nothing", "  ", "all");
    row("word", "climate", "climate");
    row("two words", "climate change", "(and climate change)");
    row("or binds less than and", "a b OR c", "(or (and a b) c)");
    row("parentheses", "a (b OR c)", "(and a (or b c))");
    row("not", "-a -(b c)", "(and (not a) (not (and b c)))");
    row("hyphen inside a word", "covid-19", "covid-19");
    row("small or is a word", "a or b", "(and a or b)");
    row("phrase", "\"climate change\" now", "(and \"climate change\" now)");
    row("curly quotes", "“climate change”", "\"climate change\"");
    row("prefix", "clim*", "clim*");
    row("a star alone is a word", "*", "*");
    row("fields", "title:fire author:\"Ada Lovelace\" TAG:x", "(and title=fire author=Ada Lovelace tag=x)");
    row("states", "is:unread -is:starred has:image", "(and is=unread (not is=starred) has=image)");
    row("an address is a word", "https://example.org/a?b=c", "https://example.org/a?b=c");
    row("a time is a word", "10:30", "10:30");
    row("value with a colon", "url:https://example.org", "url=https://example.org");
    row("chinese", "气候 title:北京", "(and 气候 title=北京)");
    row("today", "date:today", "date=11-10T00:00..11-11T00:00");
    row("yesterday", "date:yesterday", "date=11-09T00:00..11-10T00:00");
    row("week", "date:7d", "date=11-03T15:30..");
    row("day", "date:2026-11-01", "date=11-01T00:00..11-02T00:00");
    row("month", "date:2026-11", "date=11-01T00:00..12-01T00:00");
    row("range with both ends", "date:2026-11-01..2026-11-07", "date=11-01T00:00..11-08T00:00");
    row("since", "date:2026-11-01..", "date=11-01T00:00..");
    row("until", "date:..2026-11", "date=..12-01T00:00");
}

void ParserTest::trees()
{
    QFETCH(QString, text);
    QFETCH(QString, tree);
    const auto parsed = query::parse(text, now);
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().detail));
    QCOMPARE(shown(*parsed), tree);
    const QString again = query::toString(*parsed);
    const auto reparsed = query::parse(again, now);
    QVERIFY2(reparsed.has_value(), qPrintable(again));
    QCOMPARE(shown(*reparsed), tree);
}

void ParserTest::errors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::newRow("unknown operator") << QStringLiteral("fire colour:red") << 5;
    QTest::newRow("unknown state") << QStringLiteral("is:purple") << 3;
    QTest::newRow("unknown thing to have") << QStringLiteral("x has:wings") << 6;
    QTest::newRow("no date") << QStringLiteral("date:2026-13-01") << 5;
    QTest::newRow("dots alone") << QStringLiteral("date:..") << 5;
    QTest::newRow("missing value") << QStringLiteral("a title:") << 2;
    QTest::newRow("open quote") << QStringLiteral("say \"hello") << 4;
    QTest::newRow("empty quote") << QStringLiteral("say \"\"") << 4;
    QTest::newRow("open parenthesis") << QStringLiteral("a (b c") << 2;
    QTest::newRow("closed too often") << QStringLiteral("a b) c") << 3;
    QTest::newRow("empty parentheses") << QStringLiteral("a ()") << 3;
    QTest::newRow("dangling OR") << QStringLiteral("a OR") << 4;
    QTest::newRow("OR in front") << QStringLiteral("OR a") << 0;
    QTest::newRow("dangling minus") << QStringLiteral("a -") << 2;
}

void ParserTest::errors()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    const auto parsed = query::parse(text, now);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(parsed.error().number.value_or(-1), position);
}

void ParserTest::typing()
{
    const auto tree = [](const char *text) {
        const auto parsed = query::parse(QString::fromUtf8(text), now, true);
        return parsed ? shown(*parsed) : QString();
    };
    QCOMPARE(tree("climate ch"), QStringLiteral("(and climate ch*)"));
    QCOMPARE(tree("climate "), QStringLiteral("climate"));
    QCOMPARE(tree("title:fi"), QStringLiteral("title=fi*"));
    QCOMPARE(tree("tag:fi"), QStringLiteral("tag=fi"));
    QCOMPARE(tree("\"a b\""), QStringLiteral("\"a b\""));
}

void ParserTest::daysBeginInTheZoneOfNow()
{
    const QDateTime there(QDate(2026, 11, 10), QTime(1, 0), Qt::OffsetFromUTC, 2 * 3600);
    const auto parsed = query::parse(QStringLiteral("date:today"), there);
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->from.toUTC(), QDateTime(QDate(2026, 11, 9), QTime(22, 0), Qt::UTC));
}

void ParserTest::deepNestingIsRefused()
{
    QVERIFY(!query::parse(QString(5000, u'('), now));
    QVERIFY(!query::parse(QString(5000, u'-') + u'a', now));
    QVERIFY(!query::parse(QString(20000, u'a'), now));
}

BROADSHEET_TEST_MAIN(ParserTest, QCoreApplication)
#include "parser.moc"
