// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/commentarchive.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace broadsheet {

class Appearance;
class CommentService;
class LibraryEvents;
class OwnCommentsModel;

/** "My comments": all that the reader wrote or highlighted, newest first, with a search and filters; what is
 * left of articles that are gone, too. Enter leads to the article. */
class OwnComments : public QDialog
{
    Q_OBJECT
public:
    enum class Show { All, Highlights };
    OwnComments(CommentService &comments, LibraryEvents &events, Appearance &appearance, Show show,
                QWidget *parent = nullptr);
    ~OwnComments() override;

Q_SIGNALS:
    void commentWanted(broadsheet::ArticleId article, broadsheet::CommentId comment);

private:
    void ask();
    void choose(const QModelIndex &index);
    CommentFilter filter() const;

    CommentService &m_comments;
    OwnCommentsModel *m_model;
    QLineEdit *m_search;
    QComboBox *m_kind;
    QListView *m_list;
    QLabel *m_sum;
    QTimer m_typing;
    quint64 m_question = 0;
};

} // namespace broadsheet
