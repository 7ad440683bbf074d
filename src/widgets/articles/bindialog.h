// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/article.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace broadsheet {

class LibraryEvents;
class LibraryService;

/** Articles that were deleted within the last 30 days, and the way back. */
class BinDialog : public QDialog
{
    Q_OBJECT
public:
    BinDialog(LibraryService &library, LibraryEvents &events, QWidget *parent = nullptr);

private:
    void ask();
    void show(const QList<ArticleHeadline> &headlines);
    void takeBack();

    LibraryService &m_library;
    QTreeWidget *m_list;
    QLabel *m_words;
    QPushButton *m_back;
};

} // namespace broadsheet
