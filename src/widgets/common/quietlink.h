// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace broadsheet {

class Appearance;

/** A line of small print that can be clicked where it is enabled (underlined then under the mouse), and only
 * tells something where it is not. Too long a text ends in "…" and is whole in the tooltip. */
class QuietLink : public QAbstractButton
{
    Q_OBJECT
public:
    explicit QuietLink(Appearance &appearance, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Appearance &m_appearance;
};

} // namespace broadsheet
