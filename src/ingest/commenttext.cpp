// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/commenttext.h"

#include "html/clean.h"
#include "ingest/markdown.h"

namespace broadsheet::ingest {

CommentText commentText(const QString &markdown)
{
    CommentText comment;
    comment.text = markdown;
    comment.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"))
        .replace(u'\r', u'\n')
        .remove(QChar(u'\0'));
    comment.text = comment.text.trimmed();
    comment.html = html::clean(markupOfMarkdown(comment.text), {});
    return comment;
}

} // namespace broadsheet::ingest
