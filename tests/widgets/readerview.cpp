// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/readerview.h"
#include "net/httpclient.h"
#include "services/imageservice.h"
#include "services/workers.h"
#include "settings/settings.h"
#include "support/testmain.h"
#include "widgets/common/appearance.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/documentbuilder.h"
#include "widgets/reader/documentformat.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/pagefinder.h"
#include "widgets/reader/pageobjects.h"
#include "widgets/reader/textplace.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextTable>

using namespace broadsheet;
using render::Block;

namespace {

Block paragraph(const QString &text)
{
    Block block;
    render::Run run;
    run.text = text;
    block.runs = {run};
    return block;
}

} // namespace

class ReaderViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        fonts::loadFirst();
        fonts::loadRest();
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_settings.setColorScheme(ColorScheme::Light);
        m_view = std::make_unique<ReaderView>(m_images, m_appearance);
        m_view->resize(790, 850);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void theHeadlineIsTheName()
    {
        show(3);
        QCOMPARE(m_view->accessibleName(), QStringLiteral("A headline"));
        QVERIFY(m_view->textInteractionFlags() & Qt::TextSelectableByKeyboard);
    }

    void nothingIsOpenedByName()
    {
        // A picture lies where the names point to; what Qt gets is never that one.
        const QString path = m_folder.filePath(QStringLiteral("secret.png"));
        QImage secret(40, 40, QImage::Format_RGB32);
        secret.fill(Qt::red);
        QVERIFY(secret.save(path));
        for (const QString &name :
             {path, QUrl::fromLocalFile(path).toString(), QStringLiteral("qrc:/fonts/Inter-Bold.ttf")}) {
            const QVariant answer = m_view->loadResource(QTextDocument::ImageResource, QUrl(name));
            QCOMPARE(answer.value<QImage>().size(), QSize(1, 1));
        }
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        render::Image image;
        image.src = QUrl::fromLocalFile(path).toString();
        image.alt = QStringLiteral("words instead");
        content->page.images = {image};
        Block figure;
        figure.kind = Block::Kind::Figure;
        figure.image = 0;
        content->page.blocks = {figure};
        m_view->setContent(content);
        const QImage shown = m_view->grab().toImage();
        for (int y = 0; y < shown.height(); y += 3) {
            for (int x = 0; x < shown.width(); x += 3)
                QVERIFY(shown.pixelColor(x, y) != QColor(Qt::red));
        }
    }

    void picturesThatCountReadersLeaveNoGap()
    {
        QImage dot(1, 1, QImage::Format_RGB32);
        dot.fill(Qt::white);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        dot.save(&buffer, "PNG");
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        render::Image image;
        image.src = QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
        content->page.images = {image};
        Block figure;
        figure.kind = Block::Kind::Figure;
        figure.image = 0;
        content->page.blocks = {paragraph(QStringLiteral("Before.")), figure,
                                paragraph(QStringLiteral("After."))};
        m_view->setContent(content);
        const auto topOf = [this](const char *word) {
            const QTextBlock block = m_view->document()->find(QLatin1String(word)).block();
            return m_view->document()->documentLayout()->blockBoundingRect(block).top();
        };
        // The size is known only when the picture has come.
        QTRY_VERIFY(topOf("After") - topOf("Before") < 60);
        QVERIFY(topOf("After") > topOf("Before"));
    }

    void captionsStandWherePicturesDo_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("centred");
        QTest::addColumn<double>("inset");
        QTest::newRow("small") << QSize(200, 100) << true << 0.0;
        QTest::newRow("wide") << QSize(1320, 600) << false << 0.0;
        QTest::newRow("upright") << QSize(540, 720) << false << 60.0;
    }
    void captionsStandWherePicturesDo()
    {
        // The publisher does not say how large it is.
        QFETCH(QSize, size);
        QFETCH(bool, centred);
        QFETCH(double, inset);
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        render::Image image;
        image.src = dataUrl(size);
        content->page.images = {image};
        Block figure = paragraph(QStringLiteral("The caption."));
        figure.kind = Block::Kind::Figure;
        figure.image = 0;
        content->page.blocks = {paragraph(QStringLiteral("Before.")), figure};
        m_view->setContent(content);
        const auto caption = [this] {
            return m_view->document()->find(QStringLiteral("The caption")).block().blockFormat();
        };
        m_view->viewport()->grab();
        QTRY_COMPARE(m_images.knownSize(QUrl(image.src)).value_or(QSize()), size);
        QTRY_COMPARE(bool(caption().alignment() & Qt::AlignHCenter), centred);
        QTRY_COMPARE(caption().leftMargin(), inset);
        QCOMPARE(caption().rightMargin(), inset);
    }

    void picturesThatComeDuringTheLayoutLeaveTheRestWhole()
    {
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        render::Image image;
        image.src = dataUrl({200, 100});
        content->page.images = {image};
        for (int i = 0; i < 200; ++i) {
            content->page.blocks.append(paragraph(QStringLiteral("Paragraph %1 ").arg(i) +
                                                  QStringLiteral("of words and words ").repeated(12)));
            if (i % 25 != 3)
                continue;
            Block figure = paragraph(QStringLiteral("A caption."));
            figure.kind = Block::Kind::Figure;
            figure.image = 0;
            content->page.blocks.append(figure);
        }
        m_view->setContent(content);
        m_view->viewport()->grab();
        QTRY_COMPARE(m_images.knownSize(QUrl(image.src)).value_or(QSize()), QSize(200, 100));
        QTextDocument &document = *m_view->document();
        QTRY_VERIFY(document.lastBlock().layout()->lineCount() > 0);
        QTRY_VERIFY(document.find(QStringLiteral("A caption.")).block().blockFormat().alignment() &
                    Qt::AlignHCenter);
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            QVERIFY2(block.layout()->lineCount() > 0, qPrintable(QString::number(block.blockNumber())));
    }

    void changesInOneTableAreLaidOutTogether()
    {
        render::Page page;
        render::Table table;
        table.columns = 2;
        for (int i = 0; i < 200; ++i) {
            render::TableCell cell;
            cell.runs = paragraph(QStringLiteral("Words enough to make the table long")).runs;
            table.rows.append({cell, cell});
        }
        page.tables = {table};
        Block rows;
        rows.kind = Block::Kind::Table;
        rows.table = 0;
        const QString words = QStringLiteral("Words ").repeated(1000);
        page.blocks = {paragraph(QStringLiteral("One")), paragraph(QStringLiteral("Two")), rows,
                       paragraph(words), paragraph(QStringLiteral("Last"))};
        const auto document = DocumentBuilder(m_appearance.theme(), ReadingStyle()).build({}, page);
        const auto at = [&document](const char *word) {
            return document->find(QLatin1String(word)).selectionStart();
        };
        const int first = at("Words");
        const int last = at("Last");
        const auto *made = qobject_cast<QTextTable *>(document->rootFrame()->childFrames().value(0));
        QVERIFY(made);
        const int end = made->cellAt(made->rows() - 1, 1).firstPosition();
        QVERIFY(end - first > 2000);
        QList<std::pair<int, int>> spans;
        for (const textplace::Span &span : textplace::together(
                 *document, {last, end, at("One"), first, made->cellAt(30, 0).firstPosition(), at("Two")}))
            spans.append({span.from, span.length});
        const QList<std::pair<int, int>> expected{
            {at("One"), at("Two") + 1 - at("One")}, {first, end + 1 - first}, {last, 1}};
        QCOMPARE(spans, expected);
    }

    void noFlagStandsWhereTheCaretWouldBe()
    {
        // Qt draws one of no width with a flag for the direction, in words from right to left.
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        content->page.blocks = {paragraph(QString::fromUtf8("في الرابعة صباحًا English يبدأ الرصيف"))};
        m_view->setContent(content);
        m_view->setFocus();
        QTRY_VERIFY(m_view->hasFocus());
        QTextCursor cursor = m_view->textCursor();
        cursor.movePosition(QTextCursor::Start);
        m_view->setTextCursor(cursor);
        const QImage elsewhere = m_view->viewport()->grab().toImage();
        cursor.movePosition(QTextCursor::End);
        cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::MoveAnchor, 4);
        m_view->setTextCursor(cursor);
        QVERIFY(m_view->viewport()->grab().toImage() == elsewhere);
    }

    void filmsShowTheirStillAndLeadOutside()
    {
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        render::Embed film;
        film.url = QStringLiteral("https://films.example/watch");
        film.poster = QStringLiteral("https://films.example/still.jpg");
        film.title = QStringLiteral("A film");
        content->page.embeds = {film};
        Block block;
        block.kind = Block::Kind::Embed;
        block.embed = 0;
        content->page.blocks = {block};
        m_settings.setImagePolicy(ImagePolicy::Never);
        m_view->setContent(content);
        const QTextBlock still = m_view->document()->findBlockByNumber(2);
        const QTextCharFormat format = still.begin().fragment().charFormat();
        QVERIFY(format.property(documentformat::ImagePlayProperty).toBool());
        QCOMPARE(format.property(documentformat::ImageLinkProperty).toString(), film.url);
        QVERIFY(m_view->document()->toPlainText().contains(QStringLiteral("Play on films.example")));
        QSignalSpy activated(m_view.get(), &ReaderView::linkActivated);
        const QRectF rect = m_view->document()->documentLayout()->blockBoundingRect(still);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          QPoint(m_view->viewport()->width() / 2, int(rect.center().y())));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.constFirst().constFirst().toUrl(), QUrl(film.url));
        m_settings.setImagePolicy(ImagePolicy::Always);
    }

    void footnotesJumpAndComeBack()
    {
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        for (int i = 0; i < 60; ++i)
            content->page.blocks.append(
                paragraph(QStringLiteral("Paragraph %1, long enough for a line or so of text.").arg(i)));
        content->page.blocks.last().anchor = QStringLiteral("fn1");
        m_view->setContent(content);
        m_view->verticalScrollBar()->setValue(100);
        const auto before = m_view->place();
        m_view->showAnchor(QStringLiteral("fn1"));
        QVERIFY(m_view->verticalScrollBar()->value() > 500);
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_view->place().position, before.position);
        QVERIFY(!m_view->goBack());
    }

    void aClickOnANoteStaysWithTheNote()
    {
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        Block first = paragraph(QStringLiteral("Note"));
        first.runs.first().link = QStringLiteral("#fn1");
        content->page.blocks = {first};
        for (int i = 0; i < 60; ++i)
            content->page.blocks.append(
                paragraph(QStringLiteral("Paragraph %1, long enough for a line or so of text.").arg(i)));
        content->page.blocks.last().anchor = QStringLiteral("fn1");
        m_view->setContent(content);
        connect(m_view.get(), &ReaderView::linkActivated, m_view.get(),
                [this](const QUrl &url) { m_view->showAnchor(url.fragment()); });
        m_view->viewport()->grab();
        QTextCursor mark = m_view->document()->find(QStringLiteral("Note"));
        mark.setPosition(mark.selectionStart() + 2);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->cursorRect(mark).center());
        QVERIFY(m_view->verticalScrollBar()->value() > 500);
    }

    void anotherThemeKeepsThePlace()
    {
        show(60);
        m_view->verticalScrollBar()->setValue(2000);
        const auto before = m_view->place();
        QVERIFY(before.position > 0);
        m_settings.setColorScheme(ColorScheme::Dark);
        QCOMPARE(m_view->place().position, before.position);
        QCOMPARE(m_view->verticalScrollBar()->value(), 2000);
    }

    void anotherSizeKeepsTheWordAtTheTop()
    {
        show(60);
        m_view->verticalScrollBar()->setValue(2000);
        const QString before = wordsAt(m_view->place().position);
        ReadingStyle style = m_view->readingStyle();
        style.size = 26;
        m_view->setStyle(style);
        QVERIFY(m_view->verticalScrollBar()->value() > 2300);
        QCOMPARE(wordsAt(m_view->place().position), before);
    }

    void spaceIsTheWindowsKey()
    {
        show(60);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    }

    void arrowsMoveThePageOrACaret()
    {
        show(60);
        const QScrollBar *bar = m_view->verticalScrollBar();
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY(bar->value() > 0);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(bar->value(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(bar->value(), bar->maximum());
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(bar->value(), 0);
        QCOMPARE(m_view->textCursor().position(), 0); // nobody moved a caret

        m_view->setCaret(true);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->textCursor().position(), 1);
        QCOMPARE(bar->value(), 0);
        m_view->setCaret(false);
        QTest::keyClick(m_view.get(), Qt::Key_Right); // to the pane beside
        QCOMPARE(m_view->textCursor().position(), 1);
    }

    void pagingEndsAtTheEnd()
    {
        show(30);
        int pages = 0;
        while (m_view->pageDown() && pages < 100)
            ++pages;
        QVERIFY(pages > 2 && pages < 100);
        QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
        QVERIFY(m_view->pageUp());
    }

    void pagesBeginWithAWholeLine()
    {
        show(60);
        for (int page = 0; page < 5; ++page) {
            const int before = m_view->verticalScrollBar()->value();
            QVERIFY(m_view->pageDown());
            const int y = m_view->verticalScrollBar()->value();
            // Nothing is skipped: at least a line of the last page is seen again.
            QVERIFY(y <= before + m_view->viewport()->height() - 30);
            QVERIFY(y >= before + m_view->viewport()->height() - 100);
            QVERIFY(isBlank(0));
        }
        while (m_view->verticalScrollBar()->value() > 900) {
            QVERIFY(m_view->pageUp());
            QVERIFY(isBlank(0));
        }
    }

    void theHeadlineIsToldWhenItLeaves()
    {
        show(60);
        QSignalSpy seen(m_view.get(), &ReaderView::headlineSeen);
        m_view->verticalScrollBar()->setValue(600);
        QCOMPARE(seen.count(), 1);
        QCOMPARE(seen.first().first().toBool(), false);
        m_view->verticalScrollBar()->setValue(0);
        QCOMPARE(seen.last().first().toBool(), true);
    }

    void noCaretIsDrawnUnlessAsked()
    {
        const auto width = [this] {
            return m_view->document()->documentLayout()->property("cursorWidth").toInt();
        };
        show(3);
        QCOMPARE(width(), 0);
        m_view->setCaret(true);
        QCOMPARE(width(), 2);
        show(4);
        QCOMPARE(width(), 2);
        m_view->setCaret(false);
        show(5);
        QCOMPARE(width(), 0);
    }

    void theFirstPaintIsWhole_data()
    {
        QTest::addColumn<int>("paragraphs");
        QTest::newRow("short") << 4;
        QTest::newRow("some screens") << 40;
        QTest::newRow("laid out by and by") << 400;
    }
    void theFirstPaintIsWhole()
    {
        // Bars, bullets and tiles, too, when nothing of the document was laid out before.
        QFETCH(int, paragraphs);
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        Block quote = paragraph(QStringLiteral("If you build against the tide you are one storm behind."));
        quote.quoteDepth = 1;
        quote.group = 1;
        Block item = paragraph(QStringLiteral("An item of a list."));
        item.listDepth = 1;
        item.firstOfItem = true;
        item.group = 2;
        Block code = paragraph(QStringLiteral("lift(tide);"));
        code.kind = Block::Kind::Code;
        content->page.blocks = {quote, item, code};
        for (int i = 0; i < paragraphs; ++i)
            content->page.blocks.append(paragraph(QStringLiteral("The quay rises at four in the morning.")));
        show(30);
        auto ready = DocumentBuilder(m_appearance.theme(), m_view->styleForWidth())
                         .build(content->header, content->page);
        m_view->setContent(content, std::move(ready));
        const QImage first = m_view->viewport()->grab().toImage();
        const QImage again = m_view->viewport()->grab().toImage();
        QVERIFY(first == again);
        const QColor bar = m_appearance.theme().quoteBar;
        const int left = (m_view->viewport()->width() - 660) / 2;
        bool found = false;
        for (int y = 0; y < first.height() && !found; ++y)
            found = first.pixelColor(int((left + 1.5) * first.devicePixelRatio()), y) == bar;
        QVERIFY(found);
    }

    void labelsInTheFootHaveTheirOwnColour()
    {
        auto *foot = new QWidget;
        auto *label = new QLabel(foot);
        m_view->setFoot(foot);
        QCOMPARE(label->foregroundRole(), QPalette::WindowText);
    }

    void theFootStandsUnderTheText()
    {
        auto *foot = new QWidget;
        foot->setFixedHeight(300);
        m_view->setFoot(foot);
        show(20);
        QTRY_VERIFY(foot->isVisible());
        QCOMPARE(foot->width(), 660);
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        // 40 of air at the end of the page
        QTRY_VERIFY(qAbs(m_view->viewport()->height() - (foot->y() + 300) - 40) <= 2);
    }

    void findCountsAndStepsThroughHits()
    {
        show(60);
        PageFinder finder(*m_view, m_appearance);
        finder.setText(QStringLiteral("PARAGRAPH"));
        QCOMPARE(finder.hitCount(), 60);
        QCOMPARE(finder.current(), 1);
        finder.previous();
        QCOMPARE(finder.current(), 60);
        QVERIFY(m_view->verticalScrollBar()->value() > 1000);
        m_settings.setColorScheme(ColorScheme::Dark);
        QCOMPARE(finder.hitCount(), 60);
        finder.setText({});
        QCOMPARE(finder.hitCount(), 0);
        QVERIFY(m_view->extraSelections().isEmpty());
    }

    void aLongArticleIsLaidOutToItsEnd()
    {
        auto *foot = new QWidget;
        foot->setFixedHeight(300);
        m_view->setFoot(foot);
        show(1500);
        QVERIFY(!foot->isVisible()); // its place is not known yet
        // A place far down waits until there is something to scroll to, and is the reader's until then.
        const int position = m_view->document()->findBlockByNumber(1400).position();
        m_view->setPlace({position, 0});
        QCOMPARE(m_view->place().position, position);
        QTRY_VERIFY(foot->isVisible());
        QTRY_VERIFY(m_view->verticalScrollBar()->value() > 10'000);
        QCOMPARE(wordsAt(m_view->place().position), QStringLiteral("Paragraph 1398"));
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        QTRY_VERIFY(qAbs(m_view->viewport()->height() - (foot->y() + 300) - 40) <= 2);
    }

    void theFootComesWhereTheEndWasAskedForEarlier()
    {
        auto *foot = new QWidget;
        foot->setFixedHeight(300);
        m_view->setFoot(foot);
        show(1500);
        // As painting, a search or a place near the end do; Qt has nothing left to do after it.
        const QTextBlock last = m_view->document()->lastBlock();
        m_view->document()->documentLayout()->blockBoundingRect(last);
        QTRY_VERIFY(foot->isVisible());
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        QTRY_VERIFY(qAbs(m_view->viewport()->height() - (foot->y() + 300) - 40) <= 2);
    }

    void aPlaceBetweenParagraphsIsOneOfTheTextAbove()
    {
        show(1500);
        int before = 0;
        for (int y = 1; y < 400; ++y) {
            m_view->verticalScrollBar()->setValue(y);
            const int position = m_view->place().position;
            QVERIFY(position >= before);
            QVERIFY(position < 2000); // and not of what is not laid out yet
            before = position;
        }
    }

    void whoScrollsIsNotPulledAway()
    {
        show(1500);
        m_view->setPlace({m_view->document()->findBlockByNumber(1400).position(), 20});
        m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        const int y = m_view->verticalScrollBar()->value();
        QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 100'000);
        QCOMPARE(m_view->verticalScrollBar()->value(), y);
    }

    void figuresFitTheColumn_data()
    {
        QTest::addColumn<QSize>("own");
        QTest::addColumn<QSize>("declared");
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("unknown is 16:9") << QSize() << QSize() << QSizeF(640, 360);
        QTest::newRow("wide") << QSize(1280, 640) << QSize() << QSizeF(640, 320);
        QTest::newRow("half") << QSize(400, 200) << QSize() << QSizeF(640, 320);
        QTest::newRow("small") << QSize(320, 200) << QSize() << QSizeF(320, 200);
        QTest::newRow("declared smaller") << QSize(1280, 640) << QSize(200, 0) << QSizeF(200, 100);
        QTest::newRow("tall") << QSize(640, 7200) << QSize() << QSizeF(64, 720);
    }
    void figuresFitTheColumn()
    {
        QFETCH(QSize, own);
        QFETCH(QSize, declared);
        QFETCH(QSizeF, size);
        QCOMPARE(figureSize(own, declared, 640), size);
    }

private:
    void show(int paragraphs)
    {
        auto content = std::make_shared<PageContent>();
        content->header.headline = QStringLiteral("A headline");
        for (int i = 0; i < paragraphs; ++i) {
            content->page.blocks.append(paragraph(
                QStringLiteral("Paragraph %1. The quay rises at four in the morning, and nobody is there "
                               "to see how it lifts with the water and lowers again before breakfast.")
                    .arg(i)));
        }
        m_view->setContent(content);
    }
    static QString dataUrl(const QSize &size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
    }
    /** Whether a row of the view's pixels meets no letter. */
    bool isBlank(int row) const
    {
        const QImage image =
            m_view->viewport()->grab(QRect(0, row, m_view->viewport()->width(), 1)).toImage();
        for (int x = 1; x < image.width(); ++x) {
            if (image.pixel(x, 0) != image.pixel(0, 0))
                return false;
        }
        return true;
    }
    QString wordsAt(int position) const { return m_view->document()->findBlock(position).text().left(14); }

    QTemporaryDir m_folder;
    Settings m_settings{m_folder.path()};
    Appearance m_appearance{m_settings};
    Workers m_workers;
    net::HttpClient m_http;
    ImageService m_service{m_http, m_workers, m_folder.filePath(QStringLiteral("images"))};
    ImageLoader m_images{m_service, m_workers, m_settings};
    std::unique_ptr<ReaderView> m_view;
};

BROADSHEET_TEST_MAIN(ReaderViewTest, QApplication)
#include "readerview.moc"
