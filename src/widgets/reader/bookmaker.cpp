// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/bookmaker.h"

#include "base/answer.h"
#include "services/readingservice.h"
#include "services/workers.h"
#include "widgets/common/errortext.h"
#include "widgets/common/filedialogs.h"
#include "widgets/reader/pagemaker.h"

namespace broadsheet {

using Format = ArticleSaver::Format;

struct BookMaker::Work
{
    QString title, path;
    QList<ArticleId> waiting;
    QList<ArticleSaver::Item> items;
};

BookMaker::BookMaker(ReadingService &reading, ImageLoader &images, Workers &workers, FileDialogs &dialogs,
                     QWidget *window)
    : QObject(window)
    , m_reading(reading)
    , m_workers(workers)
    , m_dialogs(dialogs)
    , m_window(window)
    , m_saver(images, workers)
{
}

BookMaker::~BookMaker() = default;

void BookMaker::make(const ArticleFilter &filter, const QString &title)
{
    whenAnswered(m_reading.articleIds(filter, mostArticles), this,
                 [this, title](const Result<QList<ArticleId>> &ids) {
                     if (ids)
                         make(*ids, title);
                     else
                         Q_EMIT warned(errorText(ids.error()));
                 });
}

void BookMaker::make(const QList<ArticleId> &articles, const QString &title)
{
    if (articles.isEmpty()) {
        Q_EMIT said(tr("There is no article to make a book of."));
        return;
    }
    m_dialogs.saveFile(m_window, tr("Save as a book"), ArticleSaver::fileName(title, Format::Epub),
                       tr("Books (*.epub)"), [this, articles, title](const QString &chosen) {
                           auto work = std::make_shared<Work>();
                           work->title = title;
                           work->path =
                               chosen.endsWith(ArticleSaver::ending(Format::Epub), Qt::CaseInsensitive)
                                   ? chosen
                                   : chosen + ArticleSaver::ending(Format::Epub);
                           work->waiting = articles.mid(0, mostArticles);
                           readNext(work);
                       });
}

void BookMaker::readNext(const std::shared_ptr<Work> &work)
{
    if (work->waiting.isEmpty())
        return write(work);
    whenAnswered(
        m_reading.open(work->waiting.takeFirst()), this, [this, work](const Result<Article> &article) {
            if (!article) // it has left meanwhile
                return readNext(work);
            const auto reading = m_workers.run([article = *article] { return PreparedPage::read(article); });
            whenAnswered(reading, this, [this, work](const std::shared_ptr<PreparedPage> &page) {
                work->items.append({page->article(), page->content()});
                readNext(work);
            });
        });
}

void BookMaker::write(const std::shared_ptr<Work> &work)
{
    if (work->items.isEmpty())
        return;
    m_saver.save(work->items, Format::Epub, work->title, work->path, [this, work](const Result<void> &done) {
        if (done)
            Q_EMIT said(tr("%n articles saved as %1.", nullptr, int(work->items.size())).arg(work->path));
        else
            Q_EMIT warned(errorText(done.error()));
    });
}

} // namespace broadsheet
