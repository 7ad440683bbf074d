// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/icons.h"

#include <QWidget>

class QLabel;

namespace broadsheet {

class Appearance;
class TextButton;

/** What a pane shows when it has nothing: an icon, a title, a sentence, perhaps one filled button; placed at
 * 44 % of the window's height, so that neighbouring panes agree. */
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(Appearance &appearance, QWidget *parent = nullptr);

    /** An empty \a button leaves it out. */
    void setContents(icons::Name icon, const QString &title, const QString &sentence,
                     const QString &button = {});

Q_SIGNALS:
    void buttonClicked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void restyle();
    void place();

    Appearance &m_appearance;
    icons::Name m_icon = icons::Name::Newspaper;
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_sentence;
    TextButton *m_button;
};

} // namespace broadsheet
