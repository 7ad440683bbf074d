// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace broadsheet {

class CommentService;
class FileDialogs;

/** Writes the reader's comments to files and takes exported ones in, asking for the file. */
class CommentFiles : public QObject
{
    Q_OBJECT
public:
    CommentFiles(CommentService &comments, FileDialogs &dialogs, QWidget *window);

    /** Asks where to; the ending of the name decides: .json, .atom or .md. */
    void exportComments();
    void importComments();

Q_SIGNALS:
    void said(const QString &sentence);
    void warned(const QString &sentence);

private:
    void write(const QString &path, const QByteArray &bytes);
    void take(const QByteArray &bytes);

    CommentService &m_comments;
    FileDialogs &m_dialogs;
    QWidget *m_window;
};

} // namespace broadsheet
