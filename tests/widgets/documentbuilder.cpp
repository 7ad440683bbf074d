// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/documentbuilder.h"
#include "support/testmain.h"
#include "widgets/common/fonts.h"
#include "widgets/reader/documentformat.h"
#include "widgets/reader/linkpolicy.h"
#include "widgets/reader/pagepainter.h"
#include "widgets/reader/selectioncopy.h"
#include "widgets/reader/textformats.h"

#include <QApplication>
#include <QMimeData>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextTable>

using namespace broadsheet;
using namespace broadsheet::documentformat;
using render::Block;
using render::Run;
using render::RunFlag;

namespace {

Run run(const char *text, render::RunFlags flags = {}, const char *link = "")
{
    Run made;
    made.text = QString::fromUtf8(text);
    made.flags = flags;
    made.link = QString::fromUtf8(link);
    return made;
}

Block block(QList<Run> runs, Block::Kind kind = Block::Kind::Paragraph)
{
    Block made;
    made.kind = kind;
    made.runs = std::move(runs);
    return made;
}

ArticleHeader header()
{
    ArticleHeader made;
    made.kicker = QStringLiteral("World News");
    made.headline = QStringLiteral("The harbour");
    made.source = QStringLiteral("The Meridian");
    made.date = QStringLiteral("12 March 2026, 09:41");
    return made;
}

QTextCharFormat formatOf(const QTextDocument &document, const QString &text)
{
    const QTextCursor cursor = document.find(text);
    return cursor.isNull() ? QTextCharFormat() : cursor.charFormat();
}

} // namespace

class DocumentBuilderTest : public QObject
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
        m_page = {};
    }

    void linksWithinThePageLeadAnywhere()
    {
        m_page.images.append(render::Image());
        m_page.images.last().src = QStringLiteral("https://a.example/i.png");
        render::Table table;
        table.columns = 2;
        for (const char *words : {"A", "1"}) {
            render::TableCell cell;
            cell.runs = {run(words)};
            table.rows.append({cell, cell});
        }
        m_page.tables.append(table);
        Block figure = block({}, Block::Kind::Figure);
        figure.image = 0;
        Block rows = block({}, Block::Kind::Table);
        rows.table = 0;
        m_page.blocks = {block({run("Text")}), figure, rows, block({run("int a;")}, Block::Kind::Code)};
        for (qsizetype i = 0; i < m_page.blocks.size(); ++i)
            m_page.blocks[i].anchor = QStringLiteral("a%1").arg(i);
        const auto document = build();
        QStringList found;
        for (QTextBlock at = document->begin(); at.isValid(); at = at.next()) {
            for (auto it = at.begin(); !it.atEnd(); ++it) {
                for (const QString &name : it.fragment().charFormat().anchorNames())
                    found.append(name + u' ' + QString(at.text()).remove(QChar(0x2060)));
            }
        }
        QCOMPARE(found, (QStringList{QStringLiteral("a0 Text"),
                                     QStringLiteral("a1 ") + QChar(QChar::ObjectReplacementCharacter),
                                     QStringLiteral("a2 A"), QStringLiteral("a3 int a;")}));
    }

    void headerComesFirstAndFootLast()
    {
        m_page.blocks = {block({run("Words.")})};
        const auto document = build();
        QCOMPARE(kinds(*document), (QList<BlockKind>{BlockKind::Kicker, BlockKind::Headline,
                                                     BlockKind::Byline, BlockKind::Text, BlockKind::Foot}));
        QCOMPARE(document->findBlockByNumber(1).text(), QStringLiteral("The harbour"));
        QCOMPARE(document->findBlockByNumber(1).blockFormat().headingLevel(), 1);
        QCOMPARE(document->lastBlock().begin().fragment().charFormat().objectType(), int(FootObject));
    }

    void codeIsOneBlockWithLineSeparators()
    {
        m_page.blocks = {block({run("a\n\tb\n\n")}, Block::Kind::Code)};
        const auto document = build();
        const QTextBlock code = document->findBlockByNumber(3);
        QCOMPARE(kind(code.blockFormat()), BlockKind::Code);
        QCOMPARE(code.text(), QStringLiteral("a\u2028    b"));
        QCOMPARE(code.blockFormat().layoutDirection(), Qt::LeftToRight);
    }

    void inlineCodeHasRoomForItsTile()
    {
        m_page.blocks = {block({run("Run "), run("ls -l", RunFlag::Code), run(" now.")})};
        const auto document = build();
        QCOMPARE(formatOf(*document, QStringLiteral("Run ")).fontLetterSpacing(), 3.0); // the blank before it
        QCOMPARE(formatOf(*document, QStringLiteral("ls -")).fontLetterSpacing(), 0.0);
        QCOMPARE(formatOf(*document, QStringLiteral("ls -l")).fontLetterSpacing(), 3.0);
        // The room is for the eye: a copy is in one piece.
        QTextCursor line(document->findBlockByNumber(3));
        line.select(QTextCursor::BlockUnderCursor);
        QCOMPARE(selectioncopy::markdown(line).trimmed(), QStringLiteral("Run `ls -l` now."));
    }

    void pulledSentencesStandOut()
    {
        Block sentence = block({run("The quay rises.")});
        sentence.quoteDepth = 1;
        sentence.pulled = true;
        sentence.group = 1;
        Block speaker = sentence;
        speaker.runs = {run("A. Morrow")};
        m_page.blocks = {block({run("Before.")}), sentence, speaker, block({run("After.")})};
        const auto document = build();
        QCOMPARE(kind(document->findBlockByNumber(4).blockFormat()), BlockKind::Pulled);
        QVERIFY(!document->findBlockByNumber(4).blockFormat().hasProperty(QuoteDepthProperty));
        QVERIFY(formatOf(*document, QStringLiteral("The quay rises.")).fontPointSize() >
                formatOf(*document, QStringLiteral("Before.")).fontPointSize());
        QCOMPARE(kind(document->findBlockByNumber(5).blockFormat()), BlockKind::Caption);
    }

    void onlyScriptsWithItalicsLean_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("leans");
        QTest::newRow("latin") << QStringLiteral("“The quay") << true;
        QTest::newRow("greek") << QStringLiteral("Η προβλήτα") << true;
        QTest::newRow("cyrillic") << QStringLiteral("Набережная") << true;
        QTest::newRow("arabic") << QStringLiteral("كنا نتحدث") << false;
        QTest::newRow("hebrew") << QStringLiteral("שלום") << false;
        QTest::newRow("chinese") << QStringLiteral("「码头」") << false;
        QTest::newRow("no letter") << QStringLiteral("1974") << true;
    }
    void onlyScriptsWithItalicsLean()
    {
        QFETCH(QString, text);
        QFETCH(bool, leans);
        Block quote = block({run(text.toUtf8().constData())});
        quote.quoteDepth = 1;
        quote.group = 1;
        Run emphasis = run(text.toUtf8().constData(), RunFlag::Italic);
        m_page.blocks = {quote, block({emphasis})};
        const auto document = build();
        QCOMPARE(document->findBlockByNumber(3).begin().fragment().charFormat().fontItalic(), leans);
        const QTextCharFormat stressed = document->findBlockByNumber(4).begin().fragment().charFormat();
        QCOMPARE(stressed.fontItalic(), leans);
        QVERIFY(leans || stressed.fontWeight() > QFont::Normal); // stress is not lost
    }

    void chineseCharactersTakeTheirCountrysShape_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("family");
        QTest::newRow("kana") << QString() << QStringLiteral("図書館の灯")
                              << QStringLiteral("Noto Serif CJK JP");
        QTest::newRow("hangul") << QString() << QStringLiteral("圖書館은")
                                << QStringLiteral("Noto Serif CJK KR");
        QTest::newRow("told") << QStringLiteral("zh-TW") << QStringLiteral("圖書館")
                              << QStringLiteral("Noto Serif CJK TC");
        QTest::newRow("else") << QStringLiteral("en") << QStringLiteral("图书馆")
                              << QStringLiteral("Noto Serif CJK SC");
    }
    void chineseCharactersTakeTheirCountrysShape()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QString, family);
        m_page.blocks = {block({run(text.toUtf8().constData())})};
        ArticleHeader header;
        header.headline = QStringLiteral("x");
        header.language = language;
        const auto document = DocumentBuilder(Theme::light(), ReadingStyle()).build(header, m_page);
        const QStringList families = formatOf(*document, text.left(1)).font().families();
        QVERIFY2(families.contains(family), qPrintable(families.join(u',')));
        QCOMPARE(families.filter(QStringLiteral("CJK")).size(), 1);
        QCOMPARE(families.constFirst(), QStringLiteral("Literata"));
    }

    void rightToLeftIsMirroredByBlock()
    {
        Block quote = block({run("שלום")});
        quote.quoteDepth = 1;
        quote.group = 1;
        quote.direction = render::Direction::RightToLeft;
        m_page.blocks = {quote, block({run("Left.")})};
        const auto document = build();
        const QTextBlockFormat right = document->findBlockByNumber(3).blockFormat();
        QCOMPARE(right.layoutDirection(), Qt::RightToLeft);
        QCOMPARE(right.leftMargin(), 0.0);
        QCOMPARE(right.rightMargin(), 22.0);
        QCOMPARE(document->findBlockByNumber(4).blockFormat().rightMargin(), 0.0);
    }

    void listItemsCarryTheirMarkers()
    {
        Block item = block({run("One")});
        item.listDepth = 1;
        item.firstOfItem = true;
        Block inner = item;
        inner.listDepth = 2;
        Block third = item;
        third.ordered = true;
        third.marker = QStringLiteral("iv");
        m_page.blocks = {item, inner, third};
        const auto document = build();
        QCOMPARE(document->findBlockByNumber(3).blockFormat().stringProperty(MarkerProperty),
                 QStringLiteral("•"));
        QCOMPARE(document->findBlockByNumber(4).blockFormat().stringProperty(MarkerProperty),
                 QStringLiteral("◦"));
        QCOMPARE(document->findBlockByNumber(5).blockFormat().stringProperty(MarkerProperty),
                 QStringLiteral("iv."));
        QCOMPARE(document->findBlockByNumber(4).blockFormat().leftMargin(), 52.0);
    }

    void picturesAndTasksNeedNoBullet()
    {
        render::Image image;
        image.src = QStringLiteral("https://a.example/a.png");
        m_page.images = {image};
        Block picture = block({}, Block::Kind::Figure);
        picture.image = 0;
        picture.listDepth = 1;
        picture.firstOfItem = true;
        Block task = block({run("☐ To do")});
        task.listDepth = 1;
        task.firstOfItem = true;
        Block numbered = picture;
        numbered.ordered = true;
        numbered.marker = QStringLiteral("1");
        m_page.blocks = {picture, task, numbered};
        const auto document = build();
        QVERIFY(!document->findBlockByNumber(3).blockFormat().hasProperty(MarkerProperty));
        QVERIFY(!document->findBlockByNumber(4).blockFormat().hasProperty(MarkerProperty));
        QVERIFY(document->findBlockByNumber(5).blockFormat().hasProperty(MarkerProperty));
    }

    void captionsOfOtherThingsAreSmall()
    {
        Block caption = block({run("A list", RunFlag::Small)});
        caption.caption = true;
        m_page.blocks = {block({run("x")}, Block::Kind::Code), caption};
        const auto document = build();
        const QTextBlock made = document->findBlockByNumber(4);
        QCOMPARE(kind(made.blockFormat()), BlockKind::Caption);
        // Small type in it is no smaller.
        QCOMPARE(formatOf(*document, QStringLiteral("A list")).fontPointSize(),
                 made.charFormat().fontPointSize());
    }

    void figuresStandUnderEachOther()
    {
        m_page.tables = {tableOf({{"Place", "Year", "Tons", "Note"},
                                  {"Lindhavn", "2021", "412,000", "1 ship"},
                                  {"North", "2023", "–", "7"},
                                  {"South", "2025", "1,744", "none"}})};
        m_page.blocks = {block({}, Block::Kind::Table)};
        m_page.blocks.last().table = 0;
        const auto document = build();
        const QTextTable *made = document->find(QStringLiteral("Lindhavn")).currentTable();
        const auto isRight = [made](int row, int column) {
            return bool(made->cellAt(row, column).firstCursorPosition().blockFormat().alignment() &
                        Qt::AlignRight);
        };
        QVERIFY(!isRight(1, 0));
        QVERIFY(isRight(0, 1)); // its head with it
        QVERIFY(isRight(1, 2));
        QVERIFY(isRight(2, 2));
        QVERIFY(!isRight(2, 3)); // words among them
        QCOMPARE(made->cellAt(1, 3).format().toTableCellFormat().rightPadding(), 0.0);
    }

    void columnsHaveRoomForTheirWords()
    {
        m_page.tables = {tableOf({{"Station", "Jan", "Feb", "Mar", "Apr", "May", "June", "Remarks"},
                                  {"Lindhavn", "1", "2", "3", "4", "5", "6",
                                   "Ice until the middle of February, gauge replaced in a storm"}})};
        m_page.blocks = {block({}, Block::Kind::Table)};
        m_page.blocks.last().table = 0;
        const auto document = build();
        const QTextTable *made = document->find(QStringLiteral("Lindhavn")).currentTable();
        const QList<QTextLength> widths = made->format().columnWidthConstraints();
        QCOMPARE(widths.size(), 8);
        double all = 0;
        for (const QTextLength &width : widths)
            all += width.rawValue();
        QVERIFY(qAbs(all - 100) < 0.01);
        QVERIFY(widths[7].rawValue() > 3 * widths[1].rawValue());
        QVERIFY(widths[0].rawValue() > widths[1].rawValue());
    }

    void tablesAreTables()
    {
        render::Table table;
        table.columns = 2;
        table.headerRows = 1;
        for (const char *text : {"Year", "2021"}) {
            render::TableCell cell;
            cell.runs = {run(text)};
            cell.header = table.rows.isEmpty();
            table.rows.append({cell, cell});
        }
        m_page.tables = {table};
        Block place;
        place.kind = Block::Kind::Table;
        place.table = 0;
        m_page.blocks = {block({run("Before.")}), place, block({run("After.")})};
        const auto document = build();
        QTextTable *made = document->find(QStringLiteral("2021")).currentTable();
        QVERIFY(made);
        QCOMPARE(made->rows(), 2);
        QCOMPARE(made->columns(), 2);
        QCOMPARE(made->cellAt(0, 0).format().toTableCellFormat().bottomBorder(), 1.0);
        QCOMPARE(made->cellAt(1, 1).firstCursorPosition().block().text(), QStringLiteral("2021"));
        // No empty paragraph before or after: the next words stand in the block that Qt keeps there.
        QCOMPARE(made->lastCursorPosition().block().next().text(), QStringLiteral("After."));
        // Qt leaves out the upper margin of what follows a table.
        QCOMPARE(made->format().bottomMargin(), 16.0);
    }

    void cellsSpanRowsAndColumns()
    {
        const auto document = buildTable({}, 3);
        const QTextTable *made = document->find(QStringLiteral("Storm")).currentTable();
        // Where Qt loses this it draws the cell once for each row, and its words look bold.
        QCOMPARE(made->cellAt(1, 0).rowSpan(), 2);
        QCOMPARE(made->cellAt(2, 0).firstCursorPosition().block().text(), QStringLiteral("Storm"));
        QCOMPARE(made->cellAt(2, 1).firstCursorPosition().block().text(), QStringLiteral("2023"));
        QCOMPARE(made->cellAt(3, 1).columnSpan(), 2);
        QCOMPARE(made->cellAt(1, 0).format().toTableCellFormat().bottomBorder(), 1.0);
        QCOMPARE(made->cellAt(1, 0).format().toTableCellFormat().topPadding(), 7.0);
    }

    void wordsInTablesStayWhole_data()
    {
        QTest::addColumn<QList<QStringList>>("rows");
        QTest::addColumn<QStringList>("torn");
        const auto words = [](const char *line) {
            return QString::fromUtf8(line).replace(u'_', QChar(QChar::Nbsp)).split(u' ');
        };
        QTest::newRow("long words") << QList{words("Bundesland Landeshauptstadt Regierungspräsidium "
                                                   "Einwohnerzahl Bevölkerungsdichte"),
                                             words("Nordrhein-Westfalen Düsseldorf Bezirksregierung_Arnsberg "
                                                   "17.932.651 525_Einwohner_je_Quadratkilometer")}
                                    << QStringList();
        QTest::newRow("one long text")
            << QList{words("Parameter Type Description"),
                     QStringList{QStringLiteral("maximumConnections"), QStringLiteral("integer"),
                                 QStringLiteral("How many connections may be open. ").repeated(9)}}
            << QStringList();
        QTest::newRow("many columns")
            << QList{words("Name Ten Silver Bronze Total Athletes Season People Continent Capital"),
                     words("Liechtenstein 0 0 1 1 5 Winter 39,000 Europe Vaduz")}
            << QStringList();
        QTest::newRow("too many")
            << QList{words("Country GoldMedals Silver Bronze Total Athletes Participation "
                           "Population Continent Capital Remarks Further_remarks"),
                     words("Liechtenstein 0 0 1 1 5 Winter 39,000 Europe Vaduz None None")}
            << words("Participation Liechtenstein");
        QTest::newRow("without blanks")
            << QList{words("省份 省会 人口 面积 说明"),
                     QStringList{QStringLiteral("广东省"), QStringLiteral("广州"),
                                 QStringLiteral("126,012,510"), QStringLiteral("179,725"),
                                 QStringLiteral("中国南部沿海的一个省份").repeated(6)}}
            << QStringList{QStringLiteral("中国南部沿海的一个省份").repeated(6)};
    }

    /** Where there is room for them in any type; else only the longest ones break. */
    void wordsInTablesStayWhole()
    {
        QFETCH(QList<QStringList>, rows);
        QFETCH(QStringList, torn);
        QList<QList<const char *>> texts;
        QList<QByteArray> kept;
        for (const QStringList &row : rows) {
            texts.append(QList<const char *>());
            for (const QString &text : row) {
                kept.append(text.toUtf8());
                texts.last().append(kept.constLast().constData());
            }
        }
        m_page.tables = {tableOf(texts)};
        Block place = block({}, Block::Kind::Table);
        place.table = 0;
        m_page.blocks = {place};
        const auto document = build();
        document->setDocumentMargin(0);
        document->setTextWidth(ReadingStyle().column);
        QVERIFY(document->size().width() <= ReadingStyle().column + 1); // and all of it is laid out
        const auto *table = qobject_cast<QTextTable *>(document->rootFrame()->childFrames().value(0));
        QVERIFY(table);
        QStringList found;
        for (int row = 0; row < table->rows(); ++row) {
            for (int column = 0; column < table->columns(); ++column) {
                const QTextBlock words = table->cellAt(row, column).firstCursorPosition().block();
                bool whole = words.layout()->lineCount() > 0;
                for (int i = 0; i + 1 < words.layout()->lineCount(); ++i) {
                    const QTextLine line = words.layout()->lineAt(i);
                    const QChar last = words.text().at(line.textStart() + line.textLength() - 1);
                    whole = whole && (last.isSpace() || last == u'-');
                }
                if (!whole)
                    found.append(words.text());
            }
        }
        QCOMPARE(found.join(u'|'), torn.join(u'|'));
    }

    void copiedTablesAreTables()
    {
        m_page.tables = {tableOf({{"Port", "Tons"}, {"Oslo", "12"}, {"Split", "7"}})};
        Block place = block({}, Block::Kind::Table);
        place.table = 0;
        m_page.blocks = {block({run("Before.")}), place, block({run("After.")})};
        const auto document = build();
        QTextCursor cursor = document->find(QStringLiteral("Before."));
        cursor.setPosition(cursor.selectionStart());
        cursor.setPosition(document->find(QStringLiteral("After.")).selectionEnd(), QTextCursor::KeepAnchor);
        QCOMPARE(selectioncopy::plainText(cursor),
                 QStringLiteral("Before.\n\nPort\tTons\nOslo\t12\nSplit\t7\n\nAfter."));
        QVERIFY(selectioncopy::markdown(cursor).contains(QStringLiteral("| Oslo | 12 |")));
        const std::unique_ptr<QMimeData> data(selectioncopy::mimeData(cursor));
        QVERIFY(data->html().contains(
            QStringLiteral("<table><tr><th>Port</th><th>Tons</th></tr><tr><td>Oslo</td>")));
        // Over several cells Qt selects a rectangle of them; within one, its words.
        cursor = document->find(QStringLiteral("Oslo"));
        cursor.setPosition(cursor.selectionStart());
        cursor.setPosition(document->find(QStringLiteral("7")).selectionEnd(), QTextCursor::KeepAnchor);
        QCOMPARE(selectioncopy::plainText(cursor), QStringLiteral("Oslo\t12\nSplit\t7"));
        cursor = document->find(QStringLiteral("Oslo"));
        cursor.setPosition(cursor.selectionStart());
        cursor.setPosition(document->find(QStringLiteral("Split")).selectionEnd(), QTextCursor::KeepAnchor);
        QCOMPARE(selectioncopy::plainText(cursor), QStringLiteral("Oslo\nSplit"));
        QCOMPARE(selectioncopy::plainText(document->find(QStringLiteral("Spl"))), QStringLiteral("Spl"));
    }

    void tablesFromRightToLeftAreMirrored()
    {
        const auto document = buildTable(render::Direction::RightToLeft, 3);
        const QTextTable *made = document->find(QStringLiteral("Storm")).currentTable();
        QCOMPARE(made->cellAt(0, 2).firstCursorPosition().block().text(), QStringLiteral("Cause"));
        QCOMPARE(made->cellAt(1, 2).rowSpan(), 2);
        QCOMPARE(made->cellAt(2, 1).firstCursorPosition().block().text(), QStringLiteral("2023"));
        QCOMPARE(made->cellAt(3, 0).columnSpan(), 2);
        QCOMPARE(made->cellAt(3, 2).firstCursorPosition().block().text(), QStringLiteral("Calm"));
        const QTextCharFormat first = made->cellAt(0, 2).format();
        QCOMPARE(first.toTableCellFormat().rightPadding(), 0.0);
        QVERIFY(first.toTableCellFormat().leftPadding() > 0);
        QCOMPARE(made->cellAt(0, 2).firstCursorPosition().blockFormat().alignment(),
                 Qt::AlignRight | Qt::AlignAbsolute);
    }

    void numbersHaveTheirSizeOnPaper()
    {
        Block item = block({run("One")});
        item.listDepth = 1;
        item.ordered = true;
        item.firstOfItem = true;
        item.marker = QStringLiteral("8");
        m_page.blocks = {item};
        const auto document = DocumentBuilder(Theme::light(), ReadingStyle()).build({}, m_page);
        document->setTextWidth(400);
        const auto heightOf = [&](int dotsPerInch) {
            const double factor = dotsPerInch / 96.0;
            QImage paper(QSize(400, 200) * factor, QImage::Format_RGB32);
            paper.setDotsPerMeterX(qRound(dotsPerInch / 0.0254));
            paper.setDotsPerMeterY(qRound(dotsPerInch / 0.0254));
            paper.fill(Qt::white);
            QPainter painter(&paper);
            painter.scale(factor, factor);
            PagePainter(painter, *document, Theme::light(), 1).paint(QRectF(0, 0, 400, 200));
            painter.end();
            int first = paper.height();
            int last = 0;
            for (int y = 0; y < paper.height(); ++y) {
                for (int x = 0; x < paper.width(); ++x) {
                    if (qGray(paper.pixel(x, y)) > 160)
                        continue;
                    first = qMin(first, y);
                    last = qMax(last, y);
                }
            }
            return last - first + 1;
        };
        const int onScreen = heightOf(96);
        QVERIFY(onScreen > 8);
        QVERIFY2(qAbs(heightOf(384) - 4 * onScreen) <= 8, qPrintable(QString::number(heightOf(384))));
    }

    void listsStandApart()
    {
        Block first = block({run("One")});
        first.listDepth = 1;
        first.group = 1;
        Block second = first;
        Block other = first;
        other.group = 2;
        m_page.blocks = {first, second, other};
        const auto document = build();
        QCOMPARE(document->findBlockByNumber(4).blockFormat().topMargin(), 7.0);
        QCOMPARE(document->findBlockByNumber(5).blockFormat().topMargin(), 16.0);
    }

    void captionsStandUnderTheirPicture()
    {
        render::Image small;
        small.src = QStringLiteral("https://a.example/a.png");
        small.width = 240;
        render::Image large = small;
        large.width = 600;
        m_page.images = {small, large};
        Block figure = block({run("Words")}, Block::Kind::Figure);
        figure.image = 0;
        Block wide = figure;
        wide.image = 1;
        m_page.blocks = {figure, wide};
        const auto document = build();
        QCOMPARE(document->findBlockByNumber(4).blockFormat().alignment(), Qt::AlignHCenter);
        QVERIFY(document->findBlockByNumber(6).blockFormat().alignment() != Qt::AlignHCenter);
    }

    void readingsStandInParentheses()
    {
        m_page.blocks = {block({run("図書館"), run("としょかん", RunFlag::Ruby), run("の")})};
        QCOMPARE(build()->findBlockByNumber(3).text(), QStringLiteral("図書館（としょかん）の"));
    }

    /** Marks of direction keep parts of another script in their places; copies are without them. */
    void partsKeepTheirOrderFromRightToLeft()
    {
        Block words = block({run("שלום "), run("f()", RunFlag::Code), run(" שלום")});
        words.direction = render::Direction::RightToLeft;
        words.listDepth = 1;
        words.ordered = true;
        words.firstOfItem = true;
        words.marker = QStringLiteral("1");
        m_page.blocks = {words};
        ArticleHeader hebrew = header();
        hebrew.headline = QStringLiteral("שלום");
        const auto document = DocumentBuilder(Theme::light(), {}).build(hebrew, m_page);
        QVERIFY(document->findBlockByNumber(2).text().contains(
            QStringLiteral("Meridian\u2069  ·  \u206812 March")));
        const QTextBlock made = document->findBlockByNumber(3);
        QVERIFY(made.text().contains(QStringLiteral("\u200Ef()\u200E")));
        QCOMPARE(made.blockFormat().stringProperty(MarkerProperty), QStringLiteral("\u200F1.\u200F"));
        QTextCursor all(made);
        all.select(QTextCursor::BlockUnderCursor);
        const std::unique_ptr<QMimeData> copy(selectioncopy::mimeData(all));
        QVERIFY(copy->text().contains(QStringLiteral("שלום f() שלום")));
    }

    /** Qt lays out a table at once, however long it is. */
    void aLongTableIsWrittenInPieces()
    {
        render::Table table;
        table.columns = 3;
        table.headerRows = 1;
        for (int i = 0; i < 200; ++i) {
            QList<render::TableCell> row;
            for (int column = 0; column < 3; ++column) {
                if (column == 0 && i > 40 && i <= 80)
                    continue; // beside one of forty rows
                render::TableCell cell;
                cell.runs = {run(QByteArray("r" + QByteArray::number(i) + "c" + QByteArray::number(column)))};
                cell.header = i == 0;
                cell.rowSpan = column == 0 && i == 40 ? 41 : 1;
                row.append(cell);
            }
            table.rows.append(row);
        }
        m_page.tables = {table};
        Block place = block({}, Block::Kind::Table);
        place.table = 0;
        m_page.blocks = {block({run("Before.")}), place, block({run("After.")})};
        const auto document = build();
        QList<QTextTable *> pieces;
        for (QTextFrame *frame : document->rootFrame()->childFrames())
            pieces.append(qobject_cast<QTextTable *>(frame));
        QVERIFY(pieces.size() > 2 && !pieces.contains(nullptr));
        int rows = 0;
        for (const QTextTable *piece : std::as_const(pieces)) {
            rows += piece->rows();
            QCOMPARE(piece->format().columnWidthConstraints(),
                     pieces.first()->format().columnWidthConstraints());
            QCOMPARE(piece->format().headerRowCount(), piece == pieces.first() ? 1 : 0);
            QVERIFY(piece->rows() < 120);
        }
        QCOMPARE(rows, 200);
        // A copy has one.
        QTextCursor all(document.get());
        all.select(QTextCursor::Document);
        const QString text = selectioncopy::plainText(all);
        QCOMPARE(text.count(QStringLiteral("\n\n")), 5); // after kicker, headline, byline, Before., the table
        QVERIFY(text.contains(QStringLiteral("r199c0\tr199c1\tr199c2\n\nAfter.")));
        QCOMPARE(selectioncopy::markdown(all).count(QStringLiteral("---")), 3);
    }

    void aTableTooLargeBecomesLines()
    {
        render::Table table;
        table.columns = 3;
        render::TableCell cell;
        cell.runs = {run("x")};
        for (int i = 0; i < 7000; ++i)
            table.rows.append({cell, cell, cell});
        m_page.tables = {table};
        Block place;
        place.kind = Block::Kind::Table;
        place.table = 0;
        m_page.blocks = {place};
        const auto document = build();
        QVERIFY(!document->find(QStringLiteral("x")).currentTable());
        QCOMPARE(document->findBlockByNumber(3).text(), QStringLiteral("x · x · x"));
    }

    void onlyAllowedLinksBecomeAnchors_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("https") << QStringLiteral("https://example.org/") << true;
        QTest::newRow("mailto") << QStringLiteral("mailto:a@example.org") << true;
        QTest::newRow("within") << QStringLiteral("#fn1") << true;
        QTest::newRow("javascript") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("data") << QStringLiteral("data:text/html,x") << false;
        QTest::newRow("our own") << QStringLiteral("broadsheet:category") << false;
        QTest::newRow("relative") << QStringLiteral("x.html") << false;
    }
    void onlyAllowedLinksBecomeAnchors()
    {
        QFETCH(QString, link);
        QFETCH(bool, allowed);
        m_page.blocks = {block({run("linked", {}, link.toUtf8().constData())})};
        const auto document = build();
        const QTextCharFormat format = formatOf(*document, QStringLiteral("linked"));
        QCOMPARE(format.isAnchor(), allowed);
        QCOMPARE(format.anchorHref(), allowed ? link : QString());
    }

    void anchorsCanBeJumpedTo()
    {
        Block note = block({run("The note.")});
        note.anchor = QStringLiteral("fn1");
        m_page.blocks = {note};
        const auto document = build();
        QCOMPARE(document->findBlockByNumber(3).begin().fragment().charFormat().anchorNames(),
                 QStringList{QStringLiteral("fn1")});
    }

    void picturesAreObjectsOfOurOwn()
    {
        render::Image image;
        image.src = QStringLiteral("https://example.org/a.png");
        image.alt = QStringLiteral("A harbour");
        image.width = 300;
        image.height = 200;
        m_page.images = {image};
        Block figure = block({run("Caption")}, Block::Kind::Figure);
        figure.image = 0;
        m_page.blocks = {figure};
        const auto document = build();
        const QTextCharFormat format = document->findBlockByNumber(3).begin().fragment().charFormat();
        QCOMPARE(format.objectType(), int(PictureObject));
        QVERIFY(!format.isImageFormat());
        QCOMPARE(format.property(ImageSizeProperty).toSize(), QSize(300, 200));
        QCOMPARE(kind(document->findBlockByNumber(4).blockFormat()), BlockKind::Caption);
    }

    void strangersCannotForgeObjects()
    {
        m_page.blocks = {block({run("a\uFFFCb")})};
        const auto document = build();
        QCOMPARE(document->findBlockByNumber(3).text(), QStringLiteral("a\uFFFDb"));
    }

    void copiesHaveMarkersAndAlternativeTexts()
    {
        render::Image image;
        image.src = QStringLiteral("https://example.org/a.png");
        image.alt = QStringLiteral("A harbour");
        m_page.images = {image};
        Block figure;
        figure.kind = Block::Kind::Figure;
        figure.image = 0;
        Block item = block({run("Item")});
        item.listDepth = 1;
        item.firstOfItem = true;
        m_page.blocks = {block({run("a\nb")}, Block::Kind::Code), figure, item};
        const auto document = build();
        QTextCursor all(document.get());
        all.select(QTextCursor::Document);
        QCOMPARE(
            selectioncopy::plainText(all),
            QStringLiteral("World News\n\nThe harbour\n\nThe Meridian  ·  12 March 2026, 09:41\n\na\nb\n\n"
                           "A harbour\n• Item"));
    }

    void sizesFollowTheReadingSize()
    {
        ReadingStyle style;
        style.size = 26;
        const TextFormats formats(Theme::light(), style);
        QCOMPARE(formats.lineHeight(TextFormats::Role::Body), qRound(26 * 1.56) * 1.0);
        QCOMPARE(formats.text(TextFormats::Role::Body).font().pointSizeF(), 26 * 0.75);
    }

private:
    static render::Table tableOf(const QList<QList<const char *>> &rows)
    {
        render::Table table;
        table.headerRows = 1;
        for (const auto &row : rows) {
            QList<render::TableCell> cells;
            for (const char *text : row) {
                render::TableCell cell;
                cell.runs = {run(text)};
                cell.header = table.rows.isEmpty();
                cells.append(cell);
            }
            table.columns = int(cells.size());
            table.rows.append(cells);
        }
        return table;
    }

    /** Cause, year, tons; a storm of two years; a calm one with a remark over two columns. */
    std::unique_ptr<QTextDocument> buildTable(render::Direction direction, int columns)
    {
        const auto cell = [](const char *text, int columnSpan = 1, int rowSpan = 1) {
            render::TableCell made;
            made.runs = {run(text)};
            made.columnSpan = columnSpan;
            made.rowSpan = rowSpan;
            return made;
        };
        render::Table table;
        table.columns = columns;
        table.rows = {{cell("Cause"), cell("Year"), cell("Tons")},
                      {cell("Storm", 1, 2), cell("2021"), cell("412")},
                      {cell("2023"), cell("367")},
                      {cell("Calm"), cell("nothing", 2)}};
        m_page.tables = {table};
        Block place;
        place.kind = Block::Kind::Table;
        place.table = 0;
        place.direction = direction;
        m_page.blocks = {place};
        return build();
    }
    std::unique_ptr<QTextDocument> build() const
    {
        return DocumentBuilder(Theme::light(), ReadingStyle()).build(header(), m_page);
    }
    static QList<BlockKind> kinds(const QTextDocument &document)
    {
        QList<BlockKind> list;
        for (QTextBlock b = document.begin(); b.isValid(); b = b.next())
            list.append(kind(b.blockFormat()));
        return list;
    }

    render::Page m_page;
};

BROADSHEET_TEST_MAIN(DocumentBuilderTest, QApplication)
#include "documentbuilder.moc"
