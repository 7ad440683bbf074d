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

/**
 * "Leave a reply": the box and the thread of one article, as a widget whose height follows its width, for the
 * foot of the article page (Place::Foot: heading, box, thread) or the panel (Place::Panel: thread alone,
 * scrolled by the panel).
 */
class DiscussionView : public QWidget
{
    Q_OBJECT
public:
    enum class Place { Foot, Panel };
    DiscussionView(CommentService &comments, LibraryEvents &events, Appearance &appearance, Place place,
                   QWidget *parent = nullptr);
    ~DiscussionView() override;

    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    /** Where a comment lies, in this widget's coordinates; empty if it is not there. */
    QRect commentRect(CommentId id) const;
    int commentCount() const;
    /** How many of them are the site's. */
    int siteCount() const;

public Q_SLOTS:
    void showArticle(broadsheet::ArticleId id);
    /** Puts the cursor into the box. */
    void focusComposer();
    void highlightComment(broadsheet::CommentId id);
    /** Only what is anchored in the text: the article's highlights, notes and quotations, in the order of
     * setPassageOrder(), those that are lost at the end. */
    void setPassagesOnly(bool only);
    /** The order in which the passages stand in the text. */
    void setPassageOrder(const QList<broadsheet::CommentId> &order);
    /** Comments whose passage is no longer in the article. */
    void setLost(const QSet<broadsheet::CommentId> &lost);

Q_SIGNALS:
    /** The wanted height changed (thread, folding, a growing box). */
    void heightChanged();
    void countChanged(int count);
    /** How many of the comments are anchored in the text. */
    void passagesChanged(int count);
    void passagesOnlyChanged(bool only);
    /** Another article, or a comment under it, wants to be opened. */
    void mentionWanted(broadsheet::ArticleId article, broadsheet::CommentId comment);
    /** The passage that a comment is about wants to be seen. */
    void passageWanted(broadsheet::CommentId id);
    /** What is in sight moved down by \a distance. */
    void shifted(int distance);
    /** Something wants to be seen: a reply box that was opened, a new comment. */
    void scrollWanted(const QRect &rect);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace broadsheet
