// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/commentarchive.h"

#include <QTimer>
#include <QWidget>

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
 * left of articles that are gone, too. Stands where the list of articles does; a row leads to its article. */
class OwnComments : public QWidget
{
    Q_OBJECT
public:
    enum class Show { All, Highlights };
    OwnComments(CommentService &comments, LibraryEvents &events, Appearance &appearance,
                QWidget *parent = nullptr);
    ~OwnComments() override;

    /** Lists them anew. */
    void list(Show show);
    void focusList();
    /** Opens the next (1) or previous (-1) row. */
    void step(int by);

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
    QLabel *m_title;
    QListView *m_list;
    QLabel *m_sum;
    QTimer m_typing;
    quint64 m_question = 0;
};

} // namespace broadsheet
