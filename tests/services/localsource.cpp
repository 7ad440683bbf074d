// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/localsource.h"
#include "support/testmain.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace broadsheet;

class LocalSourceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theGuideSpeaksTheReadersLanguage_data();
    void theGuideSpeaksTheReadersLanguage();
    void itsArticlesAreTheSame();

private:
    static QByteArray guideIn(const QString &locale)
    {
        QLocale::setDefault(QLocale(locale));
        const auto guide = readLocalSource(guideUrl());
        return guide ? *guide : QByteArray();
    }
};

void LocalSourceTest::theGuideSpeaksTheReadersLanguage_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QByteArray>("language");
    QTest::newRow("English") << QStringLiteral("en_GB") << QByteArray("xml:lang=\"en\"");
    QTest::newRow("German") << QStringLiteral("de_DE") << QByteArray("xml:lang=\"de\"");
    QTest::newRow("Austria") << QStringLiteral("de_AT") << QByteArray("xml:lang=\"de\"");
    QTest::newRow("not told") << QStringLiteral("cy_GB") << QByteArray("xml:lang=\"en\"");
}

void LocalSourceTest::theGuideSpeaksTheReadersLanguage()
{
    QFETCH(QString, locale);
    QFETCH(QByteArray, language);
    QVERIFY(guideIn(locale).contains(language));
}

/** Stars and replies hang on the ids: they outlive another language. */
void LocalSourceTest::itsArticlesAreTheSame()
{
    const auto ids = [](const QByteArray &guide) {
        static const QRegularExpression id(QStringLiteral("<id>(.*?)</id>"));
        QStringList found;
        auto matches = id.globalMatch(QString::fromUtf8(guide));
        while (matches.hasNext())
            found << matches.next().captured(1);
        return found;
    };
    const QStringList english = ids(guideIn(QStringLiteral("en_GB")));
    QCOMPARE(english.size(), 8); // the feed's, and seven articles
    QCOMPARE(ids(guideIn(QStringLiteral("de_DE"))), english);
}

BROADSHEET_TEST_MAIN(LocalSourceTest, QCoreApplication)
#include "localsource.moc"
