// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"
#include "store/searchindex.h"
#include "store/snippet.h"
#include "store/tagtable.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet::store;

/** What the store does to texts: tags, pairs of unspaced characters, snippets, scripts. */
class TextsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void tags_data();
    void tags();
    void pairs_data();
    void pairs();
    void snippets_data();
    void snippets();
    void longTextsAreCutAroundTheMatch();
    void statementsEndWithAnEmptyLine();
};

void TextsTest::tags_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *term, const char *name) {
        QTest::newRow(term) << QString::fromUtf8(term) << QString::fromUtf8(name);
    };
    row("World News", "world news");
    row("world-news", "world news");
    row("World&nbsp;News", "world news");
    row("#R&amp;D", "r&d");
    row("Elections", "election");
    row("Cities", "city");
    row("Churches", "church");
    row("Politics", "politic"); // the same for all who write it
    row("Chess", "chess");
    row("Campus", "campus");
    row("Crisis", "crisis");
    row("iOS", "ios");
    row("  ", "");
    row("ÜBER", "über");
}

void TextsTest::tags()
{
    QFETCH(QString, term);
    QFETCH(QString, name);
    QCOMPARE(tags::normalised(term), name);
    QCOMPARE(tags::normalised(tags::normalised(term)), name);
}

void TextsTest::pairs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("indexed");
    const auto row = [](const char *text, const char *indexed) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(indexed);
    };
    row("plain words", "plain words");
    row("北京", " 北京 京");
    row("在北京 fire", " 在北 北京 京  fire");
    row("iPhone手机x", "iPhone 手机 机 x");
    row("𠀀𠀁", " 𠀀𠀁 𠀁");
    row("", "");
}

void TextsTest::pairs()
{
    QFETCH(QString, text);
    QFETCH(QString, indexed);
    QCOMPARE(searchindex::indexed(text), indexed);
}

void TextsTest::snippets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("shown"); // [ ] for the marks
    const auto row = [](const char *name, const char *text, const QStringList &words, const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(text) << words << QString::fromUtf8(shown);
    };
    row("a word", "the fire station", {QStringLiteral("fire")}, "the [fire] station");
    row("not inside a word", "wildfire, fire", {QStringLiteral("fire")}, "wildfire, [fire]");
    row("prefix marks the word", "firefighters", {QStringLiteral("fire*")}, "[firefighters]");
    row("case and accents", "Le CAFÉ", {QStringLiteral("cafe")}, "Le [CAFÉ]");
    row("unspaced", "今天下雨了", {QStringLiteral("下雨")}, "今天[下雨]了");
    row("no match", "some words", {QStringLiteral("other")}, "some words");
    row("overlapping", "new york city", {QStringLiteral("new york"), QStringLiteral("york")},
        "[new york] city");
    row("a stranger's marks", "a \uE000b\uE001 c", {QStringLiteral("c")}, "a b [c]");
}

void TextsTest::snippets()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QFETCH(QString, shown);
    QString result = snippet(text, words);
    result.replace(QChar(0xe000), u'[').replace(QChar(0xe001), u']');
    QCOMPARE(result, shown);
}

void TextsTest::longTextsAreCutAroundTheMatch()
{
    const QString filler = QStringLiteral("lorem ipsum ").repeated(100);
    const QString result = snippet(filler + QStringLiteral("needle ") + filler, {QStringLiteral("needle")});
    QVERIFY(result.contains(QStringLiteral("\uE000needle\uE001")));
    QVERIFY(result.startsWith(u'…') && result.endsWith(u'…'));
    QVERIFY(result.size() < 200);
    QCOMPARE(snippet(QString(5000, u'x'), {}).size(), 181);
}

void TextsTest::statementsEndWithAnEmptyLine()
{
    const QStringList all =
        migrator::statements(QStringLiteral("-- words\n\nCREATE TABLE a (x);\n\nCREATE TRIGGER t AFTER "
                                            "INSERT ON a\nBEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\n\n"));
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0], QStringLiteral("CREATE TABLE a (x)"));
    QVERIFY(all[1].endsWith(QStringLiteral("END")));
}

BROADSHEET_TEST_MAIN(TextsTest, QCoreApplication)
#include "texts.moc"
