// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/articledocument.h"

#include "html/clean.h"

#include <QFile>

namespace broadsheet::render {

namespace {

/** Fills the marks of a template: {{name}} takes text and escapes it, {{{name}}} takes SafeHtml alone. One pass, so that a value never holds a mark. */
class TemplateFiller
{
public:
    void set(const QByteArray &name, const QString &text) { m_values.insert("{{" + name + "}}", html::escapeText(text.toUtf8())); }
    void set(const QByteArray &name, const SafeHtml &markup) { m_values.insert("{{{" + name + "}}}", markup.utf8()); }

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

} // namespace

QByteArray articleDocument(const Article &article)
{
    const ArticleHeadline &headline = article.headline;
    QStringList byline{headline.feedTitle};
    if (!headline.authors.isEmpty())
        byline.append(headline.authors.join(QStringLiteral(", ")));
    byline.append(headline.sortTime.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    TemplateFiller filler;
    filler.set("language", article.language);
    filler.set("title", headline.title);
    filler.set("category", headline.categoryName);
    filler.set("byline", byline.join(QStringLiteral(" · ")));
    filler.set("content", article.content);
    return filler.fill(pageTemplate());
}

} // namespace broadsheet::render
