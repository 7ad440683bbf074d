// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/articleheader.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace broadsheet {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ArticleHeader)
};

/** Letters and digits in lower case: what stays when a summary is cut from a body by other rules than ours.
 */
QString essence(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

QString beginning(const render::Page &page, qsizetype length)
{
    QString text;
    for (const render::Block &block : page.blocks) {
        if (block.kind != render::Block::Kind::Figure)
            text += essence(render::textOf(block.runs, page));
        if (text.size() >= length)
            break;
    }
    return text;
}

bool isBeginning(const QString &summary, const render::Page &page)
{
    QString words = essence(summary);
    // Feeds end a cut summary in "…", "[...]" or "Read more": the first two thirds decide.
    words.truncate(qMax<qsizetype>(words.size() * 2 / 3, qMin<qsizetype>(words.size(), 60)));
    return beginning(page, words.size() + 400).contains(words);
}

/** Whole minutes at 230 words, 500 unspaced characters; empty for what is read in less than one. */
QString readingTime(const render::Page &page)
{
    qint64 words = 0;
    qint64 unspaced = 0;
    for (const render::Block &block : page.blocks) {
        for (const render::Run &run : block.runs) {
            bool inWord = false;
            for (const QChar c : run.text) {
                if (isUnspacedScript(c.unicode()))
                    ++unspaced;
                else if (c.isLetterOrNumber() && !inWord)
                    ++words;
                inWord = c.isLetterOrNumber();
            }
        }
    }
    const qint64 minutes = qRound64(double(words) / 230.0 + double(unspaced) / 500.0);
    if (minutes < 1)
        return {};
    //: How long an article takes to read.
    return Words::tr("%1 min").arg(QLocale().toString(minutes));
}

} // namespace

ArticleHeader articleHeader(const Article &article, const render::Page &page)
{
    const ArticleHeadline &headline = article.headline;
    ArticleHeader header;
    header.kicker = headline.categoryName;
    header.headline = headline.title.isEmpty() ? Words::tr("Untitled") : headline.title;
    const QString summary = collapsed(article.summary);
    if (!summary.isEmpty() && !page.blocks.isEmpty() && !isBeginning(summary, page))
        header.standfirst = excerpt(summary, 320);
    header.source = headline.feedTitle;
    header.feed = headline.feed;
    header.language = article.language;
    header.author = headline.byline();
    const QDateTime time = article.published.isValid() ? article.published : headline.sortTime;
    if (time.isValid()) {
        const QDateTime local = time.toLocalTime();
        //: A date and time in the format language of QLocale::toString(): "12 March 2026, 09:41".
        header.date = QLocale().toString(local, Words::tr("d MMMM yyyy, HH:mm"));
    }
    header.readingTime = readingTime(page);
    if (article.revisions > 0) {
        //: How often the publisher changed an article.
        header.edited = Words::tr("edited %1×").arg(QLocale().toString(article.revisions));
    }
    if (render::needsLeadPicture(headline.image, page))
        header.leadImage = headline.image;
    return header;
}

} // namespace broadsheet
