// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comments/commentfiles.h"

#include "base/answer.h"
#include "services/commentservice.h"
#include "widgets/common/errortext.h"
#include "widgets/common/filedialogs.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QWidget>

namespace broadsheet {

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

CommentService::ExportFormat formatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("md"))
        return CommentService::ExportFormat::Markdown;
    if (suffix == QLatin1String("atom") || suffix == QLatin1String("xml"))
        return CommentService::ExportFormat::Atom;
    return CommentService::ExportFormat::Json;
}

} // namespace

CommentFiles::CommentFiles(CommentService &comments, FileDialogs &dialogs, QWidget *window)
    : QObject(window), m_comments(comments), m_dialogs(dialogs), m_window(window)
{
}

void CommentFiles::exportComments()
{
    const QString kinds = tr("Comments of Broadsheet (*.json);;Notes in Markdown (*.md);;Atom feed (*.atom)");
    m_dialogs.saveFile(m_window, tr("Export comments"), QStringLiteral("comments.json"), kinds,
                       [this](const QString &path) {
                           whenAnswered(m_comments.exported(formatOf(path), tr("Me")), this,
                                        [this, path](const Result<QByteArray> &bytes) {
                                            if (bytes)
                                                write(path, *bytes);
                                            else
                                                Q_EMIT warned(errorText(bytes.error()));
                                        });
                       });
}

void CommentFiles::write(const QString &path, const QByteArray &bytes)
{
    // Written aside and renamed: a full disk leaves the old file as it was.
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        Q_EMIT said(tr("Your comments were written to “%1”.").arg(QFileInfo(path).fileName()));
    else
        Q_EMIT warned(errorText({ErrorCode::FileUnwritable, file.errorString(), path, {}}));
}

void CommentFiles::importComments()
{
    m_dialogs.openFile(m_window, tr("Import comments"), tr("Comments of Broadsheet (*.json);;All files (*)"),
                       [this](const QString &path) {
                           QFile file(path);
                           if (!file.open(QIODevice::ReadOnly))
                               Q_EMIT warned(errorText({ErrorCode::FileUnreadable, {}, path, {}}));
                           else if (file.size() > largestFile)
                               Q_EMIT warned(errorText({ErrorCode::TooLarge, {}, path, {}}));
                           else
                               take(file.readAll());
                       });
}

void CommentFiles::take(const QByteArray &bytes)
{
    whenAnswered(m_comments.import(bytes), this, [this](const Result<CommentMerge> &merged) {
        if (!merged)
            Q_EMIT warned(errorText(merged.error()));
        else if (merged->added + merged->changed == 0)
            Q_EMIT said(tr("All of these comments were here already."));
        else
            Q_EMIT said(tr("%n comments were taken in.", nullptr, merged->added + merged->changed));
    });
}

} // namespace broadsheet

// Here and not with the others, so that a test of the thread alone links without services and store.
#include "moc_commentfiles.cpp"
