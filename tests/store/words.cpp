// SPDX-License-Identifier: GPL-3.0-or-later
// The index over the words of articles, beside an index of SQLite's own (FTS5) over the same random texts.
#include "store/database.h"
#include "store/searchindex.h"
#include "store/words/finder.h"
#include "store/words/holdercounter.h"
#include "store/words/merger.h"
#include "store/words/segmenttable.h"
#include "store/words/verifier.h"
#include "support/testmain.h"
#include "support/teststore.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace broadsheet;
using namespace broadsheet::store;
using namespace broadsheet::test;
using store::words::WordQuery;

namespace {

constexpr words::ColumnWeights weights{8.0, 1.0, 4.0, 4.0, 0.0};

/** Few letters, so that words are beginnings of others and stand beside each other often. */
QString randomWord(QRandomGenerator &random)
{
    static const QStringList letters{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("é"),
                                     QStringLiteral("Ж"), QStringLiteral("9")};
    QString word;
    for (int i = 0, length = 1 + random.bounded(3); i < length; ++i)
        word += letters[qMin(random.bounded(5), random.bounded(5))];
    return word;
}

QString randomText(QRandomGenerator &random, int most)
{
    QStringList text;
    for (int i = 0, length = random.bounded(most); i < length; ++i)
        text.append(randomWord(random));
    return text.join(random.bounded(4) ? QStringLiteral(" ") : QStringLiteral(", "));
}

/** The same question for both. */
struct Question
{
    WordQuery ours;
    QString theirs;
};

Question randomQuestion(QRandomGenerator &random, int depth)
{
    if (depth > 0 && random.bounded(2)) {
        const bool both = random.bounded(2);
        const Question a = randomQuestion(random, depth - 1), b = randomQuestion(random, depth - 1);
        return {WordQuery::of(both ? WordQuery::Kind::And : WordQuery::Kind::Or, {a.ours, b.ours}),
                u'(' + a.theirs + (both ? QStringLiteral(" AND ") : QStringLiteral(" OR ")) + b.theirs +
                    u')'};
    }
    QStringList phrase;
    for (int i = 0, length = 1 + random.bounded(3); i < length; ++i)
        phrase.append(randomWord(random));
    const QString text = phrase.join(u' ');
    const bool prefix = random.bounded(3) == 0;
    QString theirs = u'"' + text + u'"' + (prefix ? QStringLiteral(" *") : QString());
    const bool title = random.bounded(4) == 0;
    if (title)
        theirs.prepend(QStringLiteral("{title} : "));
    return {WordQuery::phrase(text, prefix, title ? words::maskOf(words::Column::Title) : words::allColumns),
            theirs};
}

/** Articles of random words in both indexes. */
class TwoIndexes
{
public:
    TwoIndexes(Connection &connection, quint32 seed) : m_connection(connection), m_random(seed)
    {
        connection.run("CREATE VIRTUAL TABLE temp.other USING fts5 (title, body, authors, tags, "
                       "tokenize = 'unicode61 remove_diacritics 2')");
    }
    QRandomGenerator &random() { return m_random; }

    void put(qint64 article)
    {
        remove(article);
        const QString title = randomText(m_random, 6), body = randomText(m_random, 40),
                      authors = randomText(m_random, 3), tags = randomText(m_random, 3);
        searchindex::set(m_connection, article, searchindex::wordsOf(title, body, authors, tags));
        m_connection.run("INSERT INTO temp.other (rowid, title, body, authors, tags) VALUES (?, ?, ?, ?, ?)",
                         article, title, body, authors, tags);
    }
    /** A word is enough where it is about many articles. */
    void putShort(qint64 article)
    {
        const QString tag = randomWord(m_random);
        searchindex::set(m_connection, article, searchindex::wordsOf({}, {}, {}, tag));
        m_connection.run(
            "INSERT INTO temp.other (rowid, title, body, authors, tags) VALUES (?, '', '', '', ?)", article,
            tag);
    }
    void remove(qint64 article)
    {
        m_connection.run("DELETE FROM temp.other WHERE rowid = ?", article);
        if (m_connection.changes() > 0)
            searchindex::remove(m_connection, article);
    }
    void compare(int questions)
    {
        for (int i = 0; i < questions; ++i) {
            const Question question = randomQuestion(m_random, 2);
            const auto found = words::find(m_connection, question.ours);
            QVERIFY2(found.has_value(), qPrintable(question.theirs));
            std::vector<qint64> expected;
            Query query(m_connection,
                        QStringLiteral("SELECT rowid FROM temp.other WHERE other MATCH ? ORDER BY rowid"),
                        {question.theirs});
            while (query.next())
                expected.push_back(query.integer(0));
            QVERIFY2(found->articles == expected, qPrintable(question.theirs));
        }
        QCOMPARE(words::faults(m_connection), QString());
    }
    void compareCounts(int questions)
    {
        words::WordHolders holders(m_connection);
        words::HolderCounter counter(m_connection, holders);
        for (int i = 0; i < questions; ++i) {
            const WordQuery query = WordQuery::phrase(randomWord(m_random));
            if (query.words.size() != 1)
                continue;
            const auto found = words::find(m_connection, query);
            QVERIFY(found.has_value());
            QCOMPARE(counter.count(query.words.front(), 100'000), qint64(found->articles.size()));
            // What is reckoned comes near, and what is read by the way gives the same findings.
            const qint64 reckoned = counter.reckon(query.words.front(), 100'000);
            QVERIFY(found->articles.empty() || reckoned > 0);
            const auto again = words::find(m_connection, query, nullptr, &holders);
            QVERIFY(again.has_value());
            QVERIFY(again->articles == found->articles);
        }
    }
    void compareScores(int questions)
    {
        for (int i = 0; i < questions; ++i) {
            const Question question = randomQuestion(m_random, 1);
            if (question.theirs.contains(u'{'))
                continue; // theirs counts other columns too
            const auto found = words::find(m_connection, question.ours, &weights);
            QVERIFY(found.has_value());
            Query query(
                m_connection,
                QStringLiteral("SELECT -bm25(other, 8.0, 1.0, 4.0, 4.0) FROM temp.other WHERE other MATCH ? "
                               "ORDER BY rowid"),
                {question.theirs});
            for (const float score : found->scores) {
                QVERIFY(query.next());
                const double expected = query.real(0);
                QVERIFY2(std::abs(double(score) - expected) <= 1e-7 + 1e-4 * std::abs(expected),
                         qPrintable(question.theirs +
                                    QStringLiteral(": %1, %2").arg(double(score)).arg(expected)));
            }
            QVERIFY(!query.next());
        }
    }

private:
    Connection &m_connection;
    QRandomGenerator m_random;
};

qint64 count(Connection &connection, Sql sql)
{
    Query query(connection, sql);
    return query.next() ? query.integer(0) : -1;
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void textsAreSplit_data();
    void textsAreSplit();
    void findsWhatAnotherIndexFinds();
    void scoresAsAnotherIndexDoes();
    void mergesInSlices();
    void aLargeLoadLeavesFewSegments();
    void leavesOutWhatIsVoid();
    void aFrequentWordComesInParts();
    void eachWordIsFoundInItsBlock();
    void damageIsNoticed_data();
    void damageIsNoticed();
    void anyByteMayBeWrong();

private:
    /** Runs \a work in a transaction of its own. */
    template <typename Work>
    void write(Work work)
    {
        const auto answer = answerOf(m_database->write([&work](Connection &connection) -> Result<void> {
            work(connection);
            return {};
        }));
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

void WordsTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<Database>(m_folder->path());
    QVERIFY(answerOf(m_database->open()).has_value());
}

void WordsTest::textsAreSplit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); ///< words with a bar between
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("signs") << QStringLiteral(" .,-— ") << QString();
    QTest::newRow("case") << QStringLiteral("Fire FIRE 3G") << QStringLiteral("fire|fire|3g");
    QTest::newRow("accents") << QStringLiteral("Čeština, naïve Ångström")
                             << QStringLiteral("cestina|naive|angstrom");
    QTest::newRow("accents apart") << QStringLiteral("nai\u0308ve") << QStringLiteral("naive");
    QTest::newRow("two accents") << QStringLiteral("phở") << QStringLiteral("pho");
    QTest::newRow("other letters") << QStringLiteral("ЁЛКА Ελλάδα") << QStringLiteral("елка|ελλαδα");
    QTest::newRow("vowels that are marks") << QStringLiteral("हिन्दी में") << QStringLiteral("हिन्दी|में");
    QTest::newRow("points") << QStringLiteral("مُحَمَّد") << QStringLiteral("محمد");
    QTest::newRow("syllables") << QStringLiteral("한국 뉴스") << QStringLiteral("한국|뉴스");
    QTest::newRow("wide") << QStringLiteral("ＡＢＣ１") << QStringLiteral("abc1");
    QTest::newRow("beyond the first plane") << QStringLiteral("𐐀x 😀 𠀀") << QStringLiteral("𐐨x|𠀀");
    QTest::newRow("half a character")
        << QString(QStringLiteral("a") + QChar(0xd800) + u'b') << QStringLiteral("a|b");
    QTest::newRow("long") << QString(200, u'x') << QString(words::maximumWord, u'x');
    QTest::newRow("long, two bytes a letter")
        << QString(200, u'ж') << QString((words::maximumWord - 2) / 2, u'ж');
}

void WordsTest::textsAreSplit()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QStringList found;
    words::Splitter().split(text, [&found](std::string_view word) {
        found.append(QString::fromUtf8(word.data(), qsizetype(word.size())));
    });
    QCOMPARE(found.join(u'|'), expected);
}

void WordsTest::findsWhatAnotherIndexFinds()
{
    write([](Connection &connection) {
        TwoIndexes both(connection, 1);
        for (int round = 0; round < 60; ++round) {
            for (int i = 0, changes = both.random().bounded(1, 12); i < changes; ++i) {
                const qint64 article = 1 + both.random().bounded(300);
                if (both.random().bounded(4))
                    both.put(article);
                else
                    both.remove(article);
            }
            searchindex::flush(connection);
            if (round % 6 == 0)
                both.compare(40);
        }
        QVERIFY(words::segments(connection).size() < 32);
        both.compare(300);
    });
}

void WordsTest::scoresAsAnotherIndexDoes()
{
    write([](Connection &connection) {
        TwoIndexes both(connection, 2);
        for (qint64 article = 1; article <= 200; ++article) {
            both.put(article);
            if (article % 30 == 0)
                searchindex::flush(connection);
        }
        searchindex::flush(connection);
        both.compareScores(200);
    });
}

/** A merge of a word at a time is whole at every moment, and gives what was there. */
void WordsTest::mergesInSlices()
{
    write([](Connection &connection) {
        TwoIndexes both(connection, 3);
        // 36 segments, each too large to be merged at once.
        for (qint64 article = 1; article <= 36 * 256; ++article) {
            both.putShort(article);
            if (article % 256 == 0)
                searchindex::flush(connection);
        }
        QCOMPARE(words::segments(connection).size(), 36u);
        const auto articles = words::articlesHeld(connection).size();
        int slices = 0;
        for (; words::mergeOn(connection, 1); ++slices) {
            QCOMPARE(words::articlesHeld(connection).size(), articles - (slices > 20 ? 1 : 0));
            if (slices == 20) { // between two slices one article changes and one goes
                both.put(257);
                both.remove(1);
                searchindex::flush(connection);
            }
            if (slices % 40 == 0)
                both.compare(5);
        }
        QVERIFY(slices > 40);
        QCOMPARE(words::segments(connection).size(), 36u - 16 + 1 + 1);
        QCOMPARE(count(connection, "SELECT count(*) FROM word_segment WHERE state <> 1"), 0);
        both.compare(100);
    });
}

/** What is merged on the way keeps up with what comes, and quiet moments do the rest. */
void WordsTest::aLargeLoadLeavesFewSegments()
{
    write([](Connection &connection) {
        const auto wordsOf = [](qint64 article) {
            return searchindex::wordsOf({}, QStringLiteral("w%1 all").arg(article), {}, {});
        };
        for (qint64 article = 1; article <= 120 * 256; ++article) {
            searchindex::set(connection, article, wordsOf(article));
            if (article % 256 == 0)
                searchindex::flush(connection);
        }
        QVERIFY2(words::segments(connection).size() <= 42,
                 qPrintable(QString::number(words::segments(connection).size())));
        int quietMoments = 1;
        for (; searchindex::tidyUp(connection); ++quietMoments)
            QVERIFY(quietMoments < 50);
        QVERIFY(words::segments(connection).size() < 32);
        QCOMPARE(count(connection, "SELECT count(*) FROM word_segment WHERE state <> 1"), 0);
        QVERIFY(!searchindex::tidyUp(connection)); // cheap when there is nothing to do
        QCOMPARE(words::holdersOf(connection, "all", 100'000), 120 * 256);
        QCOMPARE(words::faults(connection), QString());
    });
}

void WordsTest::leavesOutWhatIsVoid()
{
    write([](Connection &connection) {
        TwoIndexes both(connection, 4);
        for (qint64 article = 1; article <= 3000; ++article)
            both.put(article);
        searchindex::flush(connection);
        for (qint64 article = 1; article <= 3000; article += 1 + (article % 3 == 0))
            both.remove(article);
        searchindex::flush(connection);
        QVERIFY(count(connection, "SELECT count(*) FROM word_gone") > 1000);
        both.compareCounts(100);
        while (words::mergeOn(connection, std::numeric_limits<qint64>::max())) {
        }
        QCOMPARE(count(connection, "SELECT count(*) FROM word_gone"), 0);
        both.compareCounts(100);
        QCOMPARE(count(connection, "SELECT count(*) FROM word_segment WHERE state <> 1"), 0);
        QCOMPARE(count(connection, "SELECT sum(articles) FROM word_segment"),
                 count(connection, "SELECT count(*) FROM temp.other"));
        both.compare(100);
    });
}

void WordsTest::aFrequentWordComesInParts()
{
    write([](Connection &connection) {
        const QString text = QStringLiteral("and so on ").repeated(200);
        for (qint64 article = 1; article <= 3000; ++article) {
            searchindex::set(connection, article, searchindex::wordsOf({}, text, {}, {}));
            if (article % 1000 == 0)
                searchindex::flush(connection);
        }
        QVERIFY(count(connection, "SELECT count(*) FROM word_block WHERE first = CAST('so' AS BLOB)") > 3);
        QCOMPARE(words::faults(connection), QString());
        const auto found = words::find(connection, WordQuery::phrase(u"on and so"));
        QCOMPARE(found->articles.size(), 3000u);
        QCOMPARE(words::find(connection, WordQuery::phrase(u"so and"))->articles.size(), 0u);
        QCOMPARE(words::holdersOf(connection, "so", 10'000), 3000);
        QCOMPARE(words::holdersOf(connection, "so", 100), 100);
        QCOMPARE(words::holdersOf(connection, "no", 100), 0);
    });
}

/** Many blocks: each word where it is, and none that lies between two. */
void WordsTest::eachWordIsFoundInItsBlock()
{
    write([](Connection &connection) {
        QString text;
        for (int i = 0; i < 30'000; ++i)
            text += QStringLiteral("w%1 ").arg(i);
        searchindex::set(connection, 1, searchindex::wordsOf({}, text, {}, {}));
        searchindex::set(connection, 2, searchindex::wordsOf({}, QStringLiteral("w7 alone"), {}, {}));
        searchindex::flush(connection);
        QVERIFY(count(connection, "SELECT count(*) FROM word_block") > 5);
        const auto held = [&connection](const QByteArray &word) {
            return int(words::holdersOf(connection, word.toStdString(), 100));
        };
        for (int i = 0; i < 30'000; i += 7) {
            const QByteArray word = "w" + QByteArray::number(i);
            QCOMPARE(held(word), i == 7 ? 2 : 1);
            QCOMPARE(held(word + "x"), 0);
        }
        for (const char *absent : {"", "a", "alon", "alonf", "v", "w", "w00", "w30000", "x", "z"})
            QCOMPARE(held(absent), 0);
        // The first words of blocks, which end the one before.
        Query query(connection, "SELECT first FROM word_block ORDER BY id");
        while (query.next())
            QVERIFY(held(query.blob(0)) > 0);
    });
}

void WordsTest::damageIsNoticed_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *sql) { QTest::newRow(sql) << QString::fromLatin1(sql); };
    row("DELETE FROM word_block WHERE id IN (SELECT max(id) FROM word_block)");
    row("UPDATE word_block SET data = substr(data, 1, length(data) - 1)");
    row("UPDATE word_block SET data = x'00ffffffff0f'");
    row("UPDATE word_block SET places = x''");
    row("UPDATE word_segment SET articles = articles - 1");
    row("UPDATE word_segment SET holdings = x'ff'");
    row("UPDATE word_block SET segment = 99");
}

void WordsTest::damageIsNoticed()
{
    QFETCH(QString, sql);
    write([&sql](Connection &connection) {
        TwoIndexes both(connection, 5);
        for (qint64 article = 1; article <= 100; ++article)
            both.put(article);
        searchindex::flush(connection);
        QCOMPARE(words::faults(connection), QString());
        connection.runText(sql);
        QVERIFY(!words::faults(connection).isEmpty());
    });
}

/** Whatever lies on the disk, a search ends: with findings or with an error. */
void WordsTest::anyByteMayBeWrong()
{
    write([](Connection &connection) {
        TwoIndexes both(connection, 6);
        for (qint64 article = 1; article <= 120; ++article) {
            both.put(article);
            if (article % 8 == 0 && article <= 96)
                searchindex::flush(connection);
        }
        searchindex::flush(connection);
        connection.run("CREATE TEMP TABLE good AS SELECT id, data, places FROM word_block");
        const int blocks = int(count(connection, "SELECT count(*) FROM word_block"));
        for (int i = 0; i < 400; ++i) {
            connection.run("UPDATE word_block SET data = (SELECT data FROM good WHERE id = word_block.id), "
                           "places = (SELECT places FROM good WHERE id = word_block.id)");
            for (const bool inData : {true, false}) {
                QByteArray bytes;
                qint64 block = 0;
                {
                    Query query(
                        connection,
                        QStringLiteral("SELECT id, iif(?, data, places) FROM word_block LIMIT 1 OFFSET ?"),
                        {inData, both.random().bounded(blocks)});
                    QVERIFY(query.next());
                    block = query.integer(0);
                    bytes = query.blob(1);
                }
                for (int k = 0; k < 3 && !bytes.isEmpty(); ++k)
                    bytes[both.random().bounded(int(bytes.size()))] = char(both.random().bounded(256));
                if (inData)
                    connection.run("UPDATE word_block SET data = ? WHERE id = ?", bytes, block);
                else
                    connection.run("UPDATE word_block SET places = ? WHERE id = ?", bytes, block);
            }
            const Question question = randomQuestion(both.random(), 2);
            (void)words::find(connection, question.ours);
            (void)words::find(connection, question.ours, &weights);
            (void)words::faults(connection);
            (void)words::holdersOf(connection, "a", 1000);
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("index is damaged")));
        connection.run("UPDATE word_block SET data = x'0003616161ff'");
        for (qint64 article = 1000; article < 1100; ++article) { // what comes new does not suffer for it
            both.put(article);
            searchindex::flush(connection);
            if (words::segments(connection).size() >= 20)
                break;
        }
        QVERIFY(!connection.error());
    });
}

BROADSHEET_TEST_MAIN(WordsTest, QCoreApplication)
#include "words.moc"
