// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "widgets/reader/articlesaver.h"

#include <QObject>

#include <memory>

namespace broadsheet {

class FileDialogs;
class ReadingService;

/** The articles of a view or a search as one book (EPUB), a chapter each, with their pictures. One at a time. */
class BookMaker : public QObject
{
    Q_OBJECT
public:
    /** Beyond it a book is no book any more. */
    static constexpr int mostArticles = 200;

    BookMaker(ReadingService &reading, ImageLoader &images, Workers &workers, FileDialogs &dialogs,
              QWidget *window);
    ~BookMaker() override;

    /** Asks where to, then writes the first mostArticles of what \a filter shows. */
    void make(const ArticleFilter &filter, const QString &title);
    /** The same of \a articles. */
    void make(const QList<ArticleId> &articles, const QString &title);

Q_SIGNALS:
    void said(const QString &sentence);
    void warned(const QString &sentence);

private:
    struct Work;
    void readNext(const std::shared_ptr<Work> &work);
    void write(const std::shared_ptr<Work> &work);

    ReadingService &m_reading;
    Workers &m_workers;
    FileDialogs &m_dialogs;
    QWidget *m_window;
    ArticleSaver m_saver;
};

} // namespace broadsheet
