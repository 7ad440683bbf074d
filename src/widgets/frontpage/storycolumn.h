// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

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

    void clear();
    /** A heading over what follows; the first is the page's title and larger. */
    void addHeading(const QString &text);
    void addText(const QString &text);
    /** Taken over. What has a height for a width gets it. */
    void add(QWidget *widget, int gapAbove = 0);
    /** The widgets that can be chosen, in order: for keys. */
    QList<QWidget *> stops() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Part
    {
        QWidget *widget;
        int gapAbove;
    };
    QLabel *label(const QString &text, const QFont &font);
    void restyle();
    void place();

    Appearance &m_appearance;
    QWidget *m_page;
    QList<Part> m_parts;
    QList<QLabel *> m_labels;
};

} // namespace broadsheet
