// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readertabs.h"

#include "settings/settings.h"
#include "support/testmain.h"
#include "widgets/common/appearance.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace broadsheet;

class ReaderTabsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_tabs = std::make_unique<ReaderTabs>(m_appearance);
        m_tabs->resize(700, 36);
        m_tabs->setListed(ArticleId(1), QStringLiteral("One"));
    }

    void oneArticleNeedsNoTabs()
    {
        QVERIFY(m_tabs->isHidden());
        QVERIFY(m_tabs->aside().isEmpty());
        m_tabs->closeCurrent();
        QCOMPARE(m_tabs->count(), 1);
    }

    void whatIsOpenedAsideStaysBehind()
    {
        QSignalSpy wanted(m_tabs.get(), &ReaderTabs::articleWanted);
        m_tabs->add(ArticleId(7), QStringLiteral("Seven"));
        m_tabs->add(ArticleId(7), QStringLiteral("Seven"));
        m_tabs->add(ArticleId(8), QStringLiteral("Eight"));
        QVERIFY(!m_tabs->isHidden());
        QVERIFY(m_tabs->isListed());
        QCOMPARE(m_tabs->aside(), (QList<ArticleId>{ArticleId(7), ArticleId(8)}));
        QCOMPARE(wanted.size(), 0);
        m_tabs->step(1);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().value<ArticleId>(), ArticleId(7));
        m_tabs->step(-2);
        QCOMPARE(m_tabs->articleAt(m_tabs->currentIndex()), ArticleId(8));
    }

    void theListsArticleComesForward()
    {
        m_tabs->add(ArticleId(7), QStringLiteral("Seven"));
        m_tabs->step(1);
        QSignalSpy wanted(m_tabs.get(), &ReaderTabs::articleWanted);
        m_tabs->setListed(ArticleId(2), QStringLiteral("Two"));
        QVERIFY(m_tabs->isListed());
        QCOMPARE(m_tabs->articleAt(0), ArticleId(2));
        QCOMPARE(wanted.size(), 0); // who said so shows it already
    }

    void middleClicksClose()
    {
        m_tabs->add(ArticleId(7), QStringLiteral("Seven"));
        m_tabs->show();
        QTest::mouseClick(m_tabs.get(), Qt::MiddleButton, {}, m_tabs->tabRect(0).center());
        QCOMPARE(m_tabs->count(), 2); // the list's stays
        QTest::mouseClick(m_tabs.get(), Qt::MiddleButton, {}, m_tabs->tabRect(1).center());
        QVERIFY(m_tabs->aside().isEmpty());
        QVERIFY(m_tabs->isHidden());
    }

private:
    QTemporaryDir m_folder;
    Settings m_settings{m_folder.path()};
    Appearance m_appearance{m_settings};
    std::unique_ptr<ReaderTabs> m_tabs;
};

BROADSHEET_TEST_MAIN(ReaderTabsTest, QApplication)
#include "readertabs.moc"
