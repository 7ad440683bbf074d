// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/page.h"

#include "base/text.h"
#include "base/url.h"
#include "render/pagebuilder_p.h"

#include <QRegularExpression>

#include <algorithm>

namespace broadsheet::render {

namespace {

/** What stays of a picture's address whatever its size and host of delivery: the file's name. */
QString pictureName(const QUrl &url)
{
    static const QRegularExpression size(
        QStringLiteral("([-_]\\d{2,4}x\\d{2,4}|[-_]scaled|@2x|[-_]\\d{2,4}w?)(?=\\.\\w+$)"));
    QString name = url.fileName();
    name.remove(size);
    return name.toLower();
}

bool saysTheSame(const QString &a, const QString &b)
{
    return collapsed(a).compare(collapsed(b), Qt::CaseInsensitive) == 0;
}

/** Leaves out at the top what the article's head shows already. */
void dropRepeatedHead(Page &page, const PageOptions &options)
{
    bool dropTitle = !options.title.isEmpty();
    bool dropPicture = options.leadImage.isValid();
    for (qsizetype i = 0; i < std::min<qsizetype>(page.blocks.size(), 3);) {
        const Block &block = page.blocks[i];
        if (dropTitle && block.kind == Block::Kind::Heading &&
            saysTheSame(textOf(block.runs, page), options.title)) {
            dropTitle = false;
            page.blocks.removeAt(i);
        } else if (dropPicture && block.kind == Block::Kind::Figure && block.runs.isEmpty() &&
                   !block.firstOfItem &&
                   isSamePicture(QUrl(page.images[block.image].src), options.leadImage)) {
            dropPicture = false;
            page.blocks.removeAt(i);
        } else if (block.kind == Block::Kind::Figure || block.kind == Block::Kind::Heading) {
            ++i;
        } else {
            break;
        }
    }
}

/** A place of delivery that names the address of the picture in its own ("…/fetch/https://site/a.jpg"). */
QUrl original(const QUrl &url)
{
    const QString text = QString::fromUtf8(QByteArray::fromPercentEncoding(url.toEncoded()));
    const qsizetype at =
        qMax(text.lastIndexOf(QLatin1String("https://")), text.lastIndexOf(QLatin1String("http://")));
    return at > 0 ? QUrl(text.mid(at)) : url;
}

} // namespace

bool isSamePicture(const QUrl &one, const QUrl &other)
{
    const QUrl a = original(one);
    const QUrl b = original(other);
    if (a == b)
        return true;
    // Sizes stand in the query where they do not stand in the name.
    if (a.host() == b.host() && a.path() == b.path() && !a.fileName().isEmpty())
        return a.fileName().contains(u'.');
    const QString name = pictureName(a);
    constexpr int tellingLength = 9; // "image.jpg" says nothing
    return name.size() > tellingLength && name == pictureName(b);
}

bool needsLeadPicture(const QUrl &lead, const Page &page)
{
    if (!isWebUrl(lead))
        return false;
    for (qsizetype i = 0; i < qMin<qsizetype>(2, page.blocks.size()); ++i) {
        const Block &block = page.blocks[i];
        if (block.kind == Block::Kind::Figure ||
            (block.kind == Block::Kind::Embed && !page.embeds[block.embed].poster.isEmpty()))
            return false;
    }
    const auto isIt = [&lead](const QString &source) { return isSamePicture(QUrl(source), lead); };
    return std::ranges::none_of(page.images, [&](const Image &image) { return isIt(image.src); }) &&
           std::ranges::none_of(page.embeds, [&](const Embed &embed) { return isIt(embed.poster); });
}

Page page(const SafeHtml &body, const PageOptions &options)
{
    const html::Tree tree(body);
    Page result = PageBuilder(tree, options).build();
    dropRepeatedHead(result, options);
    return result;
}

QList<QList<const TableCell *>> gridOf(const Table &table)
{
    const qsizetype rows = table.rows.size();
    QList<QList<const TableCell *>> grid(rows, QList<const TableCell *>(table.columns, nullptr));
    QList<int> covered(table.columns, 0); // how many rows below a cell from above reaches into
    for (qsizetype r = 0; r < rows; ++r) {
        int column = 0;
        for (const TableCell &cell : table.rows[r]) {
            while (column < table.columns && covered[column] > 0)
                ++column;
            if (column >= table.columns)
                break;
            grid[r][column] = &cell;
            for (int i = 0; i < std::max(1, cell.columnSpan) && column < table.columns; ++i)
                covered[column++] = std::max(1, cell.rowSpan);
        }
        for (int &left : covered)
            left = std::max(0, left - 1);
    }
    return grid;
}

QString textOf(const QList<Run> &runs, const Page &page)
{
    QString text;
    for (const Run &run : runs) {
        if (run.image >= 0)
            text += page.images[run.image].alt;
        else if (run.flags.testFlag(RunFlag::Ruby))
            text += u'(' + run.text + u')';
        else
            text += run.text;
    }
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

} // namespace broadsheet::render
