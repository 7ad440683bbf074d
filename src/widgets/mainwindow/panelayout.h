// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace broadsheet {

class HairlineSplitter;
class OverlayShadow;

/**
 * Puts the four panes side by side with the widths of the specification, and by what room there is: under
 * 1080 the comments lie over the reader, under 900 the sidebar folds away, under 760 list and reader take
 * turns.
 */
class PaneLayout : public QWidget
{
    Q_OBJECT
public:
    struct Panes
    {
        QWidget *sidebar;
        QWidget *list;
        QWidget *reader;
        QWidget *comments;
    };

    explicit PaneLayout(const Panes &panes, QWidget *parent = nullptr);

    bool isSidebarShown() const;
    /** What holds where there is room for it. */
    bool isSidebarWanted() const { return m_sidebarWanted; }
    bool isCommentsShown() const { return m_commentsWanted; }
    bool isReadingOnly() const { return m_readingOnly; }
    bool takesTurns() const;
    /** Sidebar, list and comments, as the person set them. */
    QList<int> widths() const { return {m_sidebarWidth, m_listWidth, m_commentsWidth}; }
    void setWidths(const QList<int> &widths);

public Q_SLOTS:
    void setSidebarShown(bool shown);
    /** The same for the time when there is room, whatever the room is now. */
    void setSidebarWanted(bool wanted);
    void setCommentsShown(bool shown);
    void setReadingOnly(bool on);
    /** While list and reader take turns: which of them is seen. */
    void showReader(bool reader);
    /** A folded sidebar that lies over the list goes away. */
    void dropSidebar();

Q_SIGNALS:
    void sidebarShownChanged(bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    bool commentsFloat() const;
    bool sidebarFloats() const;
    void arrange();
    void dock(QWidget *pane, int place, bool shown);
    void floatOver(QWidget *pane, OverlayShadow *shadow, bool shown);
    void placeFloating();
    void applyWidths();
    void takeWidths();

    Panes m_panes;
    HairlineSplitter *m_splitter;
    OverlayShadow *m_sidebarShadow;
    OverlayShadow *m_commentsShadow;
    int m_sidebarWidth = 236;
    int m_listWidth = 372;
    int m_commentsWidth = 300;
    bool m_sidebarWanted = true;
    bool m_sidebarOver = false; ///< shown although folded
    bool m_commentsWanted = false;
    bool m_readingOnly = false;
    bool m_readersTurn = false;
    int m_mode = -1; ///< which of the rules held when the panes were last arranged
};

} // namespace broadsheet
