// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/articledocument.h"

#include "base/url.h"
#include "html/clean.h"
#include "render/pagemarkup.h"

#include <QFile>

namespace broadsheet::render {

namespace {

/** Fills the marks of a template: {{name}} takes text and escapes it, {{{name}}} takes SafeHtml alone. One pass, so that a value never holds a mark. */
class TemplateFiller
{
public:
    void set(const QByteArray &name, const QString &text)
    {
        m_values.insert("{{" + name + "}}", html::escapeText(text.toUtf8()));
    }
    void set(const QByteArray &name, const SafeHtml &markup)
    {
        m_values.insert("{{{" + name + "}}}", markup.utf8());
    }

    void set(const QByteArray &name, const Page &page, const MarkupOptions &options)
    {
        m_values.insert("{{{" + name + "}}}", toMarkup(page, options));
    }

    QByteArray fill(const QByteArray &page) const
    {
        QByteArray filled;
        qsizetype from = 0;
        for (qsizetype at = page.indexOf("{{"); at >= 0; at = page.indexOf("{{", from)) {
            const bool markup = page.mid(at, 3) == "{{{";
            const QByteArray closing = markup ? "}}}" : "}}";
            const qsizetype end = page.indexOf(closing, at) + closing.size();
            filled += page.mid(from, at - from) + m_values.value(page.mid(at, end - at));
            from = end;
        }
        return filled + page.mid(from);
    }

private:
    QHash<QByteArray, QByteArray> m_values;
};

QByteArray pageTemplate()
{
    QFile file(QStringLiteral(":/broadsheet/reader/article.html"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the article template is missing from the program");
    return file.readAll();
}

QByteArray filled(TemplateFiller &filler, const Article &article)
{
    const ArticleHeadline &headline = article.headline;
    QStringList byline{headline.feedTitle};
    if (!headline.authors.isEmpty())
        byline.append(headline.authors.join(QStringLiteral(", ")));
    byline.append(headline.sortTime.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    filler.set("language", article.language);
    filler.set("title", headline.title);
    filler.set("category", headline.categoryName);
    filler.set("byline", byline.join(QStringLiteral(" · ")));
    filler.set("address", isWebUrl(headline.url) ? headline.url.toString(QUrl::FullyEncoded) : QString());
    return filler.fill(pageTemplate());
}

/** A data: address of a picture that goes along (RFC 2397); empty for one that does not. */
QString inside(const SavedPictures &pictures, const QString &source)
{
    const auto it = pictures.constFind(source);
    if (it == pictures.cend() || it->mediaType.isEmpty())
        return {};
    return QLatin1String("data:" + it->mediaType + ";base64," + it->bytes.toBase64());
}

} // namespace

QByteArray articleDocument(const Article &article)
{
    TemplateFiller filler;
    filler.set("content", article.shownContent());
    return filled(filler, article);
}

QByteArray savedDocument(const Article &article, const Page &page, const SavedPictures &pictures)
{
    Page shown = page;
    if (const QUrl lead = article.headline.image; needsLeadPicture(lead, page)) {
        Image image;
        image.src = lead.toString();
        shown.images.append(image);
        Block figure;
        figure.kind = Block::Kind::Figure;
        figure.image = int(shown.images.size()) - 1;
        shown.blocks.prepend(figure);
    }
    MarkupOptions options;
    options.pictureSource = [&pictures](const QString &source) { return inside(pictures, source); };
    TemplateFiller filler;
    filler.set("content", shown, options);
    return filled(filler, article);
}

} // namespace broadsheet::render
