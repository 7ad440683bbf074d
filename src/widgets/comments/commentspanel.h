// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QSet>
#include <QWidget>

#include <memory>

namespace broadsheet {

class Appearance;
class CommentService;
class LibraryEvents;
class SiteCommentService;
struct TextAnchor;

/** The discussion beside the article: header with count and close, the thread, the reply box fixed at the
 * bottom. */
class CommentsPanel : public QWidget
{
    Q_OBJECT
public:
    CommentsPanel(CommentService &comments, LibraryEvents &events, Appearance &appearance,
                  QWidget *parent = nullptr);
    ~CommentsPanel() override;
    /** Shows the comments of the article's site as well. To be called once. */
    void setSite(SiteCommentService &site);

public Q_SLOTS:
    void showArticle(broadsheet::ArticleId id);
    void showComment(broadsheet::CommentId id);
    void focusComposer();
    /** Puts the cursor into the box for a note on a passage, or with \a quoted for a reply that quotes it. */
    void writeAbout(const broadsheet::TextAnchor &passage, bool quoted);
    void setLost(const QSet<broadsheet::CommentId> &lost);
    void setPassageOrder(const QList<broadsheet::CommentId> &order);

Q_SIGNALS:
    void closeWanted();
    /** The passage that a comment is about wants to be seen. */
    void passageWanted(broadsheet::CommentId id);
    /** Another article, or a comment under it, wants to be opened. */
    void mentionWanted(broadsheet::ArticleId article, broadsheet::CommentId comment);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet
