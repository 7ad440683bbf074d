// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QSet>

class QFrame;
class QLabel;

namespace broadsheet {

class Appearance;

/** A column of headings and widgets in the middle of the room, that scrolls: the front page and a story's
 * page. */
class StoryColumn : public QScrollArea
{
    Q_OBJECT
public:
    explicit StoryColumn(Appearance &appearance, QWidget *parent = nullptr);

    /** Takes all away. What is added next is shown by finish(), so that a page that is filled anew stays
     * where it is scrolled to. */
    void clear();
    void finish();
    /** The page's title: a word or two, or a headline. */
    void addTitle(const QString &text);
    /** A heading over what follows, below a rule. */
    void addHeading(const QString &text);
    void addText(const QString &text);
    /** Taken over. What has a height for a width gets it. */
    void add(QWidget *widget, int gapAbove = 0);
    /** Side by side, as many as there is room for with \a leastWidth each, \a most at the most; they are as
     * high as the highest of their line. */
    void addBeside(const QList<QWidget *> &widgets, int leastWidth, int most, int gapAbove = 0);
    /** The widgets that can be chosen, in order: for keys. */
    QList<QWidget *> stops() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /** One widget, or some that stand side by side. */
    struct Part
    {
        QList<QWidget *> widgets;
        int gapAbove = 0;
        int leastWidth = 0;
        int most = 1;
    };
    QLabel *label(const QString &text, const QFont &font);
    void addPart(const Part &part);
    void restyle();
    void place();
    int placePart(const Part &part, int x, int y, int width);
    QWidget *stopTowards(int key) const;

    Appearance &m_appearance;
    QWidget *m_page;
    QList<Part> m_parts;
    bool m_filling = false;
    QList<QLabel *> m_labels;
    QSet<QLabel *> m_quiet; ///< those that are no headings
    QList<QFrame *> m_rules;
};

} // namespace broadsheet
