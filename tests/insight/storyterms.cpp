// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/storyterms.h"

#include "insight/wordforms.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace broadsheet;
using namespace broadsheet::insight;

class StoryTermsTest : public QObject
{
    Q_OBJECT

    static QStringList texts(const char *title, const char *lead = "")
    {
        QStringList list;
        for (const StoryTerm &term : storyTerms(QString::fromUtf8(title), QString::fromUtf8(lead)))
            list.append(term.text);
        return list;
    }
    static StoryTerm term(const char *title, const char *text)
    {
        for (const StoryTerm &found : storyTerms(QString::fromUtf8(title), {})) {
            if (found.text == QString::fromUtf8(text))
                return found;
        }
        return {};
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void formsOfAWordMeet()
    {
        for (const char *word : {"raises", "raised", "raising", "raise"})
            QCOMPARE(wordStem(QString::fromUtf8(word)), wordStem(QStringLiteral("raise")));
        QCOMPARE(wordStem(QStringLiteral("shipping")), wordStem(QStringLiteral("ship")));
        QCOMPARE(wordStem(QStringLiteral("companies")), wordStem(QStringLiteral("company")));
        QCOMPARE(wordStem(QStringLiteral("ставки")), wordStem(QStringLiteral("ставка")));
        QCOMPARE(wordStem(QStringLiteral("الانتخابات")), wordStem(QStringLiteral("انتخابات")));
        QVERIFY(wordStem(QStringLiteral("virus")) != wordStem(QStringLiteral("vir")));
    }

    void foldedAlike()
    {
        QCOMPARE(texts("Élysée"), texts("ELYSEE"));
        QCOMPARE(foldedWord(u"İstanbul"), QStringLiteral("istanbul"));
        QCOMPARE(texts("Fed’s"), texts("Fed"));
        QCOMPARE(texts("l'Élysée"), texts("Élysée"));
    }

    void thePublisherIsNoPartOfTheHeadline()
    {
        QCOMPARE(texts("Harbour bridge falls in storm | The Meridian"),
                 texts("Harbour bridge falls in storm"));
        QCOMPARE(texts("Harbour bridge falls in storm - Velmora Times"),
                 texts("Harbour bridge falls in storm"));
        QVERIFY(texts("Harbour bridge falls in storm - three people hurt").contains(QStringLiteral("hurt")));
        QVERIFY(texts("Tarvena - Velmora").contains(QStringLiteral("velmora")));
    }

    void wordsThatTellNothingGo()
    {
        QVERIFY(texts("The and of it").isEmpty());
        QVERIFY(texts("Der die das und").isEmpty());
        QVERIFY(term("Court says no to merger", "merg").weight >
                term("Court says no to merger", "say").weight);
    }

    void numbersAreOneHoweverWritten()
    {
        const QString number = QStringLiteral("#2.8e+09");
        for (const char *title : {"$2.8 billion deal", "2.8bn deal", "a 2.8B deal", "2,8 Milliarden"})
            QVERIFY2(texts(title).contains(number), title);
        QVERIFY(texts("144,800 users").contains(QStringLiteral("#1.4e+05")));
        QVERIFY(texts("up 6.3%").contains(QStringLiteral("#6.3%")));
        QVERIFY(texts("up 6.3 percent").contains(QStringLiteral("#6.3%")));
        QVERIFY(term("5 things", "#5").weight < 1);
    }

    void namesAreSeenInSentencesOnly()
    {
        QCOMPARE(term("Markets wait for Hollis to speak", "hollis").form, StoryTerm::Form::Name);
        QCOMPARE(term("Markets wait for Hollis to speak", "speak").form, StoryTerm::Form::Common);
        QCOMPARE(term("Markets wait for Hollis to speak", "market").form, StoryTerm::Form::Unknown);
        QCOMPARE(term("Markets Wait For Hollis To Speak", "hollis").form, StoryTerm::Form::Unknown);
    }

    void unspacedScriptsGiveTheirPairs()
    {
        const QStringList terms = texts("STAP細胞の会見");
        QVERIFY(terms.contains(QStringLiteral("stap")));
        QVERIFY(terms.contains(QStringLiteral("細胞")));
        QVERIFY(terms.contains(QStringLiteral("会見")));
    }

    void nothingIsTooStrange()
    {
        for (const char *title :
             {"", " ", "...", "'", "''a''", "&", "1.", ".5", "١٢٣ شيء", "a'", "\xF0\x9F\x98\x80 emoji"})
            (void)storyTerms(QString::fromUtf8(title), QString::fromUtf8(title));
        QString lone(QChar(0xD800));
        lone += QChar(0x300);
        (void)storyTerms(lone, lone);
        (void)storyTerms(QString(100'000, u'1'), QString(100'000, u'字'));
    }

    /** Two words in capitals side by side may be one name; a mark between them parts them, small words are
     * none. */
    void namesHoldTogether()
    {
        const auto nextOf = [](const char *title, const char *term) {
            const auto terms = storyTerms(QString::fromUtf8(title), {});
            const auto found = std::ranges::find(terms, QString::fromUtf8(term), &StoryTerm::text);
            return found == terms.end() ? QStringLiteral("?") : found->next;
        };
        QCOMPARE(nextOf("Corvana names Ines Maddox chief executive", "ine"), QStringLiteral("maddox"));
        QCOMPARE(nextOf("Corvana names Ines Maddox chief executive", "maddox"), QString());
        QCOMPARE(nextOf("Corvana names Ines Maddox chief executive", "corvana"), QString());
        QCOMPARE(nextOf("Talks of Velmora, Tarrin fail", "velmora"), QString());
    }
};

BROADSHEET_TEST_MAIN(StoryTermsTest, QCoreApplication)
#include "storyterms.moc"
