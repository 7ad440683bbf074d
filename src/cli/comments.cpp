// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/jsonvalues.h"
#include "cli/lookup.h"
#include "cli/words.h"
#include "services/commentservice.h"
#include "services/core.h"
#include "services/sitecommentservice.h"
#include "settings/settings.h"

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

/** The sentence for what went wrong with the article or comment that the words name. */
void tellFailure(Context &context, Error error, const QString &missing)
{
    if (error.code == ErrorCode::NotFound)
        return context.output.failure(missing);
    if (error.code == ErrorCode::Unsupported)
        return context.output.failure(
            Words::tr("This comment is the site's: it can be answered, not changed or deleted."));
    if (error.code == ErrorCode::InvalidArgument)
        return context.output.failure(Words::tr("A comment needs a text."));
    context.output.failure(error);
}

int tell(Context &context, const Result<CommentChange> &change, const QString &missing)
{
    if (!change) {
        tellFailure(context, change.error(), missing);
        return 1;
    }
    if (context.output.isJson())
        context.output.json(toJson(change->comment));
    else
        context.output.text(QStringLiteral("%1").arg(change->comment.id.value()));
    return 0;
}

QString noArticle(const QString &word)
{
    return Words::tr("There is no article %1.").arg(word);
}

QString noComment(qint64 number)
{
    return Words::tr("There is no comment %1.").arg(number);
}

void print(Context &context, const Comment &comment)
{
    if (context.output.isJson())
        return context.output.json(toJson(comment));
    const QString indent(comment.depth * 4, u' ');
    if (comment.deleted)
        return context.output.text(indent + Words::tr("%1  deleted").arg(comment.id.value()));
    QString head =
        indent +
        QStringLiteral("%1  %2, %3")
            .arg(comment.id.value())
            .arg(nameOf(comment), comment.created.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    if (comment.edited.isValid())
        head += Words::tr(", edited");
    if (comment.origin == CommentOrigin::Site)
        head += Words::tr(", from the site");
    context.output.text(head);
    const auto lines = [&](const QString &text, const QString &mark) {
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
            context.output.text(indent + QStringLiteral("    ") + mark + line);
    };
    lines(comment.quote, QStringLiteral("> "));
    lines(comment.text, {});
}

/** Tells what failed; what is kept is printed all the same. */
void refresh(Context &context, ArticleId article)
{
    context.core.siteComments().setKnownSites(Settings(context.core.profile()).discussionSites());
    const auto fetched = await(context.core.siteComments().refresh(article, SiteCommentService::When::Asked));
    if (!fetched)
        context.output.failure(fetched.error());
    else if (!fetched->offered)
        context.output.warning(
            Words::tr("The article names no place to fetch the comments of its site from."));
}

/** How the words of "comment" go together. */
enum class Wish { Add, Edit, Delete };

std::optional<Wish> wishOf(Context &context, const Options &options)
{
    const bool edit = options.value(QStringLiteral("--edit")).has_value();
    const bool remove = options.value(QStringLiteral("--delete")).has_value();
    const bool text = options.value(QStringLiteral("--text")).has_value();
    const bool article = !options.positional().isEmpty();
    const bool forNew =
        article || options.value(QStringLiteral("--reply-to")) || options.value(QStringLiteral("--name"));
    if (edit && remove)
        wrongWords(context, Words::tr("comment: --edit or --delete, not both."));
    else if ((edit || remove) && forNew)
        wrongWords(context, Words::tr("comment: an article, --reply-to and --name are for a new comment."));
    else if (remove && text)
        wrongWords(context, Words::tr("comment: --delete takes no --text."));
    else if (!remove && !text)
        wrongWords(context, Words::tr("comment: --text is missing."));
    else if (!edit && !remove && !article)
        wrongWords(context, Words::tr("comment: which article?"));
    else
        return remove ? Wish::Delete : edit ? Wish::Edit : Wish::Add;
    return std::nullopt;
}

int add(Context &context, const Options &options)
{
    const QString word = options.positional().first();
    const auto article = articleIdOf(context, word);
    if (!article)
        return 2;
    CommentDraft draft;
    draft.article = *article;
    draft.text = *options.value(QStringLiteral("--text"));
    draft.name =
        options.value(QStringLiteral("--name")).value_or(Settings(context.core.profile()).commentName());
    QString missing = noArticle(word);
    if (const auto replyTo = options.value(QStringLiteral("--reply-to"))) {
        const auto parent = numberOf(context, *replyTo);
        if (!parent)
            return 2;
        if (*parent == 0) { // would be read as "none"
            context.output.failure(noComment(0));
            return 1;
        }
        draft.parent = CommentId(*parent);
        const auto there = await(context.core.comments().discussion(*article));
        if (there)
            missing = Words::tr("There is no comment %1 under article %2.").arg(*parent).arg(word);
    }
    return tell(context, await(context.core.comments().add(draft)), missing);
}

} // namespace

int runComments(Context &context)
{
    const QString refreshFlag = QStringLiteral("--refresh");
    const auto options = optionsOf(context, {{refreshFlag}, {}, 1, 1});
    if (!options)
        return 2;
    const QString word = options->positional().first();
    const auto article = articleIdOf(context, word);
    if (!article)
        return 2;
    const auto known = await(context.core.comments().discussion(*article));
    if (!known) {
        tellFailure(context, known.error(), noArticle(word));
        return 1;
    }
    if (options->has(refreshFlag))
        refresh(context, *article);
    const auto discussion =
        options->has(refreshFlag) ? await(context.core.comments().discussion(*article)) : known;
    if (!discussion) {
        context.output.failure(discussion.error());
        return 1;
    }
    for (const Comment &comment : discussion->comments)
        print(context, comment);
    return context.output.status();
}

int runComment(Context &context)
{
    const QString edit = QStringLiteral("--edit"), remove = QStringLiteral("--delete");
    const auto options = optionsOf(context, {{},
                                             {edit, remove, QStringLiteral("--text"),
                                              QStringLiteral("--reply-to"), QStringLiteral("--name")},
                                             0,
                                             1});
    if (!options)
        return 2;
    const auto wish = wishOf(context, *options);
    if (!wish)
        return 2;
    if (*wish == Wish::Add)
        return add(context, *options);
    const auto id = numberOf(context, *options->value(*wish == Wish::Edit ? edit : remove));
    if (!id)
        return 2;
    CommentService &comments = context.core.comments();
    const auto changed = *wish == Wish::Edit
                             ? await(comments.edit(CommentId(*id), *options->value(QStringLiteral("--text"))))
                             : await(comments.remove(CommentId(*id)));
    return tell(context, changed, noComment(*id));
}

} // namespace broadsheet::cli
