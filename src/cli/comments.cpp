// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/jsonvalues.h"
#include "cli/lookup.h"
#include "cli/words.h"
#include "services/commentservice.h"
#include "services/core.h"

#include <QCoreApplication>

namespace broadsheet::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CliComments)
};

QString nameOf(const Comment &comment)
{
    return comment.name.isEmpty() ? Words::tr("You") : comment.name;
}

int tell(Context &context, const Result<CommentChange> &change)
{
    if (!change) {
        context.output.failure(change.error());
        return 1;
    }
    if (context.output.isJson())
        context.output.json(toJson(change->comment));
    else
        context.output.text(QStringLiteral("%1").arg(change->comment.id.value()));
    return 0;
}

} // namespace

int runComments(Context &context)
{
    const auto options = optionsOf(context, {{}, {}, 1, 1});
    if (!options)
        return 2;
    const auto article = articleIdOf(context, options->positional().first());
    if (!article)
        return 2;
    const auto discussion = await(context.core.comments().discussion(*article));
    if (!discussion) {
        context.output.failure(discussion.error());
        return 1;
    }
    for (const Comment &comment : discussion->comments) {
        if (context.output.isJson()) {
            context.output.json(toJson(comment));
            continue;
        }
        const QString indent(comment.depth * 4, u' ');
        if (comment.deleted) {
            context.output.text(indent + Words::tr("%1  deleted").arg(comment.id.value()));
            continue;
        }
        context.output.text(indent + QStringLiteral("%1  %2, %3")
                                         .arg(comment.id.value())
                                         .arg(nameOf(comment), comment.created.toLocalTime().toString(
                                                                   QStringLiteral("yyyy-MM-dd HH:mm"))));
        for (const QString &line : comment.text.split(u'\n'))
            context.output.text(indent + QStringLiteral("    ") + line);
    }
    return 0;
}

int runComment(Context &context)
{
    const QString edit = QStringLiteral("--edit"), remove = QStringLiteral("--delete"),
                  text = QStringLiteral("--text"), replyTo = QStringLiteral("--reply-to"),
                  name = QStringLiteral("--name");
    const auto options = optionsOf(context, {{}, {edit, remove, text, replyTo, name}, 0, 1});
    if (!options)
        return 2;
    CommentService &comments = context.core.comments();
    const auto number = [&](const QString &option) { return numberOf(context, *options->value(option)); };

    if (options->value(remove)) {
        const auto id = number(remove);
        return id ? tell(context, await(comments.remove(CommentId(*id)))) : 2;
    }
    if (!options->value(text))
        return wrongWords(context, Words::tr("comment: --text is missing."));
    if (options->value(edit)) {
        const auto id = number(edit);
        return id ? tell(context, await(comments.edit(CommentId(*id), *options->value(text)))) : 2;
    }
    if (options->positional().isEmpty())
        return wrongWords(context, Words::tr("comment: which article?"));
    const auto article = articleIdOf(context, options->positional().first());
    if (!article)
        return 2;
    CommentDraft draft;
    draft.article = *article;
    draft.text = *options->value(text);
    draft.name = options->value(name).value_or(QString());
    if (options->value(replyTo)) {
        const auto parent = number(replyTo);
        if (!parent)
            return 2;
        draft.parent = CommentId(*parent);
    }
    return tell(context, await(comments.add(draft)));
}

} // namespace broadsheet::cli
