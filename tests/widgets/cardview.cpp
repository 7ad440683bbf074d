// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/articles/cardview.h"

#include "fakeheadlines.h"
#include "services/libraryevents.h"
#include "settings/settings.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "widgets/articles/articledelegate.h"
#include "widgets/articles/articlelistmodel.h"
#include "widgets/articles/newpill.h"
#include "widgets/articles/thumbnailloader.h"
#include "widgets/common/appearance.h"

#include <QApplication>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace broadsheet;

namespace {

class NoThumbnails : public ThumbnailLoader
{
public:
    QPixmap thumbnail(const QUrl &, QSize, int, double) override { return {}; }
};

} // namespace

class CardViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_settings.setColorScheme(ColorScheme::Light); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_source = std::make_unique<test::FakeHeadlines>();
        m_source->fill(200, m_clock.now());
        m_model = std::make_unique<ArticleListModel>(*m_source, m_events, m_clock);
        m_view = std::make_unique<CardView>(m_appearance, m_delegate);
        m_view->setModel(m_model.get());
        m_view->resize(372, 620);
        m_view->ensurePolished();
        m_model->open({});
        m_source->answerAll();
        m_view->grab(); // lays out
    }
    void cleanup() { m_view.reset(); }

    void rowsAreMultiplications()
    {
        QCOMPARE(m_delegate.rowHeight(), 124);
        QCOMPARE(m_view->visualRect(m_model->index(3)).top(), 372);
        QCOMPARE(m_view->indexAt({50, 124 * 2 + 1}).row(), 2);
        QCOMPARE(m_view->verticalScrollBar()->maximum(), 200 * 124 - m_view->viewport()->height());
        m_view->verticalScrollBar()->setValue(124 * 100);
        QCOMPARE(m_view->indexAt({50, 1}).row(), 100);
        m_view->scrollTo(m_model->index(199));
        QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    }

    void compactRowsAreLower()
    {
        m_delegate.setCompact(true);
        m_view->doItemsLayout();
        QCOMPARE(m_view->visualRect(m_model->index(1)).top(), 92);
        m_delegate.setCompact(false);
    }

    void keysMoveThroughTheList()
    {
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentIndex().row(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentIndex().row(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QCOMPARE(m_view->currentIndex().row(), 6);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentIndex().row(), 199);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->currentIndex().row(), 0);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
        QSignalSpy enter(m_view.get(), &CardView::enterPressed);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(enter.size(), 1);
    }

    void keepsItsPlaceAndCountsWhatCameInAbove()
    {
        m_view->verticalScrollBar()->setValue(1000);
        const ArticleId top = m_model->idAt(m_view->indexAt({50, 0}).row());
        arrive(14, 1000);
        QCOMPARE(m_model->idAt(m_view->indexAt({50, 0}).row()), top);
        QCOMPARE(m_view->verticalScrollBar()->value(), 1000 + 14 * 124);
        QCOMPARE(m_view->newAbove(), 14);
        auto *pill = m_view->findChild<NewPill *>();
        QVERIFY(!pill->isHidden());
        QCOMPARE(pill->text(), QStringLiteral("14 new"));
        pill->click();
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
        QVERIFY(pill->isHidden());
    }

    void atTheTopTheyComeInByThemselves()
    {
        arrive(3, 1000);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
        QCOMPARE(m_view->newAbove(), 0);
        QCOMPARE(m_model->idAt(m_view->indexAt({50, 0}).row()), ArticleId(1002));
    }

    void removalAboveKeepsThePlaceAndOpensNothing()
    {
        m_view->setCurrentIndex(m_model->index(2));
        m_view->verticalScrollBar()->setValue(1240);
        const ArticleId top = m_model->idAt(m_view->indexAt({50, 0}).row());
        QSignalSpy current(m_view->selectionModel(), &QItemSelectionModel::currentChanged);
        ArticleChanges changes;
        changes.removed = {m_model->idAt(1), m_model->idAt(2)};
        Q_EMIT m_events.articlesChanged(changes);
        QCOMPARE(m_model->idAt(m_view->indexAt({50, 0}).row()), top);
        QCOMPARE(current.size(), 1);
        QVERIFY(!m_view->currentIndex().isValid());
    }

    /** Where one story ends and the next begins: the tellings below the first stand further in, and a line goes from
     * edge to edge below the last. */
    void tellingsOfAStoryStandTogether()
    {
        const QList<std::pair<int, int>> storyOf{{1, 7}, {2, 7}, {3, 7}, {4, 8}, {5, 8}, {6, 9}};
        for (const auto &[id, story] : storyOf) {
            m_source->articles[ArticleId(id)].story = StoryId(story);
            m_source->order.append(ArticleId(id));
        }
        const auto tellings = [this] {
            QList<Telling> list;
            for (int row = 0; row < m_model->rowCount(); ++row)
                list.append(m_model->index(row).data(TellingRole).value<Telling>());
            return list;
        };
        QVERIFY(tellings().count(Telling::None) == m_model->rowCount());
        ArticleFilter stories;
        stories.view = ArticleFilter::View::Stories;
        m_model->open(stories);
        m_source->answerAll();
        const QImage seen = m_view->grab().toImage();
        QCOMPARE(tellings(), (QList<Telling>{Telling::First, Telling::Middle, Telling::Last, Telling::First,
                                             Telling::Last, Telling::Only}));
        const auto at = [this](int row) {
            return m_delegate.geometry(m_view->viewport()->width(), Qt::LeftToRight, m_model->index(row));
        };
        QCOMPARE(at(0).contentLeft(), CardGeometry::ContentLeft);
        QCOMPARE(at(2).contentLeft(), CardGeometry::ContentLeft + CardGeometry::TellingIndent);
        QCOMPARE(at(3).contentLeft(), CardGeometry::ContentLeft);
        QVERIFY(at(3).metaCenter() > at(0).metaCenter());
        QCOMPARE(at(4).metaCenter(), at(0).metaCenter());
        const Theme &theme = m_appearance.theme();
        const auto inkAt = [&](int row, int x) { return seen.pixelColor(x, (row + 1) * 124 - 1); };
        QCOMPARE(inkAt(0, 2), theme.list);
        QCOMPARE(inkAt(2, 2), theme.fieldBorder);
        // A telling that comes in changes what those beside it are.
        m_source->order.insert(2, ArticleId(10));
        m_source->articles[ArticleId(10)].story = StoryId(7);
        ArticleChanges changes;
        changes.updated = {ArticleId(10)};
        Q_EMIT m_events.articlesChanged(changes);
        m_source->answerAll();
        m_view->grab();
        QCOMPARE(tellings().mid(0, 4),
                 (QList<Telling>{Telling::First, Telling::Middle, Telling::Middle, Telling::Last}));
    }

    void actionsOfAHoveredRow()
    {
        const CardGeometry at =
            m_delegate.geometry(m_view->viewport()->width(), Qt::LeftToRight, m_model->index(1));
        const QPoint star = m_view->visualRect(m_model->index(1)).topLeft() + at.action(0).center();
        QSignalSpy acted(m_view.get(), &CardView::actionTriggered);
        hover(star);
        // Before the actions are there, a click is a click on the row.
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, star);
        QVERIFY(acted.isEmpty());
        QCOMPARE(m_view->currentIndex().row(), 1);
        m_view->setCurrentIndex({});
        QTRY_VERIFY2_WITH_TIMEOUT(clicked(star, acted), "the actions never came", 2000);
        QCOMPARE(acted.first().at(0).value<CardGeometry::Action>(), CardGeometry::Star);
        QCOMPARE(acted.first().at(1).toModelIndex().row(), 1);
    }

    void otherClicks()
    {
        QSignalSpy outside(m_view.get(), &CardView::openOutsideWanted);
        const QPoint row = m_view->visualRect(m_model->index(2)).center();
        QTest::mouseClick(m_view->viewport(), Qt::MiddleButton, {}, row);
        QCOMPARE(outside.size(), 1);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, row);
        QCOMPARE(outside.size(), 2);
        QSignalSpy current(m_view->selectionModel(), &QItemSelectionModel::currentChanged);
        QTest::mouseClick(m_view->viewport(), Qt::RightButton, {},
                          m_view->visualRect(m_model->index(4)).center());
        QVERIFY(current.isEmpty());
    }

    void focusAloneChoosesNothing()
    {
        QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason);
        QCoreApplication::sendEvent(m_view.get(), &focus);
        QVERIFY(!m_view->currentIndex().isValid());
    }

    void mirrorsForRightToLeft()
    {
        const CardGeometry left{372, 1, false, Qt::LeftToRight};
        const CardGeometry right{372, 1, false, Qt::RightToLeft};
        QCOMPARE(left.favicon(), QRect(26, 13, 16, 16));
        QCOMPARE(right.favicon(), QRect(372 - 26 - 16, 13, 16, 16));
        QCOMPARE(left.thumbnail(), QRect(372 - 17 - 76, 37, 76, 76));
        QCOMPARE(right.thumbnail(), QRect(17, 37, 76, 76));
        QCOMPARE(left.titlePosition(true), QPoint(26, 35));
        QCOMPARE(right.titlePosition(true), QPoint(17 + 76 + 14, 35));
    }

    void paintsRowsThatAreNotThereYet()
    {
        m_source->answersNow = false;
        m_model->open({});
        m_source->answerAll();
        const QImage image = m_view->grab().toImage();
        QCOMPARE(image.pixelColor(40, 21), m_appearance.theme().placeholder);
    }

private:
    void arrive(int count, qint64 firstId)
    {
        ArticleChanges changes;
        for (int i = 0; i < count; ++i) {
            m_source->add(firstId + i, m_clock.now().addSecs(60 + i));
            changes.inserted.append(ArticleId(firstId + i));
        }
        Q_EMIT m_events.articlesChanged(changes);
        m_source->answerAll();
    }
    void hover(const QPoint &position)
    {
        QMouseEvent move(QEvent::MouseMove, position, m_view->viewport()->mapToGlobal(position), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view->viewport(), &move);
    }
    bool clicked(const QPoint &position, const QSignalSpy &acted)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, position);
        return !acted.isEmpty();
    }

    QTemporaryDir m_profile;
    Settings m_settings{m_profile.path()};
    Appearance m_appearance{m_settings};
    NoThumbnails m_thumbnails;
    test::FakeClock m_clock;
    LibraryEvents m_events;
    ArticleDelegate m_delegate{m_appearance, m_thumbnails, m_clock};
    std::unique_ptr<test::FakeHeadlines> m_source;
    std::unique_ptr<ArticleListModel> m_model;
    std::unique_ptr<CardView> m_view;
};

BROADSHEET_TEST_MAIN(CardViewTest, QApplication)
#include "cardview.moc"
