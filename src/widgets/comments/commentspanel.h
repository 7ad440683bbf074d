// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QWidget>

#include <memory>

namespace broadsheet {

class Appearance;
class CommentService;
class LibraryEvents;

/** The discussion beside the article: header with count and close, the thread, the reply box fixed at the
 * bottom. */
class CommentsPanel : public QWidget
{
    Q_OBJECT
public:
    CommentsPanel(CommentService &comments, LibraryEvents &events, Appearance &appearance,
                  QWidget *parent = nullptr);
    ~CommentsPanel() override;

public Q_SLOTS:
    void showArticle(broadsheet::ArticleId id);
    void showComment(broadsheet::CommentId id);
    void focusComposer();

Q_SIGNALS:
    void closeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet
