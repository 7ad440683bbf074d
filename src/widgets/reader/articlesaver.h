// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/article.h"
#include "render/book.h"
#include "widgets/reader/imageloader.h"
#include "widgets/reader/readerview.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace broadsheet {

class Workers;

/** Articles as files for other programs, their pictures inside. */
class ArticleSaver : public QObject
{
    Q_OBJECT
public:
    enum class Format { Html, Markdown, Text, Pdf, Epub };
    struct Item
    {
        Article article;
        std::shared_ptr<const PageContent> content;
    };
    using Done = std::function<void(const Result<void> &)>;

    ArticleSaver(ImageLoader &images, Workers &workers, QObject *parent = nullptr);

    /** Writes \a items to \a path; several only as Epub. Pictures that the reader does not want loaded, or that do
     * not come, are told by their words. \a title is that of a book. */
    void save(const QList<Item> &items, Format format, const QString &title, const QString &path, Done done);
    /** The pictures of \a content, decoded, for printing: what is there or may be had. */
    void pictures(const std::shared_ptr<const PageContent> &content,
                  std::function<void(const QHash<QUrl, QImage> &)> done);

    /** \a bytes as the file \a path: whole or not at all. */
    QFuture<Result<void>> store(const QByteArray &bytes, const QString &path);

    /** ".html" and so on, with the dot. */
    static QString ending(Format format);
    /** A file's name of a headline, without what file systems do not take. */
    static QString fileName(const QString &headline, Format format);

private:
    struct Gathering;
    void gather(const QList<std::shared_ptr<const PageContent>> &contents,
                std::function<void(const render::SavedPictures &)> done);

    ImageLoader &m_images;
    Workers &m_workers;
};

} // namespace broadsheet
