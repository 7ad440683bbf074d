// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/comments/threadpainter.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace broadsheet {

class Appearance;
class CommentModel;

/**
 * The painted thread: one widget for any number of comments. Up and Down walk the comments, Left and Right
 * the links and actions of one (Left at the first folds the replies), Enter presses. Only a reply box is a
 * widget; it is given by openBox() and laid under its comment or over its text.
 */
class ThreadView : public QWidget
{
    Q_OBJECT
public:
    ThreadView(CommentModel &model, Appearance &appearance, ThreadLayout::Steps steps,
               QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

    /** Where a comment lies, its own row without its replies; empty if it is not seen. */
    QRect commentRect(CommentId id) const;
    /** Where the thing to press of a comment lies, for tests and assistive tools. */
    std::vector<ThreadLayout::Spot> spots(CommentId id) const;
    const CommentModel &model() const { return m_model; }
    /** Comments that no fold hides. */
    int visibleCount() const { return int(laidOut().rows().size()); }
    /** The height of each comment is known; until then those far from what is in sight are guesses. */
    bool isMeasured() const { return laidOut().isExact(); }
    CommentId commentAt(int index) const;
    /** -1 if it is not here or folded away. */
    int indexOf(CommentId id) const { return laidOut().rowOf(id); }
    CommentId current() const { return m_focus.comment; }
    void setCurrent(CommentId id);
    void press(CommentId id, const ThreadLayout::Spot &spot);

    /** Lays \a box (which knows its height for a width) under or over the comment and shows it. */
    void openBox(CommentId id, QWidget *box, bool inPlaceOfText);
    void closeBox();
    QRect boxRect() const;
    /** The box wants another height. */
    void boxHeightChanged();

    /** Unfolds what hides the comment and tints it for a moment. */
    void highlight(CommentId id);

Q_SIGNALS:
    void heightChanged();
    void replyWanted(broadsheet::CommentId id);
    void editWanted(broadsheet::CommentId id);
    void deleteWanted(broadsheet::CommentId id);
    void linkActivated(const QUrl &url);
    /** The passage that a comment is about wants to be seen. */
    void passageWanted(broadsheet::CommentId id);
    /** The site's own page of a comment wants to be opened. */
    void siteWanted(const QUrl &url);
    void historyWanted(broadsheet::CommentId id);
    /** Another colour for a highlight. */
    void colorWanted(broadsheet::CommentId id, broadsheet::HighlightColor color);
    /** An article that a comment links to, or a comment under it. */
    void mentionWanted(broadsheet::ArticleId article, broadsheet::CommentId comment);
    /** What is in sight moved down by \a distance, since what lies above it was measured. */
    void shifted(int distance);
    void scrollWanted(const QRect &rect);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Hit
    {
        CommentId comment;
        int spot = -1;
        int line = -1;
        bool operator==(const Hit &) const = default;
    };
    ThreadLayout &laidOut() const;
    Hit hit(const QPointF &position) const;
    void hover(const QPointF &position);
    void changed();
    void measureLater();
    void measureOn();
    struct Anchor
    {
        CommentId comment;
        double top = 0;
    };
    Anchor anchor() const;
    int shiftOf(const Anchor &seen) const;
    void measured(const Anchor &seen);
    void tellFocus();
    void placeBox();
    void setFolded(CommentId id, bool folded);
    bool walk(int rows);
    bool walkSpots(int step);
    bool pressCurrent();
    static bool isOurKey(int key);

    CommentModel &m_model;
    Appearance &m_appearance;
    mutable ThreadLayout m_layout;
    ThreadFocus m_focus;
    Hit m_pressed;
    QPointer<QWidget> m_box;
    CommentId m_boxFor;
    bool m_boxForText = false;
    QTimer m_highlightEnd;
    QTimer m_measure; ///< sets texts that are not in sight, a slice at a time
    QElapsedTimer m_sinceMeasured;
    QTimer m_tick; ///< "Today" becomes "Yesterday"
};

} // namespace broadsheet
