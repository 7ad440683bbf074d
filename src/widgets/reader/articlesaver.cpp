// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reader/articlesaver.h"

#include "base/answer.h"
#include "base/url.h"
#include "render/articledocument.h"
#include "render/markdown.h"
#include "render/plaintext.h"
#include "services/workers.h"
#include "widgets/reader/imagedecoder.h"
#include "widgets/reader/pageprinter.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUuid>

namespace broadsheet {

namespace {

constexpr qint64 maximumBytes = 200 * 1024 * 1024; ///< of all pictures together

QSet<QUrl> picturesOf(const PageContent &content)
{
    QSet<QUrl> urls;
    if (!content.header.leadImage.isEmpty())
        urls.insert(content.header.leadImage);
    for (const render::Image &image : content.page.images)
        urls.insert(QUrl(image.src));
    for (const render::Embed &embed : content.page.embeds) {
        if (!embed.poster.isEmpty())
            urls.insert(QUrl(embed.poster));
    }
    return urls;
}

/** What browsers and book readers do not all show becomes a PNG. */
render::SavedPicture portable(const QByteArray &bytes)
{
    const QByteArray type = render::pictureMediaType(bytes);
    if (!type.isEmpty())
        return {bytes, type};
    const auto decoded = imagedecoder::decode(bytes, {1600, 1600});
    if (!decoded)
        return {};
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    decoded->image.save(&buffer, "PNG");
    return {png, "image/png"};
}

QHash<QUrl, QImage> decoded(const render::SavedPictures &pictures)
{
    QHash<QUrl, QImage> images;
    for (auto it = pictures.cbegin(); it != pictures.cend(); ++it) {
        const auto image = imagedecoder::decode(it->bytes, {1600, 1600});
        if (image)
            images.insert(QUrl(it.key()), image->image);
    }
    return images;
}

QByteArray bookOf(const QList<ArticleSaver::Item> &items, const QString &title,
                  const render::SavedPictures &pictures)
{
    render::Book book;
    book.title = title;
    book.contents = ArticleSaver::tr("Contents");
    book.modified = QDateTime::currentDateTimeUtc();
    book.pictures = pictures;
    QByteArray names;
    for (const ArticleSaver::Item &item : items) {
        book.chapters.append({item.article, item.content->page});
        names += item.article.key.bytes();
        if (book.language.isEmpty())
            book.language = item.article.language;
    }
    // The same articles are the same book, so that a reader's shelf replaces it.
    const QUuid id =
        QUuid::createUuidV5(QUuid(QStringLiteral("{5b0a3c7e-8a55-4cf2-9b5e-3f1f0a9a6d11}")), names);
    book.identifier = QStringLiteral("urn:uuid:") + id.toString(QUuid::WithoutBraces);
    return render::toEpub(book);
}

QByteArray written(const QList<ArticleSaver::Item> &items, ArticleSaver::Format format, const QString &title,
                   const render::SavedPictures &pictures)
{
    const ArticleSaver::Item &first = items.constFirst();
    switch (format) {
    case ArticleSaver::Format::Html:
        return render::savedDocument(first.article, first.content->page, pictures);
    case ArticleSaver::Format::Markdown:
        return render::toMarkdown(first.article, first.content->page).toUtf8();
    case ArticleSaver::Format::Text:
        return (first.article.headline.title + QStringLiteral("\n\n") +
                render::toPlainText(first.content->page) + u'\n')
            .toUtf8();
    case ArticleSaver::Format::Pdf:
        return PagePrinter(*first.content, decoded(pictures)).pdf();
    case ArticleSaver::Format::Epub:
        return bookOf(items, title, pictures);
    }
    return {};
}

Result<void> put(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (bytes.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
        !file.commit())
        return Error{ErrorCode::FileUnwritable, file.errorString(), path, {}};
    return {};
}

} // namespace

struct ArticleSaver::Gathering
{
    render::SavedPictures pictures;
    qint64 bytes = 0;
    qsizetype missing = 0;
    std::function<void(const render::SavedPictures &)> done;
};

ArticleSaver::ArticleSaver(ImageLoader &images, Workers &workers, QObject *parent)
    : QObject(parent), m_images(images), m_workers(workers)
{
}

QString ArticleSaver::ending(Format format)
{
    switch (format) {
    case Format::Html:
        return QStringLiteral(".html");
    case Format::Markdown:
        return QStringLiteral(".md");
    case Format::Text:
        return QStringLiteral(".txt");
    case Format::Pdf:
        return QStringLiteral(".pdf");
    case Format::Epub:
        break;
    }
    return QStringLiteral(".epub");
}

QString ArticleSaver::fileName(const QString &headline, Format format)
{
    static const QRegularExpression unfit(QStringLiteral("[\\x{0}-\\x{1f}<>:\"/\\\\|?*]+"));
    QString name = QString(headline).replace(unfit, QStringLiteral(" ")).simplified().left(80).trimmed();
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return (name.isEmpty() ? QStringLiteral("article") : name) + ending(format);
}

void ArticleSaver::gather(const QList<std::shared_ptr<const PageContent>> &contents,
                          std::function<void(const render::SavedPictures &)> done)
{
    QHash<QUrl, std::optional<ImagePolicy>> wanted;
    for (const auto &content : contents) {
        for (const QUrl &url : picturesOf(*content))
            wanted.insert(url, content->imagePolicy);
    }
    auto gathering = std::make_shared<Gathering>();
    gathering->done = std::move(done);
    gathering->missing = wanted.size();
    if (wanted.isEmpty())
        return gathering->done({});
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const QString address = it.key().toString();
        whenAnswered(m_images.bytes(it.key(), it.value()), this,
                     [gathering, address](const Result<QByteArray> &bytes) {
                         if (bytes && gathering->bytes + bytes->size() <= maximumBytes) {
                             gathering->bytes += bytes->size();
                             gathering->pictures.insert(address, {*bytes, {}});
                         }
                         if (--gathering->missing == 0)
                             gathering->done(gathering->pictures);
                     });
    }
}

void ArticleSaver::save(const QList<Item> &items, Format format, const QString &title, const QString &path,
                        Done done)
{
    if (items.isEmpty())
        return;
    QList<std::shared_ptr<const PageContent>> contents;
    const bool withPictures = format != Format::Markdown && format != Format::Text;
    for (const Item &item : items) {
        if (withPictures)
            contents.append(item.content);
    }
    gather(contents, [this, items, format, title, path, done](const render::SavedPictures &pictures) {
        const auto writing = m_workers.run([items, format, title, path, pictures] {
            render::SavedPictures fit;
            for (auto it = pictures.cbegin(); it != pictures.cend(); ++it)
                fit.insert(it.key(), portable(it->bytes));
            return put(path, written(items, format, title, fit));
        });
        whenAnswered(writing, this, done);
    });
}

QFuture<Result<void>> ArticleSaver::store(const QByteArray &bytes, const QString &path)
{
    return m_workers.run([bytes, path] { return put(path, bytes); });
}

void ArticleSaver::pictures(const std::shared_ptr<const PageContent> &content,
                            std::function<void(const QHash<QUrl, QImage> &)> done)
{
    gather({content}, [this, done](const render::SavedPictures &pictures) {
        whenAnswered(m_workers.run([pictures] { return decoded(pictures); }), this, done);
    });
}

} // namespace broadsheet
