// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/datetime.h"
#include "base/text.h"
#include "exchange/commentarchive.h"

#include <algorithm>

namespace broadsheet::exchange {

namespace {

/** A YAML string (YAML 1.2 §7.3.1): double quotes can hold anything. */
QString yaml(const QString &text)
{
    QString quoted = QStringLiteral("\"");
    for (const QChar c : collapsed(text)) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\';
        if (c >= u' ' && c.unicode() != 0x7f)
            quoted += c;
    }
    return quoted + u'"';
}

QString address(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

/** \a text, each line begun by \a prefix; no blanks at the ends of empty lines. */
QString prefixed(const QString &text, const QString &prefix)
{
    QString lines;
    for (const QString &line : text.split(u'\n'))
        lines += (line.isEmpty() ? prefix.trimmed() : prefix + line) + u'\n';
    return lines;
}

/** The title as a file name, and some of the key, since titles repeat. */
QString fileName(const CommentedArticle &article)
{
    QString name;
    for (const QChar c : collapsed(article.title)) {
        const bool letter = c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
        if (letter || QStringView(u" -_',()!&+").contains(c))
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u' '))
            name += u' ';
    }
    name = name.left(80);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    while (name.toUtf8().size() > 200) // file systems count bytes
        name.chop(1);
    name = name.trimmed();
    const QString key = QString::fromLatin1(article.key.bytes().toHex().left(8));
    return (name.isEmpty() ? key : name + QStringLiteral(" (") + key + u')') + QStringLiteral(".md");
}

class Writer
{
public:
    Writer(const CommentedArticle &article, const QString &ownName) : m_article(article), m_ownName(ownName)
    {
    }

    QString write()
    {
        frontMatter();
        m_text += QStringLiteral("\n# ") + collapsed(m_article.title) + u'\n';
        if (std::ranges::any_of(m_article.comments, isPassage)) {
            m_text += QStringLiteral("\n## Highlights\n");
            for (const Comment &comment : m_article.comments) {
                if (isPassage(comment))
                    passage(comment);
            }
        }
        if (std::ranges::any_of(m_article.comments, isSaid)) {
            m_text += QStringLiteral("\n## Discussion\n\n");
            for (const Comment &comment : m_article.comments) {
                if (isSaid(comment))
                    item(comment);
            }
        }
        return m_text;
    }

private:
    /** A highlight or a note in the margin that nobody answers to stands with the highlights. */
    static bool isPassage(const Comment &comment)
    {
        return !comment.deleted && comment.color != HighlightColor::None && comment.depth == 0;
    }
    static bool isSaid(const Comment &comment) { return !isPassage(comment); }

    void frontMatter()
    {
        m_text = QStringLiteral("---\n");
        const auto line = [this](const char *name, const QString &value) {
            if (!value.isEmpty())
                m_text += QLatin1String(name) + QStringLiteral(": ") + value + u'\n';
        };
        const auto quoted = [](const QString &value) { return value.isEmpty() ? value : yaml(value); };
        line("title", yaml(m_article.title));
        line("url", quoted(address(m_article.url)));
        line("feed", quoted(m_article.feedTitle));
        line("feed_url", quoted(address(m_article.feedUrl)));
        const auto count = [this](bool (*test)(const Comment &)) {
            return std::ranges::count_if(m_article.comments, [test](const Comment &comment) {
                return !comment.deleted && comment.origin == CommentOrigin::Local && test(comment);
            });
        };
        line("highlights", QString::number(count(isPassage)));
        line("comments", QString::number(count(isSaid)));
        QDateTime latest;
        for (const Comment &comment : m_article.comments) {
            for (const QDateTime &time : {comment.created, comment.edited}) {
                if (time.isValid() && (!latest.isValid() || time > latest))
                    latest = time;
            }
        }
        line("updated", toRfc3339(latest));
        m_text += QStringLiteral("---\n");
    }

    void passage(const Comment &comment)
    {
        m_text += u'\n' + prefixed(comment.quote, QStringLiteral("> "));
        if (!comment.text.isEmpty())
            m_text += u'\n' + comment.text + u'\n';
        m_text += u'\n' + when(comment) + u'\n';
    }

    /** A list item, so that any Markdown stays whole within its place in the tree. */
    void item(const Comment &comment)
    {
        const QString indent(comment.depth * 4, u' ');
        if (comment.deleted) {
            m_text += indent + QStringLiteral("- *Deleted*\n\n");
            return;
        }
        QString name = collapsed(comment.name.isEmpty() ? m_ownName : comment.name);
        name.replace(u'*', QStringLiteral("\\*"));
        m_text += indent + QStringLiteral("- **") + name + QStringLiteral("** ") + when(comment) +
                  QStringLiteral("\n\n");
        const QString inner = indent + QStringLiteral("    ");
        if (!comment.quote.isEmpty())
            m_text += prefixed(prefixed(comment.quote, QStringLiteral("> ")).trimmed(), inner) + u'\n';
        if (!comment.text.isEmpty())
            m_text += prefixed(comment.text, inner) + u'\n';
    }

    static QString when(const Comment &comment)
    {
        QString words = QStringLiteral("*") + toRfc3339(comment.created);
        if (comment.edited.isValid())
            words += QStringLiteral(", edited ") + toRfc3339(comment.edited);
        if (comment.origin == CommentOrigin::Site)
            words += QStringLiteral(", from the site");
        return words + u'*';
    }

    const CommentedArticle &m_article;
    const QString m_ownName;
    QString m_text;
};

} // namespace

ExportedFile writeCommentMarkdown(const CommentedArticle &article, const QString &ownName)
{
    return {fileName(article), Writer(article, ownName).write().toUtf8()};
}

} // namespace broadsheet::exchange
