// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/pageprinter.h"

#include "widgets/common/fonts.h"
#include "widgets/reader/documentbuilder.h"
#include "widgets/reader/documentformat.h"
#include "widgets/reader/linkpolicy.h"
#include "widgets/reader/pageobjects.h"
#include "widgets/reader/pagepainter.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QLocale>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>
#include <QTextObjectInterface>

namespace broadsheet {

using namespace documentformat;

namespace {

constexpr double dotsPerInch = 96; ///< the unit of a page's lengths
constexpr double bodySize = 14;    ///< px: 10.5 points
constexpr double footRoom = 34;    ///< for the page's number

/** Pictures that are there already, drawn in the size that they have in print. */
class PrintObjects : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    PrintObjects(const QHash<QUrl, QImage> &pictures, QSizeF room, double scale)
        : m_pictures(pictures), m_room(room), m_scale(scale)
    {
    }

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override
    {
        if (format.objectType() != PictureObject)
            return {0, 0};
        const QTextCharFormat characters = format.toCharFormat();
        const QImage picture = m_pictures.value(QUrl(characters.property(ImageUrlProperty).toString()));
        const QTextBlockFormat block = document->findBlock(position).blockFormat();
        const double width = qMax(40.0, m_room.width() - block.leftMargin() - block.rightMargin());
        const bool figure = characters.property(ImageFigureProperty).toBool();
        if (picture.isNull())
            return figure && !words(characters).isEmpty() ? QSizeF(width, 40 * m_scale) : QSizeF(1, 1);
        const QSize declared = characters.property(ImageSizeProperty).toSize();
        if (isSpent(picture.size()))
            return {1, 1};
        QSizeF size = figure ? figureSize(picture.size(), declared, width) : QSizeF(picture.size()) * m_scale;
        const double tallest = m_room.height() * 0.6;
        const double factor = qMin(1.0, qMin(width / size.width(), tallest / size.height()));
        return size * factor;
    }

    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int,
                    const QTextFormat &format) override
    {
        if (format.objectType() != PictureObject)
            return;
        const QTextCharFormat characters = format.toCharFormat();
        const QImage picture = m_pictures.value(QUrl(characters.property(ImageUrlProperty).toString()));
        if (!picture.isNull() && !isSpent(picture.size())) {
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            painter->drawImage(rect, picture);
        } else if (picture.isNull() && rect.height() > 2) {
            painter->setFont(fonts::onDevice(fonts::sans(13.5 * m_scale), *painter->device()));
            painter->setPen(Theme::light().text3);
            painter->drawText(rect, Qt::AlignVCenter | Qt::TextWordWrap, words(characters));
        }
    }

private:
    /** In the place of a picture that is not there. What a film shows stands under it. */
    static QString words(const QTextCharFormat &format)
    {
        if (format.property(ImagePlayProperty).toBool())
            return {};
        return format.property(ImageAltProperty).toString();
    }

    const QHash<QUrl, QImage> &m_pictures;
    QSizeF m_room;
    double m_scale;
};

/** Where the lines of a document stand on paper. */
class Paging
{
public:
    explicit Paging(QTextDocument &document) : m_document(document)
    {
        m_document.documentLayout()->documentSize(); // lays out everything
    }

    /** Begins a new page with each block that would be torn badly. */
    void mend()
    {
        for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
            if (!isTornBadly(block) || isFirstOfPage(block))
                continue;
            QTextBlockFormat format = block.blockFormat();
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            QTextCursor(block).setBlockFormat(format);
        }
    }

private:
    double topOf(const QTextBlock &block, int line) const
    {
        const QTextLayout *layout = block.layout();
        const double top = m_document.documentLayout()->blockBoundingRect(block).top();
        return top + (line < layout->lineCount() ? layout->lineAt(line).y() : 0);
    }
    int pageOf(const QTextBlock &block, int line = 0) const
    {
        return int(topOf(block, line) / m_document.pageSize().height());
    }
    bool isFirstOfPage(const QTextBlock &block) const
    {
        return !block.previous().isValid() ||
               pageOf(block.previous(), qMax(0, block.previous().layout()->lineCount() - 1)) != pageOf(block);
    }

    /** A heading without its text, a picture without its caption, a paragraph whose first line stands alone
     * at the foot of a page, or a short one whose last line stands alone at the head of the next. */
    bool isTornBadly(const QTextBlock &block) const
    {
        const BlockKind what = kind(block.blockFormat());
        const QTextBlock next = block.next();
        const bool parted = next.isValid() && pageOf(next) != pageOf(block);
        if (what == BlockKind::Heading)
            return parted;
        if (what == BlockKind::Picture)
            return parted && kind(next.blockFormat()) == BlockKind::Caption;
        const int lines = block.layout()->lineCount();
        if (lines < 2 || what == BlockKind::Code)
            return false;
        constexpr int shortText = 4;
        return pageOf(block, 1) != pageOf(block, 0) ||
               (lines <= shortText && pageOf(block, lines - 1) != pageOf(block, lines - 2));
    }

    QTextDocument &m_document;
};

void drawFoot(QPainter &painter, const QSizeF &page, int number, int count)
{
    painter.setFont(fonts::onDevice(fonts::sans(10), *painter.device()));
    painter.setPen(Theme::light().text3);
    painter.drawText(QRectF(0, page.height() - 22, page.width(), 20), Qt::AlignHCenter | Qt::AlignBottom,
                     QStringLiteral("%1 / %2").arg(QLocale().toString(number), QLocale().toString(count)));
}

/** What only the window knows leads nowhere on paper; and letters that are drawn as one sign could not be found in a
 * PDF, nor copied: any letter spacing keeps them apart. */
void fitForPaper(QTextDocument &document)
{
    constexpr double unseen = 0.02; // Qt counts in 64ths
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        struct Change
        {
            int from;
            int to;
            QTextCharFormat format;
        };
        QList<Change> changes;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            QTextCharFormat format = fragment.charFormat();
            if (format.objectType() != QTextFormat::NoObject)
                continue;
            if (linkpolicy::judge(QUrl(format.anchorHref())) != linkpolicy::Verdict::Outside) {
                format.clearProperty(QTextFormat::IsAnchor);
                format.clearProperty(QTextFormat::AnchorHref);
            }
            if (format.fontLetterSpacing() == 0) {
                format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
                format.setFontLetterSpacing(unseen);
            }
            changes.append({fragment.position(), fragment.position() + fragment.length(), format});
        }
        for (const Change &change : std::as_const(changes)) {
            cursor.setPosition(change.from);
            cursor.setPosition(change.to, QTextCursor::KeepAnchor);
            cursor.setCharFormat(change.format);
        }
    }
    cursor.endEditBlock();
}

} // namespace

PagePrinter::PagePrinter(const PageContent &content, const QHash<QUrl, QImage> &pictures)
    : m_content(content), m_pictures(pictures)
{
}

bool PagePrinter::print(QPagedPaintDevice &device) const
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const double factor = device.logicalDpiX() / dotsPerInch;
    const QSizeF page(device.width() / factor, device.height() / factor);
    ReadingStyle style;
    style.size = bodySize;
    style.column = int(page.width());
    style.lineSpacing = 1.48;
    const auto document = DocumentBuilder(Theme::light(), style).build(m_content.header, m_content.page);
    fitForPaper(*document);
    QTextFrameFormat frame = document->rootFrame()->frameFormat();
    frame.setTopMargin(1);
    frame.setBottomMargin(footRoom);
    document->rootFrame()->setFrameFormat(frame);
    PrintObjects objects(m_pictures, {page.width(), page.height() - footRoom}, style.scale());
    for (const int type : {int(PictureObject), int(IconObject), int(FootObject)})
        document->documentLayout()->registerHandler(type, &objects);
    document->setPageSize(page);
    Paging(*document).mend();

    painter.scale(factor, factor);
    const int count = document->pageCount();
    for (int i = 0; i < count; ++i) {
        if (i > 0 && !device.newPage())
            return false;
        const QRectF sheet(0, i * page.height(), page.width(), page.height());
        painter.save();
        painter.translate(0, -sheet.top());
        painter.setClipRect(sheet.adjusted(0, 0, 0, -footRoom + 2));
        PagePainter(painter, *document, Theme::light(), style.scale()).paint(sheet);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = sheet;
        context.palette.setColor(QPalette::Text, Theme::light().text);
        document->documentLayout()->draw(&painter, context);
        painter.restore();
        drawFoot(painter, page, i + 1, count);
    }
    return painter.end();
}

QByteArray PagePrinter::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(300);
    writer.setTitle(m_content.header.headline);
    writer.setCreator(QStringLiteral("Broadsheet"));
    const bool letter = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    writer.setPageLayout(QPageLayout(QPageSize(letter ? QPageSize::Letter : QPageSize::A4),
                                     QPageLayout::Portrait, QMarginsF(22, 20, 22, 16),
                                     QPageLayout::Millimeter));
    return print(writer) ? bytes : QByteArray();
}

} // namespace broadsheet

#include "pageprinter.moc"
