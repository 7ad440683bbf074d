// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/comment.h"

#include <QWidget>

namespace broadsheet {

class Appearance;
class ReaderView;

/** What can be done with a selected passage, shown beside it when the mouse lets go: four colours, a note, a
 * quotation in a reply. All of it has keys, too. */
class SelectionBar : public QWidget
{
    Q_OBJECT
public:
    SelectionBar(ReaderView &view, Appearance &appearance);

Q_SIGNALS:
    void highlightWanted(broadsheet::HighlightColor color);
    void noteWanted();
    void quoteWanted();
    /** A click on the text without a selection; a position of the document. */
    void clicked(int position);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place(const QPoint &at);

    ReaderView &m_view;
    Appearance &m_appearance;
    QPoint m_pressed;
};

} // namespace broadsheet
